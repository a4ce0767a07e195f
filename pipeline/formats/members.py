"""The members of a JSON text with their places in it; knows JSON, not what the members mean."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Block, Kind
from pipeline.formats import html
from pipeline.formats.segment import Piece, Segment, place_by
from pipeline.formats.weave import inside
from pipeline.passes.structure import lines_of
from pipeline.text import Span

Key = str | int
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|-?\d[\d.eE+-]*')
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_WIDE_ESCAPE = re.compile(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Literal:
    """A string or a number: the keys that lead to it, and its span without quotes."""

    keys: tuple[Key, ...]
    span: Span
    is_string: bool = True

    @property
    def path(self) -> str:
        """The keys with dots between them; places in a list are left out."""
        return ".".join(key for key in self.keys if isinstance(key, str))


def literals(text: str, base: int = 0) -> Iterator[Literal]:
    """Yield the strings and numbers of valid JSON that starts at `base` in the file."""
    keys: list[Key | None] = []  # of the objects and lists that are open
    waiting: tuple[Span, bool] | None = None  # a value, unless a colon follows
    for token in TOKEN.finditer(text):
        sign = token[0]
        if sign[0] == '"':
            waiting = Span(token.start() + 1, token.end() - 1), True
            continue
        if sign not in "{}[]:,":
            waiting = Span(token.start(), token.end()), False
            continue
        if sign == ":" and waiting is not None and keys:
            keys[-1] = unquoted(waiting[0].of(text))
        elif waiting is not None:
            yield _literal(keys, waiting, base)
        waiting = None
        if sign == "," and keys and isinstance(keys[-1], int):
            keys[-1] += 1
        elif sign in "{[":
            keys.append(0 if sign == "[" else None)
        elif sign in "}]" and keys:
            keys.pop()


def _literal(keys: Sequence[Key | None], waiting: tuple[Span, bool], base: int) -> Literal:
    span, is_string = waiting
    named = tuple(key for key in keys if key is not None)
    return Literal(named, Span(base + span.start, base + span.end), is_string)


def part_of(text: str, literal: Literal, spell: Callable[[str], str], kind: str = "") -> Segment:
    """Return the article in a string; `kind` is html, text, or "" to tell by its tags."""
    raw = literal.span.of(text)
    value = unquoted(raw)
    place = place_by(list(pieces_of(raw, literal.span.start)), spell)
    if kind == "html" or (not kind and html.has_tags(value)):
        return inside(html.fragment(value), place)
    return Segment(value, place=place)


def as_headline(part: Segment) -> Segment:
    """Return the part with every block a headline."""
    from dataclasses import replace

    blocks = part.blocks or tuple(lines_of(part.text))
    return replace(part, blocks=tuple(Block(block.span, Kind.HEADLINE) for block in blocks))


def pieces_of(raw: str, base: int) -> Iterator[Piece]:
    """Yield the pieces of a literal: runs as they are, and escapes, one code point each."""
    done = at = 0
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


def unquoted(raw: str) -> str:
    """Return what the inside of a string literal says."""
    if "\\" not in raw:
        return raw
    text: str = json.loads(f'"{raw}"', strict=False)
    return text


def escapes(text: str) -> bool | None:
    """Tell whether a text escapes what is beyond ASCII, None where it has nothing of the kind."""
    if not text.isascii():
        return False
    return True if _WIDE_ESCAPE.search(text) else None


def spell(text: str) -> str:
    """Return text as the inside of a string literal."""
    spelled = json.dumps(text, ensure_ascii=False)[1:-1]
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", spelled)


def spell_ascii(text: str) -> str:
    """Return text as the inside of a string literal, in ASCII."""
    return json.dumps(text)[1:-1]


def parsed(text: str) -> object:
    """Return the value of a JSON text, None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
