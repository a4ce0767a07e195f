"""Names on their way through a translation: there, aligned, carried through, or missing.

Knows what each name of a source must be called, not why. Placeholders do not survive a decoder;
this does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.analysis.english import article_for
from pipeline.pattern import compiled
from pipeline.translate.aligned import aligned
from pipeline.translate.decoder import Decoded, Ranges
from pipeline.translate.passage import Flag, Passage

PRESENT, ALIGNED, CARRIED, MISSING = "present", "aligned", "carried", "missing"  # the rungs
SURE = 0.6  # confidence of an alignment that is acted upon
# Names that most models know and leave as they are, by the kind of name they stand for.
CARRIERS: Mapping[str, tuple[str, ...]] = {
    "person": ("David", "Maria", "Martin"),
    "organisation": ("Google", "Microsoft", "Siemens"),
    "": ("Madrid", "Berlin", "Toronto"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start`..`end` of a source, and the form that the translation must have.

    `kind` is the type of its row, `concept` the id of that.
    """

    start: int
    end: int
    printed: str
    kind: str
    concept: str


Find = Callable[[str], Sequence[Name]]  # the names in a text of the source language
Printed = Callable[[str], Iterable[str]]  # what the names in a translation are or will be printed
Retry = Callable[[Sequence[str]], Sequence[Passage]]


def with_names(
    passages: Sequence[Passage], find: Find, printed: Printed, retry: Retry
) -> list[Passage]:
    """Return the passages with every name in its target form, as far as that is certain.

    Each name is a flag of its passage, which says on which rung it was found.
    """
    done: list[Passage] = []
    waiting: list[tuple[int, list[Name]]] = []
    for passage in passages:
        names = find(passage.source)
        found, missing = _settled(passage, names, printed) if names else (passage, [])
        if missing:
            waiting.append((len(done), missing))
        done.append(found)
    texts = [_carrying(passages[at].source, missing) for at, missing in waiting]
    again = retry(texts) if texts else ()
    for (at, missing), carried in zip(waiting, again, strict=True):
        done[at] = _carried(passages[at], done[at], carried, missing, find, printed)
    return done


def _settled(
    passage: Passage, names: Sequence[Name], printed: Printed
) -> tuple[Passage, list[Name]]:
    """Return the passage with the names that are there or can be aligned, and those missing."""
    missing: list[Name] = []
    there = set(printed(passage.text))
    for name in names:
        if name.printed in there or _has(passage.text, name.printed):
            passage = _flagged(passage, name, PRESENT, name.printed)
            continue
        place = _place(passage, name)
        if place is None:
            missing.append(name)
            continue
        seen = passage.text[place[0] : place[1]]
        passage = _spliced(passage, *place, name.printed)
        passage = _flagged(passage, name, ALIGNED, f"{seen} became {name.printed}")
    return passage, missing


def _carried(
    first: Passage,
    best: Passage,
    again: Passage,
    missing: Sequence[Name],
    find: Find,
    printed: Printed,
) -> Passage:
    """Return the second try with its carriers swapped back, or the first with what it lacks.

    Each carrier must be in it exactly once, or nothing says which of them is the name.
    """
    pairs = list(zip(missing, _carriers(first.source, missing), strict=True))
    places = [_once(again.text, carrier) for _, carrier in pairs]
    rest = [name for name in find(first.source) if name not in missing]
    if not all(places) or len(places) < len(missing):
        for name in missing:
            best = _flagged(best, name, MISSING, name.printed)
        return best
    spots = sorted(zip(places, pairs, strict=True), key=lambda one: one[0] or (0, 0), reverse=True)
    for place, (name, carrier) in spots:
        if place is not None:
            again = _spliced(again, *place, name.printed)
            again = _flagged(again, name, CARRIED, f"{carrier} was swapped for {name.printed}")
    # The names of the first try are settled anew, in a text whose offsets are not the source's.
    there = set(printed(again.text))
    lost = [n for n in rest if n.printed not in there and not _has(again.text, n.printed)]
    if lost:
        for name in missing:
            best = _flagged(best, name, MISSING, name.printed)
        return best
    for name in rest:
        again = _flagged(again, name, PRESENT, name.printed)
    steps = (_given_back(again.steps[0], first.source, pairs), *again.steps[1:])
    kept = [flag for flag in first.flags if flag[0] in ("numbers", "truncated")]
    return Passage(steps, (*kept, *(flag for flag in again.flags if flag[0].startswith("name"))))


