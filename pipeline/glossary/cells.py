"""Rows as cells and back: what a concept looks like in its file, and changes written as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from unicodedata import category

from pipeline.glossary.concept import TYPES, Concept

LISTS = ("variants", "forms", "native", "keep", "source_langs", "profile")
_ID = re.compile(r"[a-z]+(?:\.[a-z0-9-]+)+")
_CHANGE = re.compile(r"\s*([\w-]*\w)\s*(\+=|-=|=)(.*)", re.DOTALL)


def cells_of(row: Concept) -> dict[str, str]:
    """Return the cells that say what a concept says.

    >>> cells_of(Concept("place.kyiv", "Kyiv", ("Kiev", "Kiew")))["variants"]
    'Kiev | Kiew'
    """
    cells = {
        "id": row.id,
        "preferred": row.preferred,
        "variants": " | ".join(row.variants),
        "forms": " | ".join(f"{form}>{printed}" for form, printed in row.forms),
        "native": " | ".join(f"{language}:{form}" for language, form in row.native),
        "keep": " | ".join(row.keep),
        "type": row.type,
        "case": row.case,
        "action": row.action,
        "in_quotes": "yes" if row.in_quotes else "no",
        "profile": row.profile,
        "source_langs": " | ".join(row.source_langs),
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "status": row.status,
        "note": row.note,
        "example": row.example,
        "counter_example": row.counter_example,
        "source_name": row.source_name,
        "source_url": row.source_url,
        "checked_on": row.checked_on,
    }
    return cells | {key: value for key, value in row.extra.items() if value}


def changed_cells(cells: Mapping[str, str], changes: Iterable[str]) -> dict[str, str]:
    """Return what changes such as `keep+=Kiev cake` make of cells; ValueError says what is wrong.

    >>> changed_cells({"keep": "a | b"}, ["keep+=c", "keep-=a", "note=new"])
    {'keep': 'b | c', 'note': 'new'}
    """
    changed: dict[str, str] = {}
    for change in changes:
        found = _CHANGE.fullmatch(change)
        if found is None:
            raise ValueError(f"{change!r} is no change; write column=text, column+=entry or -=")
        column, sign, given = found[1], found[2], found[3].strip()
        if any(category(char) in ("Cc", "Cs") and char != "\n" for char in given):
            raise ValueError(f"{change!r}: a control character; write the text without it")
        old = changed.get(column, cells.get(column, ""))
        if sign == "=":
            changed[column] = given
        elif column not in LISTS:
            raise ValueError(f"{change!r}: {column} holds no list; write {column}=text")
        else:
            changed[column] = _list(old, given, sign, change)
    return changed


def _list(old: str, given: str, sign: str, change: str) -> str:
    entries = [entry.strip() for entry in old.split("|") if entry.strip()]
    for entry in filter(None, map(str.strip, given.split("|"))):
        if sign == "+=" and entry not in entries:
            entries.append(entry)
        elif sign == "-=" and entry in entries:
            entries.remove(entry)
        elif sign == "-=":
            raise ValueError(f"{change!r}: {entry!r} is not in this cell; it holds {old!r}")
    return " | ".join(entries)


def refuse_id(concept_id: str) -> None:
    """Refuse an id of another shape than the guide asks for; ValueError says which that is."""
    if not _ID.fullmatch(concept_id):
        raise ValueError(
            f"{concept_id!r} is no id; write a kind, a full stop, and small letters, digits and "
            "hyphens, such as place.new-york"
        )


def new_cells(concept_id: str, day: date, by: str) -> dict[str, str]:
    """Return the cells of a new proposed row; the kind is what its id begins with."""
    kind = concept_id.partition(".")[0]
    kind = kind if kind in TYPES else "other"
    return {
        "id": concept_id,
        "type": kind,
        "case": "upper" if kind == "acronym" else "smart" if kind == "phrase" else "as stored",
        "action": "apply",
        "in_quotes": "yes",
        "status": "proposed",
        "added_by": by,
        "added_on": day.isoformat(),
    }


def default_file(cells: Mapping[str, str]) -> str:
    """Return the file name for a new row."""
    kind = cells.get("type", "other")
    return {"phrase": "phrases.csv", "acronym": "acronyms.csv"}.get(kind, "names.csv")
