"""A paragraph or a headline in another language than its article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import UNSURE, Kind
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Every paragraph is in the language of the article.",
    why="The machine gave a segment back as it was; only a translation can replace it.",
    source="Observed in machine-translated news; MQM, untranslated",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="The council has met and it has decided that the bridge will stay closed.\n\n"
            "La mairie n'a pas encore annoncé le budget de l'an prochain pour les écoles.",
            lang="en",
        ),
        Example(
            flag="The council has met and it has decided that the bridge will stay closed.\n\n"
            "Міська рада ще не оголосила бюджет на наступний рік для шкіл.",
            lang="en",
        ),
        Example(
            keep="The council has met and it has decided that the bridge will stay closed.\n\n"
            "Place de la Concorde, Paris",
            lang="en",
        ),
        Example(keep="La mairie n'a pas encore annoncé le budget de l'an prochain.", lang="fr"),
    ),
)

LEAST = 3  # words; fewer may be a name or a motto


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    own = context.locale
    if own.tag == "root":
        return
    for block in context.document.blocks:
        if block.locale == context.document.locale or block.kind is Kind.CODE:
            continue
        other = context.locale_of(block)
        if block.locale == UNSURE or other.tag == "root" or other.language == own.language:
            continue
        start, end = block.span.start, block.span.end
        if len(context.text[start:end].split(None, LEAST)) < LEAST and own.script == other.script:
            continue
        message = f"this {block.kind} is in {other.name}, the article in {own.name}"
        yield rule.finding(context.text, start, end, None, message)
