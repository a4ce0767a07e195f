"""Read what an editor decided about findings: a list of verdicts, or a report with verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.cli.inputs import decoded, read_bytes
from pipeline.cli.shell import UnusableError, counted
from pipeline.cli.work import Cleaned
from pipeline.result import Decision
from pipeline.text import Span


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions with the file and the article they are about, "" for any."""

    name: str
    entries: tuple[tuple[str, str, Decision], ...]

    def about(self, file: str, segment: str) -> list[Decision]:
        """Return the decisions about one article of a file."""
        return [
            decision
            for its_file, its_segment, decision in self.entries
            if its_file in ("", file) and its_segment in ("", segment)
        ]

    def unmet(self, cleaned: Cleaned) -> Iterator[str]:
        """Yield a remark when decisions about a file are about no finding of it."""
        wanted: set[tuple[str, str, int, int]] = set()
        met: set[tuple[str, str, int, int]] = set()
        for segment, result in cleaned.articles():
            for decision in self.about(cleaned.given.name, segment.name):
                span = decision.source_span
                wanted.add((segment.name, decision.rule, span.start, span.end))
            for finding in result.findings:
                met.add((segment.name, finding.rule, finding.span.start, finding.span.end))
        lost = sorted(wanted - met)
        if lost:
            _, rule, start, end = lost[0]
            yield (
                f"{counted(len(lost), 'decision')} of {self.name} met no finding, "
                f"such as {rule} at {start}-{end}; the text or the rules have changed"
            )


def read_decisions(path: Path) -> Decisions:
    """Read decisions or reports from a file; UnusableError names the entry that is wrong."""
    name = str(path)
    entries = [
        (file, segment, _decision(name, number, entry))
        for number, (file, segment, entry) in enumerate(_entries(name, read_reports(path)), 1)
    ]
    return Decisions(name, tuple(entries))


def read_reports(path: Path) -> list[Any]:
    """Return the JSON values of a file: one, or one a line."""
    name = str(path)
    text, _ = decoded(name, read_bytes(path, name))
    try:
        return [json.loads(text)]
    except (ValueError, RecursionError) as whole:
        try:
            return [json.loads(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            raise UnusableError(f"{name}: not JSON: {whole}") from None


def _entries(name: str, values: list[Any]) -> Iterator[tuple[str, str, Any]]:
    for value in values:
        if isinstance(value, list):
            yield from _entries(name, value)
        elif isinstance(value, dict) and isinstance(value.get("findings"), list):
            file, segment = str(value.get("file", "")), str(value.get("segment", ""))
            for finding in value["findings"]:
                if isinstance(finding, dict) and finding.get("verdict"):
                    yield file, segment, finding
        elif isinstance(value, dict):
            yield str(value.get("file", "")), str(value.get("segment", "")), value
        else:
            raise UnusableError(
                f"{name}: found {str(value)[:40]!r}, expected a list of "
                '{"rule": ..., "span": [start, end], "verdict": "accept" or "reject"}, or a report'
            )


def _decision(name: str, number: int, entry: dict[str, Any]) -> Decision:
    at = f"{name}, decision {number}"
    rule, verdict = entry.get("rule"), entry.get("verdict")
    span = _span(entry.get("span"))
    if not isinstance(rule, str) or not rule:
        raise UnusableError(f"{at}: rule is {rule!r}, expected the id of a rule")
    if span is None:
        found = entry.get("span")
        raise UnusableError(f"{at}: span is {found!r}, expected [start, end] in code points")
    if verdict not in ("accept", "reject"):
        raise UnusableError(f"{at}: verdict is {verdict!r}, expected accept or reject")
    return Decision(rule, span, verdict)


def _span(found: Any) -> Span | None:
    if not isinstance(found, list) or [type(offset) for offset in found] != [int, int]:
        return None
    start, end = found
    return Span(start, end) if 0 <= start <= end else None
