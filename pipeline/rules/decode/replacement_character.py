"""U+FFFD in the text is where a character was lost."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="U+FFFD marks a character that was lost; an apostrophe in a contraction is offered.",
    why="What stood there is not in the text. Only in 'don�t' can it be told.",
    source="The Unicode Standard, 3.9: U+FFFD stands for what could not be decoded",
    category="accuracy",
    safety=Safety.SUGGEST,
    gate="\ufffd",
    examples=(
        Example(before="We don�t know.", after="We don’t know."),
        Example(before="They�re here; it�s late.", after="They’re here; it’s late."),
        Example(flag="Andr� spoke."),
        Example(flag="���"),
        Example(keep="André spoke?"),
    ),
)
_LOST = (
    r"(?<apostrophe>(?<=[a-z]n)\ufffd(?=t\b)|(?<=[A-Za-z])\ufffd(?=(?:s|re|ve|ll|m|d)\b))|\ufffd+"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_LOST).finditer(text):
        start, end = match.start(), match.end()
        if match["apostrophe"]:
            yield rule.finding(text, start, end, "\u2019", "a lost character, likely an apostrophe")
            continue
        what = "a character was" if end - start == 1 else f"{end - start} characters were"
        yield rule.finding(text, start, end, None, f"{what} lost here before this text was made")
