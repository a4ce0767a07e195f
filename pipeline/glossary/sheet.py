"""A CSV file that is edited without touching the rest of it: rows and cells with their places.

Knows commas and quotes as `csv` reads them, and nothing of what the columns mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[,\r\n]|\Z)|([^,"\r\n][^,\r\n]*|)')
_LINE_END = re.compile(r"\r\n|\r|\n")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Splice:
    """`before` at `start` (code points of the text) gives way to `after`."""

    start: int
    before: str
    after: str

    def apply(self, text: str) -> str:
        """Return the text with the change made; ValueError where it does not stand there."""
        end = self.start + len(self.before)
        if text[self.start : end] != self.before:
            raise ValueError(f"{self.before[:40]!r} does not stand at {self.start} any more")
        return text[: self.start] + self.after + text[end:]

    @property
    def inverse(self) -> Splice:
        """The change that takes this one back."""
        return Splice(self.start, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file: its cells, where each stands, and the line it ends on, from 1."""

    cells: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    line: int

    @property
    def start(self) -> int:
        """Where the row begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the row ends, in front of its line end."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a file with its header and its rows; blank lines belong to no row."""

    text: str
    header: tuple[str, ...]
    records: tuple[Record, ...]

    @property
    def line_end(self) -> str:
        """The line end of the file, that of its first line."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def row(self, record: Record) -> dict[str, str]:
        """Return the cells of a row by column; those that the row lacks are empty."""
        cells = (*record.cells, *[""] * (len(self.header) - len(record.cells)))
        return dict(zip(self.header, cells, strict=False))

    def changed(self, record: Record, cells: Mapping[str, str]) -> list[Splice]:
        """Return the splices that set cells of a row; KeyError names an unknown column."""
        columns = {self.header.index(name): value for name, value in self._known(cells)}
        raws = [self.text[start:end] for start, end in record.spans]
        raws += [""] * (max(columns, default=0) + 1 - len(raws))
        row = self.row(record)
        for column, value in columns.items():
            if row[self.header[column]] != value:
                raws[column] = quoted(value, always=raws[column].startswith('"'))
        before = self.text[record.start : record.end]
        after = ",".join(raws)
        return [Splice(record.start, before, after)] if before != after else []

    def added(self, rows: Sequence[Mapping[str, str]]) -> list[Splice]:
        """Return the splices that put new rows at the end; KeyError names an unknown column."""
        known = [dict(self._known(cells)) for cells in rows]
        lines = [",".join(quoted(row.get(name, "")) for name in self.header) for row in known]
        ended = not self.text or self.text[-1] in "\r\n"
        lead = "" if ended else self.line_end
        after = lead + "".join(line + self.line_end for line in lines)
        return [Splice(len(self.text), "", after)] if rows else []

    def removed(self, record: Record) -> list[Splice]:
        """Return the splices that take a row away with its line end."""
        found = _LINE_END.match(self.text, record.end)
        end = found.end() if found else record.end
        return [Splice(record.start, self.text[record.start : end], "")]

    def widened(self, column: str) -> list[Splice]:
        """Return the splices that give the header one more column; rows stay as they are."""
        first = _LINE_END.search(self.text)
        return [Splice(first.start() if first else len(self.text), "", f",{quoted(column)}")]

    def _known(self, cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name, value in cells.items():
            if name not in self.header:
                raise KeyError(name)
            yield name, value


def read_sheet(text: str) -> Sheet:
    r"""Find the rows of a CSV text; ValueError names the line that cannot be read.

    >>> sheet = read_sheet('id,note\r\na,"one, two"\r\n')
    >>> sheet.row(sheet.records[0])
    {'id': 'a', 'note': 'one, two'}
    >>> sheet.changed(sheet.records[0], {"id": "b"})[0].apply(sheet.text)
    'id,note\r\nb,"one, two"\r\n'
    """
    records = list(_records(text))
    header = records[0].cells if records else ()
    return Sheet(text, header, tuple(records[1:]))


def apply_splices(text: str, splices: Sequence[Splice]) -> str:
    """Return the text after the splices, one after the other."""
    for splice in splices:
        text = splice.apply(text)
    return text


def quoted(value: str, *, always: bool = False) -> str:
    """Return a value as a CSV cell, between quotes where it needs them.

    >>> quoted("one, two"), quoted("plain")
    ('"one, two"', 'plain')
    """
    needed = always or any(mark in value for mark in ',"\r\n')
    return '"' + value.replace('"', '""') + '"' if needed else value


def _records(text: str) -> Iterator[Record]:
    at = 1 if text.startswith(BOM) else 0
    line = 1
    while at < len(text):
        blank = _LINE_END.match(text, at)
        if blank:
            at, line = blank.end(), line + 1
            continue
        cells, spans = _cells(text, at, line)
        at = spans[-1][1]
        line += len(_LINE_END.findall(text, spans[0][0], at))
        yield Record(cells, spans, line)
        end = _LINE_END.match(text, at)
        at = end.end() if end else at
        line += 1


def _cells(text: str, at: int, line: int) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    cells: list[str] = []
    spans: list[tuple[int, int]] = []
    while True:
        match = _CELL.match(text, at)
        if match is None or (not match[0] and text[at : at + 1] == '"'):
            raise ValueError(
                f"row {line}: a quoted cell does not end; close it with a double quote before "
                "the comma, and write a quote inside it twice"
            )
        cells.append(match[2] if match[1] is None else match[1].replace('""', '"'))
        spans.append(match.span())
        at = match.end()
        if text[at : at + 1] != ",":
            return tuple(cells), tuple(spans)
        at += 1
