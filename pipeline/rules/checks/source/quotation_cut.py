"""A quotation that ends earlier than in the source, or begins later."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import read_quotation
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import quoted, source_blocks, usual_length
from pipeline.text import Span

RULE = Rule(
    summary="A quotation is as long as in the source.",
    why="What is cut off a quotation is lost, or becomes the paper's own words.",
    source="MQM, omission; Observed in machine-translated news",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="“We will never sell,” the port to those who want to close it, said the mayor.",
            source_lang="fr",
            source_text="« Nous ne vendrons jamais le port à ceux qui veulent le fermer », a dit le maire.",
            lang="en",
        ),
        Example(
            flag="Der Bürgermeister sagte: „Wir werden den Hafen nie verkaufen.“",
            source_lang="en",
            source_text="The mayor said: “We will never sell the port to those who want to close it, and we will tell them so on Monday.”",
            lang="de",
        ),
        Example(
            keep="“We will never sell the port to those who want to close it,” said the mayor.",
            source_lang="fr",
            source_text="« Nous ne vendrons jamais le port à ceux qui veulent le fermer », a dit le maire.",
            lang="en",
        ),
        Example(
            keep="“We will never sell the port,” said the mayor, “to those who want to close it.”",
            source_lang="fr",
            source_text="« Nous ne vendrons jamais le port, a dit le maire, à ceux qui veulent le fermer. »",
            lang="en",
            why="what is inserted stands inside the marks in one language and outside in the other",
        ),
    ),
)

LEAST = 30  # code points of the source that a quotation has at least, and 20 that are missing
SHARE = 0.6  # of the length that it should have


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for block, source in source_blocks(context):
        text = context.text
        here = _quotations(text, block.span.start, block.span.end)
        there = _quotations(source, 0, len(source))
        if not there or len(here) != len(there):
            continue  # words between two quotations may be inside one in the other language
        usual = context.once(usual_length)
        for mine, theirs in zip(here, there, strict=True):
            expected = len(theirs) * usual
            if len(theirs) >= LEAST and len(mine) < min(SHARE * expected, expected - 20):
                said = quoted(theirs.of(source), 100)
                message = f"a quotation that is longer in the source: {said}"
                yield rule.finding(text, mine.start - 1, mine.end + 1, None, message)


def _quotations(text: str, start: int, end: int) -> list[Span]:
    """Return what stands between double marks, those inside another left out."""
    found: list[Span] = []
    for opening, closing in read_quotation(text, start, end).pairs:
        inside = found and opening.at < found[-1].end
        if opening.double and closing.double and not inside:
            found.append(Span(opening.at + 1, closing.at))
    return found
