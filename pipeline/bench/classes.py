"""The classes of artifacts before and after cleaning, beside the level of text by people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.bench.corpus import Segment
from pipeline.bench.detectors import DETECTORS, Detector
from pipeline.bench.measure import Measure, Report, Table, per_thousand, share
from pipeline.bench.metrics import HUMAN, Cleaned
from pipeline.text import Span


class Tally:
    """Hits of each detector by language, engine and moment, and the segments looked at."""

    def __init__(self) -> None:
        self.hits: Counter[tuple[str, str, str, str]] = Counter()
        self.segments: Counter[tuple[str, str]] = Counter()
        self.langs: list[str] = []

    def rate(self, detector: str, lang: str, engine: str, moment: str) -> float:
        """Return hits per 1,000 segments; the engine "" stands for all machines."""
        n = self.segments[lang, engine]
        return per_thousand(self.hits[detector, lang, engine, moment], n)

    def meet(self, lang: str, engine: str) -> None:
        """Count one segment."""
        if lang not in self.langs:
            self.langs.append(lang)
        for name in {engine, engine if engine == HUMAN else ""}:
            self.segments[lang, name] += 1

    def add(self, detector: str, lang: str, engine: str, moment: str, count: int) -> None:
        """Count hits for the engine, and for all machines unless a person wrote the text."""
        for name in {engine, engine if engine == HUMAN else ""}:
            self.hits[detector, lang, name, moment] += count


@dataclass(frozen=True, slots=True)
class Row:
    """A segment before and after cleaning, its reference, and its findings.

    `findings` are (span in `before`, whether it was applied).
    """

    engine: str
    before: Segment
    after: Segment
    reference: Segment
    findings: tuple[tuple[Span, bool], ...]

    def is_found(self, start: int, end: int) -> bool:
        """Tell whether a finding touches a hit; about a whole segment only a remark counts."""
        whole = (start, end) == (0, len(self.before.text))
        return any(
            span.start <= end and start <= span.end and not (whole and applied)
            for span, applied in self.findings
        )


def rows_of(entry: Cleaned) -> Iterator[Row]:
    """Yield the segments of a cleaned article."""
    article = entry.article
    columns = zip(
        article.segments(article.mt),
        article.segments(entry.after()),
        article.segments(article.reference),
        entry.segment_starts(),
        strict=True,
    )
    spans = [(finding.span, finding.applied) for finding in entry.result.findings]
    for before, after, reference, start in columns:
        end = start + len(before.text)
        inside = tuple(
            (Span(max(span.start - start, 0), max(span.end - start, 0)), applied)
            for span, applied in spans
            if span.end >= start and span.start <= end
        )
        yield Row(article.engine, before, after, reference, inside)


def count_classes(cleaned: Sequence[Cleaned]) -> Tally:
    """Run every detector over each segment before and after, and over its reference."""
    tally = Tally()
    seen: set[tuple[str, str]] = set()
    for entry in cleaned:
        for row in rows_of(entry):
            tally.meet(row.before.lang, row.engine)
            for detector in DETECTORS:
                _count_row(tally, detector, row)
            reference = row.reference
            if reference.text and (reference.source, reference.text) not in seen:
                seen.add((reference.source, reference.text))
                tally.meet(reference.lang, HUMAN)
                for detector in DETECTORS:
                    count = 0 if detector.against_reference else len(detector.hits(reference))
                    tally.add(detector.name, reference.lang, HUMAN, "before", count)
    return tally


def _count_row(tally: Tally, detector: Detector, row: Row) -> None:
    before = detector.hits(row.before)
    after = before if row.after.text == row.before.text else detector.hits(row.after)
    if not before and not after:
        return
    if detector.against_reference and (not row.reference.text or detector.hits(row.reference)):
        return
    found = sum(row.is_found(*hit) for hit in before)
    for moment, count in (("before", len(before)), ("after", len(after)), ("found", found)):
        tally.add(detector.name, row.before.lang, row.engine, moment, count)


def classes(cleaned: Sequence[Cleaned]) -> Report:
    """Compare the classes of artifacts before and after, beside text by people."""
    tally = count_classes(cleaned)
    tables = [_classes_table(tally, lang) for lang in tally.langs]
    tables += [_engines_table(tally, lang) for lang in tally.langs if lang == "en"]
    measures = tuple(
        Measure(
            f"classes.{lang}.{detector.name.replace(' ', '-')}",
            tally.rate(detector.name, lang, "", "after"),
            tally.segments[lang, ""],
        )
        for lang in tally.langs
        for detector in DETECTORS
        if tally.hits[detector.name, lang, "", "before"]
    )
    return Report("classes", tuple(tables), measures)


def _classes_table(tally: Tally, lang: str) -> Table:
    rows = []
    for detector in DETECTORS:
        before = tally.hits[detector.name, lang, "", "before"]
        person = tally.rate(detector.name, lang, HUMAN, "before")
        if not before and not person:
            continue
        first, last = (tally.rate(detector.name, lang, "", when) for when in ("before", "after"))
        found = tally.hits[detector.name, lang, "", "found"]
        note = "ok" if last <= person or last == 0 else ("half" if last <= first / 2 else "")
        name = detector.name + (" *" if detector.against_reference else "")
        rows.append(
            (name, f"{person:.2f}", f"{first:.2f}", f"{last:.2f}", share(found, before), note)
        )
    n = f"{tally.segments[lang, '']} machine, {tally.segments[lang, HUMAN]} human segments"
    header = ("class", "human", "before", "after", "found", "")
    title = f"Classes per 1000 segments, {lang} (* counted where the human translation has none)"
    return Table(title, header, rows, n)


def _engines_table(tally: Tally, lang: str) -> Table:
    engines = sorted({key for tag, key in tally.segments if tag == lang and key and key != HUMAN})
    rows = []
    for detector in DETECTORS:
        cells = []
        for engine in engines:
            first, last = (
                tally.rate(detector.name, lang, engine, when) for when in ("before", "after")
            )
            cells.append(f"{first:.1f}>{last:.1f}" if first or last else "-")
        if any(cell != "-" for cell in cells):
            rows.append(
                (detector.name, f"{tally.rate(detector.name, lang, HUMAN, 'before'):.1f}", *cells)
            )
    n = ", ".join(f"{engine} {tally.segments[lang, engine]}" for engine in engines)
    return Table(
        f"Classes per 1000 segments by engine, {lang}: before>after",
        ("class", "human", *engines),
        rows,
        n,
    )
