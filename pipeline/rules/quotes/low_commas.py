"""Two commas typed for a low opening quotation mark."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import choose_style, low_commas, low_style, read_article
from pipeline.text import minimal_edit

RULE = Rule(
    summary="A low quotation mark is one character and not two commas.",
    why="Typewriters and old corpora have no low mark, and engines copy what they learned.",
    source="CLDR delimiters; PWN, Zasady pisowni i interpunkcji: cudzysłów",
    category="design-and-markup",
    gate=r",,[^ ,\r\n]",
    examples=(
        Example(
            before="Nazwał to ,,błędem'' wczoraj.", after="Nazwał to „błędem” wczoraj.", lang="pl"
        ),
        Example(
            before='Mówił ,,nie", ,,tak" i szedł.', after="Mówił „nie”, „tak” i szedł.", lang="pl"
        ),
        Example(before="Řekl ,,ne'' a odešel.", after="Řekl „ne“ a odešel.", lang="cs"),
        Example(before='Er sagte ,,nein" und ging.', after="Er sagte „nein“ und ging.", lang="de"),
        Example(
            before='Napsal "ano" a "snad", pak ,,ne\'\'.',
            after='Napsal "ano" a "snad", pak "ne".',
            lang="cs",
            why="the article has straight marks",
        ),
        Example(keep="Er kam ,,sah und ging.", lang="de"),
        Example(keep="Kód ,,x a nic víc.", lang="cs", why="nothing closes it"),
        Example(
            before="The weekly ,,Kurier'' and the \"Post\" said so.",
            after='The weekly "Kurier" and the "Post" said so.',
            lang="en",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    found = context.once(low_commas)
    if not found:
        return
    others = any(
        mark.double
        for reading in context.once(read_article)
        for mark in (*[pair[0] for pair in reading.quotation.pairs], *reading.quotation.odd)
    )
    for match in found:
        style = low_style(context.locale_at(match.start()))
        if others or style is None:
            style = context.once(choose_style).style
        edits = [
            minimal_edit(context.text, match.start(), match.start() + 2, style[0]),
            minimal_edit(context.text, match.start("closing"), match.end("closing"), style[1]),
        ]
        message = f"two commas open {match['inside']!r}; the mark is {style[0]}"
        yield rule.joint_finding(edits, message)
