"""One row of the glossary: a concept, the form to print, and the forms it replaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

TYPES = ("place", "person", "organisation", "country", "acronym", "phrase", "other")
CASES = ("as stored", "smart", "upper")
ACTIONS = ("apply", "suggest", "flag")
STATUSES = ("proposed", "approved", "deprecated", "rejected")
REQUIRED = ("id", "preferred", "type", "case", "action", "status")


@dataclass(frozen=True, slots=True)
class Concept:
    """What a row says; lists are in the order of the row.

    `forms` are (variant, replacement) pairs for inflected and derived forms, `native` are
    (language, form) pairs. `valid_from` and `valid_to` are ISO 8601 dates, "" for open.
    `language` is the folder of the file: the language of the text the row edits.
    """

    id: str
    preferred: str
    variants: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    native: tuple[tuple[str, str], ...] = ()
    keep: tuple[str, ...] = ()
    type: str = "other"
    case: str = "as stored"
    action: str = "apply"
    in_quotes: bool = True
    profile: str = ""
    source_langs: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    status: str = "approved"
    note: str = ""
    example: str = ""
    counter_example: str = ""
    source_name: str = ""
    source_url: str = ""
    checked_on: str = ""
    language: str = ""
    file: str = ""
    row: int = 0
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def approved(self) -> bool:
        """Whether the row may edit text."""
        return self.status == "approved"

    @property
    def profiles(self) -> tuple[str, ...]:
        """The houses the row is for, none for every house."""
        return _listed(self.profile)

    def valid_on(self, day: str | None) -> bool:
        """Tell whether the row holds on an ISO date; without one, whether it holds still.

        `valid_to` is the last day on which it holds.
        """
        if day is None:
            return not self.valid_to
        day = day[:10]  # a date may come with its time
        return (not self.valid_from or self.valid_from <= day) and (
            not self.valid_to or day <= self.valid_to
        )

    def overlaps(self, other: Concept) -> bool:
        """Tell whether both rows can hold for one article: its house, its day, its languages."""
        if (self.profile or other.profile) and not set(self.profiles) & set(other.profiles):
            return False
        languages = set(self.source_langs), set(other.source_langs)
        if all(languages) and not languages[0] & languages[1]:
            return False
        return (not self.valid_to or other.valid_from <= self.valid_to) and (
            not other.valid_to or self.valid_from <= other.valid_to
        )


def parse_concept(row: Mapping[str, str], language: str, file: str, number: int) -> Concept:
    """Build a concept from a row; ValueError names file, row, column and what to write there."""

    def fail(column: str, expected: str) -> ValueError:
        found = (row.get(column) or "").strip()
        return ValueError(f"{file}, row {number}, column {column}: found {found!r}, {expected}")

    cells = {key: (value or "").strip() for key, value in row.items() if key}
    for column, expected in _unusable(cells):
        raise fail(column, expected)
    known = set(Concept.__dataclass_fields__)
    return Concept(
        **{key: cells[key] for key in _PLAIN if key in cells},
        variants=_listed(cells.get("variants", "")),
        keep=_listed(cells.get("keep", "")),
        source_langs=_listed(cells.get("source_langs", "")),
        forms=_pairs(cells.get("forms", ""), ">", lambda: fail("forms", "write old>new | old>new")),
        native=_pairs(
            cells.get("native", ""), ":", lambda: fail("native", "write uk:form | ru:form")
        ),
        in_quotes=cells.get("in_quotes", "yes") != "no",
        language=language,
        file=file,
        row=number,
        extra={key: value for key, value in cells.items() if key not in known},
    )


_ALLOWED: Mapping[str, Sequence[str]] = {
    "type": TYPES,
    "case": CASES,
    "action": ACTIONS,
    "status": STATUSES,
    "in_quotes": ("yes", "no", ""),
}


def _unusable(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each cell that cannot be used as (column, what to write there)."""
    for column in REQUIRED:
        if not cells.get(column):
            yield column, "this cell must not be empty"
    for column, allowed in _ALLOWED.items():
        if column in cells and cells[column] not in allowed:
            yield column, f"write one of {', '.join(filter(None, allowed))}"
    for column in ("valid_from", "valid_to", "checked_on"):
        if cells.get(column) and not _is_date(cells[column]):
            yield column, "write a date as 2024-03-31, or leave it empty"


_PLAIN = (
    "id",
    "preferred",
    "type",
    "case",
    "action",
    "profile",
    "valid_from",
    "valid_to",
    "status",
    "note",
    "example",
    "counter_example",
    "source_name",
    "source_url",
    "checked_on",
)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in cell.split("|") if entry.strip())


def _pairs(cell: str, mark: str, fail: Callable[[], ValueError]) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for entry in _listed(cell):
        left, found, right = entry.partition(mark)
        if not found or not left.strip() or not right.strip():
            raise fail()
        pairs.append((left.strip(), right.strip()))
    return tuple(pairs)


def _is_date(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False
