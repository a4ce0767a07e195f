"""The ending of an ordinal in figures: 21st, 22nd, 3rd, not 21th."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="An ordinal has the ending of its last word: 21st, 22nd, 23rd, 24th.",
    why="A machine puts th behind every figure, or copies er and ème from French.",
    source="Chicago Manual of Style 17, 9.6",
    category="linguistic-conventions",
    locales=("en",),
    gate=r"[Tt]he [0-9]{1,2}e |(?:[123](?:th|TH)|[04-9](?:st|nd|rd|ST|ND|RD)|1(?:nd|rd)|2(?:st|rd)|3(?:st|nd))|"
    r"1[123](?:st|nd|rd)|[0-9](?:er|ère|ème|eme|º|ª) ",
    examples=(
        Example(before="A dam of the 21th century.", after="A dam of the 21st century."),
        Example(
            before="He came in 22th place, she in 3th.", after="He came in 22nd place, she in 3rd."
        ),
        Example(before="The 12nd and the 101th visitor.", after="The 12th and the 101st visitor."),
        Example(before="THE 42TH PRESIDENT SPEAKS", after="THE 42ND PRESIDENT SPEAKS"),
        Example(
            before="The 1er regiment left the 5ème arrondissement.",
            after="The 1st regiment left the 5th arrondissement.",
        ),
        Example(before="The 16e district burned.", after="The 16th district burned."),
        Example(flag="Their 1er regiment left.", why="no article says that a noun follows"),
        Example(keep="The 11th, 12th, 13th, 21st, 111th and 112th came in."),
        Example(keep="The boxer weighs 11st 7lb, his rival 14st.", why="stones"),
        Example(keep="The code is x21th, the part A-3th."),
        Example(keep="They live on 42nd Street and 101st Avenue."),
    ),
)

WRONG = (
    r"(?<![\w.:/#-])(?P<number>(?:[0-9]{1,3},)?[0-9]{1,4})(?P<ending>st|nd|rd|th|ST|ND|RD|TH)(?!\w)"
)
FOREIGN = (
    r"(?<![\w.,:/#-])(?P<number>[1-9][0-9]?)(?P<ending>er|ère|ème|eme|º|ª|(?<=\b[Tt]he [0-9]{1,2})e)"
    r"(?=[ \u00a0]\p{Ll}{3})(?![ \u00a0](?:janvier|février|mars|avril|de[ \u00a0]))"
)
ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each ending that its figure cannot have."""
    text = context.text
    for match in compiled(WRONG).finditer(text):
        ending = _ending(match["number"])
        if ending != match["ending"].lower() and not _is_weight(match):
            upper = match["ending"].isupper()
            yield _finding(context, rule, match, ending.upper() if upper else ending, None)
    for match in compiled(FOREIGN).finditer(text):
        sure = text[max(0, match.start() - 4) : match.start()].lower() == "the "
        safety = Safety.APPLY if sure else Safety.SUGGEST
        yield _finding(context, rule, match, _ending(match["number"]), safety)


def _finding(
    context: Context, rule: Rule, match: Match, ending: str, safety: Safety | None
) -> Finding | None:
    wanted = match["number"] + ending
    message = f"The ordinal “{match[0]}” is written “{wanted}”"
    return rule.finding(context.text, match.start(), match.end(), wanted, message, safety=safety)


def _ending(number: str) -> str:
    return "th" if number[-2:-1] == "1" else ENDINGS.get(number[-1], "th")


def _is_weight(match: Match) -> bool:
    """Tell whether the figure may count stones: 11st, 12st."""
    return match["ending"] == "st" and len(match["number"]) <= 2
