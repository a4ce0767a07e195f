"""A number of the source that the translation does not have, or the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from pipeline.align.numbers import Difference, difference
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import (
    Aligned,
    aligned_sentences,
    month_numbers,
    quoted,
    source_language,
    source_locale,
)
from pipeline.text import Span

RULE = Rule(
    summary="Every number of the source is in its translation, with the same value.",
    why="A figure that went missing or changed on the way is an error of fact.",
    source="MQM, mistranslation: number",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="The bridge cost 1.5 million euros.",
            source_lang="fr",
            source_text="Le pont a coûté 1,5 milliard d'euros.",
            lang="en",
        ),
        Example(
            flag="The council met and 25 people came.",
            source_lang="de",
            source_text="Der Rat tagte, und 26 Menschen kamen.",
            lang="en",
        ),
        Example(
            flag="The council met and people came.",
            source_lang="uk",
            source_text="Рада зібралася, і прийшли 26 людей.",
            lang="en",
        ),
        Example(
            flag="The council met and four people came.",
            source_lang="uk",
            source_text="Рада зібралася, і прийшло троє людей, три жінки.",
            lang="en",
        ),
        Example(
            keep="The council met for a couple of weeks, and they were on all fours.",
            source_lang="fr",
            source_text="Le conseil s'est réuni quinze jours durant, et ils étaient à quatre pattes.",
            lang="en",
            why="a number in words is missed beside another one only",
        ),
        Example(
            keep="The bridge cost 1.5 billion euros, and 30,000 people came at 2:30 p.m.",
            source_lang="fr",
            source_text="Le pont a coûté 1,5 Md€, et 30 000 personnes sont venues à 14h30.",
            lang="en",
        ),
        Example(
            keep="About half of the twenty-five trams of the 19th century still run, on 3 May.",
            source_lang="de",
            source_text="Etwa 50 % der 25 Trams des XIX. Jahrhunderts fahren noch am 3.5.",
            lang="en",
            why="words and signs say the same",
        ),
        Example(
            keep="The tower is 98 feet high.",
            source_lang="fr",
            source_text="La tour fait 30 mètres de haut.",
            lang="en",
            why="another unit",
        ),
        Example(
            keep="He was 90. The year was 1990.",
            source_lang="en",
            source_text="He was 91. The year was 1991.",
            lang="en",
            why="the same language is no translation",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    pairs = context.once(aligned_sentences)
    if not pairs:
        return
    source, mine = source_language(context), source_locale(context)
    for at, pair in enumerate(pairs):
        if not pair.source or not pair.text:
            continue
        locale = context.locale_of(pair.block)
        months = month_numbers(mine), month_numbers(locale)

        def compare(one: str, two: str) -> Difference:
            return difference(one, two, source, locale.language, months)  # noqa: B023 - used here

        found = compare(pair.source, pair.text)
        if not any((found.source, found.target, found.source_words)):
            continue
        # A number may have moved into the sentence beside it.
        around = pairs[max(0, at - 1) : at + 2]
        wide = compare(pair.source, " ".join(near.text for near in around))
        deep = compare(" ".join(near.source for near in around), pair.text)
        missing = [span for span in found.source if span in wide.source]
        extra = [span for span in found.target if span in deep.target]
        words = (
            [span for span in found.source_words if span in wide.source_words],
            [span for span in found.target_words if span in deep.target_words],
        )
        yield from _findings(context, rule, pair, _paired(missing, extra, *words))


def _paired(
    missing: Sequence[Span], extra: Sequence[Span], *words: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield (span of the source, span of the text); a word is named beside a partner only."""
    both = min(len(missing), len(extra))
    mine = [*missing, *words[0][: len(extra) - both]]
    theirs = [*extra, *words[1][: len(missing) - both]]
    yield from zip_longest(mine, theirs)
    yield from zip(words[0][len(extra) - both :], words[1][len(missing) - both :], strict=False)


def _findings(
    context: Context,
    rule: Rule,
    pair: Aligned,
    pairs: Iterable[tuple[Span | None, Span | None]],
) -> Iterator[Finding | None]:
    for one, span in pairs:
        figure = "" if one is None else quoted(one.of(pair.source))
        if span is None:
            message = f"{figure} of the source is not here: {quoted(pair.source)}"
            yield rule.finding(context.text, pair.start, pair.end, None, message)
            continue
        start, end = pair.start + span.start, pair.start + span.end
        seen = quoted(context.text[start:end])
        message = (
            f"{seen} stands here, {figure} in the source: {quoted(pair.source)}"
            if figure
            else f"{seen} is not in the source: {quoted(pair.source)}"
        )
        yield rule.finding(context.text, start, end, None, message)
