"""A time of day with a German Uhr: at 18:00 Uhr."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A time of day needs no Uhr in English: 18:00.",
    why="The machine takes the word for a name, or copies the whole phrase: um 18 Uhr.",
    source="GOV.UK style guide, times; ISO 8601 for the 24-hour clock",
    category="accuracy",
    locales=("en",),
    gate=r"[0-9][ \u00a0]Uhr",
    examples=(
        Example(before="The polls close at 18:00 Uhr.", after="The polls close at 18:00."),
        Example(before="It began um 18 Uhr in Bonn.", after="It began at 18:00 in Bonn."),
        Example(before="It starts at 18.30 Uhr.", after="It starts at 18:30."),
        Example(keep="The polls close at 18:00 in Uhrsleben."),
        Example(keep="She watched 20 Uhr Nachrichten.", why="a name"),
        Example(keep="There are 5 Uhren in the room, worth 40 Uhr."),
    ),
)

CLOCK = (
    r"(?<![\w.,:/-])(?P<um>[Uu]m )?(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9]))?"
    r"[ \u00a0]Uhr(?![\w-]|[ \u00a0]\p{Lu})"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each time with its Uhr."""
    for match in compiled(CLOCK).finditer(context.text):
        preposition = {"um ": "at ", "Um ": "At "}.get(match["um"] or "", "")
        wanted = f"{preposition}{match['hour']}:{match['minute'] or '00'}"
        message = f"The time “{match[0]}” is written “{wanted}” in English"
        yield rule.finding(
            context.text, match.start(), match.end(), wanted, message, safety=Safety.APPLY
        )
