r"""A line break that was written out as a backslash and a letter."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A line break is a line break.",
    why="The sign for one in a JSON or program text was copied as two characters.",
    source="RFC 8259, section 7",
    category="design-and-markup",
    safety=Safety.SUGGEST,
    gate=r"[.!?\"\u201d)](?:\\r)?\\n",
    examples=(
        Example(
            before="He won the seat.\\n\\nHis rival conceded.\n\nIt rained.",
            after="He won the seat.\n\nHis rival conceded.\n\nIt rained.",
        ),
        Example(keep="Look in C:\\new and C:\\Nodes\\nOld, or write \\n for a line."),
    ),
)

_BREAK = r"(?<=[.!?\"\u201d)])(?:(?:\\r)?\\n){1,4}(?=[\p{Lu}\p{N}\"\u201c]\p{Ll}*[ ,])"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    line = "\r\n" if "\r\n" in text else "\n"
    for match in compiled(_BREAK).finditer(text):
        message = f"{match[0]!r} is a line break that was written out"
        after = line * min(2, match[0].count("n"))
        yield rule.finding(text, match.start(), match.end(), after, message)
