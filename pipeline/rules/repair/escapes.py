"""Terminal escape sequences are removed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, findings

RULE = Rule(
    summary="Terminal escape sequences are removed.",
    why="They colour the output of a program; in an article they print as '[1m'.",
    source="ECMA-48, 5.4: control sequences",
    category="design-and-markup",
    gate="\x1b",
    examples=(
        Example(before="\x1b[1mBreaking:\x1b[0m talks fail.", after="Breaking: talks fail."),
        Example(before="\x1b[38;5;196mHeute\x1b[m im Rat.", after="Heute im Rat.", lang="de"),
        Example(
            before="See \x1b]8;;https://a.example\x07the report\x1b]8;;\x07 for more.",
            after="See the report for more.",
            why="a hyperlink as terminals write it",
        ),
        Example(keep="He cited [1m of 3m] as the depth."),
    ),
)
_SEQUENCE = re.compile(
    "(?:\x1b(?:\\[[0-9;?]{0,40}[A-Za-z]|\\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\\\)))+"
)


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    for match in _SEQUENCE.finditer(line):
        shown = match[0][:20].replace("\x1b", "ESC ")
        yield Repair(match.start(), match.end(), "", f"{shown!r} steers a terminal: removed")


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
