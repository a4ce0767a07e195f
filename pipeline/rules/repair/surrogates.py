"""Halves of characters are joined; a half alone becomes U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, findings

RULE = Rule(
    summary="Two surrogates become the character they stand for; one alone becomes U+FFFD.",
    why="A surrogate is half of a UTF-16 character; no file can hold it.",
    source="The Unicode Standard, 3.8 Surrogates, D73 to D75",
    category="design-and-markup",
    gate="\ufffd",  # as which the gate reads a surrogate
    examples=(
        Example(before="Goal! \ud83d\ude00 Two nil.", after="Goal! \U0001f600 Two nil."),
        Example(before="Goal! \ud83d Two nil.", after="Goal! � Two nil."),
        Example(
            before="\ude00\ud83d is the wrong way round.",
            after="�� is the wrong way round.",
        ),
        Example(keep="Goal! \U0001f600 Two nil."),
    ),
)
_PAIR_OR_LONE = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    for match in _PAIR_OR_LONE.finditer(line):
        if len(match[0]) == 2:
            char = match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
            message = f"two halves of one character are joined: {char!r}"
        else:
            char = "\ufffd"
            message = f"U+{ord(match[0]):04X} is half of a character that was lost"
        yield Repair(match.start(), match.end(), char, message)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
