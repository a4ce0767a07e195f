"""How quickly terms are found in one large text: few of them, many, and by other searchers.

`ahocorasick_rs` alone finds the same forms and decides nothing: no word boundaries, no case, no
contexts. FlashText replaces words; it is compared where it is installed (extra `bench`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from pipeline.bench.corpus import Article
from pipeline.bench.measure import Measure, Report, Table
from pipeline.bench.speed import GLOSSARIES, ROUNDS, interleaved, invented
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Lexicon, entries_of

LENGTH = 1_000_000  # code points
EVERY = 400  # one term of the small glossary in so many words


def matching(articles: Sequence[Article], length: int = LENGTH) -> Report:
    """Compare finding few terms with finding many, and with other searchers, in one text."""
    text = _text([article.text for article in articles if article.lang == "en"], length)
    if not text:
        return Report("matching")
    ours = {f"the glossary, {count:,} terms": _ours(_rows(count)) for count in GLOSSARIES}
    spent = interleaved({**ours, **dict(_others(_rows(max(GLOSSARIES))))}, [text])
    size = len(text.encode())
    table = Table(
        "Matching beside other searchers",
        ("", "CPU s", "MB/s"),
        [(name, f"{taken:.3f}", f"{size / taken / 1e6:.2f}") for name, taken in spent.items()],
        f"1 text of {len(text)} code points, {ROUNDS} rounds",
    )
    times = [spent[name] for name in ours]
    measure = Measure("matching.many_to_few", times[1] / times[0], 1, pinned=False)
    return Report("matching", (table,), (measure,))


def _rows(count: int) -> list[Concept]:
    """Return rows of one variant and one preferred form, `count` terms together."""
    return [
        Concept(word, f"{word}yv", (f"{word}iev",), type="place", language="en")
        for word in map(invented, range(count // 2))
    ]


def _text(texts: Sequence[str], length: int) -> str:
    """Return a text of the length, the articles over and over with terms strewn in."""
    words = [word for text in texts for word in text.split()]
    if not words:
        return ""
    strewn: list[str] = []
    size = 0
    for number, word in enumerate(cycle(words)):
        if size >= length:
            break
        strewn.append(f"{invented(number // EVERY % 50)}iev" if number % EVERY == 0 else word)
        size += len(strewn[-1]) + 1
    return " ".join(strewn)[:length]


def _ours(rows: Sequence[Concept]) -> Callable[[str], object]:
    return Lexicon(rows, entries_of(rows, "en")).read


def _others(rows: Sequence[Concept]) -> Iterator[tuple[str, Callable[[str], object]]]:
    """Yield the other searchers, over the forms that the rows replace."""
    from ahocorasick_rs import AhoCorasick, Implementation

    forms = {form: row.preferred for row in rows for form in (*row.variants, row.preferred)}
    kind = Implementation.ContiguousNFA
    walk = AhoCorasick([form.lower() for form in forms], implementation=kind)
    yield (
        f"ahocorasick_rs alone, {len(forms):,} terms",
        lambda text: walk.find_matches_as_indexes(text.lower(), overlapping=True),
    )
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        return
    keywords = KeywordProcessor()
    for form, printed in forms.items():
        keywords.add_keyword(form, printed)
    yield f"flashtext, {len(forms):,} terms", keywords.extract_keywords
