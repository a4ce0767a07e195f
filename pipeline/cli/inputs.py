"""Find and read what is to be cleaned: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from pipeline.cli.shell import UnusableError, meant
from pipeline.document import Decoding

STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Given:
    """One thing to clean: `path` is None for standard input, `below` its place under --out."""

    name: str
    path: Path | None
    below: PurePath


def expand(files: Sequence[str]) -> Iterator[Given | UnusableError]:
    """Yield what the arguments name, folders file by file; an error stands in for a bad one."""
    for name in files:
        path = Path(name)
        if name == "-":
            yield Given(STDIN, None, PurePath("stdin.txt"))
        elif path.is_dir():
            yield from _below(path)
        else:
            yield Given(name, path, PurePath(path.name))


def _below(folder: Path) -> Iterator[Given | UnusableError]:
    from pipeline.formats import FORMATS

    suffixes = {suffix for known in FORMATS.values() for suffix in known}
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in suffixes
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    ]
    if not found:
        yield UnusableError(f"{folder}: no text inside; looked for {' '.join(sorted(suffixes))}")
    for path in found:
        yield Given(str(path), path, path.relative_to(folder))


def read_given(given: Given) -> bytes:
    """Return the bytes of one input; UnusableError says why there are none."""
    data = read_stdin() if given.path is None else read_bytes(given.path, given.name)
    if not data:
        raise UnusableError(f"{given.name}: empty; there is nothing to clean")
    return data


def read_stdin() -> bytes:
    """Return all of standard input; UnusableError when nobody can have written anything."""
    if sys.stdin is None:
        raise UnusableError("standard input is closed; name a file")
    if sys.stdin.isatty():
        raise UnusableError("nothing to clean; name a file, or pipe a text in. See clean --help")
    return sys.stdin.buffer.read()


def read_bytes(path: Path, name: str) -> bytes:
    """Return the bytes of a file; UnusableError says why it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        near = meant(path.name, _names(path.parent), _stem)
        raise UnusableError(f"{name}: no such file{near}") from None
    except IsADirectoryError:
        raise UnusableError(f"{name}: a folder, not a file") from None
    except (OSError, ValueError) as error:  # a name may hold a NUL
        raise UnusableError(f"{name}: cannot be read: {_reason(error)}") from None


def decoded(name: str, data: bytes, declared: str | None = None) -> tuple[str, Decoding]:
    """Return the text of the bytes and how they were read."""
    from pipeline.formats.decoding import UndecodableError, decode

    try:
        return decode(data, declared)
    except UndecodableError as error:
        raise UnusableError(f"{name}: {error}") from None


def _stem(name: str) -> str:
    return PurePath(name).stem  # that two names end in .txt does not make them alike


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
