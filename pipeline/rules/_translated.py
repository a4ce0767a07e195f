"""What the decoder says of the sentences that are being translated, for the rules about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Rule

Find = Callable[[Context, Rule], Iterator[Finding | None]]


def flagged(messages: Mapping[str, str]) -> Find:
    """Return the `find` of a rule that flags doubts; a message, with {} for words, by kind."""

    def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
        for one in context.document.translations:
            for mark in (mark for sentence in one.sentences for mark in sentence.marks):
                if mark.kind in messages:
                    said = messages[mark.kind].format(mark.words)
                    yield rule.finding(context.text, mark.span.start, mark.span.end, None, said)

    return find
