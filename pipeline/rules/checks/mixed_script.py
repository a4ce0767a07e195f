"""A word that is half Latin, half Cyrillic, where look-alikes do not explain it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.leftovers.homoglyph import mixed_words

RULE = Rule(
    summary="A word is written in one script.",
    why="The machine romanised half of a name and left the rest.",
    source="Observed in machine-translated news",
    category="accuracy",
    safety=Safety.FLAG,
    gate="[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]",
    examples=(
        Example(flag="The song “Shchedрик” is old."),
        Example(keep="The songs “Щедрик” and Shchedryk are old."),
        Example(keep="Он купил SMSку в «ВТБ-Travel».", lang="ru", why="a borrowed stem"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for start, end in mixed_words(context.text):
        if context.locale_at(start).script == "Latn":
            message = f"{context.text[start:end]!r} mixes Latin and Cyrillic letters"
            yield rule.finding(context.text, start, end, None, message)
