"""What cleaning does to text by people, to mixed conventions, and to its own promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from pipeline.bench.conventions import CONVENTIONS, Convention, applies
from pipeline.bench.corpus import BREAK, Article, Corpus, Segment
from pipeline.bench.detectors import DETECTORS
from pipeline.bench.measure import CONTEXT, Measure, Report, Shown, Table, per_thousand, share
from pipeline.result import ReportedFinding, Result
from pipeline.text import Span

Clean = Callable[..., Result]
GIVEN = ("text", "lang", "source")
HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article and what cleaning made of its machine translation."""

    article: Article
    result: Result

    def after(self) -> tuple[str, ...]:
        """Return what became of each segment, "" for one that was removed."""
        return tuple(self.result.text[span.start : span.end] for span in self._spans())

    def segment_starts(self) -> Iterator[int]:
        """Yield the offset of each segment in the text that was cleaned."""
        at = 0
        for text in self.article.mt:
            yield at
            at += len(text) + len(BREAK)

    def _spans(self) -> Iterator[Span]:
        for start, text in zip(self.segment_starts(), self.article.mt, strict=True):
            span = Span(start, start + len(text))
            yield reduce(lambda at, step: step.offsets.to_after(at), self.result.revisions, span)


def told(article: Article, given: str) -> dict[str, Any]:
    """Return the keyword arguments that tell `clean_text` about an article."""
    if given == "text":
        return {}
    known: dict[str, Any] = {"lang": article.lang, "source_lang": article.source_lang or None}
    known |= {"date": article.date or None, "house": article.house or None}
    if given == "source" and article.source_text.strip():
        known["source_text"] = article.source_text
    return {key: value for key, value in known.items() if value is not None}


def clean_articles(clean: Clean, articles: Iterable[Article], given: str) -> tuple[Cleaned, ...]:
    """Clean each article once; the parts share the results."""
    return tuple(Cleaned(entry, clean(entry.text, **told(entry, given))) for entry in articles)


class Faults:
    """What the detectors and conventions of the bench see in one text by a person."""

    def __init__(self, segment: Segment) -> None:
        self._spans = [
            (start, end, detector.name)
            for detector in DETECTORS
            for start, end in detector.hits(segment)
        ]
        for convention in CONVENTIONS:
            if len(convention.counts(segment.text, segment.lang)) > 1:
                self._spans += (
                    (*match.span(), f"mixed {convention.name}")
                    for pattern in convention.styles.values()
                    for match in pattern.finditer(segment.text)
                )

    def under(self, span: Span) -> str:
        """Return the name of a fault that the span touches, "" when it is correct text."""
        return next(
            (name for start, end, name in self._spans if start <= span.end and span.start <= end),
            "",
        )


HARM = ("text by people", "segments", "edits/1000", "unexplained", "texts changed", "remarks/1000")


def harm(clean: Clean, corpus: Corpus, given: str) -> Report:
    """Count what is applied to text by people: sentences, and references as whole articles."""
    applied: Counter[tuple[str, str]] = Counter()
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    shown: list[Shown] = []
    for kind, where, segment, n in _human_texts(corpus):
        result = clean(segment.text, **({} if given == "text" else {"lang": segment.lang}))
        name = f"{segment.lang} {kind}"
        edits = list(_judged_edits(segment, where, result))
        shown += edits
        tally[name].update(
            n=n,
            edits=len(edits),
            unexplained=sum(not edit.verdict for edit in edits),
            changed=int(result.text != segment.text),
            remarks=len(result.findings) - len(edits),
            texts=1,
        )
        applied.update((edit.rule, name) for edit in edits)
        applied.update((edit.rule, "") for edit in edits if not edit.verdict)
    total = sum(found["n"] for found in tally.values())
    rows = [_harm_row(name, tally[name]) for name in sorted(tally)]
    tables = (
        Table("Harm: edits applied to text by people", HARM, rows, f"{total} segments"),
        _rules_table(applied, tally),
    )
    return Report("harm", tables, tuple(_harm_measures(tally)), tuple(shown))


def _judged_edits(segment: Segment, where: str, result: Result) -> Iterator[Shown]:
    """Yield what was applied to a text, with the fault that stands there as its verdict."""
    findings = [finding for finding in result.findings if finding.applied]
    faults = Faults(segment) if findings else None
    for finding in findings:
        edit = show("harm", segment.text, finding, segment.lang, where)
        yield replace(edit, verdict=faults.under(finding.span) if faults else "")


def _harm_row(name: str, found: Counter[str]) -> tuple[str, ...]:
    return (
        name,
        str(found["n"]),
        f"{per_thousand(found['edits'], found['n']):.2f}",
        f"{per_thousand(found['unexplained'], found['n']):.2f}",
        share(found["changed"], found["texts"]),
        f"{per_thousand(found['remarks'], found['n']):.2f}",
    )


def _harm_measures(tally: Mapping[str, Counter[str]]) -> Iterator[Measure]:
    for name, found in sorted(tally.items()):
        for key in ("edits", "unexplained"):
            value = per_thousand(found[key], found["n"])
            yield Measure(f"harm.{name.replace(' ', '.')}.{key}", value, found["n"])


