"""What a translator makes of idioms: the garbled phrases that a row of the glossary replaces.

Knows idioms and packages; prints and writes nothing.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.pattern import compiled
from pipeline.translate.aligned import aligned
from pipeline.translate.decoder import Decoded
from pipeline.translate.route import Route
from pipeline.translate.translator import Translator

BEST = 4  # translations of each sentence
SURE = 0.6  # confidence of an alignment that is taken
LEAST_WORDS = 2  # of a garbled phrase: a word alone stands in too many sentences
COLUMNS = ("idiom", "preferred")
# Frames without a word, which every language takes: an idiom alone, and in three surroundings.
FRAMES = ("{}", "{}.", "\u00ab {} \u00bb", "Maria: {}, 2024.")
_MARKS = " \t\u00a0\u202f.,;:!?\"'\u00ab\u00bb\u201c\u201d\u201e\u2018\u2019()\u2026"


@dataclass(frozen=True, slots=True)
class Idiom:
    """A row of the list: the idiom, what to print for it, sentences in which it stands."""

    idiom: str
    preferred: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calque:
    """What became of an idiom: garbled phrases with how often each came out.

    `dropped` are phrases that the clean archive has as well.
    """

    idiom: str
    preferred: str
    variants: dict[str, int] = field(hash=False)
    dropped: tuple[str, ...] = ()


def read_idioms(text: str) -> list[Idiom]:
    """Read a list of idioms, with a header; ValueError names the row and what it lacks.

    The columns are `idiom`, `preferred` and, left out at will, `sentences`, parted by a bar.
    """
    rows = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"the column {missing[0]!r} is missing; expected {', '.join(COLUMNS)}")
    found = []
    for number, row in enumerate(rows, 2):
        idiom, preferred = ((row[name] or "").strip() for name in COLUMNS)
        if not idiom or not preferred:
            raise ValueError(f"row {number}: an idiom and what to print for it are needed")
        sentences = [one.strip() for one in (row.get("sentences") or "").split("|")]
        for sentence in filter(None, sentences):
            if idiom.lower() not in sentence.lower():
                raise ValueError(f"row {number}: {idiom!r} does not stand in {sentence!r}")
        found.append(Idiom(idiom, preferred, tuple(filter(None, sentences))))
    return found


def mine_calques(
    idioms: Sequence[Idiom], translator: Translator, route: Route, archive: Iterable[str]
) -> list[Calque]:
    """Translate each idiom alone and in sentences, and return what became of it."""
    texts = [(idiom, text) for idiom in idioms for text in _sentences(idiom)]
    best = translator.best([text for _, text in texts], route, BEST)
    counts: dict[Idiom, Counter[str]] = {idiom: Counter() for idiom in idioms}
    for (idiom, text), hypotheses in zip(texts, best, strict=True):
        start = text.lower().find(idiom.idiom.lower())
        end = start + len(idiom.idiom)
        phrases = (_phrase(steps, start, end) for steps in hypotheses)
        counts[idiom].update(one for one in phrases if one and _is_garbled(one, idiom))
    every = {phrase for count in counts.values() for phrase in count}
    clean = set(_in_archive(every, archive))
    return [
        Calque(
            idiom.idiom,
            idiom.preferred,
            {phrase: number for phrase, number in count.most_common() if phrase not in clean},
            tuple(phrase for phrase in count if phrase in clean),
        )
        for idiom, count in counts.items()
    ]


def _sentences(idiom: Idiom) -> Iterator[str]:
    yield from (frame.format(idiom.idiom) for frame in FRAMES)
    yield from idiom.sentences


def _phrase(steps: Sequence[Decoded], start: int, end: int) -> str:
    """Return what stands for a range of the source, in small letters at its start."""
    if not steps[0].source[:start].strip(_MARKS) + steps[0].source[end:].strip(_MARKS):  # alone
        return _small(steps[-1].text.strip(_MARKS))
    for step in steps:
        found = aligned(step, start, end)
        if found is None or found[2] < SURE or not found[3]:
            return ""
        start, end = found[:2]
    return _small(steps[-1].text[start:end].strip(_MARKS))


def _small(phrase: str) -> str:
    """Return a phrase as it stands inside a sentence, without the article that may change."""
    small = phrase[:1].lower() + phrase[1:]
    article = compiled(r"(?:an?|the) (?=\S)").match(small)
    return small[article.end() :] if article else small


def _is_garbled(phrase: str, idiom: Idiom) -> bool:
    """Tell whether a phrase is a translation that nobody would print."""
    right = phrase.lower() in (idiom.preferred.lower(), idiom.idiom.lower())
    return not right and len(phrase.split()) >= LEAST_WORDS


def _in_archive(phrases: Iterable[str], archive: Iterable[str]) -> Iterator[str]:
    """Yield the phrases that stand in an archive, whatever their case."""
    wanted = {phrase: f" {' '.join(phrase.lower().split())} " for phrase in phrases}
    for text in archive if wanted else ():
        words = " ".join(match[0] for match in compiled(r"[\w'\u2019-]+").finditer(text.lower()))
        yield from (phrase for phrase, form in wanted.items() if form in f" {words} ")
