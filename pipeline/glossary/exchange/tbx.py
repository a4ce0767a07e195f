"""TermBase eXchange (ISO 30042): version 2 (martif) and version 3 (DCA, dialect TBX-Basic).

A concept has terms in several languages. Those of the language that is printed have an
administrative status: preferred is printed, deprecated is replaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.glossary.concept import TYPES
from pipeline.glossary.exchange.rows import (
    Row,
    Scope,
    entries,
    joined,
    natives,
    new_row,
    refuse_bar,
)
from pipeline.glossary.exchange.tbx_write import MANY, Names, entry_lines, wrapped
from pipeline.glossary.exchange.xmltext import (
    Element,
    below,
    content,
    is_writable,
    lang_of,
    local,
    parse_xml,
)

_BAD = ("deprecated", "superseded", "forbidden", "obsolete")
_ID = re.compile(r"[a-z]+\.[\w.\-]+")


@dataclass(slots=True)
class _Entry:
    """A concept as the file has it: (term, status) by language, and what is said about it."""

    id: str
    terms: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    stays: bool = False  # marked as not to be translated


def read(text: str, scope: Scope) -> list[Row]:
    """Read the concepts that have a term to print in the language of the scope."""
    found = [_entry(one) for one in below(parse_xml(text), "termEntry", "conceptEntry")]
    rows: list[Row] = []
    only_bad: list[tuple[str, _Entry]] = []
    for entry in found:
        language = scope.language or _printed_language(entry)
        if not language:
            scope.leave(entry.id or "a concept", "no language with a preferred term: add --lang")
        elif not any(_is_good(status) for _, status in entry.terms.get(language, ())) and (
            not entry.stays
        ):
            only_bad.append((language, entry))
        else:
            rows += _row(entry, language, scope)
    for language, entry in only_bad:
        _attach(rows, entry, language, scope)
    return rows


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Write the rows as concepts; for Weblate and Pontoon one term a language and concept."""
    names = Names.of(scope.format)
    ids: Counter[str] = Counter()
    lines: list[str] = []
    for row in rows:
        if not all(map(is_writable, row.values())):
            scope.leave(row["id"], "a control character, which XML cannot hold")
            continue
        for variants, forms in _parts(row, scope):
            ids[row["id"]] += 1
            number = ids[row["id"]]
            name = row["id"] if number == 1 else f"{row['id']}{MANY}{number}"
            lines += entry_lines(row, name, variants, forms, names)
    return wrapped(lines, scope.language or "en", names)


def _parts(row: Row, scope: Scope) -> Iterator[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    """Yield ((term, status) pairs, (language, form) pairs) for each concept of a row."""
    forms = list(natives(row, scope.source))
    bad = [(variant, "deprecated") for variant in entries(row.get("variants", ""))]
    if scope.format not in ("weblate", "pontoon"):
        yield [(row["preferred"], "preferred"), *bad], forms
        return
    if not forms:
        scope.leave(row["id"], f"no native form in {scope.source or 'another language'}")
        return
    first: dict[str, str] = {}
    for language, form in forms:
        first.setdefault(language, form)
    for term in [(row["preferred"], "preferred"), *bad]:
        yield [term], list(first.items())


def _entry(element: Element) -> _Entry:
    entry = _Entry((element.get("id") or "").partition(MANY)[0])
    for lang in below(element, "langSet", "langSec"):
        for one in below(lang, "tig", "ntig", "termSec"):
            term = next((content(found) for found in below(one, "term")), "")
            if term:
                entry.terms.setdefault(lang_of(lang), []).append((term, _status(one)))
    for said in element.iter():
        kind, text = said.get("type") or local(said), content(said)
        if kind.lower() == "translation needed" or text.lower() == "translation needed: no":
            entry.stays = text.lower().endswith("no")
        elif local(said) in ("descrip", "admin", "note", "xref"):
            entry.said.setdefault(kind, text)
            if local(said) == "xref":
                entry.said.setdefault("target", said.get("target") or "")
    return entry


def _status(term: Element) -> str:
    for note in below(term, "termNote"):
        if note.get("type") in ("administrativeStatus", "normativeAuthorization"):
            return content(note).removesuffix("-admn-sts").removesuffix("Term")
    return ""


def _is_good(status: str) -> bool:
    return status not in _BAD


def _printed_language(entry: _Entry) -> str:
    """Return the language whose terms have a status: the one that is printed."""
    return next(
        (name for name, terms in entry.terms.items() if any(status for _, status in terms)), ""
    )


def _row(entry: _Entry, language: str, scope: Scope) -> Iterator[Row]:
    own = entry.terms.get(language, [])
    others = [
        (name, term)
        for name, terms in entry.terms.items()
        for term, status in terms
        if name != language and _is_good(status) and not refuse_bar(term, scope)
    ]
    good = sorted((one for one in own if _is_good(one[1])), key=lambda one: one[1] != "preferred")
    preferred = good[0][0] if good else next((term for _, term in others), "")
    if not preferred or refuse_bar(preferred, scope):
        return
    said = entry.said
    kind = said.get("subjectField", "")
    row = new_row(
        preferred,
        language,
        id=entry.id if _ID.fullmatch(entry.id) else "",
        variants=joined(t for t, s in own if not _is_good(s) and not refuse_bar(t, scope)),
        native=joined(f"{name}:{term}" for name, term in others),
        note=said.get("note") or said.get("definition", ""),
        example=said.get("context", ""),
        source_name=said.get("source", ""),
        source_url=said.get("target", ""),
    )
    yield row | ({"type": kind} if kind in TYPES else {})


def _attach(rows: Sequence[Row], entry: _Entry, language: str, scope: Scope) -> None:
    """Give the forbidden terms of a concept to the row that prints the same source term."""
    forms = {f"{name}:{t}" for name, terms in entry.terms.items() for t, _ in terms}
    bad = [t for t, s in entry.terms.get(language, ()) if s and not refuse_bar(t, scope)]
    for row in rows:
        same = bool(entry.id) and row.get("id") == entry.id
        if row["language"] == language and (same or forms & set(entries(row.get("native", "")))):
            row["variants"] = joined([*entries(row.get("variants", "")), *bad])
            return
    scope.leave(entry.id or "a concept", f"no term to print in {language}")
