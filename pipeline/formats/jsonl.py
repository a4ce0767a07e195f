"""JSON lines: one record a line, one article a record, edited inside its string literals.

The fields of a record are read as one article, with an empty line between them that no rule
may edit: the headline then helps to tell the language, and the article is unified as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.formats.segment import Layout, Piece, Segment, place_by
from pipeline.text import Span

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

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]')
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_WIDE_ESCAPE = re.compile(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Literal:
    """A string of a record: the dotted path to it, and its span in the file without the quotes."""

    path: str
    span: Span


def looks_like(text: str) -> bool:
    """Tell whether the first line is a JSON object."""
    first = text.lstrip().partition("\n")[0].strip()
    return first.startswith("{") and first.endswith("}") and isinstance(_parsed(first), dict)


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return one article for each record that has a field to clean.

    A line that is not JSON is passed over with a remark. A path such as `item.body` names a
    nested field; a list on the way is searched element by element.
    """
    segments: list[Segment] = []
    remarks: list[str] = []
    barren = records = 0
    by_file = _escapes(text)
    for number, line, at in _lines(text):
        if not isinstance(_parsed(line), dict):
            remarks.append(f"line {number} is not a JSON record and was left as it is")
            continue
        records += 1
        chosen = _chosen(list(_literals(line, at)), fields)
        barren += not chosen
        if chosen:
            escapes = _escapes(line)
            spell = _spell_ascii if (by_file if escapes is None else escapes) else _spell
            segments.append(_segment(text, f"line {number}", chosen, spell))
    if barren:
        remarks.append(_remark(barren, records, fields))
    return Layout(tuple(segments), tuple(remarks))


def _lines(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield the number, text and offset of each line with something on it."""
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line, at
        at += len(line) + 1


def _remark(barren: int, records: int, fields: Sequence[str]) -> str:
    wanted = ", ".join(fields or FIELDS)
    return (
        f"{barren} of {records} records have none of the fields {wanted} with text in it; "
        "name others with --field"
    )


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _chosen(found: Sequence[Literal], fields: Sequence[str]) -> list[Literal]:
    wanted = fields or FIELDS
    chosen = [literal for literal in found if literal.path in wanted and len(literal.span)]
    return sorted(chosen, key=lambda literal: wanted.index(literal.path))


def _literals(line: str, base: int) -> Iterator[Literal]:
    """Yield the string values of a JSON line that starts at `base` in the file."""
    keys: list[str | None] = []  # of the objects and lists that are open; a list has None
    waiting: Span | None = None  # a string that is a value unless a colon follows
    for token in _TOKEN.finditer(line):
        sign = token[0]
        if sign[0] == '"':
            waiting = Span(token.start() + 1, token.end() - 1)
            continue
        if sign == ":" and waiting is not None and keys:
            keys[-1] = _unquoted(waiting.of(line))
        elif waiting is not None:
            path = ".".join(key for key in keys if key is not None)
            yield Literal(path, Span(base + waiting.start, base + waiting.end))
        waiting = None
        if sign in "{[":
            keys.append(None)
        elif sign in "}]" and keys:
            keys.pop()


def _segment(
    text: str, name: str, literals: Sequence[Literal], spell: Callable[[str], str]
) -> Segment:
    parts: list[str] = []
    pieces: list[Piece] = []
    between: list[Span] = []
    at = 0
    for literal in literals:
        if parts:
            parts.append(_BETWEEN)
            between.append(Span(at, at + len(_BETWEEN)))
            at += len(_BETWEEN)
        raw = literal.span.of(text)
        parts.append(_unquoted(raw))
        pieces += _pieces(raw, at, literal.span.start)
        at += len(parts[-1])
    place = place_by(pieces, spell)
    return Segment("".join(parts), name, protected=tuple(between), place=place)


def _pieces(raw: str, at: int, base: int) -> Iterator[Piece]:
    """Yield the pieces of a literal: runs as they are, and escapes, one code point each."""
    done = 0
    for escape in _ESCAPE.finditer(raw):
        plain = escape.start() - done
        if plain:
            yield Piece(Span(at, at + plain), Span(base + done, base + escape.start()))
            at += plain
        yield Piece(Span(at, at + 1), Span(base + escape.start(), base + escape.end()))
        at += 1
        done = escape.end()
    if done < len(raw):
        yield Piece(Span(at, at + len(raw) - done), Span(base + done, base + len(raw)))


def _unquoted(raw: str) -> str:
    if "\\" not in raw:
        return raw
    text: str = json.loads(f'"{raw}"', strict=False)
    return text


def _escapes(text: str) -> bool | None:
    """Tell whether a text escapes what is beyond ASCII, None where it has nothing of the kind."""
    if not text.isascii():
        return False
    return True if _WIDE_ESCAPE.search(text) else None


def _spell(text: str) -> str:
    spelled = json.dumps(text, ensure_ascii=False)[1:-1]
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", spelled)


def _spell_ascii(text: str) -> str:
    return json.dumps(text)[1:-1]
