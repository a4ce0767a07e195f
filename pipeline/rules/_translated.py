"""What the decoder says of the sentences that are being translated, for the rules about it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.text import Span


def marked(context: Context, kind: str) -> Iterator[tuple[Span, str]]:
    """Yield (span of the source, words) of each doubt of a kind."""
    for one in context.document.translations:
        for sentence in one.sentences:
            for mark in sentence.marks:
                if mark.kind == kind:
                    yield mark.span, mark.words
