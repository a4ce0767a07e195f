"""One style of apostrophes and single quotation marks in one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.analysis.quotation import Mark, Role
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.house import KEEP
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import read_article
from pipeline.text import Span, minimal_edit

STRAIGHT, CURLY = "'", "\u2019"
ENOUGH = 3  # apostrophes in a lone paragraph; of fewer, or as many of each, none is the exception

RULE = Rule(
    summary="An article has one form of the apostrophe, and one form of single quotation marks.",
    why="Machine translation mixes the straight and the curly form; human copy does not.",
    source="Mixed in 111 of 338 translated articles, in none of 164 human ones (WMT news tests)",
    category="locale-conventions",
    gate="['\u2019\u2018]",
    examples=(
        Example(
            before="It's Kyiv's plan, and it’s good.",
            after="It's Kyiv's plan, and it's good.",
        ),
        Example(
            before="He’s here, she’s there, it's over.", after="He’s here, she’s there, it’s over."
        ),
        Example(
            before="L'Europe n’a pas dit qu'elle paie.",
            after="L'Europe n'a pas dit qu'elle paie.",
            lang="fr",
        ),
        Example(
            before="He said ‘no’ and ‘yes’, then 'perhaps'.",
            after="He said ‘no’ and ‘yes’, then ‘perhaps’.",
        ),
        Example(keep="It's Kyiv's plan."),
        Example(keep="He saw ‘the deal’, and it's good.", why="each kind has one form"),
        Example(keep="He is 6' 2\" tall, and it’s late.", why="feet are no apostrophe"),
        Example(keep="It’s rock ’n’ roll from the '90s.", why="elisions are left alone"),
    ),
)

Pair = tuple[Mark, Mark]


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    if CURLY not in text and "\u2018" not in text and context.house.apostrophe == KEEP:
        return
    readings = [r for r in context.once(read_article) if r.locale.tag != "root"]
    inside = [mark for r in readings for mark in r.quotation.apostrophes if _is_inside(text, mark)]
    chars = Counter(mark.char for mark in inside)
    wanted, why = _choose(context, chars)
    one_block = len(context.document.blocks) == 1
    clear = len(inside) >= ENOUGH and chars[STRAIGHT] != chars[CURLY]
    enough = clear or not one_block or context.house.apostrophe != KEEP
    safety = Safety.APPLY if enough else Safety.SUGGEST
    for mark in inside if wanted else ():
        message = f"this apostrophe is {_name(mark.char)}; {why}"
        yield rule.finding(text, mark.at, mark.at + 1, wanted, message, safety=safety)
    pairs = [pair for r in readings for pair in r.quotation.pairs if _is_single(pair)]
    wanted, why = _choose(context, Counter(closing.char for _, closing in pairs))
    for opening, closing in pairs if wanted else ():
        yield _pair(rule, text, opening, closing, wanted, why)


def _is_inside(text: str, mark: Mark) -> bool:
    """Tell whether a mark stands between two letters.

    At the end of a word it may close a quotation, at the start it may be an elision.
    """
    known = mark.role is Role.APOSTROPHE and mark.char in (STRAIGHT, CURLY)
    around = text[mark.at - 1 : mark.at + 2] if mark.at else ""
    if not known or len(around) < 3 or not (around[0].isalpha() and around[2].isalpha()):
        return False
    return mark.at < 2 or text[mark.at - 2] not in (STRAIGHT, CURLY)  # rock 'n'roll


def _is_single(pair: Pair) -> bool:
    return (pair[0].char, pair[1].char) in (("'", "'"), ("\u2018", "\u2019"))


def _choose(context: Context, counts: Counter[str]) -> tuple[str, str]:
    """Return the form to keep and why: house style, the majority, or the first one found."""
    if context.house.apostrophe != KEEP:
        return (STRAIGHT if context.house.apostrophe == "straight" else CURLY), "house style"
    if len(counts) < 2:
        return "", ""
    most = max(counts.values())
    wanted = next(char for char in counts if counts[char] == most)
    return wanted, f"the article has {most} of {sum(counts.values())} {_name(wanted)}"


def _pair(
    rule: Rule, text: str, opening: Mark, closing: Mark, wanted: str, why: str
) -> Finding | None:
    first = "'" if wanted == STRAIGHT else "\u2018"
    edits = [
        minimal_edit(text, opening.at, opening.at + 1, first),
        minimal_edit(text, closing.at, closing.at + 1, wanted),
    ]
    span = Span(opening.at, closing.at + 1)
    return rule.joint_finding(edits, f"single marks are {_name(closing.char)}; {why}", span=span)


def _name(char: str) -> str:
    return "straight" if char == STRAIGHT else "curly"
