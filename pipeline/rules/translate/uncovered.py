"""Words that the translation leaves out."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

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

find = flagged({"uncovered": "nothing in the translation stands for {!r}"})
