"""What was changed, and back: `log`, `undo`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

from typer import Argument, Typer

from pipeline.cli.glossary.change import By, Why, cell_lines, done
from pipeline.cli.glossary.common import Json, Own, folded, own_folder
from pipeline.cli.glossary.target import stamped, told
from pipeline.cli.shell import DONE, UnusableError, counted, put_json, put_lines, say
from pipeline.glossary.history import Entry, read_history
from pipeline.glossary.undo import take_back


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command()(log)
    app.command()(undo)


def log(
    concept_id: Annotated[
        str | None, Argument(metavar="ID", help="The id of a row; every row if left out.")
    ] = None,
    folder: Own = None,
    as_json: Json = False,
) -> int:
    """Show who changed rows, when, how and why; the last first."""
    chosen = own_folder(folder)
    entries: list[Entry] = told(lambda: read_history(chosen))
    if concept_id is not None:
        entries = [e for e in entries if any(one.id == concept_id for one in e.changes)]
        if not entries:
            raise UnusableError(f"{concept_id}: no change of this row in the history of {chosen}")
    if as_json:
        put_json([asdict(entry) for entry in reversed(entries)])
        return DONE
    put_lines(line for entry in reversed(entries) for line in _lines(entry, concept_id))
    say(counted(len(entries), "change"))
    return DONE


def undo(
    number: Annotated[
        int, Argument(metavar="N", help="The number of a change; the last if left out.")
    ] = 0,
    folder: Own = None,
    by: By = None,
    why: Why = "",
    as_json: Json = False,
) -> int:
    """Take the last change back; the history keeps both."""
    chosen = own_folder(folder)
    if not chosen.is_dir():
        raise UnusableError(f"{chosen}: no such folder")
    done(told(lambda: take_back(chosen, stamped(by, why), number)), as_json=as_json)
    return DONE


def _lines(entry: Entry, concept_id: str | None) -> Iterator[str]:
    what = f"undo of {entry.undoes}" if entry.undoes else entry.what
    if entry.void:
        what = f"change {entry.void} never reached the file"
    why = f": {entry.stamp.why}" if entry.stamp.why else ""
    day = entry.stamp.at.replace("T", " ")[:16]
    yield from folded(f"{entry.number}  {day}  {entry.stamp.by}  {what}  {entry.file}{why}")
    for change in entry.changes:
        if concept_id in (None, change.id):
            yield f"    {change.id} {change.kind}"
            yield from cell_lines(change, "        ")
