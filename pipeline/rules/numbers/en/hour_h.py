"""A time of day with an h: 15h30."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import stands_after, stands_before
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A time of day has a colon in English: 15:30.",
    why="French, Portuguese and Spanish write 15h30, which English readers stumble over.",
    source="GOV.UK style guide, times; ISO 8601 for the 24-hour clock",
    category="locale-conventions",
    locales=("en",),
    gate=r"[0-9] ?[hH](?: ?[0-5][0-9]|[^0-9A-Za-z])",
    examples=(
        Example(before="It starts at 15h30.", after="It starts at 15:30."),
        Example(before="It starts at 9 h 30 GMT.", after="It starts at 9:30 GMT."),
        Example(before="From 14h00 to 18h15 it is open.", after="From 14:00 to 18:15 it is open."),
        Example(
            before="It opens at 14:05 and closes at 16h.",
            after="It opens at 14:05 and closes at 16:00.",
        ),
        Example(flag="They came after 16h and left before 20h.", why="or a duration"),
        Example(
            before="The curfew runs from 21h to 6h; shops open from 9h to 19h.",
            after="The curfew runs from 21:00 to 6:00; shops open from 9:00 to 19:00.",
        ),
        Example(keep="The wait fell from 21h to 6h.", why="durations"),
        Example(keep="They ran from 6h to noon, 24h a day; it took 16h."),
        Example(keep="He won the marathon in 2h05.", why="a duration"),
        Example(keep="After 12h30 of debate they left."),
        Example(keep="The 11h45 flight was full of people.", why="how long it took"),
        Example(keep="It starts at 15:30 in room 4H20.", why="a letter in a name"),
    ),
)

HOUR = r"(?<![\w.,:/+-])([01]?[0-9]|2[0-3])[ \u00a0]?[hH][ \u00a0]?([0-5][0-9])(?!\w|[.,:]\w)"
AT = (
    r"(?i:(?<!\w)(?:at|until|till|by|since|from|to|between|and|before|about|around|[a-z]+day,?"
    r"|yesterday|today|tomorrow) \Z)"
)
FULL = (
    r"(?<=(?<!\w)(?i:at|until|till|since|after|before) )([7-9]|1[0-9]|2[0-3])[ \u00a0]?h"
    r"(?![\w-]|[.,:/]\w|[ \u00a0][0-9])"
)
_OPENING = (
    r"\b(?i:curfew|open|opens|opened|closed|closes|shut|banned|forbidden|ban|daily|day|night|hours)\b"
    r"[^.;\r\n]{0,25}from [0-9]{1,2}[ \u00a0]?h"
)
# What stands before is looked at last: few texts have the hour.
RANGE = (
    r"(?<!\w)([01]?[0-9]|2[0-3])[ \u00a0]?h(?!\w)"
    rf"(?:(?= to (?:[01]?[0-9]|2[0-3])[ \u00a0]?h(?!\w))(?<={_OPENING})"
    rf"|(?<={_OPENING} to [0-9]{{1,2}}[ \u00a0]?h))"
)
ZONE = r"[ \u00a0](?:GMT|UTC|CET|CEST|BST|local|Paris|Moscow)(?!\w)"
LASTING = (
    r"[ \u00a0](?:of|long|flight|journey|trip|drive|ride|delay|race|film|later|after|ago)"
    r"(?!\w)"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each time of day; durations are left alone."""
    text = context.text
    for match in compiled(FULL).finditer(text):
        if not stands_after(LASTING, text, match.end()):
            wanted = f"{match[1]}:00"
            message = f"The time “{match[0]}” is written “{wanted}” in English"
            start, end = match.start(), match.end()
            sure = stands_before(r"(?<!\w)[Aa]t \Z", text, start, 4)
            safety = Safety.APPLY if sure else Safety.SUGGEST
            yield rule.finding(text, start, end, wanted, message, safety=safety)
    for match in compiled(RANGE).finditer(text):
        wanted = f"{match[1]}:00"
        message = f"The time “{match[0]}” is written “{wanted}” in English"
        yield rule.finding(text, match.start(), match.end(), wanted, message)
    for match in compiled(HOUR).finditer(text):
        if stands_after(LASTING, text, match.end()):
            continue
        zone = stands_after(ZONE, text, match.end())
        if not (zone or stands_before(AT, text, match.start())):
            continue
        # "to 6h30" may still be a duration when the hours are few
        likely = zone or int(match[1]) > 6 or stands_before(r"(?<!\w)at \Z", text, match.start())
        wanted = f"{match[1]}:{match[2]}"
        message = f"The time “{match[0]}” is written “{wanted}” in English"
        safety = Safety.APPLY if likely else Safety.SUGGEST
        yield rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)
