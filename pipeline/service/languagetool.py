"""LanguageTool's HTTP interface: its `/v2/check` and `/v2/languages`, answered with findings.

Matches for findings that `clean` applies are disjoint, and taking the first replacement of each
gives the cleaned text. Offsets count UTF-16 units of what was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.analysis.languages import detect_article
from pipeline.clean import clean
from pipeline.cli.diff import to_words
from pipeline.document import UNSURE, Source
from pipeline.formats import source_edits
from pipeline.locale import best_match
from pipeline.plan import Plan
from pipeline.result import ReportedFinding, Result
from pipeline.service.annotated import Annotated
from pipeline.service.answers import answered
from pipeline.service.asks import TAG, RefusedError, refuse_long, shown
from pipeline.service.utf16 import Utf16
from pipeline.text import Edit, Span, apply_edits
from pipeline.workers.frames import Frame

CONTEXT = 40  # code points on either side of a match
MOST = 5  # replacements of one match

# Issue type, category id, category name. LibreOffice shows TYPOS red and STYLE blue; Superdesk
# knows these issue types and no others.
KINDS: Mapping[str, tuple[str, str, str]] = {
    "decode": ("characters", "TYPOGRAPHY", "Typography"),
    "repair": ("characters", "TYPOGRAPHY", "Typography"),
    "structure": ("other", "MISC", "Miscellaneous"),
    "translate": ("other", "MISC", "Miscellaneous"),
    "artifacts": ("other", "MISC", "Miscellaneous"),
    "numbers": ("locale-violation", "TYPOGRAPHY", "Typography"),
    "conventions": ("locale-violation", "STYLE", "Style"),
    "quotes": ("typographical", "TYPOGRAPHY", "Typography"),
    "apostrophes": ("typographical", "TYPOGRAPHY", "Typography"),
    "spacing": ("whitespace", "TYPOGRAPHY", "Typography"),
    "terms": ("misspelling", "TYPOS", "Possible Typo"),
    "repeats": ("grammar", "REPETITIONS", "Repetitions"),
    "checks": ("other", "MISC", "Miscellaneous"),
}
OTHER = ("other", "MISC", "Miscellaneous")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*\s|\n")


@dataclass(frozen=True, slots=True)
class Match:
    """A place of the text with what may be put there; `hint` is for what is not simply right."""

    span: Span
    replacements: tuple[str, ...]
    rule: str
    message: str
    hint: bool


def check_ask(fields: Mapping[str, Any], longest: int) -> dict[str, Any]:
    """Return what a worker is asked for /v2/check; RefusedError says what is wrong."""
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    wrong = next((name for name in given if not isinstance(given[name], str | Mapping)), None)
    if wrong:
        raise RefusedError(400, f"the field {wrong} is {shown(given[wrong])}, expected a string")
    if "language" not in given:
        raise RefusedError(400, "the field language is missing; write a code such as en, or auto")
    if ("text" in fields) == ("data" in fields):
        raise RefusedError(400, "expected either the field text or the field data")
    if "text" in fields:
        refuse_long(str(fields["text"]), longest, 413)
    else:
        refuse_long(Annotated.read(_data(fields["data"])).text, longest, 413)
    refuse_long(str(given.get("srctext", "")), longest, 413)
    for name in ("language", "motherTongue"):
        if name in given and not TAG.fullmatch(given[name]):
            raise RefusedError(400, f"{name} is {shown(given[name])}, expected a language code")
    return {"do": "check", **{name: given[name] for name in KNOWN if name in given}}


KNOWN = (
    "text",
    "data",
    "language",
    "motherTongue",
    "srctext",
    "preferredVariants",
    "enabledRules",
    "disabledRules",
    "enabledCategories",
    "disabledCategories",
    "enabledOnly",
)


def check(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer /v2/check."""
    data = asked.get("data")
    sent = Annotated.plain(asked.get("text", "")) if data is None else Annotated.read(_data(data))
    lang = _lang(asked, sent.text, plan)
    source_text = asked.get("srctext")
    # In OmegaT the mother tongue is the language of the source; elsewhere it is the reader's.
    source_lang = asked.get("motherTongue") if source_text else None
    source = Source(sent.text, lang, source_lang, source_text=source_text, protected=sent.protected)
    result = clean(source, plan)
    wanted = [match for match in matches(result) if _is_wanted(match, asked)]
    values = {
        "software": {"name": "translation-cleanup", "version": plan.version, "apiVersion": 1},
        "warnings": {"incompleteResults": False},
        "language": _language(result, asked["language"], plan),
        "matches": list(_as_json(wanted, sent, plan)),
    }
    return answered(values, [result])


