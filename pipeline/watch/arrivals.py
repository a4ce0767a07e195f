"""Which files of an inbox have arrived whole: those that look alike twice. Opens none of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

DONE, FAILED = "_PROCESSED", "_ERROR"
UNFINISHED = (".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp", "~")
EMPTY_LOOKS = 10  # an empty file may be one that its writer has only opened


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What a file looks like from outside: nanoseconds of its last change, and bytes."""

    modified: int
    size: int


def mark_of(path: Path) -> Mark | None:
    """Return the mark of a regular file, None where there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return Mark(found.st_mtime_ns, found.st_size) if _is_regular(found) else None


def _is_regular(found: os.stat_result) -> bool:
    return found.st_mode & 0o170000 == 0o100000


class Arrivals:
    """What was in an inbox at the last look, and for how many looks it has been alike."""

    def __init__(self, inbox: Path) -> None:
        self._inbox = inbox
        self._seen: dict[PurePath, tuple[Mark, int]] = {}

    def look(self) -> list[tuple[PurePath, Mark]]:
        """Return the files that are whole, the oldest first; OSError when nothing can be seen."""
        seen: dict[PurePath, tuple[Mark, int]] = {}
        for name in _names(self._inbox):
            mark = mark_of(self._inbox / name)
            if mark is not None:
                before, looks = self._seen.get(name, (None, 0))
                seen[name] = (mark, looks + 1 if before == mark else 1)
        self._seen = seen
        whole = [
            (mark, name)
            for name, (mark, looks) in seen.items()
            if looks >= (2 if mark.size else EMPTY_LOOKS)
        ]
        return [(name, mark) for mark, name in sorted(whole)]

    def unfinished(self) -> list[PurePath]:
        """Return the files that were seen and are not whole yet."""
        return [
            name
            for name, (mark, looks) in self._seen.items()
            if looks < (2 if mark.size else EMPTY_LOOKS)
        ]


def _names(inbox: Path) -> Iterator[PurePath]:
    """Yield the files below a folder, without those that a program keeps for itself."""
    for folder, folders, files in os.walk(inbox, onerror=_raise):
        here = Path(folder).relative_to(inbox)
        at_top = here == Path()
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not (at_top and name in (DONE, FAILED))
        ]
        for name in files:
            if not name.startswith(".") and not name.lower().endswith(UNFINISHED):
                yield here / name


def _raise(error: OSError) -> None:
    raise error
