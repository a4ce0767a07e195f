"""Install and remove Argos packages: checked before it is written, and whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.translate.package import (
    BadPackageError,
    Package,
    installed,
    package_of,
    parse_metadata,
    refuse_parts,
)

LARGEST = 8 << 30  # bytes unpacked; the largest published package has under one
LONGEST_METADATA = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """An archive that may be unpacked: its one top folder and the package in it."""

    root: str
    package: Package


def add(archive: Path, folder: Path) -> Package:
    """Install an .argosmodel file; BadPackageError says why it was refused.

    The package appears in the folder when all of it is there.
    """
    with _opened(archive) as found:
        checked = check(found, folder)
        folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as staging:
            try:
                found.extractall(staging)
            except (zipfile.BadZipFile, EOFError, ValueError) as error:
                raise BadPackageError(f"the file is damaged: {error}") from None
            (staging / checked.root).replace(folder / checked.root)
    return checked.package


def remove(pair: str, folder: Path) -> Package:
    """Remove the package of a pair, such as fr-en; BadPackageError where there is none."""
    packages = installed(folder)[0]
    wanted = pair.replace("_", "-").lower()
    found = [package for package in packages if package.pair.replace("_", "-").lower() == wanted]
    if not found:
        pairs = ", ".join(dict.fromkeys(package.pair for package in packages)) or "none"
        raise BadPackageError(f"{pair}: no such package in {folder} (there are: {pairs})")
    if len(found) > 1:
        names = " and ".join(package.folder.name for package in found)
        raise BadPackageError(f"{pair}: {names} are both there; delete one of these folders")
    with _staging(folder) as staging:
        found[0].folder.replace(staging / found[0].folder.name)
    return found[0]


def check(archive: zipfile.ZipFile, folder: Path) -> Checked:
    """Return what an archive holds; BadPackageError says why it must not be unpacked."""
    entries = archive.infolist()
    root = _root(entries)
    _refuse_entries(entries)
    names = {entry.filename for entry in entries}
    if f"{root}/metadata.json" not in names:
        raise BadPackageError(f"{root}/metadata.json is missing; this is no Argos package")
    found = parse_metadata(_read(archive, f"{root}/metadata.json"))
    if found.get("type", "translate") != "translate":
        raise BadPackageError(f"a package of type {found['type']!r}; expected one that translates")
    refuse_parts(lambda name: f"{root}/{name}" in names)
    package = package_of(folder / root, found)
    _refuse_second(package, folder)
    return Checked(root, package)


def _refuse_second(package: Package, folder: Path) -> None:
    pair = (package.source, package.target)
    for other in installed(folder)[0]:
        if (other.source, other.target) == pair:
            raise BadPackageError(
                f"{other.pair} {other.version} is installed already, in {other.folder}; to "
                f"replace it, run clean models remove {other.pair} first"
            )
    if package.folder.exists():
        raise BadPackageError(f"{package.folder} exists already; move it away first")


def _root(entries: Sequence[zipfile.ZipInfo]) -> str:
    """Return the one folder that everything lies in."""
    for entry in entries:
        path = PurePosixPath(entry.filename)
        bad = path.is_absolute() or ".." in path.parts or "\\" in entry.filename
        if bad or ":" in entry.filename or "\0" in entry.filename or not path.parts:
            raise BadPackageError(f"the path {entry.filename!r} leads out of the package")
    roots = sorted({PurePosixPath(entry.filename).parts[0] for entry in entries})
    if len(roots) != 1 or roots[0].startswith("."):
        shown = ", ".join(map(repr, roots[:3])) or "nothing"
        raise BadPackageError(f"it holds {shown} at the top, expected one folder")
    return roots[0]


def _refuse_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise BadPackageError(f"{entry.filename} is a link or a device, expected a file")
        if entry.flag_bits & 1:
            raise BadPackageError(f"{entry.filename} is encrypted")
        folded = entry.filename.rstrip("/").casefold()
        if folded in seen:
            raise BadPackageError(f"{entry.filename} is in it twice")
        seen.add(folded)
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST:
        raise BadPackageError(f"it unpacks to {size:,} bytes, more than any package has")


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            data = file.read(LONGEST_METADATA + 1)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise BadPackageError(f"the file is damaged: {error}") from None
    if len(data) > LONGEST_METADATA:
        raise BadPackageError(f"{name} is longer than any metadata")
    return data


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        found = zipfile.ZipFile(archive)
    except OSError as error:
        raise BadPackageError(f"cannot be read: {error.strerror}") from None
    except (zipfile.BadZipFile, ValueError):
        raise BadPackageError("not an Argos package: expected a zip file (.argosmodel)") from None
    with found:
        yield found


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Give a folder on the same file system that is gone afterwards.

    It lies beside the packages where that can be: argostranslate takes every folder among
    them for a package, and would stumble over what a killed process leaves.
    """
    parent = folder.parent
    same = parent.stat().st_dev == folder.stat().st_dev and os.access(parent, os.W_OK)
    staging = Path(tempfile.mkdtemp(prefix=".argos-", dir=parent if same else folder))
    try:
        yield staging
    finally:
        with suppress(OSError):
            shutil.rmtree(staging)
