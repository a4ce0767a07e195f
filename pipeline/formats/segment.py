"""The articles inside a file, and how edits go back into it: the shape every format shares.

Nothing is written anew: a format says where each piece of an article stands in the file, and
only the edited places of the file change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Block
from pipeline.result import Result
from pipeline.text import Edit, Span, minimal_edit

Place = Callable[[Sequence[Edit]], list[Edit]]


@dataclass(frozen=True, slots=True)
class Segment:
    """One article of a file: its text, and what the format knows about it.

    `place` turns sorted edits of the text into edits of the file. `name` says where in the
    file the article stands ("line 3"), "" where it is the whole file.
    """

    text: str
    name: str = ""
    blocks: tuple[Block, ...] = ()
    protected: tuple[Span, ...] = ()
    place: Place = list


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format found in a file: its articles, and remarks about what it passed over."""

    segments: tuple[Segment, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article and the stretch of the file that spells it.

    Equally long, both hold the same characters; else the article has one code point here and
    the file an escape for it.
    """

    text: Span
    file: Span


def place_by(pieces: Sequence[Piece], spell: Callable[[str], str]) -> Place:
    """Return the placing of edits by sorted pieces; `spell` writes new text as the file does."""
    starts = [piece.text.start for piece in pieces]
    ends = [piece.text.end for piece in pieces]

    def start_in_file(offset: int) -> int:
        piece = pieces[bisect_right(starts, offset) - 1]
        return piece.file.start + offset - piece.text.start

    def end_in_file(offset: int) -> int:
        piece = pieces[bisect_left(ends, offset)]
        if offset == piece.text.start:  # an insertion in front of everything
            return piece.file.start
        return piece.file.end - (piece.text.end - offset)

    def place(edits: Sequence[Edit]) -> list[Edit]:
        placed = []
        for edit in edits:
            end = end_in_file(edit.span.end)
            start = start_in_file(edit.span.start) if len(edit.span) else end
            placed.append(Edit(Span(start, end), spell(edit.replacement)))
        return placed

    return place


def source_edits(result: Result) -> list[Edit]:
    """Return the edits of all revisions as one sorted list of edits of the source text."""
    source = result.source.text
    parts: list[Span | str] = [Span(0, len(source))]
    for revision in result.revisions:
        edits = sorted(edit for finding in revision.applied for edit in finding.edits)
        if edits:
            parts = list(_edited(parts, edits))
    return list(_as_edits(source, parts))


def _edited(parts: Iterable[Span | str], edits: Sequence[Edit]) -> Iterator[Span | str]:
    """Yield the parts of a text after sorted edits of it; a Span is a part of the source."""
    waiting = list(reversed(edits))
    at = 0  # offset in the text that the edits read
    for part in parts:
        done = 0
        while waiting and waiting[-1].span.start <= at + len(part):
            span, replacement = waiting[-1].span, waiting[-1].replacement
            begin = max(span.start - at, done)
            yield from _cut(part, done, begin)
            if span.end > at + len(part):
                done = len(part)
                break
            yield replacement
            done = max(span.end - at, begin)
            waiting.pop()
        yield from _cut(part, done, len(part))
        at += len(part)


def _cut(part: Span | str, start: int, end: int) -> Iterator[Span | str]:
    if start >= end:
        return
    if isinstance(part, Span):
        yield Span(part.start + start, part.start + end)
    else:
        yield part[start:end]


def _as_edits(source: str, parts: Sequence[Span | str]) -> Iterator[Edit]:
    done = 0
    text = ""
    for part in (*parts, Span(len(source), len(source))):
        if isinstance(part, str):
            text += part
            continue
        edit = minimal_edit(source, done, part.start, text)
        if edit is not None:
            yield edit
        done, text = part.end, ""
