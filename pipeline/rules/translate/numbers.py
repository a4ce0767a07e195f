"""Numbers that changed on the way."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

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

find = flagged({"numbers": "the numbers of this sentence differ: {}"})
