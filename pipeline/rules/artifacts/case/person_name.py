"""The names of people in English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._names import GIVEN, PEOPLE, SURNAME_ENDS
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import (
    GATE_LEFT,
    GATE_RIGHT,
    LEFT,
    RIGHT,
    capitalised_words,
    opens_quotation,
)

_KNOWN = "|".join(name.capitalize() for name in PEOPLE.replace("y{1,2}", "yy?").split("|"))
_WORD = rf"{LEFT}(?:(?P<known>{PEOPLE}|(?:{GIVEN})(?= (?:{_KNOWN})\b))|[a-z]{{2,12}}(?:{SURNAME_ENDS})){RIGHT}"

RULE = Rule(
    summary="The name of a person has a capital.",
    why="The machine loses the capital where it cuts a name into pieces, or the source has none.",
    source="Chicago Manual of Style 17, 8.3",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"{GATE_LEFT}(?:{PEOPLE})[^a-z]|[^A-Za-z](?:{GIVEN}) [A-Z]|[a-z]{{2}}(?:{SURNAME_ENDS}){GATE_RIGHT}",
    examples=(
        Example(before="He read a book about obama.", after="He read a book about Obama."),
        Example(before="The leader, joe Biden, won.", after="The leader, Joe Biden, won."),
        Example(before="The leader, joe biden, won.", after="The leader, Joe Biden, won."),
        Example(keep="It was a cup of joe Bidenomics drank.", why="no surname"),
        Example(
            before="Kondratenko won. Later kondratenko's party lost.",
            after="Kondratenko won. Later Kondratenko's party lost.",
        ),
        Example(
            flag="The mayor, kondratenko, has resigned.",
            why="the ending makes it a surname, the article does not confirm it",
        ),
        Example(keep="He tried to rescue the woodchuck.", why="common words that end alike"),
        Example(keep="Write to @putin or to navalny@example.org."),
        Example(keep="It was posted by “kondratenko” on a forum.", why="a user name"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_WORD).finditer(text):
        if not is_cased(context, match.start()) or opens_quotation(text, match.start()):
            continue
        after = match[0].capitalize()
        sure = match["known"] or after in context.once(capitalised_words)
        safety = Safety.APPLY if sure else Safety.SUGGEST
        message = f"{after} is the name of a person"
        yield rule.finding(text, match.start(), match.end(), after, message, safety=safety)
