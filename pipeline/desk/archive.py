"""The articles of an archive: a file or a folder of the formats that `clean` reads."""

from __future__ import annotations

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
    files = [path] if path.is_file() else list(_files(path))
    if not files:
        raise ValueError(f"{path}: no article inside; looked for {' '.join(SUFFIXES)}")
    for file in files:
        shown = file.name if file == path else file.relative_to(path).as_posix()
        try:
            text, _ = decode(file.read_bytes())
        except (UndecodableError, OSError) as error:
            yield f"{shown}: passed over: {error}"
            continue
        for segment in formats.read(formats.detect(file.name, text), text).segments:
            yield Article(f"{shown} {segment.name}".strip(), segment.text)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield path
