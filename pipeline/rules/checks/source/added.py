"""A paragraph or a sentence of the translation that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Kind
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import aligned_sentences, is_much_longer
from pipeline.rules.checks.source.left_out import LEAST

_FRENCH = (
    "Le conseil a fermé le pont lundi matin après une longue inspection. "
    "Les riverains protestent contre le bruit."
)

RULE = Rule(
    summary="Every paragraph and every sentence of the translation is in the source.",
    why="Machines go on writing where the source has ended, or say a headline twice.",
    source="MQM, addition",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="The council closed the bridge on Monday morning after a long inspection. "
            "Subscribe to our newsletter for all 24 stories of the day. "
            "The residents protest against the noise.",
            source_lang="fr",
            source_text=_FRENCH,
            lang="en",
        ),
        Example(
            flag="The bridge is closed\n\nThe bridge is closed to traffic\n\n"
            "The residents protest against the noise of the buses.",
            source_lang="fr",
            source_text="Le pont est fermé\n\nLes riverains protestent contre le bruit des bus.",
            lang="en",
        ),
        Example(
            keep="The council closed the bridge on Monday morning. It had been inspected for long. "
            "The residents protest against the noise.",
            source_lang="fr",
            source_text=_FRENCH,
            lang="en",
            why="one sentence has become two",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    pairs = context.once(aligned_sentences)
    if not pairs:
        return
    for pair in pairs:
        if not pair.source and len(pair.text) >= LEAST and is_much_longer(context, pair.block):
            message = "no sentence of the source stands for this one"
            yield rule.finding(context.text, pair.start, pair.end, None, message)
    if context.source.source_text is None:
        return
    for block in context.document.blocks:
        if block.source is None and block.kind is not Kind.CODE and len(block.span) >= LEAST:
            message = f"no part of the source stands for this {block.kind}"
            yield rule.finding(context.text, block.span.start, block.span.end, None, message)
