"""A century in Roman figures: the XVI century."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Centuries are ordinals in English: the 16th century.",
    why="Romance and Slavic languages number centuries in Roman figures.",
    source="Chicago Manual of Style 17, 9.32; AP Stylebook, century",
    category="locale-conventions",
    safety=Safety.SUGGEST,
    locales=("en",),
    gate=r"[XVI](?:th|st|nd|rd)? [Cc]entur|[Cc]entury [XVI]",
    examples=(
        Example(before="It dates from the XVI century.", after="It dates from the 16th century."),
        Example(before="A hero of the XXIst century.", after="A hero of the 21st century."),
        Example(before="It dates from the century XIX.", after="It dates from the 19th century."),
        Example(
            flag="It sells Century III, from III century on, and the X century line.",
            why="no article, and a single letter, may be a name",
        ),
        Example(keep="It dates from the 16th century; Louis XIV came a century later."),
        Example(keep="In the XIX-XX centuries they read Century I of the book."),
    ),
)

ROMAN = r"X{0,2}(?:IX|IV|V?I{0,3})"
CENTURY = (
    rf"(?<![\w.-])(?:(?P<before>(?=[XVI]){ROMAN})(?:th|st|nd|rd)?[ \u00a0]"
    r"(?P<noun>[Cc]entury)(?!\w)|"
    rf"(?<=the )century[ \u00a0](?P<after>(?=[XVI]){ROMAN})(?![\w-]|\.\w))"
)
VALUES = {"I": 1, "V": 5, "X": 10}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a suggestion for each century."""
    for match in compiled(CENTURY).finditer(context.text):
        number = _value(match["before"] or match["after"])
        ending = "th" if 10 < number < 14 else ENDINGS.get(number % 10, "th")
        wanted = f"{number}{ending} {match['noun'] or 'century'}"
        message = f"“{match[0]}” is the {wanted}"
        yield rule.finding(
            context.text,
            match.start(),
            match.end(),
            wanted,
            message,
            safety=_safety(context, match),
        )


def _safety(context: Context, match: Match) -> Safety:
    """Apply where an article stands before two letters or more, and centuries exist."""
    before = context.text[max(0, match.start() - 12) : match.start()]
    roman = match["before"] or match["after"]
    announced = match["after"] or compiled(r"\b(?i:the|an?|early|late|mid)[ -]\Z").search(before)
    sure = announced and len(roman) > 1 and _value(roman) <= 21 and match["noun"] != "Century"
    return Safety.APPLY if sure else Safety.SUGGEST


def _value(roman: str) -> int:
    """Return the number of a Roman figure.

    >>> _value("XIX")
    19
    """
    values = [VALUES[figure] for figure in roman]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
