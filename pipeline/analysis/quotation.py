"""Read the quotation marks of a block: which open, which close, which are something else.

A mark's side is read from its neighbours; a mark with space on both sides, or on neither,
takes its side from its glyph and from the marks before it. Knows no locale and no style.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from pipeline.pattern import later

DOUBLES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300a\u300b\u300c\u300d\u300e\u300f'
SINGLES = "'\u2018\u2019\u201a\u201b\u2039\u203a"
SPACES = " \t\u00a0\u202f\u2009"
DEEPEST = 32  # marks that wait for a partner; a text that opens more has given up the first

_MARK = re.compile(f"[{DOUBLES}{SINGLES}]")
_OPENING = frozenset(":([{<\u00bf\u00a1\u2014\u2013-/=|*_~>" + SPACES)
_CLOSING = frozenset(".,;:!?\u2026)]}<>%\u2014\u2013-/|*_~\u3002\uff0c\u3001\uff1b\uff1a" + SPACES)
_OPENS_BY_GLYPH = frozenset("\u201c\u201e\u201f\u00ab\u300a\u300c\u300e\u2018\u201a\u201b\u2039")
_CLOSES_BY_GLYPH = frozenset("\u201d\u00bb\u300b\u300d\u300f\u2019\u203a")
_CLIPPED = later(
    r"(?:\d0s|\d\ds?|tis|twas|twere|twill|em|n|til|till|cause|round|bout|nuff|cos|coz|tude|neath"
    r"|hood|ere|s|t|un|ne|ns|ne[nm]|nem|ll|re|ve|d|m)\b",
    re.IGNORECASE,
)
_FEET = later(r"\d['\u2019\u2032] ?\d{1,2}(?:[.,]\d+)?$")


class Role(Enum):
    """What a mark does."""

    OPEN = "opening"
    CLOSE = "closing"
    APOSTROPHE = "apostrophe"
    PRIME = "prime"


class Mark(NamedTuple):  # an article has many, and a tuple is made in a third of the time
    """One mark at an offset of the text; `loose` has space on both sides, `tight` on none.

    `depth` is how many quotations in double marks it stands inside, its own not counted.
    """

    at: int
    char: str
    role: Role
    double: bool
    loose: bool = False
    tight: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """The marks of one block: pairs, marks without a partner, and apostrophes, in text order."""

    pairs: tuple[tuple[Mark, Mark], ...] = ()
    odd: tuple[Mark, ...] = ()
    apostrophes: tuple[Mark, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every double mark has a partner."""
        return not any(mark.double for mark in self.odd)


def opens_after(left: str) -> bool:
    """Tell whether a double mark after this character may open a quotation."""
    return left in _OPENING or not left.strip() or left in DOUBLES or left in SINGLES


def closes_before(right: str) -> bool:
    """Tell whether a double mark before this character may close a quotation."""
    return right in _CLOSING or not right.strip() or right in DOUBLES or right in SINGLES


def find_marks(text: str) -> list[re.Match[str]]:
    """Return every character of a text that may be a quotation mark or an apostrophe."""
    return list(_MARK.finditer(text))


def read_quotation(
    text: str, start: int, end: int, marks: Sequence[re.Match[str]] | None = None
) -> Quotation:
    """Read the marks in `text[start:end]`, which should be one block.

    `marks` are those that `find_marks` found in the range, if it was asked before.

    >>> [(a.at, b.at) for a, b in read_quotation('a " b" c', 0, 8).pairs]
    [(2, 5)]
    """
    reader = _Reader(text, start, end)
    for match in _MARK.finditer(text, start, end) if marks is None else marks:
        reader.read(match.start(), match[0])
    return reader.finished()


