"""Sentences of a paragraph; knows marks and capitals, and the abbreviations it is given."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.pattern import Match, compiled
from pipeline.text import Span

_CLOSERS = "[\"'\u201d\u2019\u00bb\u201c)\\]\u300d\u300f]"
_OPENERS = "[\"'\u201c\u2018\u00ab\u201e\u201a(\\[\u00bf\u00a1\u2013\u2014-]"
_SPACE = "[ \t\u00a0\u202f]"
# A full stop ends a sentence where the next begins with a capital, a figure, or a letter of a
# script without capitals; the marks of Chinese and Japanese end one by themselves.
_END = (
    rf"(?P<mark>[.!?\u2026\u0964\u061f\u06d4]+)(?:{_SPACE}?\u00bb|{_CLOSERS})*{_SPACE}+(?={_OPENERS}*{_SPACE}?[\p{{Lu}}\p{{Lo}}\p{{N}}])"
    rf"|[\u3002\uff01\uff1f]+{_CLOSERS}*{_SPACE}*(?=\S)"
    r"|[\r\n\u2028\u2029]+"
)
_LAST_WORD = r"[\w.'\u2019-]*\Z"
_LONGEST_WORD = 24  # code points before a full stop that are looked at


def sentences(text: str, abbreviations: Collection[str] = ()) -> Iterator[Span]:
    """Yield the span of each sentence, without the white space around it.

    `abbreviations` are written without their full stop.

    >>> text = "Mr. Roe paid 3.5 million. He left! “Why?” asked A. Noe."
    >>> [span.of(text) for span in sentences(text, {"Mr"})]
    ['Mr. Roe paid 3.5 million.', 'He left!', '“Why?” asked A. Noe.']
    """
    start = 0
    for match in compiled(_END).finditer(text):
        if match["mark"] == "." and _is_inside(text, match, abbreviations):
            continue
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _is_inside(text: str, match: Match, abbreviations: Collection[str]) -> bool:
    """Tell whether the full stop belongs to an abbreviation, an initial or a day of the month."""
    at = match.start()
    found = compiled(_LAST_WORD).search(text, max(0, at - _LONGEST_WORD), at)
    word = found[0] if found else ""
    if word in abbreviations or (len(word) == 1 and word.isupper()):
        return True
    # J.K. Rowling; 3. Mai, but not "in 2024. The"
    return (len(word) > 2 and word[-2:-1] == ".") or (word.isdigit() and len(word) < 3)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        yield Span(first, first + len(bare))
