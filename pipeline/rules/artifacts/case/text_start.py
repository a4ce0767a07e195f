"""The first letter of an article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._sentences import DETERMINERS, SUBJECTS, is_paragraph
from pipeline.rules.artifacts.case._words import capitalise

RULE = Rule(
    summary="An article begins with a capital.",
    why="The machine drops the capital of some sentences; an extract may begin inside one, so "
    "only a whole sentence before other paragraphs counts.",
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
        Example(keep="the president left the hall without a word, an aide said on Monday."),
        Example(keep="the long road\n\nThe president left the hall without a word on Monday."),
        Example(keep="which the president left without a word at noon.\n\nHis aides followed."),
        Example(keep="the sea is wide and blue and deep, he sang.\n\nthe land is far."),
    ),
)

_FIRST = r"\p{Ll}+(?=[ \u00a0]\p{Ll})"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text, blocks = context.text, context.document.blocks
    if not text[:1].islower() or len(blocks) < 2 or not is_paragraph(context, 0):
        return
    word = compiled(_FIRST).match(text)
    language = context.locale_of(blocks[0]).language
    starters = DETERMINERS.get(language, frozenset()) | SUBJECTS.get(language, frozenset())
    if word is None or word[0] not in starters:
        return
    if all(text[block.span.start].isupper() for block in blocks[1:]):
        after = capitalise(word[0], language)
        message = f"an article begins with a capital: {after}"
        yield rule.finding(text, 0, word.end(), after, message)
