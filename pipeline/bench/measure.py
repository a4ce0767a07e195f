"""Figures and tables: every number is kept with what it was computed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

WIDTH = 100
CONTEXT = 40  # code points shown, or compared, on each side of an edit


@dataclass(frozen=True, slots=True)
class Parameters:
    """What produced the numbers of a run: texts, plan, and what `clean_text` was told."""

    corpus: str
    digest: str
    signature: str
    given: str

    @property
    def plan(self) -> str:
        """A short name for the signature."""
        return sha256(self.signature.encode()).hexdigest()[:8]

    def __str__(self) -> str:
        return f"corpus {self.corpus} {self.digest}, plan {self.plan}, given {self.given}"


@dataclass(frozen=True, slots=True)
class Measure:
    """A named number over `n` texts, segments or edits; `higher` says which way is better.

    `pinned` is False for what depends on the machine.
    """

    name: str
    value: float
    n: int
    higher: bool = False
    pinned: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; `n` is what the numbers are over."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    n: str

    def render(self, parameters: Parameters) -> str:
        """Return the table as text: first column to the left, the others to the right."""
        lines = [self.title, f"  ({parameters}, n = {self.n})"]
        widths = [max(map(len, column)) for column in zip(self.header, *self.rows, strict=True)]
        room = WIDTH - sum(widths[1:]) - 2 * len(widths)
        widths[0] = min(widths[0], max(room, 12))
        for row in (self.header, *self.rows):
            first = row[0] if len(row[0]) <= widths[0] else row[0][: widths[0] - 1] + "\u2026"
            rest = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
            lines.append("  ".join(("  " + first.ljust(widths[0]), *rest)).rstrip())
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Shown:
    """One edit with its surroundings, for a person to judge."""

    part: str
    rule: str
    lang: str
    where: str
    left: str
    before: str
    after: str
    right: str
    verdict: str = ""

    def render(self) -> str:
        """Return one line: context [before -> after] context; invisible characters escaped."""
        change = f"[{shortened(self.before)} -> {shortened(self.after)}]"
        return f"    {self.lang}  {visible(self.left)}{change}{visible(self.right)}"


@dataclass(frozen=True, slots=True)
class Report:
    """What one part of the bench found."""

    part: str
    tables: tuple[Table, ...] = ()
    measures: tuple[Measure, ...] = ()
    shown: tuple[Shown, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return {
            "measures": {
                measure.name: {"value": measure.value, "n": measure.n, "higher": measure.higher}
                for measure in self.measures
            },
            "edits": [
                {name: getattr(edit, name) for name in Shown.__slots__} for edit in self.shown
            ],
        }


def shortened(text: str, room: int = 24) -> str:
    """Return the text with invisible characters as escapes, the middle of a long one left out."""
    if len(text) > 2 * room + 3:
        text = f"{text[:room]}\u2026{text[-room:]}"
    return visible(text)


def per_thousand(count: int, n: int) -> float:
    """Return count per 1,000, 0 over nothing.

    >>> per_thousand(3, 2000)
    1.5
    """
    return 1000 * count / n if n else 0.0


def share(count: int, n: int) -> str:
    """Return a share with its denominator, as in `19/141`."""
    return f"{count}/{n}"


def visible(text: str) -> str:
    """Return the text with invisible characters as escapes."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )
