"""What the exchange formats share: rows, the languages they are asked for, and what is lost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import category, normalize

from pipeline.glossary.cells import LISTS

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Unfit:
    """A row or an entry that a format has no room for, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The format, the language of the text, and the language it is translated from ("" for any).

    What does not fit is put into `unfit` as reading or writing goes.
    """

    format: str
    language: str = ""
    source: str = ""
    unfit: list[Unfit] = field(default_factory=list)

    def leave(self, name: str, why: str) -> None:
        """Note what is left out."""
        self.unfit.append(Unfit(name, why))


def new_row(preferred: str, language: str, **cells: str) -> Row:
    """Return a proposed row with what an import knows about it."""
    row = {
        "preferred": preferred,
        "language": language,
        "type": "other",
        "case": "as stored",
        "action": "apply",
        "status": "proposed",
    }
    return row | {name: cell for name, cell in cells.items() if cell}


def entries(cell: str) -> list[str]:
    """Return the entries of a list cell."""
    return [entry.strip() for entry in cell.split("|") if entry.strip()]


def joined(found: Iterable[str]) -> str:
    """Return entries as a list cell, each once; a bar inside an entry would part it."""
    return " | ".join(dict.fromkeys(filter(None, found)))


def natives(row: Row, source: str = "") -> Iterator[tuple[str, str]]:
    """Yield (language, form) for the forms of a row in other languages, or in one."""
    for entry in entries(row.get("native", "")):
        language, _, form = entry.partition(":")
        if language.strip() != row["language"] and source in ("", language.strip()):
            yield language.strip(), form.strip()


def replaced(row: Row) -> Iterator[tuple[str, str]]:
    """Yield (form, what is printed for it)."""
    for variant in entries(row.get("variants", "")):
        yield variant, row["preferred"]
    for entry in entries(row.get("forms", "")):
        form, _, printed = entry.partition(">")
        yield form.strip(), printed.strip()


def refuse_bar(text: str, scope: Scope) -> bool:
    """Tell whether a term cannot stand in a cell; it is then noted as left out."""
    bad = "|" in text or any(category(char) == "Cc" for char in text) or text != text.strip()
    if bad or not text:
        scope.leave(repr(text), "a term is not empty and has no bar, line end or outer space")
    return bad or not text


def grouped(pairs: Iterable[tuple[str, str]], language: str, **cells: str) -> list[Row]:
    """Return one row for each printed form of (form, printed) pairs."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, printed in pairs:
        forms[printed].append(form)
    return [
        new_row(printed, language, variants=joined(found), **cells)
        for printed, found in forms.items()
    ]


def named_rows(rows: Iterable[Row], taken: Iterable[str]) -> list[Row]:
    """Return the rows with an id each: their own, or one made of what they print."""
    known = set(taken)
    named = []
    for row in rows:
        concept_id = row.get("id") or _free(f"term.{slug(row['preferred'])}", known)
        known.add(concept_id)
        named.append({"id": concept_id, **{k: v for k, v in row.items() if k != "id"}})
    return named


def slug(text: str) -> str:
    """Return small letters and hyphens for a form.

    >>> slug("C\u00f4te d'Ivoire")
    'cote-d-ivoire'
    """
    plain = normalize("NFKD", text.lower())
    letters = "".join(
        char if char.isalnum() else "" if category(char) == "Mn" else " " for char in plain
    )
    return "-".join(letters.split()) or "row"


def refuse_many(rows: Iterable[Row]) -> None:
    """Refuse rows in several languages where a format is for one; ValueError says what to do."""
    languages = sorted({row["language"] for row in rows})
    if len(languages) > 1:
        raise ValueError(f"the format is for one language: add --lang ({', '.join(languages)})")


def lost(rows: Sequence[Row], back: Sequence[Row]) -> dict[str, int]:
    """Count by column the rows with something that did not come back, "" for whole rows."""
    known = {fact for row in back for fact in _facts(row)}
    missing: Counter[str] = Counter()
    for row in rows:
        gone = {column for column, fact in _columns(row) if fact not in known}
        missing.update({""} if "preferred" in gone else gone)
    order = list(dict.fromkeys(name for row in rows for name in row))
    return {name: missing[name] for name in ["", *order] if missing[name]}


def _free(name: str, known: set[str]) -> str:
    if name not in known:
        return name
    number = next(n for n in range(2, len(known) + 3) if f"{name}-{n}" not in known)
    return f"{name}-{number}"


def _facts(row: Row) -> Iterator[tuple[str, ...]]:
    for _, fact in _columns(row):
        yield fact


def _columns(row: Row) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (column, fact) for everything a row says; a list says one thing an entry."""
    for column, cell in row.items():
        if column == "in_quotes" and cell == "yes":
            continue  # what holds anyway
        for entry in entries(cell) if column in LISTS else [cell]:
            if entry and column != "language":
                yield column, (row["language"], row["preferred"], column, entry)