def _place(passage: Passage, name: Name) -> tuple[int, int] | None:
    """Return the range of the translation that stands for a name, None if that is not certain."""
    start, end = name.start, name.end
    for step in passage.steps:
        found = aligned(step, start, end)
        if found is None:
            return None
        start, end, confidence, contiguous = found
        if confidence < SURE or not contiguous:
            return None
    if end - start > 4 * len(name.printed) + 10:
        return None
    return start, end


def _spliced(passage: Passage, start: int, end: int, new: str) -> Passage:
    """Return the passage with another text at a range, and the article in front of it."""
    text = passage.text
    article = compiled(r"\b([Aa]n?) \Z").search(text, max(0, start - 4), start)
    if article is not None:
        right = article_for(new)
        right = right.capitalize() if article[1][0].isupper() else right
        new, start = f"{right} {new}", article.start(1)
    last = passage.steps[-1]
    text = last.text[:start] + new + last.text[end:]
    ranges = _moved(last.target_ranges, start, end, len(new))
    last = replace(last, text=text, target_ranges=ranges)
    return replace(passage, steps=(*passage.steps[:-1], last))


def _given_back(step: Decoded, source: str, pairs: Sequence[tuple[Name, str]]) -> Decoded:
    """Return a step whose source has its names again, where it had carriers."""
    ranges = step.source_ranges
    for name, carrier in sorted(pairs, key=lambda pair: pair[0].start):
        end = name.start + len(carrier)  # what stands before it has been given back already
        ranges = _moved(ranges, name.start, end, name.end - name.start)
    return replace(step, source=source, source_ranges=ranges)


def _moved(ranges: Ranges, start: int, end: int, length: int) -> Ranges:
    """Return where pieces stand when the range from start to end is `length` long."""
    by = length - (end - start)

    def moved(left: int, right: int) -> tuple[int, int]:
        if right <= start:
            return left, right
        if left >= end:
            return left + by, right + by
        return min(left, start), max(right + by, start + length)

    return tuple(moved(*one) for one in ranges)


def _flagged(passage: Passage, name: Name, rung: str, words: str) -> Passage:
    shown = f"{words} ({name.concept})" if name.concept else words
    flag: Flag = (f"name {rung}", name.start, name.end, shown)
    return replace(passage, flags=(*passage.flags, flag))


def _carrying(source: str, missing: Sequence[Name]) -> str:
    """Return the source with a name that the model knows in the place of each that it does not."""
    pairs = zip(missing, _carriers(source, missing), strict=False)
    for name, carrier in sorted(pairs, key=lambda one: one[0].start, reverse=True):
        source = source[: name.start] + carrier + source[name.end :]
    return source


def _carriers(source: str, missing: Sequence[Name]) -> list[str]:
    """Return a carrier for each name, no two alike and none that the source has already."""
    used: list[str] = []
    every = [carrier for group in CARRIERS.values() for carrier in group]
    for name in missing:
        wanted = (*CARRIERS.get(name.kind, CARRIERS[""]), *every)
        free = [one for one in wanted if one not in used and one not in source]
        used.append(free[0] if free else wanted[0])
    return used


def _once(text: str, word: str) -> tuple[int, int] | None:
    at = text.find(word)
    return (at, at + len(word)) if at >= 0 and text.count(word) == 1 else None


def _has(text: str, form: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None
