"""The first letter of an article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._starts import text_start

RULE = Rule(
    summary="An article begins with a capital.",
    why="The machine drops the capital of some sentences; an extract may begin inside one, so "
    "only a whole sentence counts.",
    source="Chicago Manual of Style 17, 6.119",
    category="linguistic-conventions",
    examples=(
        Example(
            before="the president left the hall without a word.\n\nHis aides followed.",
            after="The president left the hall without a word.\n\nHis aides followed.",
        ),
        Example(
            before="wir verließen den Saal gestern ohne ein Wort.\n\nDie Berater folgten.",
            after="Wir verließen den Saal gestern ohne ein Wort.\n\nDie Berater folgten.",
            lang="de",
        ),
        Example(
            before="the president left the hall without a word. His aides followed.",
            after="The president left the hall without a word. His aides followed.",
        ),
        Example(
            before="the president left the hall without a word, an aide said on Monday.",
            after="The president left the hall without a word, an aide said on Monday.",
        ),
        Example(
            flag="the president has left the great hall without a word.",
            why="no capital shows that the text has any",
        ),
        Example(keep="the long road\n\nThe president left the hall without a word on Monday."),
        Example(keep="which the president left without a word at noon.\n\nHis aides followed."),
        Example(keep="the sea is wide and blue and deep, he sang.\n\nthe land is far."),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for one in context.once(text_start):
        message = f"an article begins with a capital: {one.after}"
        yield rule.finding(context.text, one.start, one.end, one.after, message, safety=one.safety)