def _human_texts(corpus: Corpus) -> Iterator[tuple[str, str, Segment, int]]:
    """Yield (kind, where, text, number of segments); each reference article once."""
    for segment in corpus.human:
        yield "sentences", "human", segment, 1
    seen: set[str] = set()
    for article in corpus.articles:
        text = article.human
        if text and text not in seen:
            seen.add(text)
            n = sum(1 for entry in article.reference if entry)
            kind = "articles" if article.whole else "runs"
            yield kind, article.id, Segment(text, article.lang), n


def _rules_table(applied: Counter[tuple[str, str]], tally: dict[str, Counter[str]]) -> Table:
    totals: Counter[str] = Counter()
    for (rule, name), count in applied.items():
        totals[rule] += count if name else 0
    n = sum(found["n"] for found in tally.values())
    rows = []
    for rule, count in totals.most_common():
        langs = Counter(
            {name: found for (key, name), found in applied.items() if key == rule and name}
        )
        most = ", ".join(f"{name} {found}" for name, found in langs.most_common(3))
        rows.append(
            (rule, str(count), str(applied[rule, ""]), f"{per_thousand(count, n):.2f}", most)
        )
    header = ("rule", "edits", "unexplained", "per 1000", "most in")
    return Table(
        "Harm by rule (unexplained: no detector sees a fault there)", header, rows, f"{n} segments"
    )


def show(part: str, text: str, finding: ReportedFinding, lang: str, where: str) -> Shown:
    """Return an edit with its surroundings in the text that came in."""
    start, end = finding.span.start, finding.span.end
    return Shown(
        part=part,
        rule=finding.rule,
        lang=lang,
        where=where,
        left=text[max(0, start - CONTEXT) : start],
        before=finding.before,
        after=finding.after,
        right=text[end : end + CONTEXT],
    )


def mixed(cleaned: Sequence[Cleaned]) -> Report:
    """Count articles that mix two styles of one convention: before, after, by people."""
    langs = list(dict.fromkeys(entry.article.lang for entry in cleaned))
    rows: list[tuple[str, ...]] = []
    measures: list[Measure] = []
    for lang in langs:
        group = [entry for entry in cleaned if entry.article.lang == lang]
        texts = {
            "before": [entry.article.text for entry in group],
            "after": [entry.result.text for entry in group],
            HUMAN: sorted({entry.article.human for entry in group if entry.article.whole} - {""}),
        }
        for convention in CONVENTIONS:
            counts = {who: _mixed(convention, found, lang) for who, found in texts.items()}
            if not counts["before"][1]:
                continue
            cells = (share(*counts[who]) for who in ("before", "after", HUMAN))
            rows.append((f"{lang} {convention.name}", *cells))
            name = f"mixed.{lang}.{convention.name.replace(' ', '-')}"
            measures.append(Measure(name, float(counts["after"][0]), counts["after"][1]))
    header = ("convention", "before", "after", "human")
    title = "Mixed conventions: articles that mix / where they apply (human: whole articles only)"
    return Report(
        "mixed", (Table(title, header, rows, f"{len(cleaned)} articles"),), tuple(measures)
    )


def _mixed(convention: Convention, texts: Iterable[str], lang: str) -> tuple[int, int]:
    """Return (articles that mix, articles where the convention applies)."""
    counts = [convention.counts(text, lang) for text in texts]
    wanted = [found for found in counts if applies(found)]
    return sum(len(found) > 1 for found in wanted), len(wanted)


def promises(clean: Clean, cleaned: Sequence[Cleaned], given: str) -> Report:
    """Check idempotence, undoing, and how often the run-time guard had to step in."""
    counts: Counter[str] = Counter()
    shown: list[Shown] = []
    for entry in cleaned:
        article, result = entry.article, entry.result
        counts["undo"] += result.undo() == article.text
        counts["stopped"] += bool(result.stopped)
        again = clean(result.text, **told(article, given))
        counts["idempotence"] += again.text == result.text
        shown += (
            show("promises", result.text, finding, article.lang, article.id)
            for finding in again.findings
            if finding.applied and again.text != result.text
        )
    n = len(cleaned)
    rows = [(name, share(counts[name], n)) for name in ("idempotence", "undo", "stopped")]
    worst = Counter(edit.rule for edit in shown).most_common()
    rows += [(f"second run: {rule}", str(count)) for rule, count in worst]
    measures = (
        Measure("idempotence", counts["idempotence"] / max(n, 1), n, higher=True),
        Measure("undo", counts["undo"] / max(n, 1), n, higher=True),
        Measure("stopped", float(counts["stopped"]), n),
    )
    table = Table("Promises", ("promise", "articles"), rows, f"{n} articles")
    return Report("promises", (table,), measures, tuple(shown))


def exact(cleaned: Sequence[Cleaned]) -> Report:
    """Count samples that come out exactly as expected."""
    same = [entry for entry in cleaned if entry.result.text == entry.article.human]
    rows = [(entry.article.id, "as expected" if entry in same else "differs") for entry in cleaned]
    value = len(same) / max(len(cleaned), 1)
    table = Table("Samples", ("sample", ""), rows, f"{len(cleaned)} samples")
    return Report("exact", (table,), (Measure("exact", value, len(cleaned), higher=True),))
