"""A name of the glossary on its way through a translation."""

from __future__ import annotations

from pipeline.finding import Safety
from pipeline.rule import Example, Rule
from pipeline.rules._translated import flagged

RULE = Rule(
    summary="A name of the source stands in the translation as the glossary prints it.",
    why="A decoder translates surnames, and spells places as its training did.",
    source="the row's own source; the rungs of a ladder: present, aligned, carried, missing",
    category="terminology",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Claus Kleber parle.",
            lang="fr",
            to="en",
            engine=(
                (
                    "Claus Kleber parle.",
                    "Claus Kleber speaks.",
                    "name aligned",
                    "adhesive became Kleber",
                ),
            ),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("Oui.", "Yes.", "name missing", "Yes"),),
            why="nothing was translated",
        ),
    ),
)

find = flagged(
    {
        "name aligned": "the name was put where the attention of the decoder says it stands: {}",
        "name carried": "the name was translated as another that the model knows, and {}",
        "name missing": "the translation should have the name {}, and nothing says where",
    }
)
