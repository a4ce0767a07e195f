"""What an installed Argos package says of itself; knows folders, not how one is decoded."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CODE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
TOKENIZERS = ("sentencepiece.model", "bpe.model")
REMOTE = ("LIBRETRANSLATE", "OPENAI")  # providers of argostranslate that send the text away


class CannotTranslateError(Exception):
    """Why nothing is translated: a pair, a package or the engine; the message holds no text."""


class BadPackageError(CannotTranslateError, ValueError):
    """A package that cannot be used; the message says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """One direction of translation. `prefix` is the token that begins each output, if any."""

    folder: Path
    source: str
    target: str
    version: str = ""
    source_name: str = ""
    target_name: str = ""
    prefix: str = ""

    @property
    def pair(self) -> str:
        """The pair as it is written on the command line, such as fr-en."""
        return f"{self.source}-{self.target}"


def packages_folder() -> Path:
    """Return the folder where Argos keeps its packages, by its environment and its settings.

    ARGOS_PACKAGES_DIR goes first, then settings.json, then the data folder of XDG.
    """
    found = _setting("ARGOS_PACKAGES_DIR")
    if found:
        return Path(found).expanduser()
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "argos-translate" / "packages"


def refuse_remote() -> None:
    """Raise BadPackageError where Argos is set up to send text to a server."""
    found = _setting("ARGOS_MODEL_PROVIDER").upper()
    if found in REMOTE:
        raise BadPackageError(
            f"ARGOS_MODEL_PROVIDER is {found}, which sends the text to a server; unset it to "
            "translate on this machine, or name a server with clean serve --upstream"
        )


def installed(folder: Path) -> tuple[list[Package], list[str]]:
    """Return the packages in a folder, by pair, and a remark for each that cannot be read.

    A folder without metadata.json is no package and is passed over.
    """
    packages, remarks = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or not (path / "metadata.json").is_file():
            continue
        try:
            package = read_package(path)
        except BadPackageError as error:
            remarks.append(f"{path.name}: {error}")
            continue
        if package is not None:
            packages.append(package)
    return sorted(packages, key=lambda one: (one.pair, one.folder.name)), remarks


def read_package(folder: Path) -> Package | None:
    """Return the package in a folder, None for one that does not translate."""
    try:
        data = (folder / "metadata.json").read_bytes()
    except OSError as error:
        raise BadPackageError(f"metadata.json cannot be read: {error.strerror}") from None
    found = parse_metadata(data)
    if found.get("type", "translate") != "translate":
        return None
    refuse_parts(lambda name: (folder / name).is_file())
    return package_of(folder, found)


def package_of(folder: Path, found: Mapping[str, Any]) -> Package:
    """Return the package that its checked metadata describes."""
    return Package(
        folder,
        found["from_code"],
        found["to_code"],
        str(found.get("package_version") or ""),
        str(found.get("from_name") or found["from_code"]),
        str(found.get("to_name") or found["to_code"]),
        str(found.get("target_prefix") or ""),
    )


def parse_metadata(data: bytes) -> dict[str, Any]:
    """Return the metadata of a package; BadPackageError says what is wrong with it."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise BadPackageError("metadata.json is not JSON") from None
    if not isinstance(found, dict):
        raise BadPackageError("metadata.json holds no object")
    if found.get("type", "translate") != "translate":
        return found
    for key in ("from_code", "to_code"):
        code = found.get(key)
        if not isinstance(code, str) or not CODE.fullmatch(code):
            raise BadPackageError(f"metadata.json: {key} is {code!r}, expected a code such as fr")
    if found["from_code"] == found["to_code"]:
        raise BadPackageError(f"metadata.json: it translates {found['to_code']} into itself")
    return found


def refuse_parts(holds: Callable[[str], bool]) -> None:
    """Raise BadPackageError for what a package lacks; `holds` tells whether it has a file."""
    if not holds("model/model.bin"):
        raise BadPackageError("model/model.bin is missing; expected a CTranslate2 model")
    if not any(map(holds, TOKENIZERS)):
        raise BadPackageError(f"no tokenizer; expected {' or '.join(TOKENIZERS)}")


def _setting(key: str) -> str:
    """Return a setting of Argos: the environment goes before its settings.json."""
    if key in os.environ:
        return os.environ[key]
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    with suppress(OSError, ValueError, AttributeError):
        found = json.loads((Path(base) / "argos-translate" / "settings.json").read_bytes())
        return str(found.get(key) or "")
    return ""
