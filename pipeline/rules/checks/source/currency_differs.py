"""A sum of money that is in one currency in the source and in another here."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.align.currencies import other_currencies
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import aligned_sentences, quoted, source_language

RULE = Rule(
    summary="A sum keeps its currency.",
    why="Machines put the currency of their training for another: the same figure, another sum.",
    source="MQM, mistranslation: number",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="The bridge cost 5 million dollars.",
            source_lang="de",
            source_text="Die Brücke kostete 5 Mio. Euro.",
            lang="en",
        ),
        Example(
            flag="Le pont a coûté 5 millions de livres.",
            source_lang="en",
            source_text="The bridge cost €5m.",
            lang="fr",
        ),
        Example(
            keep="The bridge cost US$5 million, and the road 300 Swiss francs.",
            source_lang="de",
            source_text="Die Brücke kostete 5 Mio. Dollar, die Straße 300 Franken.",
            lang="en",
        ),
        Example(
            keep="The bridge cost $5.5 million (5 million euros).",
            source_lang="de",
            source_text="Die Brücke kostete 5 Mio. Euro.",
            lang="en",
            why="another sum",
        ),
        Example(
            keep="The book weighs 5 pounds and has 300 pages.",
            source_lang="fr",
            source_text="Le livre pèse 5 livres et a 300 pages.",
            lang="en",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    source = source_language(context)
    for pair in context.once(aligned_sentences):
        language = context.locale_of(pair.block).language
        for one, two in other_currencies(pair.source, pair.text, source, language):
            start, end = pair.start + two.start, pair.start + two.end
            seen, said = quoted(context.text[start:end]), quoted(one.of(pair.source))
            message = f"{seen} stands here, {said} in the source: {quoted(pair.source)}"
            yield rule.finding(context.text, start, end, None, message)
