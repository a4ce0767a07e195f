"""Which part of a source text each block of its translation stands for, and what is left over.

Paragraphs are paired first, then the sentences of those that do not pair one to one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.align.beads import PARAGRAPHS, align
from pipeline.align.sentences import sentences
from pipeline.align.units import unit_of
from pipeline.pattern import compiled
from pipeline.text import Span

_LINE = r"[^\r\n\u2028\u2029\x0b\x0c\x85]*\S[^\r\n\u2028\u2029\x0b\x0c\x85]*"


# A line that goes on in the next: none of the marks that end a sentence, no empty line between.
_WRAP = r"(?<=[^\s.!?\u2026:\u3002])[ \t]*(?:\r\n|\n)(?=[ \t]*\S)"
_MOST_LEFT = 4  # one paragraph in so many without a partner: the lines are broken elsewhere


@dataclass(frozen=True, slots=True)
class Pair:
    """Text on both sides that stands for each other; one of them is "" where it is missing.

    `source` and `target` are spans of the texts that were paired.
    """

    source: Span
    target: Span

    @property
    def is_whole(self) -> bool:
        """Whether both sides have something."""
        return len(self.source) > 0 and len(self.target) > 0


@dataclass(frozen=True, slots=True)
class Splitting:
    """How each side is cut into sentences: the abbreviations of both languages."""

    source: Collection[str] = ()
    target: Collection[str] = ()


def source_of_blocks(
    source: str, blocks: Sequence[str], splitting: Splitting
) -> tuple[str | None, ...]:
    r"""Return the part of the source that each block stands for, None where there is none.

    A part is cut out of the source as it is there, from its first sentence to its last.

    >>> source_of_blocks("Le titre\n\nIl part.", ["The title", "He leaves."], Splitting())
    ('Le titre', 'Il part.')
    """
    read = _unwrapped(source) if _is_wrapped(source) else source
    lines = [Span(match.start(), match.end()) for match in compiled(_LINE).finditer(read)]
    beads = align(
        [unit_of(line.of(source)) for line in lines],
        [unit_of(block) for block in blocks],
        PARAGRAPHS,
    )
    left = sum(not bead.is_whole for bead in beads)
    if blocks and left * _MOST_LEFT >= len(lines) + len(blocks):
        return tuple(_shared_out(source, blocks, splitting))  # other line breaks
    found: list[str | None] = [None] * len(blocks)
    for bead in beads:
        if not bead.is_whole:
            continue
        first, last = lines[bead.source[0]], lines[bead.source[1] - 1]
        part = source[first.start : last.end]
        inside = range(*bead.target)
        shares = (
            [part]
            if len(inside) == 1
            else _shared_out(part, [blocks[number] for number in inside], splitting)
        )
        for number, share in zip(inside, shares, strict=True):
            found[number] = share
    return tuple(found)


def pair_sentences(
    source: str, target: str, splitting: Splitting, ratio: float | None = None
) -> tuple[Pair, ...]:
    """Return the sentences of two texts that stand for each other, in the order of both.

    `ratio` is the usual length of the translation by that of its source, if it is known.

    >>> [(one.source, one.target) for one in pair_sentences("Oui.", "Yes.", Splitting())]
    [(Span(start=0, end=4), Span(start=0, end=4))]
    """
    mine = list(sentences(source, splitting.source))
    theirs = list(sentences(target, splitting.target))
    return tuple(_pairs(source, mine, target, theirs, ratio))


def _pairs(
    source: str,
    mine: Sequence[Span],
    target: str,
    theirs: Sequence[Span],
    ratio: float | None,
) -> Iterator[Pair]:
    if len(mine) == len(theirs) == 1:
        yield Pair(mine[0], theirs[0])
        return
    beads = align(
        [unit_of(span.of(source)) for span in mine],
        [unit_of(span.of(target)) for span in theirs],
        ratio=ratio,
    )
    for bead in beads:
        yield Pair(_hull(mine, bead.source), _hull(theirs, bead.target))


def _hull(spans: Sequence[Span], members: tuple[int, int]) -> Span:
    first, end = members
    return Span(spans[first].start, spans[end - 1].end) if first < end else Span(0, 0)


def _shared_out(source: str, blocks: Sequence[str], splitting: Splitting) -> list[str | None]:
    """Return the sentences of one part of the source that each of several blocks stands for."""
    mine = list(sentences(_unwrapped(source), splitting.source))
    theirs: list[Span] = []
    owners: list[int] = []
    for number, block in enumerate(blocks):
        for span in sentences(block, splitting.target):
            theirs.append(span)
            owners.append(number)
    beads = align(
        [unit_of(span.of(source)) for span in mine],
        [unit_of(span.of(blocks[owner])) for span, owner in zip(theirs, owners, strict=True)],
    )
    shares: list[Span | None] = [None] * len(blocks)
    for bead in beads:
        if bead.is_whole:
            part = _hull(mine, bead.source)
            for owner in owners[slice(*bead.target)]:
                before = shares[owner]
                shares[owner] = part if before is None else Span(before.start, part.end)
    return [None if span is None else span.of(source) for span in shares]


def _is_wrapped(text: str) -> bool:
    """Tell whether empty lines stand between paragraphs, and line ends inside sentences."""
    wraps = len(compiled(_WRAP).findall(text))
    breaks = len(compiled(r"(?<=\S)[ \t]*(?:\r\n|\n)(?=[ \t]*\S)").findall(text))
    return wraps > 1 and 2 * wraps > breaks and compiled(r"\n\r?\n").search(text) is not None


def _unwrapped(text: str) -> str:
    """Return a text of the same length with spaces for the line ends inside sentences."""
    pieces: list[str] = []
    done = 0
    for match in compiled(_WRAP).finditer(text):
        pieces += (text[done : match.start()], " " * (match.end() - match.start()))
        done = match.end()
    return "".join((*pieces, text[done:]))
