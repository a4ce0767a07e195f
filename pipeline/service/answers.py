"""The answers of the native API, made inside a worker: from what was asked to JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from pipeline.cli.decisions import Decisions
from pipeline.cli.glossary.common import values_of
from pipeline.cli.inputs import Given
from pipeline.cli.options import Options
from pipeline.cli.report import reports
from pipeline.cli.setup import Setup
from pipeline.cli.shell import UnusableError
from pipeline.cli.summary import tally
from pipeline.cli.work import Cleaned, clean_decoded
from pipeline.document import Decoding
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import fold
from pipeline.locale import best_match
from pipeline.plan import Plan, reads
from pipeline.result import Decision, Result
from pipeline.rule import Rule
from pipeline.service.asks import RefusedError, shown
from pipeline.text import Span, apply_edits
from pipeline.workers.frames import Frame

_ONE_LINE = {ord(end): " " for end in "\r\n"}
PAGE = 100  # rows of a glossary in one answer, if not asked otherwise


def answered(values: Any, results: Iterable[Result] = (), **facts: Any) -> Frame:
    """Return an answer as JSON, with what is counted and logged about it."""
    results = tuple(results)
    counts: Counter[str] = tally(results)
    head = {"texts": len(results), "findings": counts, **facts}
    head["characters"] = sum(len(result.source.text) for result in results)
    return Frame(head, as_json(values))


def as_json(values: Any) -> bytes:
    """Return JSON as UTF-8; half a surrogate pair stays escaped."""
    try:
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(values, separators=(",", ":")).encode()


def cleaned(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer POST /v1/clean."""
    refuse_lang(asked.get("lang"), plan)
    item = asked.get("item")
    # A record stands on one line. No string of JSON holds a line end, so that only the spaces
    # between its parts change, for the time of reading it.
    text = asked["text"] if item is None else item.translate(_ONE_LINE)
    file = _file(text, asked, plan)
    apply = asked.get("mode", "apply") == "apply"
    before = text if item is None else item
    after = apply_edits(before, file.edits) if apply else before
    name = "text" if item is None else "item"
    written = as_json(after) if item is None else after.encode()  # an item is JSON already
    frame = answered(_values(file, apply, asked, plan), file.results, format=file.format)
    # The object that follows begins with its first member: the brace makes room for another.
    return Frame(frame.head, b'{"%b":%b,%b' % (name.encode(), written, frame.body[1:]))


def refuse_lang(tag: str | None, plan: Plan) -> None:
    """Raise RefusedError for a locale that is not known."""
    if tag and best_match(tag, plan.locales) is None:
        raise RefusedError(
            400, f"lang is {shown(tag)}, which is no known locale; leave it out to have it detected"
        )


def _file(text: str, asked: Mapping[str, Any], plan: Plan) -> Cleaned:
    """Clean a text as the command does a file, with what was asked for as its options."""
    options = Options(
        lang=asked.get("lang"),
        source_lang=asked.get("source_lang"),
        date=asked.get("date"),
        format=asked.get("format", "auto" if "item" in asked else "text"),
        field=asked.get("fields"),
    )
    decisions = [
        (
            "",
            entry.get("segment", ""),
            Decision(entry["rule"], Span(*entry["span"]), entry["verdict"]),
        )
        for entry in asked.get("decisions", ())
    ]
    setup = Setup(options, plan, asked.get("source_text"), Decisions("", tuple(decisions)))
    given = Given("", None, PurePath())
    try:
        return clean_decoded(given, b"", text, Decoding(), setup)
    except UnusableError as error:
        if error.__cause__ is not None:  # a defect, whose message may quote the text
            raise error.__cause__ from None
        raise RefusedError(400, str(error)) from None


def _values(file: Cleaned, apply: bool, asked: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """Return the answer without the text; in the mode `suggest` nothing has been applied yet."""
    findings = []
    for segment, result in file.articles():
        for finding in result.to_dict()["findings"]:
            finding["applied"] &= apply
            findings.append({"segment": segment.name, **finding} if segment.name else finding)
    shape: dict[str, Any] = {
        "changed": apply and bool(file.edits),
        "format": file.format,
        "locales": sorted({result.locale for result in file.results}),
        "findings": findings,
        "signature": plan.signature,
        "remarks": [*file.layout.remarks, *_remarks(file.results)],
    }
    if asked.get("report"):
        shape["reports"] = list(reports(file))
    return shape


def _remarks(results: Iterable[Result]) -> Iterable[str]:
    """Yield what went otherwise than it should have."""
    for result in results:
        if result.stopped:
            yield result.stopped
        yield from (f"left out, please report it: {failure}" for failure in result.failures)


def rules(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer GET /v1/rules: all of them, or those that read text of a locale."""
    found: Iterable[Rule] = plan.ruleset.rules
    if asked.get("lang"):
        refuse_lang(asked["lang"], plan)
        locale = plan.locale(asked["lang"])
        found = [rule for rule in found if reads(rule, locale)]
    listed = [_rule_values(rule) for rule in found]
    return answered({"rules": listed, "signature": plan.signature})


def rule(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer GET /v1/rules/ID."""
    found = plan.ruleset.by_id.get(asked["id"])
    if found is None:
        raise RefusedError(404, f"{shown(asked['id'])}: no rule has this id; see /v1/rules")
    return answered({**_rule_values(found), "why": found.why, "source": found.source})


def _rule_values(found: Rule) -> dict[str, Any]:
    return {
        "id": found.id,
        "summary": found.summary,
        "safety": found.safety.word,
        "category": found.category,
        "locales": list(found.locales),
        "not_in": list(found.but_not),
        "source_langs": list(found.source_langs),
    }


def languages_of_glossary(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer GET /v1/glossary: how many rows each language has."""
    del asked
    counts = Counter(concept.language for concept in plan.glossary.concepts)
    return answered({"languages": dict(sorted(counts.items())), "signature": plan.signature})


def glossary(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer GET /v1/glossary/LANG: its rows, or those in which a text stands, page by page."""
    rows = _rows(asked["lang"], plan)
    if wanted := fold(asked.get("q", "")):
        rows = [row for row in rows if any(wanted in fold(form) for form in _forms(row))]
    start, limit = asked.get("offset", 0), asked.get("limit", PAGE)
    page = [values_of(row) for row in rows[start : start + limit]]
    return answered({"total": len(rows), "offset": start, "rows": page})


def glossary_row(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer GET /v1/glossary/LANG/ID; an id may have rows for several houses and times."""
    found = [row for row in _rows(asked["lang"], plan) if row.id == asked["id"]]
    if not found:
        raise RefusedError(404, f"{shown(asked['id'])}: no row has this id")
    return answered({"total": len(found), "offset": 0, "rows": [values_of(row) for row in found]})


def _rows(lang: str, plan: Plan) -> list[Concept]:
    found = [row for row in plan.glossary.concepts if row.language == lang]
    if not found:
        raise RefusedError(404, f"{shown(lang)}: the glossary has no rows for this language")
    return found


def _forms(row: Concept) -> Iterable[str]:
    yield from (row.id, row.preferred, row.note, *row.variants, *row.keep)
    for pair in (*row.forms, *row.native):
        yield from pair
