"""The proof of a row: its own example is changed, its own trap is not, and then all rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.clean import clean
from pipeline.document import Source
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Glossary, Lexicon, entries_of
from pipeline.glossary.unreadable import Remark, remark_on
from pipeline.house import KEEP
from pipeline.plan import Plan, RuleSet
from pipeline.result import Result
from pipeline.rules.terms._article import is_choice

_GONE = ("rejected", "deprecated")


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the example of a row, and what is wrong with that."""

    row: Concept
    after: str
    remarks: tuple[Remark, ...]


def proofs(rows: Sequence[Concept], plan: Plan, all_rows: Sequence[Concept]) -> Iterator[Proof]:
    """Yield the proof of each row, by the glossary rule alone, among all rows awake.

    A proposed row is proved as if it were approved; retired rows are passed over.
    """
    plans: dict[tuple[str, str], Plan] = {}  # by language and house: a plan learns as it goes
    for row in rows:
        if row.status in _GONE:
            continue
        key = (row.language, (row.profiles or (KEEP,))[0])
        if key not in plans:
            same = plans.get((row.language, KEEP))
            glossary = same.glossary if same else _awake(row.language, all_rows)
            plans[key] = _alone(plan, glossary, key[1])
        yield _proof(row, plans[key])


def _alone(plan: Plan, glossary: Glossary, house: str) -> Plan:
    """Return the plan with the glossary rule alone, for one house, asking nobody."""
    rules = RuleSet(rule for rule in plan.ruleset.rules if rule.id == "terms.glossary")
    style = replace(plan.house, names=house)
    return replace(plan, ruleset=rules, glossary=glossary, house=style, suggest=True)


def _awake(language: str, rows: Sequence[Concept]) -> Glossary:
    lively = [replace(row, status="approved") for row in rows if row.status not in _GONE]
    return Glossary([row for row in lively if row.language == language])


def _proof(row: Concept, plan: Plan) -> Proof:
    remarks: list[Remark] = []
    result = _cleaned(row, row.example, plan) if row.example else None
    if result is None:
        text = "no example; write a sentence of your own which the row changes"
        remarks.append(remark_on(row, "example", text, "warning"))
    else:
        remarks += _example_remarks(row, result)
    if row.counter_example:
        remarks += _trap_remarks(row, plan)
    else:
        text = "no trap; write the worst sentence you can think of which must stay"
        remarks.append(remark_on(row, "counter_example", text, "warning"))
    return Proof(row, result.text if result else "", tuple(remarks))


def _example_remarks(row: Concept, result: Result) -> Iterator[Remark]:
    text = f"{row.example!r} "
    if not _finds(row):
        yield remark_on(row, "example", text + "has no form of this row in it; write one that has")
    elif is_choice(row):
        pass  # the article decides: a sentence with one form in it stays
    elif row.id not in {finding.concept for finding in result.findings}:
        told = "is not changed by this row; see glossary try for what stops it"
        yield remark_on(row, "example", text + told)
    rivals = sorted(_rivals(row, result))
    if rivals:
        told = f"becomes {result.text!r}: {', '.join(rivals)} replaces what this row prints"
        yield remark_on(row, "example", f"{text}{told}; what a row prints no row may replace")


def _rivals(row: Concept, result: Result) -> set[str]:
    """Return the rows that replace what this row put into the text."""
    own = [found.span for found in result.findings if found.concept == row.id]
    return {
        found.concept
        for found in result.findings
        if found.edits and found.concept not in ("", row.id)
        if any(found.span.overlaps(span) for span in own)
    }


def _trap_remarks(row: Concept, plan: Plan) -> Iterator[Remark]:
    result = _cleaned(row, row.counter_example, plan)
    if any(finding.concept == row.id and finding.edits for finding in result.findings):
        told = f"must stay and becomes {result.text!r}; put its wording into keep"
        yield remark_on(row, "counter_example", f"{row.counter_example!r} {told}")


def _finds(row: Concept) -> bool:
    awake = [replace(row, status="approved")]
    hits = Lexicon(awake, entries_of(awake, row.language)).find(row.example)
    return any(hit.replacement and not hit.stopped_by for hit in hits)


def _cleaned(row: Concept, text: str, plan: Plan) -> Result:
    source_lang = row.source_langs[0] if row.source_langs else None
    day = row.valid_from or row.valid_to or None
    return clean(Source(text, row.language, source_lang=source_lang, date=day), plan)