def languages(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer /v2/languages."""
    del asked
    return answered(
        [
            {"name": locale.name, "code": locale.language, "longCode": tag}
            for tag, locale in sorted(plan.locales.items())
            if tag != "root"
        ]
    )


def matches(result: Result) -> list[Match]:
    """Return the findings of a result as matches, in the order of the text."""
    text = result.source.text
    applied = result.applied
    found = [_applied_match(text, group, applied) for group in grouped(text, source_edits(result))]
    found += (
        _open_match(text, finding)
        for finding in result.findings
        if not (finding.applied or finding.reason)
    )
    return sorted(found, key=lambda match: (match.span, match.hint, match.rule))


def grouped(text: str, edits: Sequence[Edit]) -> list[tuple[Span, list[Edit]]]:
    """Return spans of whole words and something to see, each with the sorted edits inside.

    >>> grouped("in Kiev .", [Edit(Span(4, 6), "yi"), Edit(Span(7, 8), "")])[0][0]
    Span(start=3, end=8)
    """
    groups: list[tuple[Span, list[Edit]]] = []
    for edit in edits:
        span, inside = _seen(text, edit), [edit]
        while groups and span.start < groups[-1][0].end:
            before, others = groups.pop()
            span = Span(min(before.start, span.start), max(before.end, span.end))
            inside = [*others, *inside]
        groups.append((span, inside))
    return groups


def _seen(text: str, edit: Edit) -> Span:
    """Return the span of an edit, grown to whole words, and by a word where nothing would show."""
    span = edit.span
    if not (len(span) and edit.replacement):
        span = (
            Span(span.start - 1, span.end) if span.start else Span(0, min(span.end + 1, len(text)))
        )
    return to_words(text, span)


def _after(text: str, span: Span, edits: Iterable[Edit]) -> str:
    moved = [
        Edit(Span(edit.span.start - span.start, edit.span.end - span.start), edit.replacement)
        for edit in edits
    ]
    return apply_edits(span.of(text), moved)


def _applied_match(
    text: str, group: tuple[Span, list[Edit]], applied: Sequence[ReportedFinding]
) -> Match:
    span, edits = group
    behind = [
        finding
        for finding in applied
        if any(_meet(part.span, edit.span) for part in finding.edits for edit in edits)
    ]
    message = " ".join(dict.fromkeys(finding.message for finding in behind))
    rule = behind[0].rule if behind else "clean"
    after = _after(text, span, edits)
    return Match(span, (after,), rule, message or "This is changed.", hint=False)


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans share a code point; an empty one meets what it touches."""
    if len(one) and len(other):
        return one.start < other.end and other.start < one.end
    return one.start <= other.end and other.start <= one.end


def _open_match(text: str, finding: ReportedFinding) -> Match:
    """Return the match of a suggestion or a flag."""
    values = [finding.after] if finding.edits else []
    values += finding.alternatives
    span = finding.span
    if not len(span):
        grown = _seen(text, Edit(span, " "))
        left, right = Span(grown.start, span.start).of(text), Span(span.end, grown.end).of(text)
        span, values = grown, [f"{left}{value}{right}" for value in values]
    kept = tuple(value for value in dict.fromkeys(values) if value != span.of(text))
    return Match(span, kept[:MOST], finding.rule, finding.message, hint=True)


def _lang(asked: Mapping[str, Any], text: str, plan: Plan) -> str | None:
    """Return the locale to read the text in, None to have it detected."""
    given = str(asked["language"])
    if given != "auto":
        if best_match(given, plan.locales) is None:
            raise RefusedError(400, f"{shown(given)} is no known language code; see /v2/languages")
        return given
    variants = [name.strip() for name in str(asked.get("preferredVariants", "")).split(",")]
    if not any(variants):
        return None
    tag, _ = detect_article(text, plan.words_to_tags)
    return next((name for name in variants if name.partition("-")[0] == tag), None)


def _language(result: Result, given: str, plan: Plan) -> dict[str, Any]:
    tag = result.locale
    name = plan.locale(tag).name if tag != UNSURE else "Undetermined"
    sure = max((block.confidence for block in result.document.blocks), default=0.0)
    detected = {"name": name, "code": tag, "confidence": round(sure, 3)}
    return {"name": name, "code": tag if given == "auto" else given, "detectedLanguage": detected}


def _is_wanted(match: Match, asked: Mapping[str, Any]) -> bool:
    names = {match.rule, match.rule.upper(), _kind(match.rule)[1]}
    on = _listed(asked, "enabledRules") | _listed(asked, "enabledCategories")
    off = _listed(asked, "disabledRules") | _listed(asked, "disabledCategories")
    if str(asked.get("enabledOnly", "")).lower() in ("true", "yes"):
        return bool(names & on)
    return bool(names & on) or not names & off


def _listed(asked: Mapping[str, Any], name: str) -> set[str]:
    return {entry.strip() for entry in str(asked.get(name, "")).split(",") if entry.strip()}


def _kind(rule: str) -> tuple[str, str, str]:
    return KINDS.get(rule.partition(".")[0], OTHER)


def _as_json(found: Iterable[Match], sent: Annotated, plan: Plan) -> Iterator[dict[str, Any]]:
    units = Utf16(sent.sent)
    for match in found:
        place, whole = sent.place(match.span)
        start, end = units.at(place.start), units.at(place.end)
        issue, category, name = _kind(match.rule)
        rule = plan.ruleset.by_id.get(match.rule)
        yield {
            "message": match.message,
            "shortMessage": "",
            "offset": start,
            "length": end - start,
            # What lies across markup would lose it: it is shown, and not offered.
            "replacements": [{"value": value} for value in match.replacements if whole],
            "context": _context(sent.text, match.span),
            "sentence": sentence_at(sent.text, match.span),
            "type": {"typeName": "Hint" if match.hint else "Other"},
            "rule": {
                "id": match.rule,
                "description": rule.summary if rule else match.message,
                "issueType": issue,
                "urls": [],
                "category": {"id": category, "name": name},
            },
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }


def _context(text: str, span: Span) -> dict[str, Any]:
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    left, right = "..." if start else "", "..." if end < len(text) else ""
    shown_text = f"{left}{text[start:end]}{right}".replace("\n", " ")
    units = Utf16(shown_text)
    at = units.at(span.start - start + len(left))
    length = units.at(span.end - start + len(left)) - at
    return {"text": shown_text, "offset": at, "length": length}


def sentence_at(text: str, span: Span) -> str:
    """Return the sentence in which a span begins.

    >>> sentence_at("He came. He saw. He won.", Span(12, 15))
    'He saw.'
    """
    start = text.rfind("\n", 0, span.start) + 1
    for end in _SENTENCE_END.finditer(text, start):
        if end.end() > span.start:
            return text[start : end.end()].strip()
        start = end.end()
    return text[start:].strip()


def _data(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value)
