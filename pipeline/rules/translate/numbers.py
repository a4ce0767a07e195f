"""Numbers that changed on the way."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import marked

RULE = Rule(
    summary="A translation has the numbers of its source.",
    why="A number that changed on the way is wrong, and nobody sees it.",
    source="MQM, number",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Le 12 mai 1999 il parle.",
            lang="fr",
            to="en",
            engine=(
                (
                    "Le 12 mai 1999 il parle.",
                    "On 13 May 1999 he speaks.",
                    "numbers",
                    "12 became 13",
                ),
            ),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "numbers", "Yes"),),
            why="nothing was translated",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for span, words in marked(context, "numbers"):
        message = f"the numbers of this sentence differ: {words}"
        yield rule.finding(context.text, span.start, span.end, None, message)
