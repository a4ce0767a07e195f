"""Give each block the part of the source text that it stands for, where there is a source."""

from __future__ import annotations

from dataclasses import replace

from pipeline.align.article import Splitting, source_of_blocks
from pipeline.document import Document, Kind, Source
from pipeline.plan import Plan


def set_sources(document: Document, source: Source, plan: Plan) -> Document:
    """Return the document with the source of its blocks set; one that a format gave is kept."""
    text = source.source_text
    if not text or not text.strip():
        return document
    numbers = [
        number for number, block in enumerate(document.blocks) if block.kind is not Kind.CODE
    ]
    splitting = Splitting(
        plan.locale(source.source_lang or "").words.abbreviations,
        plan.locale(document.locale).words.abbreviations,
    )
    texts = [document.blocks[number].span.of(document.text) for number in numbers]
    blocks = list(document.blocks)
    parts = source_of_blocks(text, texts, splitting)
    known = {said: part for said, part in zip(texts, parts, strict=True) if part is not None}
    for number, said, part in zip(numbers, texts, parts, strict=True):
        if blocks[number].source is None:  # what the machine says twice stands for one part
            blocks[number] = replace(blocks[number], source=part or known.get(said))
    return replace(document, blocks=tuple(blocks))
