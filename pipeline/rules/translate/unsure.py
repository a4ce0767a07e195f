"""Words that the decoder doubts."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

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

find = flagged({"unsure": "the decoder is not sure of {!r}"})
