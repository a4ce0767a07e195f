"""JSON lines: one record a line, one article a record, edited inside its string literals.

The fields of a record are read as one article, with an empty line between them that no rule
may edit: the headline then helps to tell the language, and the article is unified as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.formats.members import (
    Literal,
    escapes,
    literals,
    parsed,
    part_of,
    spell,
    spell_ascii,
)
from pipeline.formats.segment import Layout, Segment
from pipeline.formats.weave import joined

# In the order in which they are read; those that a record has at its top level are cleaned.
FIELDS = (
    "kicker",
    "headline",
    "title",
    "subtitle",
    "lead",
    "summary",
    "text",
    "body",
    "content",
    "caption",
)
FEW = 5  # lines that a remark names
# A record with one of these members is a news item of ninjs.
ITEM = frozenset(
    "body_html body_text description_html description_text bodies headlines descriptions".split()
)


def looks_like(text: str) -> bool:
    """Tell whether the first line is a JSON object."""
    first = text.lstrip().partition("\n")[0].strip()
    return first.startswith("{") and first.endswith("}") and isinstance(parsed(first), dict)


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return one article for each record that has a field to clean.

    A line that is not JSON is passed over with a remark. A path such as `item.body` names a
    nested field; a list on the way is searched element by element. A record that is a news
    item of ninjs is read as such, and a value with tags in it as HTML.
    """
    segments: list[Segment] = []
    odd: list[int] = []  # lines
    barren = records = 0
    by_file = escapes(text)
    for number, line, at in _lines(text):
        record = parsed(line)
        if not isinstance(record, dict):
            odd.append(number)
            continue
        records += 1
        escaped = escapes(line)
        write = spell_ascii if (by_file if escaped is None else escaped) else spell
        segment = _record(text, record, list(literals(line, at)), fields, write, f"line {number}")
        barren += segment is None
        segments += [segment] if segment is not None else []
    remarks = (_odd(odd) if odd else "", remark(barren, records, fields) if barren else "")
    return Layout(tuple(segments), tuple(filter(None, remarks)))


def _odd(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} is not a JSON record and was left as it is"
    first = ", ".join(map(str, lines[:FEW]))
    rest = f" and {len(lines) - FEW:,} more" if len(lines) > FEW else ""
    return f"lines {first}{rest} are not JSON records and were left as they are"


def _record(
    text: str,
    record: Mapping[str, object],
    found: Sequence[Literal],
    fields: Sequence[str],
    write: Callable[[str], str],
    name: str,
) -> Segment | None:
    if not fields and ITEM & record.keys():
        from pipeline.formats import ninjs

        return ninjs.article(text, record, found, write, name)
    wanted = chosen(found, fields)
    return article(text, name, wanted, write) if wanted else None


def _lines(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield the number, text and offset of each line with something on it."""
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line, at
        at += len(line) + 1


def remark(barren: int, records: int, fields: Sequence[str]) -> str:
    """Return what is said about records without a field to clean."""
    wanted = ", ".join(fields or FIELDS)
    return (
        f"{barren} of {records} records have none of the fields {wanted} with text in it; "
        "name others with --field"
    )


def chosen(found: Sequence[Literal], fields: Sequence[str]) -> list[Literal]:
    """Return the strings that the fields name, in the order of these."""
    wanted = fields or FIELDS
    named = [
        literal
        for literal in found
        if literal.is_string and len(literal.span) and literal.path in wanted
    ]
    return sorted(named, key=lambda literal: wanted.index(literal.path))


def article(text: str, name: str, found: Sequence[Literal], write: Callable[[str], str]) -> Segment:
    """Return the strings of a record as one article."""
    parts = [part_of(text, literal, write) for literal in found]
    if any(part.blocks for part in parts):
        return joined(parts, name)
    return replace(joined(parts, name), blocks=())  # the engine tells the blocks of plain text
