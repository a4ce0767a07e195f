"""The space between a full stop and the quotation that follows it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A space stands between a sentence and a quotation beside it.",
    why="The machine translates sentence by sentence and joins them without the space.",
    source="Chicago Manual of Style 17, 2.9 and 6.9",
    category="design-and-markup",
    locales=("en",),
    gate=r"[\p{Ll}0-9%][.!?,][\"\u201c\u201d]\p{Lu}",
    examples=(
        Example(
            before='It is late."We must go," she said.', after='It is late. "We must go," she said.'
        ),
        Example(before="“It is late.”She left.", after="“It is late.” She left."),
        Example(before='"It is late,"Anna said.', after='"It is late," Anna said.'),
        Example(before='He is 72."We ran," he said.', after='He is 72. "We ran," he said.'),
        Example(keep='It is late. "We must go." She left.'),
        Example(keep='He wrote print."Late" in the file a."B"c.'),
    ),
)

_MEETS = (
    r"(?<=(?:\p{Ll}{2}|[0-9]%?)(?P<stop>[.!?,]))(?P<mark>[\"\u201c\u201d])"
    r"(?=(?:\p{Lu}\p{Ll}*|I)(?:['\u2019]\p{Ll}+)?,?[ ]\p{L})"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_MEETS).finditer(text):
        start, end = match.start(), match.end()
        line = text[text.rfind("\n", 0, start) + 1 : start]
        inside = line.count('"') % 2 == 1 or line.count("\u201c") > line.count("\u201d")
        if inside != (match["mark"] == "\u201d") and match["mark"] != '"':
            continue  # the marks of the line do not add up
        if match["stop"] == "," and not inside:
            continue
        at = end if inside else start
        message = "a space is missing beside the quotation mark"
        yield rule.finding(text, at, at, " ", message)
