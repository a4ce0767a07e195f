"""A German or Czech ordinal before its noun: the 21. century."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="An ordinal has its ending in English, not a point: the 21st century.",
    why="Languages that mark ordinals by a point leave it behind, and it reads as a full stop.",
    source="Chicago Manual of Style 17, 9.6",
    category="linguistic-conventions",
    locales=("en",),
    gate=r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) [0-9]{1,3}\. [a-z]",
    examples=(
        Example(
            before="It was built in the 19. century.",
            after="It was built in the 19th century.",
        ),
        Example(
            before="The 21. meeting and her 3. win.",
            after="The 21st meeting and her 3rd win.",
        ),
        Example(before="He died in the 112. minute.", after="He died in the 112th minute."),
        Example(keep="He was the last of the 12. iPhone sales fell."),
        Example(keep="She won all of the 19. Then it rained."),
        Example(keep="It was built in the 19th century."),
    ),
)

POINT = (
    r"(?<=(?<!\w)(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) )([1-9][0-9]{0,2})\."
    r"(?=[ \u00a0][a-z]{2,20}(?!\w|\.\w))"
)
ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each ordinal with a point before a word in lower case."""
    for match in compiled(POINT).finditer(context.text):
        number = match[1]
        teen = number[-2:-1] == "1"
        wanted = number + ("th" if teen else ENDINGS.get(number[-1], "th"))
        message = f"The ordinal “{match[0]}” is written “{wanted}”"
        yield rule.finding(context.text, match.start(), match.end(), wanted, message)
