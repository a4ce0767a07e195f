"""The English between two languages."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="The English in between is shown, where a translation went by way of English.",
    why="Most mistakes of such a translation are made on the first half of the way.",
    source="Argos packages, most of which translate from or into English",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="Le maire parle.",
            lang="fr",
            to="de",
            engine=(
                ("Le maire parle.", "Der Bürgermeister spricht.", "", "", "The mayor speaks."),
            ),
        ),
        Example(
            keep="The mayor speaks.", lang="en", to="en", engine=(("Oui.", "Yes.", "", "", "Yes"),)
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for one in context.document.translations:
        english = " ".join(sentence.english for sentence in one.sentences if sentence.english)
        if english:
            message = f"the English in between was: {english}"
            yield rule.finding(context.text, one.block.start, one.block.end, None, message)
