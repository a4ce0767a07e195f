"""A name of the glossary that the source has and its translation has not, in any form."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.glossary.abroad import Name, names_abroad
from pipeline.glossary.folding import fold
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import aligned_sentences, quoted, source_language

RULE = Rule(
    summary="A name of the source is in its translation.",
    why="Machines translate a name as a word, or lose it.",
    source="MQM, omission and mistranslation of named entities",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="The minister flew on Monday to meet the mayor.",
            source_lang="uk",
            source_text="Міністр у понеділок полетів до Харкова на зустріч з мером.",
            lang="en",
        ),
        Example(
            keep="The minister flew to Kharkiv on Monday. Odesa's mayor was there.",
            source_lang="uk",
            source_text="Міністр у понеділок полетів до Харкова. Мер Одеси був там.",
            lang="en",
        ),
        Example(
            keep="The minister flew there on Monday.",
            source_lang="uk",
            source_text="Міністр полетів туди в понеділок.",
            lang="en",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    pairs = context.once(aligned_sentences)
    if not pairs:
        return
    source = source_language(context)
    for at, pair in enumerate(pairs):
        if not pair.source or not pair.text:
            continue
        language = context.locale_of(pair.block).language
        near = " ".join(other.text for other in pairs[max(0, at - 1) : at + 2])
        shown = fold(near)
        for name, seen in names_abroad(context.plan.glossary, language, source).names_in(
            pair.source
        ):
            if not _stands_in(name, shown):
                message = (
                    f"{quoted(seen)} of the source is not here as {name.preferred}: "
                    f"{quoted(pair.source)} ({name.concept})"
                )
                yield rule.finding(context.text, pair.start, pair.end, None, message)


def _stands_in(name: Name, text: str) -> bool:
    """Tell whether some form of a name, or a word made from it, stands in a folded text."""
    return any(_stem(fold(word)) in text for form in name.here for word in form.split()[-1:])


def _stem(word: str) -> str:
    """Return what the forms of a word share: Ukrain of Ukraine and Ukrainian."""
    return word if len(word) < 5 else word[: max(4, len(word) - 2)]
