"""A translation that was cut off."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

RULE = Rule(
    summary="A translation ends where the sentence does.",
    why="The decoder came to its limit before it came to an end, and cut the sentence off.",
    source="MQM, omission",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Le maire parle.",
            lang="fr",
            to="en",
            engine=(("Le maire parle.", "The mayor", "truncated", "The mayor"),),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "truncated", "Yes"),),
            why="nothing was translated",
        ),
    ),
)

find = flagged({"truncated": "the translation was cut off after {!r}"})
