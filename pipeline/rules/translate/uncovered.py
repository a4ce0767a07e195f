"""Words that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import marked

RULE = Rule(
    summary="All words of a sentence are translated.",
    why="The decoder looked at none of these words: a clause is likely to be missing.",
    source="MQM, omission",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Le maire parle de la ville.",
            lang="fr",
            to="en",
            engine=(
                ("Le maire parle de la ville.", "The mayor speaks.", "uncovered", "de la ville"),
            ),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "uncovered", "Yes"),),
            why="nothing was translated",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for span, words in marked(context, "uncovered"):
        message = f"nothing in the translation stands for {words!r}"
        yield rule.finding(context.text, span.start, span.end, None, message)
