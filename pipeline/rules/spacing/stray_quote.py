"""A quotation mark that stands alone behind the last one of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import read_article

RULE = Rule(
    summary="A quotation closes once.",
    why="The machine closes a quotation with its sentence and copies the mark of the source too.",
    source="36 in translated articles, 4 in as many human ones (WMT news tests)",
    category="design-and-markup",
    gate=r"[.!?\u2026][\"\u201d\u00bb][ \u00a0][\"\u201d\u00bb][ ]*(?:[\r\n]|\z)",
    examples=(
        Example(before='He said: "It will be better." "', after='He said: "It will be better."'),
        Example(before="“It is over.” ”\n\nShe left.", after="“It is over.”\n\nShe left."),
        Example(
            keep='He said: "They call it "The Gate." "',
            why="the last mark closes the outer quotation",
        ),
        Example(keep='"It is over," he said. "We know it." "We know."'),
    ),
)

_LAST = r"(?<=[.!?\u2026][\"\u201d\u00bb])[ \u00a0][\"\u201d\u00bb](?=[ ]*(?:[\r\n]|\Z))"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for reading in context.once(read_article):
        odd = [mark for mark in reading.quotation.odd if mark.double]
        if len(odd) != 1:
            continue  # every mark has its partner, or more went wrong
        start, end = reading.block.span.start, reading.block.span.end
        for match in compiled(_LAST).finditer(text, start, min(end + 1, len(text))):
            message = "the quotation was closed before; this mark closes nothing"
            yield rule.finding(text, match.start(), match.end(), "", message)
