"""The names of organisations that are read as words and written in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._names import ACRONYMS, STATES
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import (
    GATE_LEFT,
    GATE_RIGHT,
    LEFT,
    RIGHT,
    capitalised_words,
    opens_quotation,
)

RULE = Rule(
    summary="The acronym of an organisation has capitals.",
    why="The machine copies the small letters of its source, or takes the name for a word.",
    source="Chicago Manual of Style 17, 10.6; official sites of the organisations",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"{GATE_LEFT}(?:{ACRONYMS}){GATE_RIGHT}|[Tt]he (?:us|uk|eu|un){GATE_RIGHT}",
    examples=(
        Example(
            before="The alliance nato will send ships, unicef said.",
            after="The alliance NATO will send ships, UNICEF said.",
        ),
        Example(
            before="Nato met. The pro-nato party won.",
            after="Nato met. The pro-Nato party won.",
            why="the article prints it as a word",
        ),
        Example(
            before="The us dollar fell, the eu said.", after="The US dollar fell, the EU said."
        ),
        Example(before="It fell against the us dollar.", after="It fell against the US dollar."),
        Example(
            before="The U.S. said the us army left.", after="The U.S. said the U.S. army left."
        ),
        Example(keep="It is the us-versus-them mood, and the us in trust."),
        Example(keep="See www.nato.int, #nato and @unicef, or ask for “nato” in small letters."),
        Example(keep="he joined nato, she wrote", why="a text without capitals"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(rf"{LEFT}(?:{ACRONYMS}|{STATES}){RIGHT}").finditer(text):
        if not is_cased(context, match.start()) or opens_quotation(text, match.start()):
            continue
        word = match[0].capitalize()
        after = word if word in context.once(capitalised_words) else match[0].upper()
        dotted = ".".join(after) + "."
        after = dotted if len(after) == 2 and dotted in text else after
        message = f"{after} is the name of an organisation"
        yield rule.finding(text, match.start(), match.end(), after, message)
