"""Change rows: `add`, `edit`, and the verdicts `approve`, `reject`, `deprecate`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Id, Json, Own, command, folded, own_folder
from pipeline.cli.glossary.target import (
    chosen_language,
    file_name,
    find_place,
    refuse_columns,
    refuse_second,
    stamped,
    told,
)
from pipeline.cli.shell import DONE, UnusableError, put_json, put_lines, say
from pipeline.glossary.cells import changed_cells, new_cells, refuse_id
from pipeline.glossary.history import Change, Entry, Stamp
from pipeline.glossary.places import Place
from pipeline.glossary.rewrite import Make, add_row, edit_row, write_change

Cells = Annotated[
    list[str], Argument(metavar="COLUMN=TEXT...", help="Cells, such as preferred=Kyiv.")
]
Changes = Annotated[
    list[str],
    Argument(metavar="CHANGE...", help="column=text; in lists also column+=entry, column-=entry."),
]
By = Annotated[
    str | None, Option("--by", metavar="NAME", help="Who decides; your login if left out.")
]
Why = Annotated[str, Option("--why", metavar="TEXT", help="A reason for the history.")]
Lang = Annotated[
    str | None, Option("--lang", metavar="TAG", help="The language of the text the row edits.")
]
File = Annotated[str | None, Option("--file", metavar="NAME", help="The file, such as names.csv.")]
RowLine = Annotated[
    int | None, Option("--row", metavar="N", help="The row, where an id has several.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A row by its id, and who wants it otherwise: what every command of this group takes."""

    concept_id: Id
    folder: Own = None
    lang: Lang = None
    file: File = None
    by: By = None
    why: Why = ""
    as_json: Json = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Asked):
    """A row that is to be there."""

    cells: Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Asked):
    """A row that is there, about which something is decided."""

    row: RowLine = None

    def place(self, folder: Path) -> Place:
        """Return where the row is."""
        return find_place(folder, self.concept_id, self.lang, self.file, self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Decided):
    """A row that is there, and what becomes of its cells."""

    changes: Changes


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    command(app, "add", Added, add)
    command(app, "edit", Edited, edit)
    for verdict, about in _VERDICTS.items():
        command(app, verdict, Decided, partial(decide, verdict), about)


def add(asked: Added) -> int:
    """Add a row, as proposed; `approve` lets it edit text."""
    folder = own_folder(asked.folder)
    told(lambda: refuse_id(asked.concept_id))
    language = chosen_language(folder, asked.lang)
    stamp = stamped(asked.by, asked.why)
    given = told(lambda: changed_cells({}, asked.cells))
    row = new_cells(asked.concept_id, datetime.now(UTC).date(), stamp.by) | given
    name = f"{language}/{file_name(asked.file, row)}"
    refuse_columns(folder, name, given)
    if not row.get("preferred"):
        raise UnusableError("what is to be printed? Add preferred=TEXT")
    refuse_second(folder, row, language)
    entry = told(lambda: write_change(folder, name, "add", stamp, add_row(row)))
    done(entry, as_json=asked.as_json)
    say(f"it edits nothing yet; glossary approve {asked.concept_id} lets it")
    return DONE


def edit(asked: Edited) -> int:
    """Change cells of a row; all else in its file stays.

    A row of the shipped glossary is copied into your own first.
    """
    folder = own_folder(asked.folder)
    place = asked.place(folder)
    cells = told(lambda: changed_cells(place.cells, asked.changes))
    refuse_columns(folder, place.file, cells)
    entry = _write(folder, place, cells, "edit", stamped(asked.by, asked.why))
    done(entry, as_json=asked.as_json)
    return DONE


_VERDICTS = {
    "approve": "Let a row edit text, if its examples prove it.",
    "reject": "Say no to a row: it stays as a record and edits nothing.",
    "deprecate": "Retire a row that was right once: it edits nothing any more.",
}
_STATUS = {"approve": "approved", "reject": "rejected", "deprecate": "deprecated"}


def decide(verdict: str, asked: Decided) -> int:
    """Let a row edit text, or no longer."""
    folder = own_folder(asked.folder)
    place = asked.place(folder)
    stamp = stamped(asked.by, asked.why)
    if verdict == "approve":
        from pipeline.cli.glossary.prove import refuse_unproved

        refuse_unproved(place, folder)
    cells = {"status": _STATUS[verdict], "decided_by": stamp.by, "decided_on": stamp.at[:10]}
    done(_write(folder, place, cells, verdict, stamp), as_json=asked.as_json)
    return DONE


def done(entry: Entry, *, as_json: bool) -> None:
    """Print what was changed."""
    if as_json:
        put_json(entry_values(entry))
        return
    for change in entry.changes:
        head = f"{entry.what} {change.id} in {entry.file} (change {entry.number})"
        put_lines([head, *cell_lines(change, "    ")])


def entry_values(entry: Entry) -> dict[str, Any]:
    """Return what was changed as plain values."""
    rows = [{"kind": o.kind, "id": o.id, "cells": dict(o.cells)} for o in entry.changes]
    return {"change": entry.number, "file": entry.file, "rows": rows}


def cell_lines(change: Change, indent: str) -> Iterator[str]:
    """Yield what a change did to the cells of a row."""
    if change.kind == "removed":
        yield f"{indent}the row is gone"
        return
    for name, (old, new) in change.cells.items():
        shown = f"{name}: {old} -> {new or '(empty)'}" if old else f"{name}: {new}"
        yield from folded(shown, indent)


def _write(folder: Path, place: Place, cells: Mapping[str, str], what: str, stamp: Stamp) -> Entry:
    make: Make
    if place.shipped:
        key = [name for name in ("id", "profile", "valid_from") if name in cells]
        if key and what == "edit":
            raise UnusableError(
                f"{key[0]} tells which shipped row yours replaces; add a row of its own instead"
            )
        make = add_row({**place.cells, **cells})
    else:
        make = edit_row(place.line, cells)
    entry: Entry = told(lambda: write_change(folder, place.file, what, stamp, make))
    return entry
