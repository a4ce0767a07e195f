"""`clean models`: list, add and remove the Argos packages that `--to` translates with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

from typer import Argument, Option

from pipeline.cli.shell import (
    DONE,
    UNUSABLE,
    UnusableError,
    call,
    counted,
    plain_app,
    put_json,
    put_lines,
    say,
)
from pipeline.translate import archive
from pipeline.translate.package import BadPackageError, Package, installed, packages_folder

T = TypeVar("T")

Dir = Annotated[
    Path | None,
    Option("--dir", metavar="DIR", help="Where the packages are, if not where Argos has them."),
]
_Json = Annotated[bool, Option("--json", help="Print JSON.")]
_Archive = Annotated[Path, Argument(metavar="FILE.argosmodel", help="A package that you have.")]
_Pair = Annotated[str, Argument(metavar="PAIR", help="The pair, such as fr-en.")]


def run(argv: Sequence[str]) -> int:
    """Run `clean models` with its arguments."""
    app = plain_app()
    app.callback()(_about)
    app.command("list")(list_packages)
    app.command()(add)
    app.command()(remove)
    return int(call(app, "clean models", argv or ["--help"]) or DONE)


def _about() -> None:
    """List, add and remove Argos packages; nothing is downloaded."""


def list_packages(folder: Dir = None, as_json: _Json = False) -> int:
    """List the installed packages; exit code 2 if one of them cannot be read."""
    chosen = folder or packages_folder()
    if folder is not None and not folder.is_dir():
        raise UnusableError(f"{folder}: no such folder")
    packages, remarks = installed(chosen)
    if as_json:
        put_json([_values(package) for package in packages])
    else:
        put_lines(map(_line, packages))
    for remark in remarks:
        say(f"clean models: {remark}")
    say(f"{counted(len(packages), 'package')} in {chosen}")
    return UNUSABLE if remarks else DONE


def add(file: _Archive, folder: Dir = None, as_json: _Json = False) -> int:
    """Install a package file, after it has been checked."""
    package = _told(str(file), lambda: archive.add(file, folder or packages_folder()))
    return _done("added", package, as_json)


def remove(pair: _Pair, folder: Dir = None, as_json: _Json = False) -> int:
    """Remove the package of a pair."""
    package = _told("", lambda: archive.remove(pair, folder or packages_folder()))
    return _done("removed", package, as_json)


def _done(what: str, package: Package, as_json: bool) -> int:
    if as_json:
        put_json(_values(package))
    say(f"{what} {_line(package)}")
    return DONE


def _told(name: str, work: Callable[[], T]) -> T:
    """Return what the work returns; UnusableError says what went wrong with what is named."""
    begin = f"{name}: " if name else ""
    try:
        return work()
    except BadPackageError as error:
        raise UnusableError(f"{begin}{error}") from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else begin
        raise UnusableError(f"{place}{error.strerror or error}") from None


def _line(package: Package) -> str:
    version = f" {package.version}" if package.version else ""
    return f"{package.pair}{version}  {package.source_name} to {package.target_name}"


def _values(package: Package) -> dict[str, Any]:
    return {
        "pair": package.pair,
        "from": package.source,
        "to": package.target,
        "version": package.version,
        "folder": str(package.folder),
    }
