"""Weave text runs of a file into one article; knows blocks, gaps and tags, no format's syntax."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from pipeline.document import Block, Kind
from pipeline.formats.segment import Piece, Segment, place_by
from pipeline.passes.structure import lines_of
from pipeline.text import Edit, Span

BETWEEN = "\n\n"  # between two blocks, and two parts; no rule may edit it

_BLANK = re.compile(r"[ \t\n\r\f]+")
_WRAP = re.compile(r"[ \t\f]*[\n\r][ \t\n\r\f]*")


class Weaver:
    """The article so far. White space at the rim of a block is no part of it, as in print."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.protected: list[Span] = []
        self.boundaries: list[int] = []
        self._parts: list[str] = []
        self._at = 0
        self._start: int | None = None  # of the open block
        self._kind = Kind.PARAGRAPH
        self._tag = False  # whether a tag stands between the last character and the next
        # Seen, and kept if more of the block comes; the last tells whether a tag is before it.
        self._space: tuple[str, Span, bool] | None = None

    def text(self, text: str, at: int) -> None:
        """Add a run of the file that starts at `at` there and spells what it says."""
        done = 0
        for wrap in _WRAP.finditer(text):
            self._run(text[done : wrap.start()], at + done)
            self._blank(" ", Span(at + wrap.start(), at + wrap.end()))
            done = wrap.end()
        self._run(text[done:], at + done)

    def _run(self, text: str, at: int) -> None:
        bare = text.strip(" \t\f")
        if not bare:
            if text:
                self._blank(text, Span(at, at + len(text)))
            return
        lead = text.index(bare[0])
        if lead:
            self._blank(text[:lead], Span(at, at + lead))
        start = at + lead
        self._add(bare, Span(start, start + len(bare)))
        if lead + len(bare) < len(text):
            self._blank(text[lead + len(bare) :], Span(start + len(bare), at + len(text)))

    def char(self, char: str, file: Span) -> None:
        """Add one character that the file spells by an escape."""
        if _BLANK.fullmatch(char):
            self._blank(" " if char in "\n\r" else char, file)
        else:
            self._add(char, file)

    def kept(self, text: str, file: Span) -> None:
        """Add text of which nothing may be edited, such as code in a line."""
        if text.strip():
            self.tag()
            start = self._add(text, file)
            self.protected.append(Span(start, self._at))
            self.tag()

    def line_break(self, file: Span) -> None:
        """Break the line inside a block."""
        if self._start is None:
            return
        self._space, self._tag = None, False
        self._append("\n", file)
        self.protected.append(Span(self._at - 1, self._at))

    def tag(self) -> None:
        """Note a tag that no edit may lie across."""
        self._tag = True

    def block(self, kind: Kind | None = None) -> None:
        """End the block that is open; what follows is of the kind, None for as before."""
        if self._start is not None:
            self._trim()
        self._start, self._space, self._tag = None, None, False
        if kind is not None:
            self._kind = kind

    def segment(self, spell: Callable[[str], str], name: str = "") -> Segment:
        """Return the article; `spell` writes new text as the file does."""
        self.block()
        return Segment(
            "".join(self._parts),
            name,
            tuple(self.blocks),
            tuple(self.protected),
            place_by(self.pieces, spell),
            tuple(at for at in self.boundaries if at < self._at),
        )

    def _trim(self) -> None:
        """Close the open block, without the line breaks at its end."""
        start = self._start or 0
        while self._parts and self._parts[-1] == "\n" and self._at > start:
            self._parts.pop()
            self.pieces.pop()
            self.protected.pop()
            self._at -= 1
        while self.boundaries and self.boundaries[-1] > self._at:
            self.boundaries.pop()
        if self._at > start:
            self.blocks.append(Block(Span(start, self._at), self._kind))

    def _blank(self, text: str, file: Span) -> None:
        """Note white space; across a tag or a line end a second one is not shown."""
        if self._start is None or (self._parts and self._parts[-1] == "\n"):
            return
        if self._space is None:
            self._space = (text, file, self._tag)
            self._tag = False
        elif not self._tag and self._space[1].end == file.start:
            self._space = (" ", Span(self._space[1].start, file.end), self._space[2])

    def _add(self, text: str, file: Span) -> int:
        """Append text to the open block, or open one; return where it starts."""
        if self._start is None:
            self._open()
        elif self._space is not None:
            space, its, tagged = self._space
            self._space = None
            self._bound(wanted=tagged)
            self._append(space, its)
        self._bound(wanted=self._tag)
        self._tag = False
        start = self._at
        self._append(text, file)
        return start

    def _open(self) -> None:
        if self._at:
            self.protected.append(Span(self._at, self._at + len(BETWEEN)))
            self._parts.append(BETWEEN)
            self._at += len(BETWEEN)
        self._start = self._at

    def _bound(self, *, wanted: bool) -> None:
        inside = self._at > (self._start or 0)
        if wanted and inside and self.boundaries[-1:] != [self._at]:
            self.boundaries.append(self._at)

    def _append(self, text: str, file: Span) -> None:
        self._parts.append(text)
        self.pieces.append(Piece(Span(self._at, self._at + len(text)), file))
        self._at += len(text)


def joined(parts: Sequence[Segment], name: str = "", *, headlines: int = 0) -> Segment:
    """Return the parts as one article; the first `headlines` parts are headlines if they are text.

    An edit of the article is one of the part that it lies in.
    """
    parts = [part for part in parts if part.text]
    starts: list[int] = []
    blocks: list[Block] = []
    protected: list[Span] = []
    boundaries: list[int] = []
    at = 0
    for number, part in enumerate(parts):
        if starts:
            protected.append(Span(at, at + len(BETWEEN)))
            at += len(BETWEEN)
        starts.append(at)
        kind = Kind.HEADLINE if number < headlines else None
        blocks += (_shifted(block, at) for block in _blocks(part, kind))
        protected += (Span(span.start + at, span.end + at) for span in part.protected)
        boundaries += (place + at for place in part.boundaries)
        at += len(part.text)
    return Segment(
        BETWEEN.join(part.text for part in parts),
        name,
        tuple(blocks),
        tuple(protected),
        _placed_in(parts, starts),
        tuple(boundaries),
    )


def _blocks(part: Segment, kind: Kind | None) -> Iterable[Block]:
    if part.blocks:
        return part.blocks
    found = list(lines_of(part.text))
    if kind is None:
        return (
            replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.KICKER else block
            for block in found
        )
    return (replace(block, kind=kind) for block in found)


def _shifted(block: Block, by: int) -> Block:
    return replace(block, span=Span(block.span.start + by, block.span.end + by))


def _placed_in(
    parts: Sequence[Segment], starts: Sequence[int]
) -> Callable[[Sequence[Edit]], list[Edit]]:
    def place(edits: Sequence[Edit]) -> list[Edit]:
        own: dict[int, list[Edit]] = {}
        for edit in edits:
            number = max(bisect_right(starts, edit.span.start) - 1, 0)
            start = starts[number]
            span = Span(edit.span.start - start, edit.span.end - start)
            own.setdefault(number, []).append(Edit(span, edit.replacement))
        return [edit for number, mine in own.items() for edit in parts[number].place(mine)]

    return place


def inside(part: Segment, outer: Callable[[Sequence[Edit]], list[Edit]]) -> Segment:
    """Return a part that was read inside a text of the file; `outer` places the edits of that."""
    return replace(part, place=lambda edits: outer(part.place(edits)))
