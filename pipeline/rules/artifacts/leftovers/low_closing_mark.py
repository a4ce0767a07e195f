"""The low mark that opens a quotation, set where it closes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import low_style

RULE = Rule(
    summary="A quotation that opens low closes high.",
    why="The machine takes a mark with a space before it for one that opens.",
    source="CLDR delimiters; seen with online engines into German (WMT news tests)",
    category="linguistic-conventions",
    gate="[\\p{L}\\p{N}.!?][ \u00a0]\u201e(?:[,.;:!?)]|[ ]*(?:[\\r\\n]|\\z))",
    examples=(
        Example(
            before="„Wir gehen heute „, sagte sie. „Es ist Zeit.“",
            after="„Wir gehen heute“, sagte sie. „Es ist Zeit.“",
            lang="de",
        ),
        Example(before="„Řekl to „.", after="„Řekl to“.", lang="cs"),
        Example(keep="Er sagte: „Nein“, und „ja“.", lang="de"),
        Example(keep="The sign „ is low.", lang="en"),
    ),
)

_CLOSES = "(?<=[\\p{L}\\p{N}.!?])[ \u00a0]\u201e(?=[,.;:!?)]|[ ]*(?:[\\r\\n]|\\Z))"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_CLOSES).finditer(text):
        style = low_style(context.locale_at(match.start()))
        if style is not None:
            message = f"\u201e closes here: the mark is {style[1]}, without a space before it"
            yield rule.finding(text, match.start(), match.end(), style[1], message)
