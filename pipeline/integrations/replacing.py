"""Edits as pairs of old and new words that stand for every place alike; knows texts alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.text import Edit, Span, apply_edits

_WORD = re.compile(r"[\w\u2019'-]+")
_BEFORE = re.compile(r"\S+\s*\Z")
_AFTER = re.compile(r"\s*\S+")


def replacements(text: str, edits: Sequence[Edit], blocks: Sequence[Span]) -> dict[str, str]:
    """Return {old: new}: replacing each old, wherever it stands, does the edits and no more.

    An edit whose words cannot be told from others in its whole block is left out.
    """
    lines = list(blocks) or [Span(match.start(), match.end()) for match in re.finditer(".+", text)]
    spans = _joined(to_words(text, edit.span) for edit in edits)
    while True:
        wanted = {span: _after(text, span, edits) for span in spans}
        unclear = [span for span in spans if not _is_clear(text, span, wanted)]
        if not unclear:
            break
        grown = [_wider(text, span, lines) if span in unclear else span for span in spans]
        if grown == spans:
            spans = [span for span in spans if span not in unclear]
            continue
        spans = _joined(grown)
    return {span.of(text): new for span, new in wanted.items()}


def to_words(text: str, span: Span) -> Span:
    """Return the span grown to whole words; a mark or a space takes the words beside it.

    >>> to_words("in Kiev today", Span(4, 6)).of("in Kiev today")
    'Kiev'
    """
    start, end = span.start, span.end
    touching = [
        match.span()
        for match in _WORD.finditer(text, max(0, start - 80), end + 80)
        if match.start() <= end and match.end() >= start
    ]
    for left, right in touching:
        start, end = min(start, left), max(end, right)
    if start == end or text[start:end].isspace():
        before, after = _BEFORE.search(text[max(0, start - 80) : start]), _AFTER.match(text, end)
        start -= len(before[0]) if before else 0
        end = after.end() if after else end
    return Span(start, end)


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            last = found.pop()
            found.append(Span(last.start, max(last.end, span.end)))
        else:
            found.append(span)
    return found


def _after(text: str, span: Span, edits: Sequence[Edit]) -> str:
    own = [
        Edit(Span(edit.span.start - span.start, edit.span.end - span.start), edit.replacement)
        for edit in edits
        if span.contains(edit.span)
    ]
    return apply_edits(span.of(text), own)


def _is_clear(text: str, span: Span, wanted: dict[Span, str]) -> bool:
    """Tell whether the words under the span stand only where they become the same, and in no key.

    They must not be made by another pair either: pairs are applied one after the other.
    """
    old, new = span.of(text), wanted[span]
    if not old:
        return False
    at = text.find(old)
    while at >= 0:
        if wanted.get(Span(at, at + len(old))) != new:
            return False
        at = text.find(old, at + 1)
    return not any(old in made for other, made in wanted.items() if other.of(text) != old)


def _wider(text: str, span: Span, lines: Sequence[Span]) -> Span:
    """Return the span with the next word after it, at the end of its block the one before it."""
    line = next((one for one in lines if one.contains(span)), span)
    after = _AFTER.match(text, span.end, line.end)
    if after:
        return Span(span.start, after.end())
    before = _BEFORE.search(text[line.start : span.start])
    return Span(span.start - len(before[0]), span.end) if before else span
