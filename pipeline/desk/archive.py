"""The articles of an archive: a file or a folder of the formats that `clean` reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import formats
from pipeline.formats.decoding import UndecodableError, decode

SUFFIXES = tuple(suffix for known in formats.FORMATS.values() for suffix in known)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: `place` names the file, and the line where a file has several."""

    place: str
    text: str


def articles(path: Path) -> Iterator[Article | str]:
    """Yield the articles below a path in the order of their names; a remark for a bad file.

    ValueError when there is nothing to read.
    """
    if not path.exists():
        raise ValueError(f"{path}: no such file or folder")
    files: list[Path | OSError] = [path] if path.is_file() else list(files_below(path))
    if not files:
        raise ValueError(f"{path}: no article inside; looked for {' '.join(SUFFIXES)}")
    for file in files:
        if isinstance(file, OSError):
            yield f"{file.filename}: passed over: {file.strerror}"
            continue
        shown = file.name if file == path else file.relative_to(path).as_posix()
        try:
            text, _ = decode(file.read_bytes())
        except (UndecodableError, OSError) as error:
            yield f"{shown}: passed over: {error}"
            continue
        for segment in formats.read(formats.detect(file.name, text), text).segments:
            yield Article(f"{shown} {segment.name}".strip(), segment.text)


def files_below(folder: Path) -> Iterator[Path | OSError]:
    """Yield the files of a folder that a format reads, in order; first what cannot be entered.

    Names that begin with a dot are passed over.
    """
    closed: list[OSError] = []
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(place, name) for name in names if not name.startswith("."))
    yield from closed
    yield from sorted(path for path in found if path.suffix.lower() in SUFFIXES and _is_file(path))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # whoever reads it says why it cannot be read
        return True
