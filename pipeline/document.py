"""A text with its facts: blocks, their locales, and spans that are never edited.

A Source is what comes in, a Document what a pass reads; both are frozen. Nothing here
knows rules or passes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.text import Edit, OffsetMap, Span, apply_edits

UNSURE = "und"  # BCP 47: the language is undetermined


class Kind(StrEnum):
    """What a block is in the article."""

    HEADLINE = "headline"
    KICKER = "kicker"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the bytes of a source were read: encoding, the evidence for it, BOM if any."""

    encoding: str = "utf-8"
    evidence: str = "text was given"
    bom: bytes = b""


@dataclass(frozen=True, slots=True)
class Source:
    """A text to clean and what is known about it before anything is read.

    `lang` and `source_lang` are BCP 47 tags, None for unknown; `date` is ISO 8601.
    `source_text` is the article in its source language, where the newsroom has it.
    `blocks` and `protected` come from a format that knows them; plain text has none.
    `boundaries` are offsets, sorted and inside the text, where the file has a tag that the
    text does not show: an edit may stand on either side of one, but not across it.
    """

    text: str
    lang: str | None = None
    source_lang: str | None = None
    source_text: str | None = None
    date: str | None = None
    decoding: Decoding = Decoding()
    blocks: tuple[Block, ...] = ()
    protected: tuple[Span, ...] = ()
    boundaries: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            kind = type(self.text).__name__
            raise TypeError(f"the text of a source is a str, not {kind}; clean_item takes others")


@dataclass(frozen=True, slots=True)
class Block:
    """One headline, paragraph or item: a span without its line end.

    `locale` is a BCP 47 tag or `und`; `confidence` is between 0 and 1; `source` is the
    aligned text in the source language, if known.
    """

    span: Span
    kind: Kind = Kind.PARAGRAPH
    locale: str = UNSURE
    confidence: float = 0.0
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A doubt about a translation: its `kind`, the place in the source, the words in question."""

    kind: str
    span: Span
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its translation, by `edits` of the document.

    `english` is what stood in between, where the translation went by way of English.
    """

    span: Span
    text: str
    edits: tuple[Edit, ...] = ()
    marks: tuple[Mark, ...] = ()
    english: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A block with its translation, not yet applied.

    `language` is the BCP 47 tag of the block, `by` names the packages; `left` says why there is
    no translation, "" where there is one.
    """

    block: Span
    language: str
    by: str = ""
    sentences: tuple[Sentence, ...] = ()
    left: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of a translation that a package finds improbable, next to the rest of the article.

    `kind` is "sentence", "words" or "end" (it would go on); `chance` and `usual` are the
    probability of a piece here and in the article, `source` the words that it stands for.
    """

    kind: str
    span: Span
    chance: float
    usual: float
    source: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence of a translation as the package of its pair reads it.

    `links` are (span in `source`, span of the text): where each word of the text comes from.
    """

    span: Span
    source: str
    by: str
    doubts: tuple[Doubt, ...] = ()
    links: tuple[tuple[Span, Span], ...] = ()

    def moved(self, to: Callable[[Span], Span]) -> Scored:
        """Return the score with every span of the text where `to` puts it."""
        doubts = tuple(replace(doubt, span=to(doubt.span)) for doubt in self.doubts)
        links = tuple((one, to(two)) for one, two in self.links)
        return replace(self, span=to(self.span), doubts=doubts, links=links)


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its blocks and its protected spans, both sorted and disjoint, and its main locale.

    `boundaries` are those of the source, moved along: text inserted at one stands before it.
    `translations` are there in the pass that applies them, `scores` from the pass that asks for
    them on.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    protected: tuple[Span, ...] = ()
    locale: str = UNSURE
    boundaries: tuple[int, ...] = ()
    translations: tuple[Translation, ...] = ()
    scores: tuple[Scored, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the code point at `offset`, None between blocks."""
        index = bisect_right(self.blocks, offset, key=_block_start) - 1
        if index >= 0 and offset <= self.blocks[index].span.end:
            return self.blocks[index]
        return None

    def is_protected(self, start: int, end: int) -> bool:
        """Tell whether a protected span shares a code point with the range, or holds it."""
        protected = self.protected
        if not protected:
            return False
        index = bisect_right(protected, start, key=_span_start) - 1
        if index >= 0 and start < protected[index].end:
            return True
        return index + 1 < len(protected) and protected[index + 1].start < end

    def edited(self, edits: Sequence[Edit]) -> tuple[Document, OffsetMap]:
        """Return the document after sorted edits, its facts moved along, and the offset map."""
        if not edits:
            return self, OffsetMap()
        offsets = OffsetMap(edits)
        blocks = []
        for block in self.blocks:
            span = offsets.around(block.span)
            if span.end > span.start:  # a block whose text is gone is gone
                blocks.append(Block(span, block.kind, block.locale, block.confidence, block.source))
        protected = tuple(offsets.to_after(span) for span in self.protected)
        text = apply_edits(self.text, edits)
        boundaries = tuple(_moved(self.boundaries, edits))
        scores = tuple(scored.moved(offsets.around) for scored in self.scores)
        after = Document(text, tuple(blocks), protected, self.locale, boundaries, (), scores)
        return after, offsets


def _moved(boundaries: Sequence[int], edits: Sequence[Edit]) -> Iterator[int]:
    """Yield where the boundaries are after sorted edits, none of which lies across one."""
    shift = number = 0
    for at in boundaries:
        while number < len(edits) and edits[number].span.end <= at:
            shift += len(edits[number].replacement) - len(edits[number].span)
            number += 1
        yield at + shift


def _block_start(block: Block) -> int:
    return block.span.start


def _span_start(span: Span) -> int:
    return span.start
