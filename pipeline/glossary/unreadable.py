"""Rows that cannot be used at all: every one is named, not the first one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.glossary.concept import REQUIRED, Concept, parse_concept
from pipeline.glossary.sheet import BOM, Sheet, read_sheet

_WHERE = re.compile(r"(.*?)(?:, row (\d+))?(?:, column (\w+))?: (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a row, or doubtful: an `error` or a `warning`, where, and what to do."""

    level: str
    file: str
    row: int
    column: str
    text: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{row}{column}: {self.text}"


def remark_on(row: Concept, column: str, text: str, level: str = "error") -> Remark:
    """Return a remark on a cell of a row."""
    return Remark(level, row.file, row.row, column, text)


def remark_from(message: str) -> Remark:
    """Return an error as a remark, its place read from its words.

    >>> remark_from("en/a.csv, row 2, column type: found 'x', write one of y").column
    'type'
    """
    found = _WHERE.fullmatch(message)
    if found is None:
        return Remark("error", "", 0, "", message)
    return Remark("error", found[1], int(found[2] or 0), found[3] or "", found[4])


def unreadable(folder: Path, instead: Mapping[str, str] | None = None) -> list[Remark]:
    """Return what cannot be used in a folder; `instead` maps a file to the text it would have."""
    return [found for found in read_all(folder, instead) if isinstance(found, Remark)]


def read_all(folder: Path, instead: Mapping[str, str] | None = None) -> Iterator[Concept | Remark]:
    """Yield each row of a folder, or what keeps it from being used.

    An empty text in `instead` stands for a file that would be gone.
    """
    texts = dict(instead or {})
    names = {path.relative_to(folder).as_posix() for path in folder.glob("*/*.csv")}
    names = {name for name in names | texts.keys() if texts.get(name) != ""}
    seen: dict[tuple[str, str], list[Concept]] = {}
    for name in sorted(names):
        text = texts[name] if name in texts else _text(folder / name, name)
        found = [text] if isinstance(text, Remark) else read_rows(text, name)
        for row in found:
            if isinstance(row, Remark):
                yield row
                continue
            others = seen.setdefault((row.language, row.id), [])
            twin = _twin(row, others)
            others.append(row)
            yield twin or row


def read_rows(text: str, name: str) -> Iterator[Concept | Remark]:
    """Yield each row of a file, or what is wrong with it; `name` is `<lang>/<file>.csv`."""
    language = name.partition("/")[0]
    try:
        sheet = read_sheet(text.removeprefix(BOM))
    except ValueError as error:
        yield remark_from(f"{name}, {error}")
        return
    missing = [column for column in REQUIRED if column not in sheet.header]
    if missing:
        hint = "; save it with commas" if any(";" in cell for cell in sheet.header) else ""
        yield Remark("error", name, 1, "", f"the header lacks the column {missing[0]!r}{hint}")
        return
    for record in sheet.records:
        yield _row(sheet, record.cells, language, name, record.line)


def _row(
    sheet: Sheet, cells: tuple[str, ...], language: str, name: str, line: int
) -> Concept | Remark:
    if len(cells) > len(sheet.header):
        return Remark(
            "error",
            name,
            line,
            "",
            "more cells than the header has columns; "
            "put cells that hold a comma between double quotes",
        )
    try:
        return parse_concept(dict(zip(sheet.header, cells, strict=False)), language, name, line)
    except ValueError as error:
        return remark_from(str(error))


def _text(path: Path, name: str) -> str | Remark:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        text = f"byte {error.start} is not UTF-8; save the file as CSV UTF-8"
        return Remark("error", name, 0, "", text)
    except OSError as error:
        return Remark("error", name, 0, "", f"cannot be read: {error.strerror}")


def _twin(row: Concept, others: list[Concept]) -> Remark | None:
    for other in others:
        if other.overlaps(replace(row, source_langs=())):
            return remark_on(
                row,
                "id",
                f"{row.id!r} stands already in {other.file}, row {other.row}, for the same house "
                "and time; give this row an id of its own, a profile, or dates",
            )
    return None
