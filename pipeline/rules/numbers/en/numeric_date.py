"""A date in figures with points: 20.12.2012."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import LABEL, stands_before
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A date in figures with points names its month in English copy.",
    why="Readers in London and New York read 1.2.2022 as two different days; points stand for "
    "day, month and year on the continent.",
    source="GOV.UK style guide, dates; AP Stylebook, dates",
    category="locale-conventions",
    safety=Safety.SUGGEST,
    locales=("en",),
    gate=r"[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}",
    examples=(
        Example(before="It ended on 20.12.2012.", after="It ended on 20 December 2012."),
        Example(before="It ends on 01.02.2022.", after="It ends on 1 February 2022."),
        Example(
            before="It ended on 20.12.2012.", after="It ended on December 20, 2012.", lang="en-US"
        ),
        Example(keep="Install version 1.12.2012 or 2.10.2001.5 now."),
        Example(keep="The address 10.12.2012.1 is taken."),
        Example(keep="It ended on 20.13.2012.", why="no such month"),
    ),
)

DATE = (
    r"(?<![\w.,:/-])(0?[1-9]|[12][0-9]|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)[0-9]{2})"
    r"(?!\w|[.,:/-]\w)"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a suggestion for each date; its order is day, month, year."""
    for match in compiled(DATE).finditer(context.text):
        if stands_before(LABEL, context.text, match.start()):
            continue
        locale = context.locale_at(match.start())
        day, year = str(int(match[1])), match[3]
        month = locale.dates.months[int(match[2]) - 1]
        british, american = f"{day} {month} {year}", f"{month} {day}, {year}"
        wanted, other = (american, british) if locale.is_a("en-US") else (british, american)
        message = f"“{match[0]}” is the day {british}"
        yield rule.finding(
            context.text, match.start(), match.end(), wanted, message, alternatives=(other,)
        )
