"""Derived variants measured: how many real spellings they foresee, and what they hit by mistake.

Recall is over names that other people paired with their own script; what is found in machine
output stands beside what is found in text by people, where every hit is to be explained.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.bench.corpus import Article, Segment
from pipeline.bench.measure import Measure, Report, Shown, Table, share
from pipeline.glossary.concept import Concept
from pipeline.glossary.derived import derives, variants_of
from pipeline.glossary.folding import fold
from pipeline.glossary.matcher import Lexicon
from pipeline.glossary.systems import systems_of

WORLD = "en fr de es it pl nl sv nb da fi cs hu pt ro tr hr".split()
_NOT_A_NAME = "-"  # a preferred form that no system gives
_REACH = 40


def variants(articles: Sequence[Article], human: Sequence[Segment], folder: Path | None) -> Report:
    """Measure recall on the names below a data folder and hits on articles."""
    tables: list[Table] = []
    measures: list[Measure] = []
    if folder is not None and (folder / "names").is_dir():
        for title, pairs in (
            ("Name parts in English", list(_parts(folder / "names"))),
            ("Surnames of members of parliament", list(_people(folder / "names"))),
        ):
            table, found = _recall(title, pairs)
            tables.append(table)
            measures += found
    typed, share_typed = _typed()
    wild, shown = _wild(articles, human)
    return Report("variants", (*tables, typed, wild), (*measures, share_typed), shown)


def _typed() -> tuple[Table, Measure]:
    """Count, of the variants that editors typed in rows that derive, those that are foreseen."""
    from pipeline.load import load_plan

    count: dict[str, Counter[str]] = defaultdict(Counter)
    for row in load_plan().glossary.concepts:
        derived = {fold(variant.form) for variant in variants_of(row)} if derives(row) else set()
        if derived:
            count[row.language]["all"] += len(row.variants)
            count[row.language]["foreseen"] += sum(fold(form) in derived for form in row.variants)
    whole = sum(count.values(), Counter[str]())
    rows = [(lang, share(row["foreseen"], row["all"])) for lang, row in sorted(count.items())]
    n = whole["all"]
    measure = Measure("variants.typed_foreseen", whole["foreseen"] / n, n, higher=True)
    return Table("Variants that editors typed", ("", "foreseen"), rows, f"{n} variants"), measure


def _recall(
    title: str, pairs: Sequence[tuple[str, str, str, str]]
) -> tuple[Table, tuple[Measure, ...]]:
    """Count, of (native language, native, language, spelling), the spellings that are derived."""
    derived = {key: _forms(*key) for key in {(lang, native) for lang, native, _, _ in pairs}}
    owners: dict[str, set[str]] = defaultdict(set)
    for (_, native), forms in derived.items():
        for form in forms:
            owners[form].add(native)
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for lang, native, other, spelling in pairs:
        folded = fold(spelling)
        row = count[f"{lang} in {other}"]
        row["all"] += 1
        row["foreseen"] += folded in derived[lang, native]
        row["mistaken"] += bool(owners[folded] - {native}) and folded not in derived[lang, native]
    rows = [
        (name, share(row["foreseen"], row["all"]), share(row["mistaken"], row["all"]))
        for name, row in sorted(count.items(), key=lambda entry: -entry[1]["all"])
        if row["all"] >= 5
    ]
    whole = sum(count.values(), Counter[str]())
    name = title.split(maxsplit=1)[0].lower()
    n = whole["all"]
    measures = (
        Measure(f"variants.{name}_foreseen", whole["foreseen"] / n, n, higher=True),
        Measure(f"variants.{name}_mistaken", whole["mistaken"] / n, n),
    )
    header = ("", "foreseen", "foreseen for another name only")
    return Table(title, header, rows, f"{n} spellings, {len(derived)} names"), measures


def _forms(language: str, native: str) -> frozenset[str]:
    row = Concept("bench", _NOT_A_NAME, native=((language, native),), language="en", type="other")
    return frozenset(fold(variant.form) for variant in variants_of(row))


def _parts(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    for record in _records(folder / "name-parts.jsonl.gz"):
        if systems_of(record["lang"]):
            yield record["lang"], record["native"].title(), "en", record["latin"]


def _people(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield the last word of each name in its own script with that of every other language."""
    for record in _records(folder / "people.jsonl.gz"):
        own = {"Bulgaria": "bg", "Georgia": "ka"}.get(record["country"], "")
        natives = [form for lang, form in record["names"] if lang == own]
        if not natives or "," in natives[0]:
            continue
        native = natives[0].split()[-1].title()
        for lang, form in record["names"]:
            if lang in WORLD and "," not in form and form.isprintable():
                yield own, native, lang, form.split()[-1]


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _wild(articles: Iterable[Article], human: Iterable[Segment]) -> tuple[Table, tuple[Shown, ...]]:
    """Count the derived forms in machine output, in its references, in text by people."""
    texts = list(dict.fromkeys(_texts(articles, human)))
    count: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    shown: list[Shown] = []
    for lang, kind, name, text in texts:
        count[lang, kind]["texts"] += 1
        for hit in _lexicon(lang).find(text):
            if hit.term.derived and hit.replacement and not hit.stopped_by:
                sure = hit.term.derived if hit.term.concept.action == "apply" else "suggest"
                count[lang, kind][sure] += 1
                left, right = text[max(0, hit.start - _REACH) : hit.start], text[hit.end :][:_REACH]
                seen = left, text[hit.start : hit.end], hit.replacement, right
                shown.append(Shown("variants", f"{kind}, {sure}", lang, name, *seen))
    header = ("texts", "apply", "suggest", "choice")
    rows = [
        (f"{lang}, {kind}", *(str(row[key]) for key in header))
        for (lang, kind), row in sorted(count.items())
    ]
    return Table("Derived forms", ("", *header), rows, f"{len(texts)} texts"), tuple(shown)


def _texts(
    articles: Iterable[Article], human: Iterable[Segment]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield (language, kind, name, text) of all that is searched."""
    for article in articles:
        yield article.lang, "machine", article.id, article.text
        if article.human:
            yield article.lang, "reference", article.id, article.human
    for segment in human:
        yield segment.lang, "human", "", segment.text


def _lexicon(language: str) -> Lexicon:
    from pipeline.load import load_plan

    return load_plan().glossary.lexicon(language)
