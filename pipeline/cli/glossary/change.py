"""Change rows: `add`, `edit`, and the verdicts `approve`, `reject`, `deprecate`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Id, Json, Own, folded, own_folder, put_json
from pipeline.cli.glossary.target import (
    chosen_language,
    file_name,
    find_place,
    refuse_columns,
    refuse_second,
    stamped,
    told,
)
from pipeline.cli.shell import DONE, UnusableError, put_lines
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


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command()(add)
    app.command()(edit)
    for verdict, about in _VERDICTS.items():
        app.command(verdict, help=about)(_deciding(verdict))


def add(
    concept_id: Id,
    cells: Cells,
    folder: Own = None,
    lang: Lang = None,
    file: File = None,
    by: By = None,
    why: Why = "",
    as_json: Json = False,
) -> int:
    """Add a row, as proposed; `approve` lets it edit text."""
    chosen = own_folder(folder)
    told(lambda: refuse_id(concept_id))
    language = chosen_language(chosen, lang)
    stamp = stamped(by, why)
    given = told(lambda: changed_cells({}, cells))
    row = new_cells(concept_id, datetime.now(UTC).date(), stamp.by) | given
    name = f"{language}/{file_name(file, row)}"
    refuse_columns(chosen, name, given)
    if not row.get("preferred"):
        raise UnusableError("what is to be printed? Add preferred=TEXT")
    refuse_second(chosen, row, language)
    done(told(lambda: write_change(chosen, name, "add", stamp, add_row(row))), as_json=as_json)
    return DONE


def edit(
    concept_id: Id,
    changes: Changes,
    folder: Own = None,
    lang: Lang = None,
    file: File = None,
    row: RowLine = None,
    by: By = None,
    why: Why = "",
    as_json: Json = False,
) -> int:
    """Change cells of a row; all else in its file stays.

    A row of the shipped glossary is copied into your own first.
    """
    chosen = own_folder(folder)
    place = find_place(chosen, concept_id, lang, file, row)
    cells = told(lambda: changed_cells(place.cells, changes))
    refuse_columns(chosen, place.file, cells)
    done(_write(chosen, place, cells, "edit", stamped(by, why)), as_json=as_json)
    return DONE


_VERDICTS = {
    "approve": "Let a row edit text, if its examples prove it.",
    "reject": "Say no to a row: it stays as a record and edits nothing.",
    "deprecate": "Retire a row that was right once: it edits nothing any more.",
}
_STATUS = {"approve": "approved", "reject": "rejected", "deprecate": "deprecated"}


def _deciding(verdict: str) -> Callable[..., int]:
    def decide(
        concept_id: Id,
        folder: Own = None,
        lang: Lang = None,
        file: File = None,
        row: RowLine = None,
        by: By = None,
        why: Why = "",
        as_json: Json = False,
    ) -> int:
        chosen = own_folder(folder)
        place = find_place(chosen, concept_id, lang, file, row)
        stamp = stamped(by, why)
        if verdict == "approve":
            from pipeline.cli.glossary.prove import refuse_unproved

            refuse_unproved(place, chosen)
        cells = {
            "status": _STATUS[verdict],
            "decided_by": stamp.by,
            "decided_on": stamp.at[:10],
        }
        done(_write(chosen, place, cells, verdict, stamp), as_json=as_json)
        return DONE

    return decide


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
