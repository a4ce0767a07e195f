"""%, percent or per cent, through the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.house import KEEP
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.conventions._majority import majority

RULE = Rule(
    summary="An article writes %, percent or per cent, not two of them.",
    why="Papers differ; the machine takes one form here and another there.",
    source="Associated Press Stylebook (%), Chicago Manual of Style 17, 9.18 (percent), Guardian "
    "style guide (%); 19 of 109 translated articles mix them (WMT news tests)",
    category="locale-conventions",
    safety=Safety.SUGGEST,
    locales=("en",),
    gate=r"[0-9][ \u00a0]?(?:%|per ?cent)",
    examples=(
        Example(
            before="It rose 5% in May, 6% in June and 7 percent in July.",
            after="It rose 5% in May, 6% in June and 7% in July.",
        ),
        Example(
            before="It rose 5 percent, then 6 percent, then 7 per cent.",
            after="It rose 5 percent, then 6 percent, then 7 percent.",
        ),
        Example(
            before="It rose 5%, then 6 percent.",
            after="It rose 5 per cent, then 6 per cent.",
            house=(("percent", "per cent"),),
        ),
        Example(keep="It rose 5% and some percent more; a 7 percentage point gap."),
        Example(keep="It rose 5% or 6 percent.", why="one against one"),
    ),
)

_FORMS = r"(?<=\d)([ \u00a0\u202f]?)(%|per ?cent)(?!\w)"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    matches = list(compiled(_FORMS).finditer(context.text))
    if context.house.percent != KEEP:
        usual, safety = context.house.percent, Safety.APPLY
    else:
        chosen = majority(Counter(match[2] for match in matches))
        if chosen is None:
            return
        usual, safety = chosen[0], Safety.SUGGEST
    wanted = usual if usual == "%" else f" {usual}"
    for match in matches:
        if match[2] != usual:
            message = f"{match[2]!r} becomes {usual!r}, as mostly here"
            if safety is Safety.APPLY:
                message = f"{match[2]!r} becomes {usual!r}: house style"
            start, end = match.start(), match.end()
            yield rule.finding(context.text, start, end, wanted, message, safety=safety)
