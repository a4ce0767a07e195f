"""A translation that repeats itself."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

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

find = flagged({"loop": "the translation repeats {!r} over and over"})
