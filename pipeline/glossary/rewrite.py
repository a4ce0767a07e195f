"""Change the rows of a glossary folder: checked first, logged, written whole or not at all.

Knows the files of one folder and their history; neither engine nor editor.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from pipeline.glossary.history import (
    Change,
    Entry,
    Stamp,
    append_entry,
    digest,
    locked,
    read_history,
)
from pipeline.glossary.sheet import Sheet, Splice, apply_splices, read_sheet
from pipeline.glossary.unreadable import unreadable

HEADER = (
    "id,preferred,variants,forms,native,keep,type,case,action,in_quotes,profile,source_langs,"
    "valid_from,valid_to,status,note,example,counter_example,source_name,source_url,checked_on,"
    "added_by,added_on,decided_by,decided_on"
)

# Who decided and when stands in the history; a file without these columns keeps its header.
WHO = ("added_by", "added_on", "decided_by", "decided_on")

Made = tuple[list[Splice], tuple[Change, ...]]
Make = Callable[[Sheet], Made]


class RefusedError(ValueError):
    """A change that would leave the glossary unusable, or does not fit its files any more."""


def write_change(folder: Path, file: str, what: str, stamp: Stamp, make: Make) -> Entry:
    """Change one file (`<lang>/<name>.csv`) as `make` says, and log it.

    A file that does not exist yet begins with the header. RefusedError says why the change
    cannot be made; nothing is written then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        return write_made(folder, file, what, stamp, make, 0)


def add_row(cells: Mapping[str, str]) -> Make:
    """Return the making of a new row at the end of a file."""
    return add_rows([cells])


def add_rows(rows: Sequence[Mapping[str, str]]) -> Make:
    """Return the making of several new rows at the end of a file, as one change."""

    def make(sheet: Sheet) -> Made:
        every = {name: cell for row in rows for name, cell in row.items() if cell}
        wide, splices, kept = _wide(sheet, every)
        own = [{name: cell for name, cell in row.items() if name in kept} for row in rows]
        changes = tuple(
            Change("added", row["id"], {name: ("", cell) for name, cell in row.items() if cell})
            for row in own
        )
        return [*splices, *wide.added(own)], changes

    return make


def edit_row(line: int, cells: Mapping[str, str]) -> Make:
    """Return the making of changed cells in the row that ends on this line of the file."""

    def make(sheet: Sheet) -> Made:
        wide, splices, kept = _wide(sheet, cells)
        record = next((one for one in wide.records if one.line == line), None)
        if record is None:
            raise RefusedError(f"row {line} is gone; the file has changed, look again")
        old = wide.row(record)
        changes = {name: (old[name], value) for name, value in kept.items() if old[name] != value}
        made = wide.changed(record, kept)
        return [*splices, *made] if made else [], (Change("changed", old["id"], changes),)

    return make


def _wide(sheet: Sheet, cells: Mapping[str, str]) -> tuple[Sheet, list[Splice], dict[str, str]]:
    """Return the sheet with the columns that cells need, and the cells that have one.

    The header alone grows, and not for who and when, or for what holds anyway.
    """
    splices: list[Splice] = []
    for name, value in cells.items():
        needed = value and name not in WHO and (name, value) != ("in_quotes", "yes")
        if name not in sheet.header and needed:
            made = sheet.widened(name)
            splices += made
            sheet = read_sheet(apply_splices(sheet.text, made))
    return sheet, splices, {name: cells[name] for name in cells if name in sheet.header}


def write_made(folder: Path, file: str, what: str, stamp: Stamp, make: Make, undoes: int) -> Entry:
    """Change one file under a lock that the caller holds; `undoes` is the change taken back."""
    path = folder / file
    data = path.read_bytes() if path.exists() else b""
    text = _decoded(data, file)
    try:
        lead = [Splice(0, "", HEADER + "\n")] if not text else []
        splices, changes = make(read_sheet(apply_splices(text, lead)))
        splices = [*lead, *splices]
        after = apply_splices(text, splices)
    except RefusedError:
        raise
    except ValueError as error:
        raise RefusedError(f"{file}, {error}") from None
    if after == text:
        raise RefusedError(f"{file}: nothing to change, the row says so already")
    _refuse_worse(folder, file, after)
    new = after.encode()
    entries = read_history(folder)
    number = max((entry.number for entry in entries), default=0) + 1
    entry = Entry(
        number, what, file, stamp, changes, tuple(splices), digest(data), digest(new), undoes
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    append_entry(folder, entry)
    try:
        if new:
            write_whole(path, new)
        else:  # a file that the change taken back had made
            path.unlink()
    except OSError:
        append_entry(folder, Entry(number + 1, "void", file, stamp, (), (), void=number))
        raise
    return entry


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"{file}: byte {error.start} is not UTF-8; save the file as CSV UTF-8"
        ) from None


def _refuse_worse(folder: Path, file: str, after: str) -> None:
    """Refuse a text with a row that cannot be used and could before."""
    before = {str(remark) for remark in unreadable(folder)}
    worse = [r for r in unreadable(folder, {file: after}) if str(r) not in before]
    if worse:
        raise RefusedError(f"not written: {worse[0]}")


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file: the old file or the new one, never a part."""
    path = Path(os.path.realpath(path))
    waiting = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with waiting.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            waiting.chmod(stat.S_IMODE(path.stat().st_mode))
        waiting.replace(path)
    finally:
        with suppress(OSError):
            waiting.unlink()
