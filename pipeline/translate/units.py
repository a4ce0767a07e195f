"""The stretches of a text that are translated one by one, and the edits that put them in place.

Knows spans that must stay and places no edit may lie across; not what these are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.align.sentences import sentences
from pipeline.pattern import compiled
from pipeline.text import Edit, Span
from pipeline.translate.passage import Passage
from pipeline.translate.tidy import emoji_spans, tidied, unfolded

_LEAD = compiled(r"[ \t]*(?:[-*+>\u2022\u2023\u25aa\u25e6\u2013\u2014]|\d{1,3}[.)])[ \t]+")
_LINE = compiled(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_LETTER = compiled(r"\p{L}")
SHOUT = 2  # words in capitals; one alone may be an acronym
_MARKS = " \t\u00a0\u202f.,;:!?)]\u00bb\"'\u201d\u2019"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a part of one.

    `raw` stands under `span`; `text` is it without invisible characters, `at` where each of its
    characters stands in the document, and its end. `kept` spans stay as they are, no edit lies
    across a `cut`. What is `shouted` is translated in small letters, which models know, and put
    back in capitals.
    """

    span: Span
    raw: str
    text: str
    at: tuple[int, ...]
    kept: tuple[Span, ...] = ()
    cuts: tuple[int, ...] = ()
    shouted: bool = False

    def placed(self, start: int, end: int) -> Span:
        """Return the span of the document under a range of the tidied text."""
        left = self.at[start]
        return Span(left, max(left, self.at[end - 1] + 1 if end > start else left))


def make_unit(text: str, span: Span, kept: Sequence[Span], cuts: Sequence[int]) -> Unit:
    """Return the unit of a span."""
    tidy, at = tidied(span.of(text))
    inner = tuple(one for one in kept if span.contains(one) and one)
    own = tuple(
        cut
        for cut in cuts
        if span.start < cut < span.end and not any(one.start < cut < one.end for one in inner)
    )
    small = tidy.capitalize()
    shouted = tidy.isupper() and len(tidy.split()) >= SHOUT and len(small) == len(tidy)
    places = tuple(span.start + a for a in at)
    return Unit(span, span.of(text), small if shouted else tidy, places, inner, own, shouted)


def units_of(
    text: str,
    block: Span,
    protected: Sequence[Span],
    cuts: Sequence[int],
    abbreviations: Collection[str],
) -> Iterator[Unit]:
    """Yield the sentences of a block that have something to translate."""
    lead = _LEAD.match(text, block.start, block.end)
    start = lead.end() if lead else block.start
    for line in _LINE.finditer(text, start, block.end):
        emoji = (Span(line.start() + a, line.start() + b) for a, b in emoji_spans(line[0]))
        inside = [one for one in protected if one.start < line.end() and line.start() < one.end]
        kept = sorted([*inside, *(e for e in emoji if not any(e.overlaps(p) for p in inside))])
        found = sentences(line[0], abbreviations)
        whole = [Span(line.start() + one.start, line.start() + one.end) for one in found]
        for span in _joined(whole, kept):
            bare = _bare(text, span, kept)
            if _has_words(text, bare, kept):
                yield make_unit(text, bare, kept, cuts)


def runs_of(text: str, unit: Unit) -> list[Unit]:
    """Return the stretches of a unit between what it keeps, each to be translated alone."""
    stops = [unit.span.start, *(at for one in unit.kept for at in (one.start, one.end))]
    pairs = list(pairwise([*stops, unit.span.end]))[::2]
    spans = (_stripped(text, Span(start, end)) for start, end in pairs)
    return [make_unit(text, span, (), unit.cuts) for span in spans if _has_words(text, span, ())]


def edits_of(unit: Unit, passage: Passage, *, spaced: bool = False) -> tuple[Edit, ...] | None:
    """Return the edits that put the translation of a unit in its place.

    None where the translation has lost something that must stay. `spaced` puts a space in front:
    the sentence before it ends right there.
    """
    fixed = _fixed(unit, passage)
    if fixed is None:
        return None
    edits = []
    source, target = unit.span.start, len(passage.text) - len(passage.text.lstrip())
    length = max(target, len(passage.text.rstrip()))
    end = (unit.span.end, unit.span.end, length, length)
    for left, right, new_left, new_right in (*fixed, end):
        before = unit.raw[source - unit.span.start : left - unit.span.start]
        after = unfolded(before, passage.text[target:new_left])
        if unit.shouted:
            after = after.upper()
        if spaced and source == unit.span.start:
            after = f" {after}"
        if before != after:
            edits.append(Edit(Span(source, left), after))
        source, target = right, new_right
    if any(one.clashes(other) for one, other in pairwise(edits)):
        return None
    return tuple(edits)


def _fixed(unit: Unit, passage: Passage) -> list[tuple[int, int, int, int]] | None:
    """Return (start, end, new start, new end) of what stays, and of the cuts, in their order."""
    found = []
    done = 0
    for span in unit.kept:
        word = unit.raw[span.start - unit.span.start : span.end - unit.span.start]
        at = passage.text.find(word, done)
        if at < 0 or passage.text.count(word) != unit.raw.count(word):
            return None
        done = at + len(word)
        found.append((span.start, span.end, at, done))
    for cut in unit.cuts:
        place = passage.place(bisect_left(unit.at, cut))
        before = [stop for stop in found if stop[1] <= cut]
        after = [stop for stop in found if stop[0] >= cut]
        low = before[-1][3] if before else 0
        high = after[0][2] if after else len(passage.text)
        if before and before[-1][1] == cut:
            place = low  # nothing stands between the two
        elif after and after[0][0] == cut:
            place = high
        place = min(max(place, low), high)
        found.append((cut, cut, place, place))
        found.sort()
    return found


def _joined(spans: Sequence[Span], kept: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences, those that a kept span lies across as one."""
    current: Span | None = None
    for span in spans:
        if current is None:
            current = span
        elif any(one.start < current.end < one.end for one in kept):
            current = Span(current.start, span.end)
        else:
            yield current
            current = span
    if current is not None:
        yield current


def _bare(text: str, span: Span, kept: Sequence[Span]) -> Span:
    """Return a sentence without the kept spans at its rims, and the marks beside these."""
    start, end = span.start, span.end
    for one in kept:
        if one.start >= start and not text[start : one.start].strip(_MARKS):
            start = min(max(start, one.end), end)
    for one in reversed(kept):
        if start < one.end <= end and not text[one.end : end].strip(_MARKS):
            end = max(start, one.start)
    if start > span.start:
        while start < end and text[start] in _MARKS:
            start += 1
    return _stripped(text, Span(start, end))


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _has_words(text: str, span: Span, kept: Sequence[Span]) -> bool:
    return any(
        not any(one.start <= match.start() < one.end for one in kept)
        for match in _LETTER.finditer(text, span.start, span.end)
    )
