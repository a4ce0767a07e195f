"""What a rule sees: the document of its pass, its locales, and the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from pipeline.document import Block, Document, Source
from pipeline.house import House
from pipeline.locale import Locale
from pipeline.plan import Plan

T = TypeVar("T")


class Context:
    """One document on its way through the passes; a reading is made once and then shared."""

    __slots__ = ("_readings", "document", "locale", "plan", "source", "text")

    def __init__(self, document: Document, plan: Plan, source: Source) -> None:
        self.document = document
        self.text = document.text
        self.plan = plan
        self.source = source
        self.locale: Locale = plan.locale(document.locale)
        self._readings: dict[object, object] = {}

    @property
    def house(self) -> House:
        """The house style of the plan."""
        return self.plan.house

    @property
    def has_source(self) -> bool:
        """Whether the source text of the article, or of a block, is known."""
        return self.once(_has_source)

    def locale_at(self, offset: int) -> Locale:
        """Return the locale of the block at `offset`, the document's between blocks."""
        block = self.document.block_at(offset)
        return self.locale if block is None else self.locale_of(block)

    def locale_of(self, block: Block) -> Locale:
        """Return the locale of a block; one that is unsure has the facts of `root`."""
        return self.locale if block.locale == self.locale.tag else self.plan.locale(block.locale)

    def locales(self) -> tuple[Locale, ...]:
        """Return the locales that blocks of the document have, each once, in text order."""
        return self.once(_locales)

    def blocks(self) -> Iterator[tuple[Block, Locale]]:
        """Yield each block with its locale."""
        for block in self.document.blocks:
            yield block, self.locale_of(block)

    def once(self, read: Callable[[Context], T]) -> T:
        """Return `read(self)`, computed at the first call for this document."""
        if read not in self._readings:
            self._readings[read] = read(self)
        return self._readings[read]  # type: ignore[return-value]  # the key tells the type


def _has_source(context: Context) -> bool:
    given = (context.source.source_text or "").strip()
    return bool(given) or any(block.source for block in context.document.blocks)


def _locales(context: Context) -> tuple[Locale, ...]:
    tags = dict.fromkeys(block.locale for block in context.document.blocks)
    by_tag = {locale.tag: locale for locale in map(context.plan.locale, tags)}
    return tuple(by_tag.values())
