"""Findings, and the one order in which competing findings are resolved.

A finding is one remark that an editor accepts or rejects as a whole. Knows edits; knows
neither rules nor documents.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from pipeline.text import Edit, Span


class Safety(IntEnum):
    """How sure a finding is; the lower value goes first."""

    APPLY = 0
    SUGGEST = 1
    FLAG = 2

    @property
    def word(self) -> str:
        """The word used in rule files and reports: apply, suggest or flag."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: `span` is what the reader should look at, `edits` what would change.

    Edits are minimal, sorted and do not clash; a flag has none. `alternatives` are other
    texts for `span` that an editor may prefer. `concept` is the glossary row behind it, if any.
    """

    rule: str
    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    safety: Safety = Safety.APPLY
    alternatives: tuple[str, ...] = ()
    concept: str = ""

    def __post_init__(self) -> None:
        if self.safety is not Safety.FLAG and not self.edits:
            raise ValueError(f"{self.rule}: a finding without edits is a flag")
        for left, right in zip(self.edits, self.edits[1:], strict=False):
            if left.span.start > right.span.start or left.clashes(right):
                raise ValueError(f"{self.rule}: the edits {left} and {right} clash")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that was not applied, and why."""

    finding: Finding
    reason: str


def resolve(
    findings: Iterable[Finding],
    protected: tuple[Span, ...] = (),
) -> tuple[tuple[Finding, ...], tuple[SetAside, ...]]:
    """Choose which findings are applied together: (applied in text order, set aside).

    The total order is safety, then the longer span, then the leftmost, then the rule id.
    A suggestion or a flag never takes the place of an applied finding, and is set aside as
    such; one whose edits clash with an applied finding says with which.
    """
    applied: list[Finding] = []
    set_aside: list[SetAside] = []
    taken: list[tuple[int, int, int, Edit, str]] = []
    for finding in sorted(findings, key=_order):
        if _touches(finding, protected):
            set_aside.append(SetAside(finding, "inside a protected span"))
            continue
        rival = _rival(finding, taken)
        if rival is not None:
            set_aside.append(SetAside(finding, f"clashes with {rival}"))
        elif finding.safety is not Safety.APPLY:
            set_aside.append(SetAside(finding, finding.safety.word))
        else:
            applied.append(finding)
            for edit in finding.edits:
                insort(taken, (edit.span.start, edit.span.end, len(taken), edit, finding.rule))
    applied.sort(key=lambda finding: (finding.span.start, finding.span.end, finding.rule))
    return tuple(applied), tuple(set_aside)


def _order(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    return (finding.safety, span.start - span.end, span.start, finding.rule, finding.edits)


def _touches(finding: Finding, protected: tuple[Span, ...]) -> bool:
    if not protected:
        return False
    for edit in finding.edits:
        index = bisect_left(protected, edit.span.start, key=lambda span: span.end)
        for span in protected[index : index + 2]:
            if edit.span.start < span.end and span.start < edit.span.end:
                return True
    return False


def _rival(finding: Finding, taken: list[tuple[int, int, int, Edit, str]]) -> str | None:
    """Return the rule of the applied finding that `finding` clashes with, None if free."""
    if not taken:
        return None
    for edit in finding.edits:
        index = bisect_left(taken, (edit.span.start,))
        for _, _, _, other, rule in taken[max(0, index - 2) : index + 2]:
            if edit.clashes(other):
                return rule
        index += 2
        while index < len(taken) and taken[index][0] <= edit.span.end:
            if edit.clashes(taken[index][3]):
                return taken[index][4]
            index += 1
    return None
