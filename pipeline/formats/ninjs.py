"""ninjs 1, 2 and 3, the JSON of news items: which members are text, and what counts them.

Other JSON documents are read by the fields of JSON lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.formats import jsonl
from pipeline.formats.members import (
    Literal,
    as_headline,
    escapes,
    literals,
    parsed,
    part_of,
    spell,
    spell_ascii,
)
from pipeline.formats.segment import Layout, Segment
from pipeline.formats.tags import date_of, languages_of
from pipeline.formats.weave import joined
from pipeline.text import Edit, apply_edits

_FLAT = re.compile(r"(headline|byline|description|body)(?:_(\w+))?")
_LISTS = {"headlines": 0, "descriptions": 2, "bodies": 3}
_RANKS = {"headline": 0, "byline": 1, "description": 2, "body": 3}
_COUNTS: Mapping[str, Callable[[str], int]] = {
    "charcount": len,
    "wordcount": lambda text: len(text.split()),
}


def looks_like(text: str) -> bool:
    """Tell whether a text is one JSON value, and an item or a list of items."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    value = parsed(text)
    return is_item(value[0] if isinstance(value, list) and value else value)


def is_item(value: object) -> bool:
    """Tell whether a JSON object has the members of a news item."""
    return isinstance(value, dict) and not jsonl.ITEM.isdisjoint(value)


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return one article for each item; `fields` are paths that are cleaned instead."""
    value = parsed(text)
    if not isinstance(value, dict | list):
        return jsonl.read(text, fields)
    items = value if isinstance(value, list) else [value]
    write = spell_ascii if escapes(text) else spell
    found = list(literals(text))
    own: dict[int, list[Literal]] = {}
    for literal in found:
        if not isinstance(value, list):
            own.setdefault(0, []).append(literal)
        elif literal.keys:
            number = literal.keys[0]
            own.setdefault(int(number), []).append(replace(literal, keys=literal.keys[1:]))
    segments: list[Segment] = []
    barren = 0
    for number, item in enumerate(items):
        name = f"item {number + 1}" if len(items) > 1 else ""
        article = _article(text, item, own.get(number, []), fields, write, name)
        barren += article is None
        segments += [article] if article is not None else []
        if not fields and isinstance(item, dict):
            segments += _associated(text, item, own.get(number, []), write, name)
    return Layout(tuple(segments), (jsonl.remark(barren, len(items), fields),) if barren else ())


def _article(
    text: str,
    item: object,
    found: Sequence[Literal],
    fields: Sequence[str],
    write: Callable[[str], str],
    name: str,
) -> Segment | None:
    if not isinstance(item, dict):
        return None
    if fields or not is_item(item):
        chosen = jsonl.chosen(found, fields)
        return jsonl.article(text, name, chosen, write) if chosen else None
    return article(text, item, found, write, name)


def _associated(
    text: str,
    item: Mapping[str, Any],
    found: Sequence[Literal],
    write: Callable[[str], str],
    name: str,
) -> Iterator[Segment]:
    """Yield the items that belong to an item, such as its pictures: a caption is text too.

    One that says no language or day has those of the item. ninjs 1 and 2 name them, ninjs 3
    has a list.
    """
    given = item.get("associations")
    named = given.items() if isinstance(given, dict) else enumerate(_list(given))
    for key, other in named:
        if not isinstance(other, dict):
            continue
        head = ("associations", key)
        own = [
            replace(literal, keys=literal.keys[2:]) for literal in found if literal.keys[:2] == head
        ]
        known = {each: item[each] for each in ("language", *_DAYS) if each in item}
        whole = {**known, **other}
        place = other.get("name") or key if isinstance(given, list) else key
        full = ", ".join(filter(None, (name, f"association {place}")))
        one = article(text, whole, own, write, full)
        yield from [] if one is None else [one]
        yield from _associated(text, whole, own, write, full)


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def article(
    text: str,
    item: Mapping[str, Any],
    found: Sequence[Literal],
    write: Callable[[str], str],
    name: str,
) -> Segment | None:
    """Return the article of an item, None where it has no text; `found` are its literals."""
    parts = sorted(_parts(text, item, found, write), key=lambda part: part[0])
    if not any(part.text.strip() for _, part in parts):
        return None
    lang, source_lang = languages_of(str(item.get("language") or ""))
    day = next((str(item[key]) for key in _DAYS if item.get(key)), "")
    whole = joined([part for _, part in parts], name)
    return replace(whole, lang=lang, source_lang=source_lang, date=date_of(day))


_DAYS = ("versioncreated", "versionCreated", "firstcreated", "firstCreated")


def _parts(
    text: str, item: Mapping[str, Any], found: Sequence[Literal], write: Callable[[str], str]
) -> Iterator[tuple[int, Segment]]:
    """Yield the rank and the article of each member that is text."""
    numbers = {literal.keys: literal for literal in found if not literal.is_string}
    for literal in found:
        place = _place(literal, item)
        if place is None or not literal.is_string or not literal.span:
            continue
        rank, kind = place
        part = part_of(text, literal, write, kind)
        if rank == 0:
            part = as_headline(part)
        if rank == 3:
            part = _counted(text, part, list(_counts(literal, item, numbers)))
        yield rank, part


def _place(literal: Literal, item: Mapping[str, Any]) -> tuple[int, str] | None:
    """Return the rank and the kind (html, text or unknown) of a string, None for no text."""
    keys = literal.keys
    if len(keys) == 1 and isinstance(keys[0], str):
        flat = _FLAT.fullmatch(keys[0])
        if flat is None:
            return None
        kind = {"html": "html", "xhtml": "html", "text": "text"}.get(flat[2] or "", "")
        return _RANKS[flat[1]], kind
    if len(keys) == 3 and keys[2] == "value" and keys[0] in _LISTS and isinstance(keys[1], int):
        member = item[str(keys[0])][keys[1]]
        kind = str(member.get("contenttype") or member.get("contentType") or "")
        if kind and not kind.startswith(("text/html", "text/plain", "application/xhtml")):
            return None
        said = ("html" if "html" in kind else "text") if kind else ""
        return _LISTS[str(keys[0])], said
    return None


def _counts(
    literal: Literal, item: Mapping[str, Any], numbers: Mapping[tuple[str | int, ...], Literal]
) -> Iterator[Literal]:
    """Yield the counts of a body: those beside it, or of the item where it is the only one."""
    beside = literal.keys[:-1]
    bodies = [key for key in ("body_text", "body_html") if item.get(key)]
    if len(literal.keys) == 1 and bodies and literal.keys[0] != bodies[0]:
        return
    lone = len(literal.keys) == 1 or len(item.get("bodies", ())) == 1
    for keys, number in numbers.items():
        named = str(keys[-1]).lower() in _COUNTS if keys else False
        if named and (keys[:-1] == beside or (lone and len(keys) == 1)):
            yield number


def _counted(text: str, part: Segment, counts: Sequence[Literal]) -> Segment:
    """Return the part whose edits change its counts by what they add and take away.

    The sender may count otherwise than we do, with tags or without: the difference is the same.
    """
    whole = [literal for literal in counts if literal.span.of(text).isdecimal()]
    if not whole:
        return part

    def place(edits: Sequence[Edit]) -> list[Edit]:
        placed = part.place(edits)
        after = apply_edits(part.text, sorted(edits))
        for literal in whole:
            count = _COUNTS[str(literal.keys[-1]).lower()]
            old = int(literal.span.of(text))
            new = max(0, old + count(after) - count(part.text))
            if new != old:
                placed.append(Edit(literal.span, str(new)))
        return placed

    return replace(part, place=place)
