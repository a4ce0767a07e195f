"""A sentence that came back as it was."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

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

find = flagged({"same": "the translation is the same as the source"})
