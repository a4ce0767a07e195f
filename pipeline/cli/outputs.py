"""Write files whole or not at all, and decide where a cleaned file goes."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pipeline.cli.inputs import Given
from pipeline.cli.shell import UnusableError

if TYPE_CHECKING:
    from pipeline.cli.options import Options


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `target` when all is written, and else vanishes.

    A device or a pipe is written as it is; behind a symbolic link, the file it names.
    """
    try:
        with _opened(target) as file:
            yield file
    except BrokenPipeError:  # of standard output, while the file was open
        raise
    except OSError as error:
        raise UnusableError(f"{target}: cannot be written: {error.strerror}") from error


@contextmanager
def _opened(target: Path) -> Iterator[BinaryIO]:
    target = Path(os.path.realpath(target))
    old = target.stat() if target.exists() else None
    if old is not None and not stat.S_ISREG(old.st_mode):
        with target.open("wb") as file:
            yield file
        return
    waiting = target.with_name(f".{target.name[:200]}.{os.getpid()}.new")
    try:
        with waiting.open("xb") as file:
            yield file
        if old is not None:
            with suppress(OSError):  # only root can give a file away
                os.chown(waiting, old.st_uid, old.st_gid)
            waiting.chmod(stat.S_IMODE(old.st_mode))
        waiting.replace(target)
    finally:
        waiting.unlink(missing_ok=True)


def rewrite(path: Path, data: bytes, *, backup: bool) -> None:
    """Put `data` in the place of a file; its original may be kept beside it."""
    if not os.access(path, os.W_OK):
        raise UnusableError(f"{path}: cannot be written: the file is read-only")
    if backup:
        _keep(path)
    with replacing(path) as file:
        file.write(data)


def _keep(path: Path) -> None:
    kept = path.with_name(f"{path.name}.orig")
    if kept.exists():
        raise UnusableError(f"{path}: not rewritten, {kept.name} exists already; move it away")
    try:
        shutil.copy2(path, kept)
    except OSError as error:
        raise UnusableError(f"{kept}: cannot be written: {error.strerror}") from error


def write_below(folder: Path, given: Given, data: bytes) -> None:
    """Write the cleaned file into the folder of --out, which is made if need be."""
    target = folder / given.below
    if given.path is not None and target.exists() and target.samefile(given.path):
        raise UnusableError(f"{given.name}: --out would overwrite it; take --in-place for that")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror
        raise UnusableError(f"--out {folder}: cannot be made a folder: {reason}") from error
    with replacing(target) as file:
        file.write(data)


def refuse_collisions(inputs: Iterable[Given]) -> None:
    """Refuse two inputs that --out would write to one file."""
    seen: dict[str, str] = {}
    for given in inputs:
        place = str(given.below)
        if place in seen:
            raise UnusableError(
                f"{seen[place]} and {given.name} would both become {place} below --out; "
                "name their common folder instead, or clean them one by one"
            )
        seen[place] = given.name


def refuse_overwriting(options: Options, inputs: Iterable[Given]) -> None:
    """Refuse a report or a page in the place of a file that is read, or of each other."""
    files = [given.path for given in inputs] + [options.source_file, options.decisions]
    taken = {_real(path) for path in files if path is not None}
    for option, name in (("--report", options.report), ("--html", options.html)):
        if name is None or name == "-":
            continue
        if _real(name) in taken:
            raise UnusableError(f"{option} {name}: is read or written already; name another")
        taken.add(_real(name))


def _real(path: str | Path) -> str:
    try:
        return os.path.realpath(path)
    except ValueError:  # a name may hold a NUL; whoever opens it says so
        return str(path)
