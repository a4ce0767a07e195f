"""The source at hand: articles aligned, and numbers and names that are missing or changed.

What is missing is made in memory: a number or a name of a reference that has a partner in the
source is taken out or changed, and the rule has to see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from random import Random

from pipeline.bench.corpus import BREAK, Article, Segment
from pipeline.bench.measure import Measure, Report, Table, share
from pipeline.clean import clean
from pipeline.document import Source
from pipeline.glossary.abroad import names_abroad
from pipeline.load import load_plan
from pipeline.plan import Plan, RuleSet

RULES = "checks.source."
ALIGNED = (f"{RULES}left_out", f"{RULES}added")
NUMBERS = f"{RULES}number_differs"
NAMES = f"{RULES}name_missing"
OF_A_PAIR = 40  # articles
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted over the articles of one pair of languages."""

    articles: int = 0
    aligned: int = 0
    sentences: int = 0
    numbers: int = 0
    names: int = 0
    numbers_spoiled: int = 0
    numbers_found: int = 0
    names_spoiled: int = 0
    names_found: int = 0

    def __add__(self, other: Counts) -> Counts:
        names = [entry.name for entry in fields(self)]
        return Counts(*(getattr(self, name) + getattr(other, name) for name in names))


def alignment(articles: Sequence[Article]) -> Report:
    """Measure the references against their sources, by pair of languages."""
    whole = load_plan()
    rules = [rule for rule in whole.ruleset.rules if rule.id.startswith(RULES)]
    plan = replace(whole, ruleset=RuleSet(rules))
    by_pair: dict[str, Counts] = {}
    for article in _chosen(articles):
        pair = f"{article.source_lang}-{article.lang}"
        by_pair[pair] = by_pair.get(pair, Counts()) + _counted(article, plan)
    total = sum(by_pair.values(), Counts())
    rows = [_row(pair, counts) for pair, counts in (*sorted(by_pair.items()), ("all", total))]
    header = ("pair", "aligned", "numbers/100", "found", "names/100", "found")
    title = "alignment: whole articles; findings on references; what was spoiled and found"
    table = Table(title, header, rows, f"{total.sentences} sentences")
    return Report("alignment", (table,), tuple(_measures(total)))


def _chosen(articles: Sequence[Article]) -> Iterator[Article]:
    seen: dict[tuple[str, str], int] = {}
    for article in articles:
        pair = (article.source_lang, article.lang)
        seen[pair] = seen.get(pair, 0) + 1
        if seen[pair] <= OF_A_PAIR:
            yield article


def _counted(article: Article, plan: Plan) -> Counts:
    segments = [
        segment
        for segment in article.segments(article.reference)
        if segment.text.strip() and segment.source.strip()
    ]
    if not segments:
        return Counts()
    whole = replace(
        segments[0],
        text=BREAK.join(segment.text for segment in segments),
        source=BREAK.join(segment.source for segment in segments),
    )
    found = _rules_of(whole, plan)
    aligned = not any(rule in ALIGNED for rule in found)
    base = Counts(1, aligned, len(segments), found.count(NUMBERS), found.count(NAMES))
    random = Random(article.id)  # noqa: S311 - the same choice in every run
    return sum((_spoiled(segment, plan, random) for segment in segments), base)


def _rules_of(segment: Segment, plan: Plan) -> list[str]:
    source = Source(segment.text, segment.lang, segment.source_lang, segment.source)
    return [finding.rule for finding in clean(source, plan).findings]


def _spoiled(segment: Segment, plan: Plan, random: Random) -> Counts:
    """Count what is found of a number and a name that are taken out or changed."""
    number, name = _without_number(segment.text, random), _without_name(segment, plan)
    if (number is None and name is None) or _rules_of(segment, plan):
        return Counts()
    found = [
        number is not None and NUMBERS in _rules_of(replace(segment, text=number), plan),
        name is not None and NAMES in _rules_of(replace(segment, text=name), plan),
    ]
    return Counts(
        numbers_spoiled=number is not None,
        numbers_found=found[0],
        names_spoiled=name is not None,
        names_found=found[1],
    )


def _without_number(text: str, random: Random) -> str | None:
    """Return the text with one of its numbers taken out, or one digit of it changed."""
    figures = list(_FIGURE.finditer(text))
    if not figures:
        return None
    figure = random.choice(figures)
    wrong = ""
    if random.random() < 0.5:
        at = random.choice([at for at, char in enumerate(figure[0]) if char.isdigit()])
        other = random.choice([digit for digit in "123456789" if digit != figure[0][at]])
        wrong = figure[0][:at] + other + figure[0][at + 1 :]
    return text[: figure.start()] + wrong + text[figure.end() :]


def _without_name(segment: Segment, plan: Plan) -> str | None:
    """Return the text without the first name that the glossary knows in both languages."""
    names = names_abroad(plan.glossary, segment.lang, segment.source_lang)
    for name, _ in names.names_in(segment.source):
        form = next((form for form in name.here if form in segment.text), None)
        if form is not None:
            return re.sub(rf"{re.escape(form)}\w*", "", segment.text)
    return None


def _row(pair: str, counts: Counts) -> tuple[str, ...]:
    sentences = counts.sentences or 1
    return (
        pair,
        share(counts.aligned, counts.articles),
        f"{100 * counts.numbers / sentences:.2f}",
        share(counts.numbers_found, counts.numbers_spoiled),
        f"{100 * counts.names / sentences:.2f}",
        share(counts.names_found, counts.names_spoiled),
    )


def _measures(total: Counts) -> Iterator[Measure]:
    def part(name: str, count: int, n: int, *, higher: bool) -> Measure:
        return Measure(f"alignment.{name}", 100 * count / n if n else 0.0, n, higher)

    yield part("articles_aligned", total.aligned, total.articles, higher=True)
    yield part("numbers_on_references", total.numbers, total.sentences, higher=False)
    yield part("numbers_found", total.numbers_found, total.numbers_spoiled, higher=True)
    yield part("names_on_references", total.names, total.sentences, higher=False)
    yield part("names_found", total.names_found, total.names_spoiled, higher=True)
