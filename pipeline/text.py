"""Spans, edits and the map between the offsets of two versions of a text.

Offsets count Unicode code points and spans are half-open. Nothing here knows rules,
documents or languages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(2, 5).overlaps(Span(5, 6))
    False
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether both cover one code point; an empty span overlaps what it lies inside."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the text under the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the text under `span` by `replacement`; an empty span inserts."""

    span: Span
    replacement: str

    def __post_init__(self) -> None:
        if self.span.start == self.span.end and not self.replacement:
            raise ValueError(f"the edit at {self.span.start} changes nothing")

    def clashes(self, other: Edit) -> bool:
        """Tell whether the two edits cannot both be applied.

        They share a code point, or insert at one place, or one inserts at the rim of the other.
        """
        mine, its = self.span, other.span
        if mine.start == mine.end or its.start == its.end:
            return mine.start <= its.end and its.start <= mine.end
        return mine.start < its.end and its.start < mine.end


def minimal_edit(text: str, start: int, end: int, replacement: str) -> Edit | None:
    """Return the smallest edit that puts `replacement` for `text[start:end]`, None for no change.

    >>> minimal_edit("in Kiev today", 3, 7, "Kyiv")
    Edit(span=Span(start=4, end=6), replacement='yi')
    """
    limit = min(end - start, len(replacement))
    head = 0
    while head < limit and text[start + head] == replacement[head]:
        head += 1
    limit -= head
    tail = 0
    while tail < limit and text[end - 1 - tail] == replacement[len(replacement) - 1 - tail]:
        tail += 1
    start, end = start + head, end - tail
    replacement = replacement[head : len(replacement) - tail]
    if start == end and not replacement:
        return None
    return Edit(Span(start, end), replacement)


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with sorted edits applied at once; ValueError if two of them clash.

    >>> apply_edits("a b", [Edit(Span(0, 1), "x"), Edit(Span(2, 3), "")])
    'x '
    """
    pieces: list[str] = []
    done = 0
    for edit in edits:
        if edit.span.start < done or edit.span.end > len(text):
            raise ValueError(f"{edit} overlaps the edit before it or lies outside the text")
        pieces += text[done : edit.span.start], edit.replacement
        done = edit.span.end
    pieces.append(text[done:])
    return "".join(pieces)


def invert_edits(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits that lead from `apply_edits(text, edits)` back to `text`."""
    inverse: list[Edit] = []
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        inverse.append(Edit(Span(start, start + len(edit.replacement)), edit.span.of(text)))
        shift += len(edit.replacement) - len(edit.span)
    return tuple(inverse)


class OffsetMap:
    """Where offsets of a text lie after some edits, and back.

    An offset inside replaced text has no exact counterpart: a span that touches one is
    widened to the whole replacement.
    """

    __slots__ = ("_after", "_before", "_edits")

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self._edits: list[tuple[int, int, int, int]] = []
        shift = 0
        for edit in edits:
            start, end = edit.span.start, edit.span.end
            after = start + shift
            self._edits.append((start, end, after, after + len(edit.replacement)))
            shift += len(edit.replacement) - (end - start)
        self._before = [edit[0] for edit in self._edits]
        self._after = [edit[2] for edit in self._edits]

    def to_after(self, span: Span) -> Span:
        """Map a span of the text before the edits to the text after them."""
        return self._map(span, self._before, 0, 2)

    def to_before(self, span: Span) -> Span:
        """Map a span of the text after the edits to the text before them."""
        return self._map(span, self._after, 2, 0)

    def around(self, span: Span) -> Span:
        """Map a span to the text after the edits, with what was inserted at its rims."""
        return self._map(span, self._before, 0, 2, wide=False)

    def _map(
        self, span: Span, starts: list[int], here: int, there: int, *, wide: bool = True
    ) -> Span:
        if not starts:
            return span
        wide = wide and span.end > span.start
        start = self._map_start(span.start, wide, starts, here, there)
        end = self._map_end(span.end, wide, starts, here, there)
        return Span(min(start, end), max(start, end))

    def _map_start(self, at: int, wide: bool, starts: list[int], here: int, there: int) -> int:
        index = (bisect_right if wide else bisect_left)(starts, at) - 1
        if index < 0:
            return at
        edit = self._edits[index]
        if at < edit[here + 1] or (at == edit[here] and not wide):
            return edit[there]
        return at - edit[here + 1] + edit[there + 1]

    def _map_end(self, at: int, wide: bool, starts: list[int], here: int, there: int) -> int:
        index = (bisect_left if wide else bisect_right)(starts, at) - 1
        if index < 0:
            return at
        edit = self._edits[index]
        if at <= edit[here + 1]:
            return edit[there + 1]
        return at - edit[here + 1] + edit[there + 1]
