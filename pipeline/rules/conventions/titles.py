"""Mr or Mr., through the whole article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.house import KEEP
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._titles import TITLE, title_counts
from pipeline.rules.conventions._majority import majority

RULE = Rule(
    summary="An article writes Mr or Mr., not both.",
    why="British papers leave the full stop out, American ones set it; the machine does both.",
    source="Guardian style guide; Associated Press Stylebook; 22 of 101 translated French articles "
    "mix them, no human one (WMT news tests)",
    category="locale-conventions",
    locales=("en",),
    gate=r"M(?:r|rs|s|x)\.?[ \u00a0][\p{Lu}]",
    examples=(
        Example(
            before="Mr Lee saw Mrs Lee. Mr Lee left. Then Mr. Poe came.",
            after="Mr Lee saw Mrs Lee. Mr Lee left. Then Mr Poe came.",
        ),
        Example(
            before="Mr. Lee met Ms Poe.", after="Mr. Lee met Ms. Poe.", house=(("titles", "Mr."),)
        ),
        Example(
            before="Mr. Lee met Mrs. Poe.", after="Mr Lee met Mrs Poe.", house=(("titles", "Mr"),)
        ),
        Example(keep="Mr Lee met Mrs Poe and saw the film “Mr. Robot” with Mr Poe and Ms Lee."),
        Example(keep="Mr. Lee met Mr Poe.", why="one against one is no majority"),
    ),
)

_IN_TITLE = r"[\"\u201c\u2018'\u00ab][ \u00a0]?\Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    if context.house.titles != KEEP:
        dot, safety = context.house.titles[2:], Safety.APPLY
        reason = "house style"
    else:
        chosen = majority(title_counts(context))
        if chosen is None:
            return
        dot, safety = chosen
        reason = "as most titles here"
    for match in compiled(TITLE).finditer(text):
        if match[2] == dot or compiled(_IN_TITLE).search(
            text[max(0, match.start() - 2) : match.start()]
        ):
            continue
        message = f"{match[0]!r} becomes {match[1] + dot!r}: {reason}"
        yield rule.finding(text, match.start(), match.end(), match[1] + dot, message, safety=safety)