class _Reader:
    """The marks read so far; `open` holds those that wait for a partner."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.open: list[Mark] = []
        self.pairs: list[tuple[Mark, Mark]] = []
        self.odd: list[Mark] = []
        self.apostrophes: list[Mark] = []

    def read(self, at: int, char: str) -> None:
        left = self.text[at - 1] if at > self.start else ""
        right = self.text[at + 1] if at + 1 < self.end else ""
        if char in DOUBLES:
            self._double(at, char, left, right)
        else:
            self._single(at, char, left, right)

    def finished(self) -> Quotation:
        for mark in self.open:
            self._give_up(mark)
        key = _offset
        return Quotation(
            tuple(sorted(self.pairs, key=lambda pair: pair[0].at)),
            tuple(sorted(self.odd, key=key)),
            tuple(sorted(self.apostrophes, key=key)),
        )

    def _double(self, at: int, char: str, left: str, right: str) -> None:
        left_free, right_free = opens_after(left), closes_before(right)
        waiting = any(mark.double for mark in self.open)
        if char == '"' and left.isalpha() and right.isalpha() and "\u0590" <= left <= "\u05ff":
            return  # gershayim, a mark of Hebrew abbreviations
        if char == '"' and left.isdigit() and right_free and self._is_prime(at, waiting):
            self.apostrophes.append(Mark(at, char, Role.PRIME, double=True))
            return
        loose = left in SPACES and right in SPACES
        tight = not left_free and not right_free
        if left and not right:
            role = Role.CLOSE  # nothing is left that it could open
        elif left_free != right_free:
            role = Role.OPEN if left_free else Role.CLOSE
        else:
            role = self._role_without_neighbours(char, waiting)
        self._place(Mark(at, char, role, True, loose, tight, self._depth()))

    def _depth(self) -> int:
        return sum(mark.double for mark in self.open[-9:])

    def _role_without_neighbours(self, char: str, waiting: bool) -> Role:
        if char in "\u00ab\u201e\u201f\u300a\u300c\u300e":
            return Role.OPEN
        if char in "\u00bb\u300b\u300d\u300f":
            return Role.CLOSE
        if char == "\u201c" and not any(mark.char == "\u201e" for mark in self.open):
            return Role.OPEN
        return Role.CLOSE if waiting else Role.OPEN

    def _is_prime(self, at: int, waiting: bool) -> bool:
        if not waiting:
            return True
        return _FEET.search(self.text, max(self.start, at - 12), at) is not None

    def _place(self, mark: Mark) -> None:
        if mark.role is Role.OPEN:
            if len(self.open) == DEEPEST:
                self._give_up(self.open.pop(0))
            self.open.append(mark)
            return
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].double == mark.double:
                self._drop_above(index)
                opener = self.open.pop()
                closer = mark if mark.depth == opener.depth else mark._replace(depth=opener.depth)
                self.pairs.append((opener, closer))
                return
            if len(self.open) - index > 8:
                break  # nothing nests that deep; this also keeps the search linear
        self.odd.append(mark)

    def _drop_above(self, index: int) -> None:
        """Give up openers above `index`: their partner would have come first."""
        for mark in self.open[index + 1 :]:
            self._give_up(mark)
        del self.open[index + 1 :]

    def _give_up(self, mark: Mark) -> None:
        if mark.double or mark.char not in "'\u2019":
            self.odd.append(mark)
        else:  # an opening quote that nothing closes was an apostrophe: 'tis, rock 'n
            self.apostrophes.append(mark._replace(role=Role.APOSTROPHE))

    def _single(self, at: int, char: str, left: str, right: str) -> None:
        if left.isalnum() and right.isalnum() and char in "'\u2019\u2018\u201b":
            self.apostrophes.append(Mark(at, char, Role.APOSTROPHE, double=False))
            return
        waiting = next((mark for mark in reversed(self.open) if not mark.double), None)
        role = self._single_role(at, char, left, right, waiting)
        mark = Mark(at, char, role, False, left in SPACES and right in SPACES, depth=self._depth())
        if role in (Role.APOSTROPHE, Role.PRIME):
            self.apostrophes.append(mark)
        else:
            self._place(mark)

    def _single_role(self, at: int, char: str, left: str, right: str, waiting: Mark | None) -> Role:
        left_free = not left or left in _OPENING or left in DOUBLES
        if char in "\u201a\u2039":
            return Role.OPEN if left_free or not waiting else Role.CLOSE
        if left_free and right and not right.isspace():
            if char in "'\u2019\u2018" and _CLIPPED.match(self.text, at + 1, self.end):
                return Role.APOSTROPHE if char != "\u2018" else Role.OPEN
            return Role.OPEN
        if waiting is None:
            if left.isdigit() and char in "'\u2019":
                return Role.PRIME
            if left.isalnum() and char in "'\u2019":
                return Role.APOSTROPHE
            return Role.OPEN if char in _OPENS_BY_GLYPH else Role.APOSTROPHE
        if left in "sS" and left and right == " " and self._closes_later(at):
            return Role.APOSTROPHE  # the students' union, inside single quotes
        return Role.CLOSE

    def _closes_later(self, at: int) -> bool:
        later = self.text[at + 1 : min(self.end, at + 200)]
        return re.search(r"[\w.,!?]['\u2019](?![\w])", later) is not None


def _offset(mark: Mark) -> int:
    return mark.at
