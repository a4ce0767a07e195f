"""A block in another language is translated."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A block that is not in the language asked for is translated.",
    why="The reader asked for one language, with --to.",
    source="Argos packages, decoded as argostranslate decodes them",
    category="accuracy",
    examples=(
        Example(
            before="Le maire parle.",
            after="The mayor speaks.",
            lang="fr",
            to="en",
            engine=(("Le maire parle.", "The mayor speaks."),),
        ),
        Example(
            keep="The mayor speaks.",
            lang="en",
            to="en",
            engine=(("The mayor speaks.", "Talks the mayor."),),
            why="it is in that language already",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for one in context.document.translations:
        edits = [edit for sentence in one.sentences for edit in sentence.edits]
        name = context.plan.locale(one.language).name or one.language
        message = f"translated from {name} by {one.by}"
        names = ", ".join(
            dict.fromkeys(
                mark.words
                for sentence in one.sentences
                for mark in sentence.marks
                if mark.kind == "name present"
            )
        )
        if names:
            message += f", with the names {names}"
        yield rule.joint_finding(edits, message, span=one.block)
