"""Which row or file a command means, and what is refused before anything is written."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.cli.glossary.common import subtag
from pipeline.cli.shell import UnusableError, meant
from pipeline.glossary.cells import cells_of, default_file
from pipeline.glossary.concept import REQUIRED
from pipeline.glossary.history import Stamp
from pipeline.glossary.places import Place, places
from pipeline.glossary.rewrite import HEADER, WHO
from pipeline.glossary.sheet import read_sheet


def find_place(
    folder: Path, concept_id: str, lang: str | None, file: str | None, line: int | None
) -> Place:
    """Return the one row that is meant, in the folder or else in the shipped glossary."""
    known = told(lambda: list(places(folder)))
    found = _narrowed(known, concept_id, lang, file, line)
    if not found:
        shipped = _shipped()
        known += shipped
        found = _narrowed(shipped, concept_id, lang, file, line)
    if not found:
        near = meant(concept_id, dict.fromkeys(place.id for place in known))
        raise UnusableError(f"{concept_id}: no such row in {folder}{near or '.'} See glossary add")
    if len(found) > 1:
        where = "; ".join(f"{place.file} row {place.line}" for place in found)
        raise UnusableError(f"{concept_id}: several rows ({where}); add --lang, --file or --row")
    return found[0]


def _narrowed(
    known: Sequence[Place], concept_id: str, lang: str | None, file: str | None, line: int | None
) -> list[Place]:
    wanted = subtag(lang)
    return [
        place
        for place in known
        if place.id == concept_id
        and wanted in (None, place.language)
        and file in (None, place.file, place.file.partition("/")[2])
        and line in (None, place.line)
    ]


def _shipped() -> list[Place]:
    from pipeline.load import load_plan

    return [
        Place(row.file, row.row, cells_of(row), shipped=True)
        for row in load_plan().glossary.concepts
    ]


def chosen_language(folder: Path, lang: str | None) -> str:
    """Return the language of a new row; a glossary of one language needs no option."""
    found = subtag(lang)
    languages = sorted({path.parent.name for path in folder.glob("*/*.csv")})
    if not found and len(languages) == 1:
        return languages[0]
    if not found:
        raise UnusableError("which language? Add --lang TAG, that of the text the row edits")
    if not found.isalpha() or not found.isascii():
        raise UnusableError(f"--lang {lang}: not a language tag; write it as en or fr")
    return found


def file_name(file: str | None, cells: Mapping[str, str]) -> str:
    """Return the name of the file of a new row."""
    name = (file or default_file(cells)).rpartition("/")[2]
    return name if name.endswith(".csv") else f"{name}.csv"


def refuse_columns(folder: Path, name: str, cells: Mapping[str, str]) -> None:
    """Refuse a column that neither the glossaries nor this file have."""
    path = folder / name
    text = path.read_text("utf-8-sig", "replace") if path.is_file() else ""
    header = told(lambda: read_sheet(text)).header
    columns = [name for name in HEADER.split(",") if not header or name not in WHO]
    known = list(dict.fromkeys([*columns, *header]))
    if "status" in cells:
        raise UnusableError("status: decided with glossary approve, reject or deprecate")
    for column in cells:
        if column not in known:
            raise UnusableError(
                f"{column}: no such column{meant(column, known)}; "
                f"the columns are {', '.join(known[:21])}"
            )
    for column in REQUIRED:
        if cells.get(column) == "":
            raise UnusableError(f"{column}: this cell must not be empty")


def refuse_second(folder: Path, cells: Mapping[str, str], language: str) -> None:
    """Refuse an id that stands already, where nothing tells the two rows apart."""
    twins = [
        place
        for place in told(lambda: list(places(folder)))
        if place.id == cells["id"] and place.language == language
    ]
    if twins and not cells.get("profile") and not cells.get("valid_from"):
        where = f"{twins[0].file} row {twins[0].line}"
        raise UnusableError(f"{cells['id']}: stands already in {where}; see glossary edit")


def stamped(by: str | None, why: str) -> Stamp:
    """Return who changes something now."""
    try:
        name = by or getpass.getuser()
    except (KeyError, OSError, ImportError):
        name = "unknown"
    return Stamp(datetime.now(UTC).isoformat(timespec="seconds"), name, why)


def told(work: Callable[[], Any]) -> Any:
    """Return what some work returns; what it refuses is told to the user."""
    try:
        return work()
    except OSError as error:
        raise UnusableError(f"{error.filename}: cannot be written: {error.strerror}") from error
    except ValueError as error:
        raise UnusableError(str(error)) from error
