"""The history of a glossary: one JSON line for each change, beside its files, only ever added to.

Knows splices and digests of files; not what a row means.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.glossary.sheet import Splice

NAME = "history.jsonl"
_FILE = re.compile(r"[\w-]+/[^/\\]+\.csv")  # a history may have come from elsewhere


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes something, when (ISO 8601, UTC), and why."""

    at: str
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one row: `cells` maps a column to the cell before and after."""

    kind: str  # added, changed, removed
    id: str
    cells: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one file, with what takes it back; `undoes` is the number it took back.

    `was` and `became` are digests of the file before and after.
    """

    number: int
    what: str
    file: str
    stamp: Stamp
    changes: tuple[Change, ...]
    splices: tuple[Splice, ...]
    was: str = ""
    became: str = ""
    undoes: int = 0
    void: int = 0  # the number of a change that never reached the file


def digest(data: bytes) -> str:
    """Return the digest by which the state of a file is known again."""
    return sha256(data).hexdigest()[:16]


def read_history(folder: Path) -> list[Entry]:
    """Read the entries, oldest first; a line cut short by a crash is passed over.

    ValueError names another line that cannot be read.
    """
    try:
        lines = (folder / NAME).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return []
    entries = []
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            entries.append(_entry(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError):
            if number < len(lines):  # only the last line can be cut short
                raise ValueError(
                    f"{folder / NAME}, line {number}: not an entry of the history; the file is "
                    "only ever added to, take it back from a copy"
                ) from None
    return entries


def undoable(entries: Sequence[Entry]) -> list[Entry]:
    """Return the changes that stand, the last one first."""
    gone = {number for entry in entries for number in (entry.undoes, entry.void) if number}
    standing = [e for e in entries if e.number not in gone and not e.undoes and not e.void]
    return standing[::-1]


def append_entry(folder: Path, entry: Entry) -> None:
    """Add an entry; it is on the disk when this returns."""
    path = folder / NAME
    line = json.dumps(_slim(asdict(entry)), ensure_ascii=False) + "\n"
    with path.open("ab") as file:
        file.truncate(_whole(path))  # a line that a crash cut short never was an entry
        file.write(line.encode("utf-8", "surrogatepass"))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other writers out while a change is made, where the system has locks for files."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _whole(path: Path) -> int:
    """Return the length of a file up to its last line end."""
    return path.read_bytes().rfind(b"\n") + 1


def _slim(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (0, "")}


def _entry(row: dict[str, Any]) -> Entry:
    changes = tuple(
        Change(one["kind"], one["id"], {name: (a, b) for name, (a, b) in one["cells"].items()})
        for one in row["changes"]
    )
    if not _FILE.fullmatch(row["file"]):
        raise ValueError(f"{row['file']!r} is no file of a glossary")
    splices = tuple(Splice(**one) for one in row["splices"])
    values = row | {"stamp": Stamp(**row["stamp"]), "changes": changes, "splices": splices}
    return Entry(**values)
