"""A result with a colon: Bayern won 2: 1."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="The sides of a result are joined by a hyphen in English: 2-1.",
    why="German and Slavic print writes 2:1, which English readers take for a time or a verse; "
    "a machine adds a space to it.",
    source="AP Stylebook, scores",
    category="locale-conventions",
    safety=Safety.SUGGEST,
    locales=("en",),
    gate=r"[0-9][ \u00a0]?:[ \u00a0]?[0-9]",
    examples=(
        Example(before="Bayern won 2: 1 in Dortmund.", after="Bayern won 2-1 in Dortmund."),
        Example(before="They lost the match 0 : 3.", after="They lost the match 0-3."),
        Example(before="Bayern won 3:1 in Mainz.", after="Bayern won 3-1 in Mainz."),
        Example(before="After a 2:0 win they left.", after="After a 2-0 win they left."),
        Example(keep="She won in 3:51 and he lost 2:05 to her."),
        Example(keep="They won 2: 1 from each side."),
        Example(keep="The ratio is 3:1, as in Luke 3:1."),
    ),
)

TOLD = (
    r"won|lost|beaten|drew|draws?|wins?|los(?:es?|ing)|winning|leads?|leading|led|ahead|victory|"
    r"defeat|ended|finished"
)
SCORE = (
    rf"(?=[0-9][ \u00a0]?:)(?:(?<=(?<!\w)(?:{TOLD})(?: \p{{L}}{{2,12}}){{0,2}} )"
    r"(?P<a>[0-9])[ \u00a0]?:[ \u00a0]?(?P<b>[0-9])"
    r"|(?<=(?<!\w)a )(?P<c>[0-9])[ \u00a0]?:[ \u00a0]?(?P<d>[0-9])"
    r"(?= (?:win|victory|defeat|draw|loss|lead|home|away)(?!\w)))"
    r"(?![\w:/-]|[.,][0-9]| (?:from|of)(?!\w))"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each result of two single digits."""
    for match in compiled(SCORE).finditer(context.text):
        wanted = f"{match['a'] or match['c']}-{match['b'] or match['d']}"
        message = f"The result “{match[0]}” is written “{wanted}” in English"
        yield rule.finding(context.text, match.start(), match.end(), wanted, message)
