"""The names of countries and cities in English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._names import (
    DOUBTFUL_PLACES,
    GUARDED_PLACES,
    PLACES,
    WIDE_PLACES,
)
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import (
    GATE_LEFT,
    GATE_RIGHT,
    LEFT,
    RIGHT,
    capitalised_words,
    opens_quotation,
)

_BEFORE = "in|to|from|with|against|between|and|by|of"
_WORD = (
    rf"{LEFT}(?:{WIDE_PLACES}|{PLACES}|{GUARDED_PLACES}|"
    rf"(?P<doubtful>(?<=\b(?:{_BEFORE}) )(?:{DOUBTFUL_PLACES})(?!-))){RIGHT}"
)

RULE = Rule(
    summary="Countries and cities have a capital.",
    why="The machine copies the case of a careless source, or loses it with a rare spelling.",
    source="CLDR, English territory names, as shipped with Babel 2.18",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"{GATE_LEFT}(?:{WIDE_PLACES}|{PLACES}|{GUARDED_PLACES}|"
    rf"(?:{_BEFORE}) (?:{DOUBTFUL_PLACES})){GATE_RIGHT}",
    examples=(
        Example(
            before="The minister flew to france and germany.",
            after="The minister flew to France and Germany.",
        ),
        Example(
            before="Talks in moscow failed, kyiv said.",
            after="Talks in Moscow failed, Kyiv said.",
        ),
        Example(
            before="Troops left north korea for new york.",
            after="Troops left North Korea for New York.",
        ),
        Example(
            before="The pro-ukraine rally in berlin's centre.",
            after="The pro-Ukraine rally in Berlin's centre.",
        ),
        Example(
            flag="Officials in China said that trade with china had grown.",
            why="china is porcelain too; the name elsewhere in the article makes it likely",
        ),
        Example(keep="They served turkey on white china.", why="a bird and porcelain"),
        Example(keep="The guinea pig sat on a brazil nut.", why="common words"),
        Example(keep="A chicken kiev and a coat of india rubber."),
        Example(keep="A cast in plaster of paris."),
        Example(keep="Read www.france.fr and mail info@moscow.ru."),
        Example(keep="we met in paris, it rained", why="a text without capitals"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_WORD).finditer(text):
        if not is_cased(context, match.start()):
            continue
        doubtful = match["doubtful"]
        after = " ".join(word[0].upper() + word[1:] for word in match[0].split(" "))
        if doubtful and after not in context.once(capitalised_words):
            continue
        unsure = doubtful or opens_quotation(text, match.start())
        safety = Safety.SUGGEST if unsure else Safety.APPLY
        message = f"{after} is the name of a place"
        yield rule.finding(text, match.start(), match.end(), after, message, safety=safety)
