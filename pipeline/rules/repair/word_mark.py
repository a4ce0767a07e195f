"""The mark that SentencePiece sets where a word starts."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="The mark of a word's start is a space.",
    why="SentencePiece writes U+2581 for the space before a word and forgot to turn it back.",
    source="Kudo and Richardson, SentencePiece, 2018",
    category="design-and-markup",
    gate="\u2581",
    examples=(
        Example(before="\u2581The\u2581library opens.", after="The library opens."),
        Example(before="He said: \u2581no.", after="He said: no."),
        Example(keep="The week in prices: \u2581\u2582\u2583\u2585\u2583\u2581 so far."),
    ),
)

# Block elements beside it make it part of a drawn curve.
_MARK = r"(?<![\u2580-\u2588])\u2581(?=[^\s\u2580-\u2588])"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for match in compiled(_MARK).finditer(context.text):
        before = context.text[match.start() - 1 : match.start()]
        wanted = "" if not before or before.isspace() else " "
        message = "U+2581 marks the start of a word"
        yield rule.finding(context.text, match.start(), match.end(), wanted, message)
