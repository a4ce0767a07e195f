"""Whether an edit moves the text towards what a person wrote, or away from it.

Each applied edit is looked at alone: the text around it before and after, each compared with
the part of the reference that fits it best. Marks that differ by style only (straight or
curly, plain or no-break space) are folded first, since old references have straight quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.bench.corpus import BREAK, Article
from pipeline.bench.measure import CONTEXT, Measure, Report, Shown, Table
from pipeline.bench.metrics import Cleaned, show
from pipeline.result import ReportedFinding

TOWARDS, AWAY, NEUTRAL, STYLE = "towards", "away", "neutral", "style"

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2002\u2003\u3000", " "),
        "\u2026": "...",
    }
)
# French sets a space inside them; a reference with straight marks says nothing about it.
_GUILLEMETS = re.compile("\u00ab[ \u00a0\u202f\u2009]?|[ \u00a0\u202f\u2009]?\u00bb")


def fold(text: str) -> str:
    r"""Return the text without differences of typographic style.

    >>> fold("\u00abOui\u00a0!\u00bb")
    '"Oui !"'
    >>> fold("\u00ab Oui \u00bb")
    '"Oui"'
    """
    return _GUILLEMETS.sub('"', text).translate(_FOLDED)


def verdict(before: str, after: str, reference: str) -> str:
    """Tell which way an edit moved: towards, away, neutral, or style for marks alone.

    >>> verdict("paid 1,5 million euros", "paid 1.5 million euros", "They paid 1.5 million.")
    'towards'
    """
    first, last, target = fold(before), fold(after), fold(reference)
    if first == last:
        return STYLE
    windows = (_window(first, target), _window(last, target))
    old, new = (min(_distance(text, window) for window in windows) for text in (first, last))
    return NEUTRAL if old == new else TOWARDS if new < old else AWAY


def _window(text: str, reference: str) -> str:
    """Return the part of the reference that fits the text best, all of it when it is short."""
    if len(reference) <= len(text) or not text:
        return reference
    found = _rapidfuzz().fuzz.partial_ratio_alignment(text, reference)
    return reference[found.dest_start : found.dest_end]


def _distance(left: str, right: str) -> int:
    distance: int = _rapidfuzz().distance.Levenshtein.distance(left, right)
    return distance


def _rapidfuzz() -> Any:
    """Return the library, which only the extras `bench` and `test` install."""
    try:
        import rapidfuzz
        import rapidfuzz.distance
        import rapidfuzz.fuzz
    except ImportError as error:
        raise SystemExit(
            "the direction of edits is measured with rapidfuzz, which is not installed: "
            "pip install 'translation-cleanup[bench]', or leave out `--part direction`"
        ) from error
    return rapidfuzz


def direction(articles: Sequence[Cleaned], post_edits: Sequence[Cleaned]) -> Report:
    """Judge every edit of machine translation by rule, against references and post-edits."""
    reports = [
        _direction(name, cleaned)
        for name, cleaned in (("references", articles), ("post-edits", post_edits))
        if cleaned
    ]
    return Report(
        "direction",
        tuple(table for report in reports for table in report.tables),
        tuple(measure for report in reports for measure in report.measures),
        tuple(edit for report in reports for edit in report.shown),
    )


def _direction(name: str, cleaned: Sequence[Cleaned]) -> Report:
    counts: Counter[tuple[str, str]] = Counter()
    shown: list[Shown] = []
    for entry in cleaned:
        article = entry.article
        for finding, way in _judged(entry):
            counts[finding.rule, way] += 1
            edit = show("direction", article.text, finding, article.lang, article.id)
            shown.append(replace(edit, verdict=way))
    rules = Counter[str]()
    for (rule, _), count in counts.items():
        rules[rule] += count
    ways = (TOWARDS, AWAY, NEUTRAL, STYLE)
    rows = [
        (rule, str(count), *(str(counts[rule, way]) for way in ways), _ratio(counts, rule))
        for rule, count in rules.most_common()
    ]
    total = {way: sum(counts[rule, way] for rule in rules) for way in ways}
    n = sum(total.values())
    rows.insert(0, ("all rules", str(n), *(str(total[way]) for way in ways), _share(total)))
    table = Table(
        f"Direction of edits against {name}",
        ("rule", "edits", *ways, "towards/decided"),
        rows,
        f"{n} edits in {len(cleaned)} texts",
    )
    return Report("direction", (table,), _measures(name, total), tuple(shown))


def _measures(name: str, total: dict[str, int]) -> tuple[Measure, ...]:
    decided = total[TOWARDS] + total[AWAY]
    if not decided:
        return ()
    value = total[TOWARDS] / decided
    return (Measure(f"direction.{name}", value, decided, higher=True),)


def _judged(entry: Cleaned) -> Iterator[tuple[ReportedFinding, str]]:
    for finding in entry.result.findings:
        if not finding.applied:
            continue
        if removes_block(entry.article, finding):
            kept = entry.article.reference_at(finding.span.start + len(BREAK))
            yield finding, AWAY if kept else TOWARDS
            continue
        reference = entry.article.reference_at(finding.span.start)
        before, after = windows(entry.article, finding)
        if reference:
            yield finding, verdict(before, after, reference)


def removes_block(article: Article, finding: ReportedFinding) -> bool:
    """Tell whether the edit takes out a whole segment: right where a person left it out too."""
    return not finding.after and finding.before.strip() in article.mt


def windows(article: Article, finding: ReportedFinding) -> tuple[str, str]:
    """Return the text around an edit before and after it, never beyond its segment."""
    text, start, end = article.text, finding.span.start, finding.span.end
    left = text[max(0, start - CONTEXT) : start].rpartition(BREAK)[2]
    right = text[end : end + CONTEXT].partition(BREAK)[0]
    return f"{left}{finding.before}{right}", f"{left}{finding.after}{right}"


def _ratio(counts: Counter[tuple[str, str]], rule: str) -> str:
    return _share({way: counts[rule, way] for way in (TOWARDS, AWAY)})


def _share(counts: dict[str, int]) -> str:
    decided = counts[TOWARDS] + counts[AWAY]
    return f"{counts[TOWARDS] / decided:.0%}" if decided else "-"
