"""C1 controls are read as the Windows-1252 characters they were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, describe, findings

RULE = Rule(
    summary="A C1 control character becomes the Windows-1252 character of the same byte.",
    why="No article holds C1 controls; Windows-1252 was read as Latin-1.",
    source="HTML Living Standard, 13.2.5.80: numeric character references 0x80 to 0x9F",
    category="design-and-markup",
    gate="[\x80-\x9f]",
    examples=(
        Example(before="It\x92s late \x96 too late.", after="It’s late – too late."),
        Example(before="Er sagt: \x84Nein.\x93", after="Er sagt: „Nein.“", lang="de"),
        Example(before="It cost \x8050.", after="It cost €50."),
        Example(before="A \x81strange byte.", after="A strange byte.", why="0x81 has no character"),
        Example(keep="It’s late – too late."),
        Example(keep="€50 or £50"),
    ),
)
_C1 = re.compile("[\x80-\x9f]")


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    for match in _C1.finditer(line):
        char = match[0].encode("latin-1").decode("cp1252", "ignore")
        if char:
            message = f"the byte 0x{ord(match[0]):02X} is {describe(char)} in Windows-1252"
        else:
            message = f"U+{ord(match[0]):04X} is a control character: removed"
        yield Repair(match.start(), match.end(), char, message)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
