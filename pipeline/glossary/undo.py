"""Take changes of a glossary back: byte for byte, or cell by cell where the file has moved on."""

from __future__ import annotations

from pathlib import Path

from pipeline.glossary.history import (
    Change,
    Entry,
    Stamp,
    append_entry,
    digest,
    locked,
    read_history,
    undoable,
)
from pipeline.glossary.rewrite import Made, RefusedError, write_made
from pipeline.glossary.sheet import Record, Sheet, Splice, apply_splices, read_sheet


def take_back(folder: Path, stamp: Stamp, number: int = 0) -> Entry:
    """Take the last change back, or the one of this number; RefusedError says why it cannot be."""
    with locked(folder):
        entry = _standing(folder, stamp, number)
        path = folder / entry.file
        data = path.read_bytes() if path.exists() else b""

        def exact(sheet: Sheet) -> Made:
            if digest(data) == entry.became:
                return [splice.inverse for splice in entry.splices[::-1]], _reversed(entry)
            return _by_cells(sheet, entry), _reversed(entry)

        return write_made(folder, entry.file, "undo", stamp, exact, entry.number)


def _standing(folder: Path, stamp: Stamp, number: int) -> Entry:
    """Return the change to take back; one that a crash kept from its file is struck out."""
    entries = read_history(folder)
    for entry in undoable(entries):
        if number and entry.number != number:
            continue
        path = folder / entry.file
        state = digest(path.read_bytes() if path.exists() else b"")
        if entry.number == entries[-1].number and state == entry.was != entry.became:
            last = Entry(entry.number + 1, "void", entry.file, stamp, (), (), void=entry.number)
            append_entry(folder, last)
            continue
        return entry
    wanted = f"change {number} does not stand" if number else "no change stands"
    raise RefusedError(f"{folder}: {wanted} in the history; see glossary log")


def _by_cells(sheet: Sheet, entry: Entry) -> list[Splice]:
    """Return the splices that take a change back in a file that has changed since."""
    splices: list[Splice] = []
    for change in entry.changes[::-1]:
        record = _as_left(sheet, change, entry)
        made = (
            sheet.removed(record)
            if change.kind == "added"
            else sheet.changed(record, {name: old for name, (old, _) in change.cells.items()})
        )
        splices += made
        sheet = read_sheet(apply_splices(sheet.text, made))
    return splices


def _as_left(sheet: Sheet, change: Change, entry: Entry) -> Record:
    """Return the row as the change left it; RefusedError when somebody changed it since."""
    for record in sheet.records:
        row = sheet.row(record)
        if all(row.get(name, "") == new for name, (_, new) in change.cells.items()) and (
            row.get("id") == change.cells.get("id", ("", change.id))[1]
        ):
            return record
    raise RefusedError(
        f"{entry.file}: {change.id} was changed again after change {entry.number}; "
        "edit the row, or undo the later change first"
    )


def _reversed(entry: Entry) -> tuple[Change, ...]:
    kinds = {"added": "removed", "removed": "added"}
    return tuple(
        Change(
            kinds.get(change.kind, change.kind),
            change.id,
            {name: (new, old) for name, (old, new) in change.cells.items()},
        )
        for change in entry.changes[::-1]
    )
