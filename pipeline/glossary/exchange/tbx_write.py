"""How concepts are spelled in the two versions of TermBase eXchange."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.glossary.exchange.rows import Row
from pipeline.glossary.exchange.xmltext import element

MANY = "__"  # in front of a number, where an id stands more than once in the file
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_STATUS = {"preferred": "preferredTerm-admn-sts", "deprecated": "deprecatedTerm-admn-sts"}
_WEBLATE = {"preferred": "", "deprecated": "forbidden"}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the elements of a version, and the statuses its readers know."""

    version: int
    entry: str
    language: str
    term: str
    weblate: bool = False

    @classmethod
    def of(cls, form: str) -> Names:
        """Return the names of a format."""
        if form in ("tbx3", "pontoon"):
            return cls(3, "conceptEntry", "langSec", "termSec")
        return cls(2, "termEntry", "langSet", "tig", weblate=form == "weblate")


def entry_lines(
    row: Row,
    name: str,
    terms: Sequence[tuple[str, str]],
    forms: Sequence[tuple[str, str]],
    names: Names,
) -> list[str]:
    """Return the lines of one concept: what is said about it, then its terms by language."""
    given = f' id="{name}"' if _NAME.fullmatch(name) else ""
    lines = [f"<{names.entry}{given}>"]
    for column, (tag, kind) in _SAID.items():
        if row.get(column):
            lines.append("  " + element(tag, row[column], type=kind))
    if row.get("source_url"):
        text, kind = row.get("source_name") or "source", "externalCrossReference"
        lines.append("  " + element("xref", text, type=kind, target=row["source_url"]))
    for language in dict.fromkeys(name for name, _ in forms):
        own = [(form, "") for name, form in forms if name == language]
        lines += _language_lines(language, own, "", names)
    lines += _language_lines(row["language"], terms, row.get("example", ""), names)
    return [*lines, f"</{names.entry}>"]


_SAID = {
    "type": ("descrip", "subjectField"),
    "note": ("note", ""),
    "source_name": ("admin", "source"),
}


def _language_lines(
    language: str, terms: Sequence[tuple[str, str]], example: str, names: Names
) -> list[str]:
    lines = [f'  <{names.language} xml:lang="{language}">']
    for term, status in terms:
        lines += [f"    <{names.term}>", "      " + element("term", term)]
        told = (_WEBLATE if names.weblate else _STATUS).get(status, "")
        if told:
            lines.append("      " + element("termNote", told, type="administrativeStatus"))
        if example and status == "preferred":
            lines.append("      " + element("descrip", example, type="context"))
        lines.append(f"    </{names.term}>")
    return [*lines, f"  </{names.language}>"]


def wrapped(lines: Sequence[str], language: str, names: Names) -> str:
    """Return the whole file around the lines of its concepts."""
    about = "<fileDesc><sourceDesc><p>Glossary of translation-cleanup</p></sourceDesc></fileDesc>"
    head = ['<?xml version="1.0" encoding="UTF-8"?>']
    if names.version == 3:
        space = 'xmlns="urn:iso:std:iso:30042:ed-2"'
        head.append(f'<tbx style="dca" type="TBX-Basic" xml:lang="{language}" {space}>')
        head.append(f"<tbxHeader>{about}</tbxHeader>")
        tail = "</tbx>"
    else:
        head.append(f'<martif type="TBX" xml:lang="{language}">')
        head.append(f"<martifHeader>{about}</martifHeader>")
        tail = "</martif>"
    return "\n".join([*head, "<text><body>", *lines, "</body></text>", tail, ""])
