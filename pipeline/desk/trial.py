"""What the engine does with a sentence, row by row: what fires, and what keeps a form as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.clean import clean
from pipeline.context import Context
from pipeline.document import Source
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Hit, Lexicon, entries_of
from pipeline.plan import Plan, RuleSet
from pipeline.result import ReportedFinding, Result
from pipeline.rules.terms._article import Found, read_names, why_asleep
from pipeline.text import Span

_LATER = ("terms", "repeats", "checks")
_CHOICE = "newsrooms differ, and the article has one form of it"


@dataclass(frozen=True, slots=True)
class Seen:
    """A form of a row in a text: `span` is in code points of the text, `outcome` one word.

    The outcome is printed, suggested, flagged, kept (something around the form says so),
    left (the row has nothing to say here) or asleep (the row is not for this article).
    """

    span: Span
    row: Concept
    outcome: str
    printed: str
    why: str = ""


def seen_in(source: Source, plan: Plan, *, asleep: bool = True) -> list[Seen]:
    """Return every form of every row in a text, in text order, with what becomes of it.

    Without `asleep` rows that are not for this article are left out, which is much quicker.
    """
    early = [rule for rule in plan.ruleset.rules if rule.stage not in _LATER]
    before = clean(source, replace(plan, ruleset=RuleSet(early)))
    context = Context(before.document, plan, source)
    findings = {
        (finding.span, finding.concept): finding
        for finding in clean(source, plan).findings
        if finding.concept
    }
    found = list(_awake(context, before, findings))
    known = {(one.span, one.row.id, one.row.profile, one.row.valid_from) for one in found}
    for one in _sleeping(context, before) if asleep else ():
        key = (one.span, one.row.id, one.row.profile, one.row.valid_from)
        if key not in known:
            known.add(key)
            found.append(one)
    return sorted(found, key=lambda one: (one.span.start, one.span.end, one.outcome == "asleep"))


def _awake(
    context: Context, before: Result, findings: dict[tuple[Span, str], ReportedFinding]
) -> Iterator[Seen]:
    for names in read_names(context):
        for found in names.found:
            span = _span(before, found.hit)
            finding = findings.pop((span, found.concept.id), None)
            yield _seen(found, span, finding)
        # A form may be right for its row, and the article have another one more often.
        for found in (*names.beaten, *names.right):
            span = _span(before, found.hit)
            finding = findings.pop((span, found.concept.id), None)
            if finding:
                yield _seen(found, span, finding)


def _seen(found: Found, span: Span, finding: ReportedFinding | None) -> Seen:
    row = found.concept
    if found.kept:
        return Seen(span, row, "kept", found.printed, _reason(found))
    if finding is None:
        why = _CHOICE if found.is_choice else "another row decides here"
        return Seen(span, row, "left", found.printed, why)
    printed = finding.after if finding.edits else found.printed
    if finding.applied:
        return Seen(span, row, "printed", printed, found.why)
    if finding.reason not in ("", finding.safety):
        return Seen(span, row, "left", printed, finding.reason)
    word = {"suggest": "suggested", "flag": "flagged"}.get(finding.safety, "left")
    return Seen(span, row, word, printed, found.why)


def _reason(found: Found) -> str:
    """Return what keeps a form, with the wording of the row where it is that."""
    if not found.hit.stopped_by:
        return found.kept
    if found.kept in found.concept.keep:
        return f"keep {found.kept!r} of this row"
    return f"inside {found.kept!r}, which stays"


def _sleeping(context: Context, before: Result) -> Iterator[Seen]:
    """Yield forms of rows that are not approved, or not for this article."""
    languages = {locale.language for locale in context.locales()}
    for language in sorted(languages):
        rows = [row for row in context.plan.glossary.concepts if row.language == language]
        awake = [replace(row, status="approved") for row in rows]
        states = dict(zip(map(id, awake), rows, strict=True))
        for hit in Lexicon(awake, entries_of(awake, language)).find(context.text):
            row = states[id(hit.term.concept)]
            why = f"{row.status}, not approved" if not row.approved else why_asleep(context, row)
            if why and not hit.stopped_by:
                yield Seen(_span(before, hit), row, "asleep", hit.replacement, why)


def _span(before: Result, hit: Hit) -> Span:
    return before.source_span(Span(hit.start, hit.end), len(before.revisions))
