"""Translate the blocks of one language in a document, all their sentences in one batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Document, Mark, Sentence
from pipeline.text import Edit, Span, minimal_edit
from pipeline.translate.names import Find, Printed, with_names
from pipeline.translate.passage import Passage
from pipeline.translate.route import Route
from pipeline.translate.translator import Translator
from pipeline.translate.units import Unit, edits_of, make_unit, runs_of, units_of


@dataclass(frozen=True, slots=True)
class Writing:
    """How the source is written, and whether sentences of the target go without a space.

    `find` gives the names in a text of the source, `printed` the names in a translation.
    """

    find: Find
    printed: Printed
    abbreviations: frozenset[str] = frozenset()
    unspaced: bool = False


def translate_spans(
    document: Document, spans: Sequence[Span], translator: Translator, route: Route, how: Writing
) -> list[tuple[Sentence, ...]]:
    """Return the translated sentences of each span, with the names of the glossary in them."""
    units = [_units(document, span, translator, route, how) for span in spans]
    flat = [unit for own in units for unit in own]
    passages = _translated([unit.text for unit in flat], translator, route, how)
    touching = _touching(flat, how)
    edits = [
        edits_of(unit, passage, spaced=near)
        for unit, passage, near in zip(flat, passages, touching, strict=True)
    ]
    _mend(document.text, flat, edits, translator, route, how)
    made = iter(
        [
            _sentence(unit, passage, found or ())
            for unit, passage, found in zip(flat, passages, edits, strict=True)
        ]
    )
    return [tuple(next(made) for _ in own) for own in units]


def _translated(
    texts: Sequence[str], translator: Translator, route: Route, how: Writing
) -> list[Passage]:
    passages = translator.translate(texts, route)

    def retry(again: Sequence[str]) -> list[Passage]:
        return translator.translate(again, route)

    return with_names(passages, how.find, how.printed, retry)


def _mend(
    text: str,
    units: Sequence[Unit],
    edits: list[tuple[Edit, ...] | None],
    translator: Translator,
    route: Route,
    how: Writing,
) -> None:
    """Translate in pieces what lost an address, an emoji or their kin as a whole."""
    lost = [number for number, found in enumerate(edits) if found is None]
    if not lost:
        return
    runs = [runs_of(text, units[number]) for number in lost]
    flat = [run for own in runs for run in own]
    passages = iter(_translated([run.text for run in flat], translator, route, how))
    for number, own in zip(lost, runs, strict=True):
        parts = [edits_of(run, next(passages)) or () for run in own]
        edits[number] = tuple(edit for part in parts for edit in part)


def _sentence(unit: Unit, passage: Passage, edits: tuple[Edit, ...]) -> Sentence:
    minimal = tuple(_minimal(unit, edit) for edit in edits)
    marks = tuple(
        Mark(kind, unit.placed(start, end), words) for kind, start, end, words in passage.flags
    )
    return Sentence(unit.span, passage.text, minimal, marks, passage.english)


def _minimal(unit: Unit, edit: Edit) -> Edit:
    """Return the edit without what both texts share; one that would only insert stays whole.

    An insertion clashes with an edit that ends where it stands; others may touch.
    """
    start = unit.span.start
    left, right = edit.span.start - start, edit.span.end - start
    found = minimal_edit(unit.raw, left, right, edit.replacement)
    if found is None or not found.span:
        return edit
    return Edit(Span(found.span.start + start, found.span.end + start), found.replacement)


def _units(
    document: Document, span: Span, translator: Translator, route: Route, how: Writing
) -> list[Unit]:
    found = units_of(
        document.text,
        span,
        [one for one in document.protected if one.overlaps(span)],
        [cut for cut in document.boundaries if span.start < cut < span.end],
        how.abbreviations,
    )
    return [part for unit in found for part in _parts(document.text, unit, translator, route)]


def _parts(text: str, unit: Unit, translator: Translator, route: Route) -> Iterator[Unit]:
    """Yield a unit, or its parts where it is too long to be decoded whole."""
    found = translator.parts(unit.text, route)
    start = unit.span.start
    for _, right in found[:-1]:
        end = unit.at[right]
        if not any(one.start < end < one.end for one in unit.kept):
            yield make_unit(text, Span(start, end), unit.kept, unit.cuts)
            start = end
    last = make_unit(text, Span(start, unit.span.end), unit.kept, unit.cuts)
    yield unit if start == unit.span.start else last


def _touching(units: Sequence[Unit], how: Writing) -> list[bool]:
    """Tell for each unit whether a space must be put between it and the one before."""
    ends = {unit.span.end for unit in units}
    return [unit.span.start in ends and not how.unspaced for unit in units]
