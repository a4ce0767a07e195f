"""What rows, or a change of one, do to the articles of an archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.desk.archive import Article
from pipeline.desk.kwic import in_context
from pipeline.desk.trial import Seen, seen_in
from pipeline.document import Source
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Glossary, entries_of, fold
from pipeline.plan import Plan, RuleSet


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of a row in an article, with what becomes of it."""

    place: str
    row: str
    start: int
    found: str
    outcome: str
    printed: str
    why: str
    line: str

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What tells that two hits are about one place, before and after a change."""
        return self.place, self.row, self.start, self.found


def alone(plan: Plan, rows: Sequence[Concept]) -> Plan:
    """Return the plan with the glossary rule alone, and these rows."""
    rules = RuleSet(rule for rule in plan.ruleset.rules if rule.id == "terms.glossary")
    return replace(plan, ruleset=rules, glossary=Glossary(rows))


def hits_in(
    found: Iterable[Article],
    plan: Plan,
    ids: frozenset[str],
    lang: str | None,
    source_lang: str | None = None,
) -> Iterator[Hit]:
    """Yield the hits of rows in articles; no ids stand for all rows."""
    forms = _forms(plan, ids)
    for article in found:
        if forms and not _has(article.text, forms):
            continue
        for one in seen_in(Source(article.text, lang, source_lang), plan, asleep=False):
            if not ids or one.row.id in ids:
                yield _hit(article, one)


def changed_hits(before: Sequence[Hit], after: Sequence[Hit]) -> Iterator[tuple[Hit, str]]:
    """Yield each hit that a change gives another outcome, as it is after, with the old one."""
    old = {hit.key: hit for hit in before}
    new = {hit.key: hit for hit in after}
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if now is None and was is not None:
            yield replace(was, outcome="untouched", printed="", why=""), was.outcome
        elif now is not None and was is None:
            yield now, "untouched"
        elif now and was and (now.outcome, now.printed) != (was.outcome, was.printed):
            yield now, was.outcome


def counted_by_row(hits: Iterable[Hit]) -> dict[str, Counter[str]]:
    """Return for each row how often each outcome came out, and in how many articles."""
    counts: dict[str, Counter[str]] = {}
    places: dict[str, set[str]] = {}
    for hit in hits:
        counts.setdefault(hit.row, Counter())[hit.outcome] += 1
        places.setdefault(hit.row, set()).add(hit.place)
    for row, found in places.items():
        counts[row]["articles"] = len(found)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1]["printed"], pair[0])))


def _forms(plan: Plan, ids: frozenset[str]) -> tuple[str, ...]:
    """Return the folded forms that an article must have for rows to see it."""
    rows = [row for row in plan.glossary.concepts if row.id in ids]
    return tuple({form for row in rows for form in entries_of([row], row.language).rows})


def _has(text: str, forms: Sequence[str]) -> bool:
    """Tell whether a form may stand in a text; invisible characters inside count for nothing."""
    if not text.isascii():
        text = "".join(char for char in text if char not in "\u00ad\u200b\u200c\u200d\u2060\ufeff")
    folded = fold(text.replace("\r\n", "\n"))
    return any(form in folded for form in forms)


def _hit(article: Article, one: Seen) -> Hit:
    start, end = one.span.start, one.span.end
    printed = one.printed if one.outcome in ("printed", "suggested", "flagged") else ""
    line = in_context(article.text, start, end, printed)
    found = article.text[start:end]
    return Hit(article.place, one.row.id, start, found, one.outcome, one.printed, one.why, line)
