"""Split an edit at the tags it lies across; knows texts and offsets, not what the tags are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.text import Edit, minimal_edit

_LONGEST = 400  # code points; a longer edit is a new wording, and has no place to be split


def split_edits(
    text: str, edits: tuple[Edit, ...], boundaries: Sequence[int]
) -> tuple[Edit, ...] | None:
    """Return the edits with none across a boundary, None where one cannot be split.

    The same tuple comes back where nothing had to be done.

    >>> from pipeline.text import Span
    >>> [edit.replacement for edit in split_edits("Kiev", (Edit(Span(1, 3), "yi"),), [2])]
    ['y', 'i']
    >>> split_edits("End of play", (Edit(Span(0, 11), "Draw"),), [7]) is None
    True
    """
    parts: list[Edit] = []
    for edit in edits:
        first = bisect_right(boundaries, edit.span.start)
        last = bisect_left(boundaries, edit.span.end)
        if first >= last:
            parts.append(edit)
            continue
        split = _split(text, edit, boundaries[first:last])
        if split is None:
            return None
        parts += split
    if len(parts) == len(edits) and all(map(_same, parts, edits)):
        return edits
    if any(left.clashes(right) for left, right in pairwise(parts)):
        return None
    return tuple(parts)


def _same(one: Edit, other: Edit) -> bool:
    return one is other


def _split(text: str, edit: Edit, cuts: Sequence[int]) -> list[Edit] | None:
    start, end = edit.span.start, edit.span.end
    places = _places(text[start:end], edit.replacement, [cut - start for cut in cuts])
    if places is None:
        return None
    stops = pairwise([start, *cuts, end])
    new = pairwise([0, *places, len(edit.replacement)])
    found = (
        minimal_edit(text, *stop, edit.replacement[left:right])
        for stop, (left, right) in zip(stops, new, strict=True)
    )
    return [part for part in found if part is not None]


def _places(before: str, after: str, cuts: Sequence[int]) -> list[int] | None:
    """Return where in the new text the cuts of the old text fall, None where nothing says so."""
    if not after:
        return [0] * len(cuts)
    if len(before) == len(after) and not any(map(str.isspace, before + after)):
        return list(cuts)
    if len(before) + len(after) > _LONGEST:
        return None
    places = [_beside_the_same(before, after, cut) for cut in cuts]
    known = [place for place in places if place is not None]
    return known if len(known) == len(cuts) and known == sorted(known) else None


def _beside_the_same(before: str, after: str, cut: int) -> int | None:
    """Return the place beside a word or space that both texts share and that touches the cut."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for old, new, length in matcher.get_matching_blocks():
        if length and old <= cut <= old + length:
            return new + cut - old
    return None
