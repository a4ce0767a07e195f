"""A column for each language: Google's equivalent term sets and Amazon's terminologies.

The header names the languages; Amazon's first one is that of the source.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from pipeline.glossary.exchange.rows import (
    Row,
    Scope,
    joined,
    natives,
    new_row,
    refuse_bar,
    refuse_many,
)

_ABOUT = ("description", "pos")  # columns of Google's that are no language


def read(text: str, scope: Scope) -> list[Row]:
    """Read a table; the language of the scope says which column is printed."""
    rows = [row for row in csv.reader(StringIO(text, newline="")) if row]
    if not rows:
        return []
    header = [name.partition("-")[0].lower() for name in rows[0]]
    printed = scope.language or (header[-1] if len(header) == 2 else "")
    if printed not in header:
        told = ", ".join(rows[0])
        raise ValueError(f"which column is printed? Add --lang; the columns are {told}")
    found = []
    for cells in rows[1:]:
        row = [(name, cell) for name, cell in zip(header, cells, strict=False) if cell]
        terms = [pair for pair in row if pair[0] not in _ABOUT and not refuse_bar(pair[1], scope)]
        preferred = next((cell for name, cell in terms if name == printed), "")
        if preferred:
            native = joined(f"{name}:{cell}" for name, cell in terms if name != printed)
            found.append(new_row(preferred, printed, native=native))
    return found


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Write the rows of one language with the first native form of each other language."""
    refuse_many(rows)
    tables = [(row, _first(row, scope)) for row in rows]
    for row, terms in tables:
        if not terms:
            scope.leave(row["id"], f"no native form in {scope.source or 'another language'}")
    others = sorted({name for _, terms in tables for name in terms})
    own = next((row["language"] for row in rows), scope.language or "en")
    header = [*others, own] if scope.source else [own, *others]
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    lines = [
        tuple({**terms, own: row["preferred"]}.get(name, "") for name in header)
        for row, terms in tables
        if terms
    ]
    writer.writerows(dict.fromkeys(lines))
    return out.getvalue()


def _first(row: Row, scope: Scope) -> dict[str, str]:
    terms: dict[str, str] = {}
    for language, form in natives(row, scope.source):
        terms.setdefault(language, form)
    return terms
