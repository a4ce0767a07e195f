"""A translation that repeats itself."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import marked

RULE = Rule(
    summary="A translation does not go round in circles.",
    why="A decoder that looks at one word for ever repeats what it said last.",
    source="MQM, addition",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Le maire parle.",
            lang="fr",
            to="en",
            engine=(("Le maire parle.", "The mayor blah blah blah.", "loop", "blah"),),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "loop", "Yes"),),
            why="nothing was translated",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for span, words in marked(context, "loop"):
        message = f"the translation repeats {words!r} over and over"
        yield rule.finding(context.text, span.start, span.end, None, message)
