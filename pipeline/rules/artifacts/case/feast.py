"""The names of feasts in English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._names import FEASTS
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import (
    GATE_LEFT,
    GATE_RIGHT,
    LEFT,
    RIGHT,
    capitalise,
    opens_quotation,
)

RULE = Rule(
    summary="The name of a feast has a capital.",
    why="Spanish, Russian, Turkish and others write it small, and the machine copies.",
    source="Chicago Manual of Style 17, 8.89",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"{GATE_LEFT}(?:{FEASTS}){GATE_RIGHT}",
    examples=(
        Example(
            before="The christmas market opens; at easter and on new year's eve it is shut.",
            after="The Christmas market opens; at Easter and on New Year's Eve it is shut.",
        ),
        Example(keep="See #christmas and www.christmas.example, a “christmas” of songs."),
        Example(keep="we met at easter, it rained", why="a text without capitals"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(rf"{LEFT}(?:{FEASTS}){RIGHT}").finditer(text):
        if not is_cased(context, match.start()) or opens_quotation(text, match.start()):
            continue
        after = " ".join(capitalise(word, "en") for word in match[0].split(" "))
        message = f"{after} is the name of a feast"
        yield rule.finding(text, match.start(), match.end(), after, message)
