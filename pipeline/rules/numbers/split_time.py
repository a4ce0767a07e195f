"""A space inside a time of day: at 10: 30."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import stands_after, stands_before
from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A time of day has no space at its colon: 10:30.",
    why="A machine that cuts words at marks does not always put a time together again.",
    source="ISO 8601",
    category="locale-conventions",
    gate=r"[0-9](?:[ \u00a0]:[ \u00a0]?|:[ \u00a0])[0-5][0-9]",
    examples=(
        Example(
            before="The siren sounded at 10: 30 in Kiel.",
            after="The siren sounded at 10:30 in Kiel.",
        ),
        Example(before="It opens from 9 : 00 a.m. on.", after="It opens from 9:00 a.m. on."),
        Example(before="Es beginnt um 20: 15 Uhr.", after="Es beginnt um 20:15 Uhr.", lang="de"),
        Example(keep="They won 2: 10 of 12 votes were void, as in Luke 10: 30."),
        Example(keep="The list has three parts, in chapter 3: 15 of them."),
        Example(keep="At 10:30 they won 3:15."),
    ),
)

CLOCK = (
    r"(?<![\w.,:/-])(?<![0-9][ \u00a0])(?P<hour>[01]?[0-9]|2[0-3])[ \u00a0]?:[ \u00a0]?"
    r"(?P<minute>[0-5][0-9])(?![\w:/-]|[.,][0-9]|[ \u00a0]?:)"
)
AT = r"(?i:(?<!\w)(?:at|until|till|um|à|a las|alle|kl\.?|saat) \Z)"
HOUR = (
    r"[ \u00a0](?:[ap]\.?[ \u00a0]?m(?!\w)|GMT|CET|UTC|Uhr|(?:in the|this) (?:morning|afternoon|"
    r"evening)|local time|hrs)(?!\w)"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each time in pieces that a word shows to be one."""
    text = context.text
    for match in compiled(CLOCK).finditer(text):
        wanted = f"{match['hour']}:{match['minute']}"
        if match[0] == wanted:
            continue
        announced = stands_before(AT, text, match.start(), 8)
        if announced or stands_after(HOUR, text, match.end()):
            message = f"“{match[0]}” is a time of day: “{wanted}”"
            yield rule.finding(text, match.start(), match.end(), wanted, message)
