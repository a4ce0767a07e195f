"""Annotated text as LanguageTool's clients send it: text, and markup that stands for text."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.service.asks import RefusedError, shown
from pipeline.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that is checked, and the stretch of what was sent it stands for."""

    text: Span
    sent: Span
    markup: bool


class Annotated:
    """A text, what was sent for it, and where each piece of one stands in the other.

    >>> Annotated.read('{"annotation": [{"text": "a "}, {"markup": "<b>"}, {"text": "b"}]}').text
    'a b'
    """

    def __init__(self, parts: Iterable[tuple[str, str, bool]]) -> None:
        """`parts` are (text to check, what was sent for it, whether that is markup)."""
        texts: list[str] = []
        sent: list[str] = []
        self._pieces: list[Piece] = []
        at = there = 0
        for text, original, markup in parts:
            if text:
                ends = Span(at, at + len(text)), Span(there, there + len(original))
                self._pieces.append(Piece(*ends, markup))
            texts.append(text)
            sent.append(original)
            at += len(text)
            there += len(original)
        self.text = "".join(texts)
        self.sent = "".join(sent)
        self._starts = [piece.text.start for piece in self._pieces]

    @classmethod
    def plain(cls, text: str) -> Annotated:
        """Return a text without markup."""
        return cls([(text, text, False)])

    @classmethod
    def read(cls, source: str) -> Annotated:
        """Return the text of a `data` field; RefusedError says what is wrong with it."""
        try:
            found = json.loads(source)
        except (ValueError, RecursionError):
            raise RefusedError(400, "the field data is not JSON") from None
        parts = found.get("annotation") if isinstance(found, dict) else None
        if not isinstance(parts, list):
            raise RefusedError(400, 'the field data has no list "annotation"')
        return cls(_part(part) for part in parts)

    @property
    def protected(self) -> tuple[Span, ...]:
        """What markup stands for: it is read, and never edited."""
        return tuple(piece.text for piece in self._pieces if piece.markup)

    def place(self, span: Span) -> tuple[Span, bool]:
        """Return where a span of the text stands in what was sent, and whether it is one piece."""
        if not self._pieces:
            return span, True
        first = self._pieces[max(bisect_right(self._starts, span.start) - 1, 0)]
        last = self._pieces[max(bisect_right(self._starts, max(span.end - 1, 0)) - 1, 0)]
        start = first.sent.start + (0 if first.markup else span.start - first.text.start)
        end = last.sent.end if last.markup else last.sent.start + span.end - last.text.start
        return Span(start, max(start, end)), first is last and not first.markup


def _part(part: Any) -> tuple[str, str, bool]:
    if isinstance(part, Mapping):
        text, markup, meant = part.get("text"), part.get("markup"), part.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            return text, text, False
        if isinstance(markup, str) and text is None and isinstance(meant, str):
            return meant, markup, True
    raise RefusedError(
        400, f'a part of data is {shown(part)}, expected {{"text"}} or {{"markup", "interpretAs"}}'
    )
