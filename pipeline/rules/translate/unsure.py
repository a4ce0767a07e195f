"""Words that the decoder doubts."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import marked

RULE = Rule(
    summary="A translation that the decoder doubts is read again.",
    why="These words have a far lower probability than the others of the article.",
    source="MQM, mistranslation",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Un avocat parle.",
            lang="fr",
            to="en",
            engine=(("Un avocat parle.", "An avocado speaks.", "unsure", "avocado"),),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "unsure", "Yes"),),
            why="nothing was translated",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for span, words in marked(context, "unsure"):
        message = f"the decoder is not sure of {words!r}"
        yield rule.finding(context.text, span.start, span.end, None, message)
