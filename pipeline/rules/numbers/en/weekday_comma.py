"""The comma between the weekday and an American date: Friday, March 31."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

RULE = Rule(
    summary="A comma parts the weekday from an American date.",
    why="Two words of time side by side are read twice: Friday, March 31.",
    source="AP Stylebook, dates; the comma is American custom, so elsewhere this is only suggested",
    category="style",
    safety=Safety.SUGGEST,
    locales=("en",),
    but_not=("en-GB",),
    gate=rf"day (?:{_MONTHS}) [0-9]",
    examples=(
        Example(
            before="They met on Friday March 31 in Rome.",
            after="They met on Friday, March 31 in Rome.",
        ),
        Example(
            before="It rose 5 percent on Friday March 31, and fell on Monday, April 3.",
            after="It rose 5 percent on Friday, March 31, and fell on Monday, April 3.",
        ),
        Example(
            flag="The centre was shut on Friday March 31 and on Monday, April 3.",
            why="a British spelling",
        ),
        Example(keep="They met on Friday, March 31 in Rome."),
        Example(keep="They met on Friday 31 March in Rome."),
    ),
)

_BARE = rf"(?<!\w)({_DAYS}) (?=(?:{_MONTHS}) [0-9]{{1,2}}(?![\w:]))"
_AMERICAN = (
    rf"{_DAYS}, (?:{_MONTHS}) [0-9]|(?:{_MONTHS}) [0-9]{{1,2}}, (?:19|20)[0-9]{{2}}|\bU\.S\."
)
_BRITISH = (
    r"\b(?:centres?|colours?|labour|defence|programmes?|theatres?|neighbours?|per cent|[a-z]+isation"
    r"|(?:organ|recogn|real|critic|apolog)ise[ds]?)\b"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    american = context.locale.is_a("en-US") or compiled(_AMERICAN).search(text) is not None
    sure = american and compiled(_BRITISH).search(text) is None
    for match in compiled(_BARE).finditer(text):
        message = f"American dates have a comma after {match[1]}"
        start, end = match.start(), match.end()
        safety = Safety.APPLY if sure else Safety.SUGGEST
        yield rule.finding(text, start, end, f"{match[1]}, ", message, safety=safety)
