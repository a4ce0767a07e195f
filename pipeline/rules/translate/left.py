"""A block that could not be translated."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A block that could not be translated is named.",
    why="The reader would meet another language, and nobody would know why.",
    source="MQM, untranslated",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(flag="Pardubice dnes.", lang="und", to="en", engine=(("Oui.", "Yes."),)),
        Example(keep="The mayor speaks.", lang="en", to="en", engine=(("Oui.", "Yes."),)),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for one in context.document.translations:
        if one.left:
            message = f"this block is not translated: {one.left}"
            yield rule.finding(context.text, one.block.start, one.block.end, None, message)
