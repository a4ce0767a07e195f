"""Source and target in two or four columns: the glossaries of DeepL and Google.

DeepL allows 1,024 bytes a term, no control characters, and a source once for each pair of
languages: https://developers.deepl.com/docs/api-reference/glossaries.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from unicodedata import category

from pipeline.glossary.exchange.rows import Row, Scope, joined, natives, new_row, refuse_bar

_BYTES = 1024


def read(text: str, scope: Scope) -> list[Row]:
    """Read pairs: a source becomes a native form of the row that prints its target."""
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    found: dict[tuple[str, str], list[str]] = {}
    for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), 1):
        if not cells:
            continue
        source, target, *languages = cells + [""] * (2 - len(cells))
        from_, to = _languages(languages, scope, number)
        if not refuse_bar(source, scope) and not refuse_bar(target, scope):
            found.setdefault((to, target), []).append(f"{from_}:{source}")
    return [new_row(target, to, native=joined(forms)) for (to, target), forms in found.items()]


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Write the native forms of the rows with what is printed for them."""
    if scope.format == "google" and not (scope.source and scope.language):
        raise ValueError("two columns are for one pair of languages: add --source-lang and --lang")
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    for language, source, row in _pairs(rows, scope):
        cells = [source, row["preferred"]]
        writer.writerow(cells if scope.format == "google" else [*cells, language, row["language"]])
    return out.getvalue()


def _pairs(rows: Sequence[Row], scope: Scope) -> Iterator[tuple[str, str, Row]]:
    seen: dict[tuple[str, str, str], str] = {}
    for row in rows:
        forms = list(natives(row, scope.source))
        if not forms:
            scope.leave(row["id"], f"no native form in {scope.source or 'another language'}")
        for language, source in forms:
            key = (language, row["language"], source)
            first = seen.get(key)
            seen.setdefault(key, row["preferred"])
            if first is not None:
                if first != row["preferred"]:
                    scope.leave(row["id"], f"{source!r} is {first!r} already")
            elif _is_fit(source) and _is_fit(row["preferred"]):
                yield language, source, row
            else:
                scope.leave(row["id"], f"more than {_BYTES:,} bytes, or a control character")


def _is_fit(term: str) -> bool:
    return len(term.encode()) <= _BYTES and not any(category(char) == "Cc" for char in term)


def _languages(found: Sequence[str], scope: Scope, number: int) -> tuple[str, str]:
    if len(found) >= 2:
        return found[0].partition("-")[0].lower(), found[1].partition("-")[0].lower()
    if not (scope.source and scope.language):
        raise ValueError(
            f"row {number}: two columns do not name the languages: add --source-lang and --lang"
        )
    return scope.source, scope.language
