"""A sentence that came back as it was."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import marked

RULE = Rule(
    summary="A translation differs from its source.",
    why="The machine gave a sentence back as it was.",
    source="MQM, untranslated",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Le maire parle encore.",
            lang="fr",
            to="en",
            engine=(("Le maire parle encore.", "Le maire parle encore.", "same", ""),),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "same", "Yes"),),
            why="nothing was translated",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for span, _ in marked(context, "same"):
        message = "the translation is the same as the source"
        yield rule.finding(context.text, span.start, span.end, None, message)
