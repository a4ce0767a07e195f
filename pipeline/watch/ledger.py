"""What keeps a watch from doing a file twice or losing it: every step can be the last one.

A cleaned file is written into a folder of its own below the outbox; a note there seals it. Then
the original moves away, which is the point of no return, and then the cleaned file appears.
After a kill, sealed folders are carried on and others thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from uuid import uuid4

from pipeline.cli.shell import UnusableError
from pipeline.watch.arrivals import DONE, FAILED, Mark, mark_of

STAGE = ".clean-watch"
LOCK = "lock"
NOTE = "sealed.json"
CLEANED = "cleaned"  # the name of the cleaned file inside its folder
REPORT = "report"
REPORT_SUFFIX = ".report.json"
REASON_SUFFIX = ".reason.txt"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A note about a cleaned file: whose it is, and where its original goes."""

    name: str
    kept: str
    modified: int
    size: int


class Ledger:
    """The folders of one watch; the caller holds their locks."""

    def __init__(self, inbox: Path, outbox: Path) -> None:
        self.inbox = inbox
        self.outbox = outbox
        self._stage = outbox / STAGE

    def open_folder(self) -> Path:
        """Return a new folder for one cleaned file."""
        folder = self._stage / uuid4().hex
        folder.mkdir(parents=True)
        return folder

    def deliver(self, name: PurePath, mark: Mark, folder: Path) -> bool:
        """Seal the folder and carry it on; False if the original is another one by now."""
        kept = _free(self.inbox / DONE, name)
        sealed = Sealed(str(name), str(kept), mark.modified, mark.size)
        write_whole(folder / NOTE, json.dumps(asdict(sealed)).encode())
        return self._carry_on(folder, sealed)

    def sweep(self) -> None:
        """Throw away what a killed watch has left unsealed."""
        for folder in self._folders():
            if _read_note(folder / NOTE) is None:
                shutil.rmtree(folder, ignore_errors=True)  # an orphan may still be writing there

    def carry_on(self) -> Iterator[tuple[str, bool]]:
        """Deliver what is sealed and still there; yields (name, whether it was delivered)."""
        for folder in self._folders():
            sealed = _read_note(folder / NOTE)
            if sealed is not None:
                yield sealed.name, self._carry_on(folder, sealed)

    def discard(self, folder: Path) -> None:
        """Throw a folder away, unless it is sealed: then its original may have moved already."""
        if not (folder / NOTE).exists():
            shutil.rmtree(folder, ignore_errors=True)

    def _folders(self) -> list[Path]:
        if not self._stage.is_dir():
            return []
        return sorted(entry for entry in self._stage.iterdir() if entry.is_dir())

    def fail(self, name: PurePath, mark: Mark, reason: str) -> bool:
        """Put a file aside with the reason; False if the file is another one by now."""
        original = self.inbox / name
        if mark_of(original) != mark:
            return False
        kept = _free(self.inbox / FAILED, name)
        target = self.inbox / FAILED / kept
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target.with_name(target.name + REASON_SUFFIX), f"{reason}\n".encode())
        _rename(original, target)
        return True

    def _carry_on(self, folder: Path, sealed: Sealed) -> bool:
        mark = Mark(sealed.modified, sealed.size)
        target = self.outbox / sealed.name
        target.parent.mkdir(parents=True, exist_ok=True)
        original, kept = self.inbox / sealed.name, self.inbox / DONE / sealed.kept
        if mark_of(kept) != mark:
            if mark_of(original) == mark:
                kept.parent.mkdir(parents=True, exist_ok=True)
                _rename(original, kept)
            elif os.path.lexists(original):  # a newer one, which has its own turn
                shutil.rmtree(folder)
                return False
            # Else it had moved already, and somebody has emptied that folder since.
        _publish(folder / REPORT, target.with_name(target.name + REPORT_SUFFIX))
        _publish(folder / CLEANED, target)
        shutil.rmtree(folder)
        return True


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever ends the process."""
    waiting = path.with_name(f".{path.name}.new")
    with waiting.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _rename(waiting, path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep others from watching the folder; the lock ends with the process, however it ends."""
    try:
        import fcntl
    except ImportError:
        raise UnusableError("clean watch locks its folders by flock, as POSIX has it") from None
    path = folder / STAGE / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise UnusableError(
                f"{folder}: {holder} is watching it already; stop that, or name other folders"
            ) from None
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield


def _read_note(path: Path) -> Sealed | None:
    try:
        return Sealed(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _publish(staged: Path, target: Path) -> None:
    with suppress(FileNotFoundError):  # it appeared before a kill
        _rename(staged, target)


def _rename(old: Path, new: Path) -> None:
    """Move a file, and have the disk know of it where it can be told."""
    old.replace(new)
    with suppress(OSError):  # not every network file system lets a folder be synchronised
        folder = os.open(new.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _free(folder: Path, name: PurePath) -> PurePath:
    """Return the name, or one with a number that is not taken: article~2.txt."""
    number, found = 1, name
    while os.path.lexists(folder / found):
        number += 1
        found = name.with_name(f"{name.stem}~{number}{name.suffix}")
    return found
