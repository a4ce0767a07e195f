"""What cleaning gives back: revisions, and every finding in the coordinates of the source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.document import Document, Source
from pipeline.finding import Finding, SetAside
from pipeline.text import Edit, OffsetMap, Span, apply_edits, invert_edits

SCHEMA_ID = "https://translation-cleanup.example/report-1.json"


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's verdict on the finding of `rule` at `source_span`: accept or reject."""

    rule: str
    source_span: Span
    verdict: str

    def __post_init__(self) -> None:
        if self.verdict not in ("accept", "reject"):
            raise ValueError(f"a verdict is accept or reject, not {self.verdict!r}")


@dataclass(frozen=True, slots=True)
class Revision:
    """What one pass made of the text: applied findings in text order, the others set aside."""

    stage: str
    before: str
    applied: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    after: str
    offsets: OffsetMap

    def undone(self) -> str:
        """Return the text before the pass, from the text after it and the edits alone."""
        edits = sorted(edit for finding in self.applied for edit in finding.edits)
        return apply_edits(self.after, invert_edits(self.before, edits))


@dataclass(frozen=True, slots=True)
class ReportedEdit:
    """One edit of a finding: the source text under `span` reads `after` in the result."""

    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding as an editor sees it: spans are code points of the source.

    `before` is the source text under `span`, `after` what the finding makes of it (for a
    suggestion: would make). `reason` says why a finding that could be applied was not.
    """

    rule: str
    stage: str
    safety: str
    applied: bool
    message: str
    span: Span
    before: str
    after: str
    edits: tuple[ReportedEdit, ...] = ()
    alternatives: tuple[str, ...] = ()
    concept: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """The cleaned text with everything that was done to it, reversible."""

    source: Source
    revisions: tuple[Revision, ...]
    document: Document
    signature: str
    stopped: str = ""  # why the guard gave the source back unchanged, else ""
    failures: tuple[str, ...] = ()  # rules that failed on this text and were left out

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.document.text

    @property
    def locale(self) -> str:
        """BCP 47 tag of the article, `und` when unsure."""
        return self.document.locale

    @property
    def changed(self) -> bool:
        """Whether the text differs from the source."""
        return self.document.text != self.source.text

    def undo(self) -> str:
        """Return the source text, rebuilt from the result by taking every edit back."""
        text = self.text
        for revision in reversed(self.revisions):
            text = Revision(
                revision.stage, revision.before, revision.applied, (), text, revision.offsets
            ).undone()
        return text

    @cached_property
    def findings(self) -> tuple[ReportedFinding, ...]:
        """All findings, applied or not, in the order of the source."""
        found = [
            entry
            for number, revision in enumerate(self.revisions)
            for entry in self._reported(number, revision)
        ]
        found.sort(key=lambda entry: (entry.span.start, entry.span.end, entry.rule))
        return tuple(found)

    @property
    def applied(self) -> tuple[ReportedFinding, ...]:
        """The findings that changed the text."""
        return tuple(finding for finding in self.findings if finding.applied)

    def diff(self) -> str:
        """Return a unified diff of source and result, by line; empty when nothing changed."""
        from difflib import unified_diff

        lines = unified_diff(
            self.source.text.splitlines(), self.text.splitlines(), "source", "cleaned", lineterm=""
        )
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values, in the shape of `report.schema.json`."""
        return {
            "schema": SCHEMA_ID,
            "signature": self.signature,
            "locale": self.locale,
            "changed": self.changed,
            "stopped": self.stopped,
            "failures": list(self.failures),
            "encoding": self.source.decoding.encoding,
            "encoding_evidence": self.source.decoding.evidence,
            "findings": [_finding_values(finding) for finding in self.findings],
            "revisions": [_revision_values(rev) for rev in self.revisions if rev.applied],
        }

    def to_json(self, indent: int | None = None) -> str:
        """Return the report as JSON, in the shape of `report.schema.json`."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def source_span(self, span: Span, before_revision: int) -> Span:
        """Map a span of the text that a revision read back to the source."""
        return source_span(span, self.revisions[:before_revision])

    def _reported(self, number: int, revision: Revision) -> Iterator[ReportedFinding]:
        for finding in revision.applied:
            yield self._report(number, revision, finding, "")
        for aside in revision.set_aside:
            yield self._report(number, revision, aside.finding, aside.reason)

    def _report(
        self, number: int, revision: Revision, finding: Finding, reason: str
    ) -> ReportedFinding:
        span, before, after = self._seen_from_source(number, revision, finding, finding.span)
        edits = []
        for edit in finding.edits:
            single = Finding(finding.rule, edit.span, "", (edit,))
            edits.append(ReportedEdit(*self._seen_from_source(number, revision, single, edit.span)))
        return ReportedFinding(
            rule=finding.rule,
            stage=revision.stage,
            safety=finding.safety.word,
            applied=not reason,
            message=finding.message,
            span=span,
            before=before,
            after=after,
            edits=tuple(edits),
            alternatives=finding.alternatives,
            concept=finding.concept,
            reason="" if reason == finding.safety.word else reason,
        )

    def _seen_from_source(
        self, number: int, revision: Revision, finding: Finding, span: Span
    ) -> tuple[Span, str, str]:
        """Return (source span, source text, what it becomes): wide enough for all three to fit."""
        source = self.source_span(span, number)
        here = source
        for earlier in self.revisions[:number]:
            here = earlier.offsets.to_after(here)
        here = Span(min(here.start, span.start), max(here.end, span.end))
        edits = [
            Edit(Span(edit.span.start - here.start, edit.span.end - here.start), edit.replacement)
            for edit in finding.edits
            if here.contains(edit.span)
        ]
        return source, source.of(self.source.text), apply_edits(here.of(revision.before), edits)


def source_span(span: Span, revisions: tuple[Revision, ...] | list[Revision]) -> Span:
    """Map a span of the text after these revisions back to the source."""
    for revision in reversed(revisions):
        if revision.applied:
            span = revision.offsets.to_before(span)
    return span


def undo_report(report: dict[str, Any], cleaned: str) -> str:
    """Return the source text from a report and the cleaned text alone.

    ValueError when the text is not the one the report was made for.
    """
    text = cleaned
    for revision in reversed(report["revisions"]):
        shift = 0
        pieces: list[str] = []
        done = 0
        for start, before, after in revision["edits"]:
            at = start + shift
            if text[at : at + len(after)] != after:
                raise ValueError(
                    f"the text at {at} is {text[at : at + len(after)]!r}, the report says {after!r}"
                )
            pieces += text[done:at], before
            done = at + len(after)
            shift += len(after) - len(before)
        text = "".join([*pieces, text[done:]])
    return text


def _finding_values(finding: ReportedFinding) -> dict[str, Any]:
    values: dict[str, Any] = {
        "rule": finding.rule,
        "safety": finding.safety,
        "applied": finding.applied,
        "message": finding.message,
        "span": [finding.span.start, finding.span.end],
        "before": finding.before,
        "after": finding.after,
        "edits": [
            {"span": [edit.span.start, edit.span.end], "before": edit.before, "after": edit.after}
            for edit in finding.edits
        ],
    }
    optional = {
        "alternatives": list(finding.alternatives),
        "concept": finding.concept,
        "reason": finding.reason,
    }
    return values | {key: value for key, value in optional.items() if value}


def _revision_values(revision: Revision) -> dict[str, Any]:
    """Return the edits of a revision as [start, before, after], in offsets of its own input."""
    edits = sorted(edit for finding in revision.applied for edit in finding.edits)
    return {
        "pass": revision.stage,
        "edits": [
            [edit.span.start, edit.span.of(revision.before), edit.replacement] for edit in edits
        ],
    }
