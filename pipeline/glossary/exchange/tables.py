"""The glossary's own columns as one table, with commas or tabs: nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from pipeline.glossary.exchange.rows import Row, Scope
from pipeline.glossary.rewrite import HEADER


def read(text: str, scope: Scope) -> list[Row]:
    """Read a table; the column `language`, or the scope, says what text the rows edit."""
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=_mark(scope), strict=True))
    if not rows or "preferred" not in rows[0]:
        raise ValueError("row 1: the header lacks the column 'preferred'")
    header = rows[0]
    found = []
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) > len(header):
            raise ValueError(f"row {number}: more cells than the header has columns")
        row = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
        row.setdefault("language", scope.language)
        if row.get("preferred") and row["language"]:
            found.append(row)
        elif cells:
            scope.leave(f"row {number}", "no preferred form, or no language: add --lang")
    return found


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Write a table with every column that a row has."""
    columns = ["language", *HEADER.split(",")]
    columns += [name for row in rows for name in row]
    columns = [name for name in dict.fromkeys(columns) if any(row.get(name) for row in rows)]
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=_mark(scope), lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns or ["language", "preferred"])
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return out.getvalue()


def _mark(scope: Scope) -> str:
    return "\t" if scope.format == "tsv" else ","
