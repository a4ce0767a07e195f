"""The line that `clean` says about a file, and the one about all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.cli.setup import Setup
from pipeline.cli.shell import UnusableError, counted, say
from pipeline.cli.work import Cleaned, is_utf8
from pipeline.document import UNSURE, Decoding
from pipeline.plan import Plan
from pipeline.result import Result


def tally(results: tuple[Result, ...]) -> Counter[str]:
    """Count edits (findings applied), suggestions and flags; what was set aside is none."""
    counts: Counter[str] = Counter()
    for result in results:
        for finding in result.findings:
            counts[kind_of(finding.applied, finding.safety, finding.reason)] += 1
    return counts


def kind_of(applied: bool, safety: str, reason: str) -> str:
    """Return what became of a finding: edit, suggestion, flag, or set aside."""
    if applied:
        return "edit"
    if reason:
        return "set aside"
    return "flag" if safety == "flag" else "suggestion"


def counts_of(counts: Counter[str]) -> str:
    """Return the counts as words."""
    return ", ".join(counted(counts[kind], kind) for kind in ("edit", "suggestion", "flag"))


def locale_name(tag: str, plan: Plan) -> str:
    """Return the name of a locale with its tag."""
    if tag == UNSURE:
        return "language unsure"
    name = plan.locale(tag).name
    return f"{name} ({tag})" if name else tag


def summary(cleaned: Cleaned, setup: Setup) -> list[str]:
    """Return the line about a file, and one for each thing that went otherwise than asked."""
    name = cleaned.given.name
    parts = [_locales(cleaned, setup), counts_of(tally(cleaned.results))]
    if not is_utf8(cleaned.decoding) and not cleaned.layout.declares:
        parts.append(f"{encoding_name(cleaned.decoding)} in, UTF-8 out")
    lines = [f"{name}: {'; '.join(filter(None, parts))}"]
    lines += (f"{name}: {remark}" for remark in cleaned.layout.remarks)
    lines += (f"{name}: {result.stopped}" for result in cleaned.results if result.stopped)
    lines += (
        f"{name}: left out, please report it: {failure}"
        for result in cleaned.results
        for failure in result.failures
    )
    if setup.decisions is not None:
        lines += (f"{name}: {text}" for text in setup.decisions.unmet(cleaned))
    return lines


def encoding_name(decoding: Decoding) -> str:
    """Return the name of an encoding without the details of a mixed one."""
    return decoding.encoding.partition(":")[0]


def _locales(cleaned: Cleaned, setup: Setup) -> str:
    tags = Counter(result.locale for result in cleaned.results)
    names = [locale_name(tag, setup.plan) for tag, _ in tags.most_common()]
    if cleaned.format == "jsonl" or len(cleaned.results) != 1:
        return f"{counted(len(cleaned.results), 'article')}, {', '.join(names) or 'none cleaned'}"
    if UNSURE in tags:
        return f"{names[0]}, say which with --lang"
    return ", ".join(names)


@dataclass
class Totals:
    """What a run over several files came to."""

    files: int
    changed: int = 0
    failed: int = 0
    done: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    locales: Counter[str] = field(default_factory=Counter)

    def add(self, cleaned: Cleaned) -> None:
        """Count a file that was cleaned."""
        self.done += 1
        self.changed += cleaned.changed
        self.counts += tally(cleaned.results)
        self.locales.update(result.locale for result in cleaned.results)

    def fail(self, error: UnusableError) -> None:
        """Say and count a file that could not be cleaned."""
        self.failed += 1
        say(f"clean: {error}")

    def line(self, plan: Plan, *, written: bool) -> str:
        """Return the line about all files; `written` says whether they were changed on disk."""
        locales = [f"{locale_name(tag, plan)} {n:,}" for tag, n in self.locales.most_common(5)]
        verb = "changed" if written else "to change"
        parts = [
            f"{counted(self.done, 'file')}, {self.changed:,} {verb}",
            counts_of(self.counts),
            ", ".join(locales),
        ]
        if self.failed:
            parts.append(f"{self.failed:,} not done")
        return "; ".join(filter(None, parts))
