"""The articles inside a file, and how edits go back into it: the shape every format shares.

Nothing is written anew: a format says where each piece of an article stands in the file, and
only the edited places of the file change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document import Block, Decoding, Source
from pipeline.result import Result
from pipeline.text import Edit, Span, minimal_edit

Place = Callable[[Sequence[Edit]], list[Edit]]


@dataclass(frozen=True, slots=True)
class Segment:
    """One article of a file: its text, and what the format knows about it.

    `place` turns sorted edits of the text into edits of the file, which may bring others with
    them, such as a new count of characters. `name` says where in the file the article stands
    ("line 3"), "" where the file has but one. `lang`, `source_lang` and `date` are what the
    file says about the article.
    """

    text: str
    name: str = ""
    blocks: tuple[Block, ...] = ()
    protected: tuple[Span, ...] = ()
    place: Place = list
    boundaries: tuple[int, ...] = ()
    lang: str | None = None
    source_lang: str | None = None
    date: str | None = None

    @property
    def is_file(self) -> bool:
        """Whether the text is that of the file, so that its edits are those of the file."""
        return self.place is list

    def source(
        self,
        lang: str | None = None,
        source_lang: str | None = None,
        source_text: str | None = None,
        date: str | None = None,
        decoding: Decoding = Decoding(),  # noqa: B008 - frozen
    ) -> Source:
        """Return the article to clean; what is given here goes before what the file says."""
        return Source(
            self.text,
            lang or self.lang,
            source_lang or self.source_lang,
            source_text,
            date or self.date,
            decoding,
            self.blocks,
            self.protected,
            self.boundaries,
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format found in a file: its articles, and remarks about what it passed over.

    `refused` says why nothing was read, for a file that is built to do harm. A file that
    `declares` its charset is written in that charset.
    """

    segments: tuple[Segment, ...]
    remarks: tuple[str, ...] = ()
    refused: str = ""
    declares: bool = False


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
    # An empty span stands for a tag: it is never taken away, so no edit grows across it.
    parts: list[Span | str] = []
    for start, end in pairwise((0, *result.source.boundaries, len(source))):
        parts += Span(start, end), Span(end, end)
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
        if isinstance(part, Span) and not part:
            yield part
            continue
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
    yield from (edit.replacement for edit in reversed(waiting))  # into an empty text


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
