"""Which part of a translation a part of its source became, by the attention of the decoder."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.text import Span
from pipeline.translate.decoder import Decoded, Ranges

UNSPACED = "\u2e80"  # from here on scripts go without spaces
HALF = 0.5  # of a piece's attention: it stands for what it looks at


def aligned(decoded: Decoded, start: int, end: int) -> tuple[int, int, float, bool] | None:
    """Return (start, end, confidence, contiguous) in the translation, None where nothing looks.

    The confidence is the share of the attention of these pieces that lies in the source range.
    """
    inside = {
        number
        for number, (left, right) in enumerate(decoded.source_ranges)
        if left < end and right > start and right > left
    }
    shares = [_share(row, inside) for row in decoded.attention]
    hits = [number for number, share in enumerate(shares) if share >= HALF]
    if not hits:
        return None
    first, last = _whole_words(decoded.pieces, min(hits), max(hits))
    span = range(first, last + 1)
    left, right = _bare(
        decoded.text, decoded.target_ranges[first][0], decoded.target_ranges[last][1]
    )
    if left >= right:
        return None
    contiguous = all(shares[number] >= HALF for number in range(min(hits), max(hits) + 1))
    return left, right, sum(shares[number] for number in span) / len(span), contiguous


def place(decoded: Decoded, offset: int) -> int:
    """Return where in the translation a place in the source falls: at the rim of a word."""
    source = decoded.source
    if offset <= 0 or offset >= len(source):
        return 0 if offset <= 0 else len(decoded.text)
    opens = source[offset - 1].isspace()
    left, right = _word_at(source, offset if opens else offset - 1)
    found = aligned(decoded, left, right)
    if found is not None:
        return found[0] if opens else found[1]
    return _nearest_rim(decoded.text, round(offset * len(decoded.text) / len(source)))


def links_of(decoded: Decoded) -> list[tuple[Span, Span]]:
    """Return (word of the source, word of the text) for each word that looks at one."""
    words = words_of(decoded.source_pieces)
    rows = decoded.attention
    found = []
    for first, end in words_of(decoded.pieces) if rows else ():
        looks = [
            sum(sum(row[a:b]) for row in rows[first:end]) / (sum(map(sum, rows[first:end])) or 1)
            for a, b in words
        ]
        best = max(range(len(words)), key=looks.__getitem__)
        if looks[best] >= HALF:
            source = bare(decoded.source, hull(decoded.source_ranges, *words[best]))
            found.append((source, bare(decoded.text, hull(decoded.target_ranges, first, end))))
    return [(one, two) for one, two in found if one and two]


def origin(decoded: Decoded, span: Span) -> str:
    """Return the words of the source that a stretch of the text comes from."""
    sources = sorted(one for one, two in links_of(decoded) if two.overlaps(span))
    return decoded.source[sources[0].start : sources[-1].end] if sources else ""


def words_around(decoded: Decoded, first: int, end: int) -> Span:
    """Return the span of the text under the words that some pieces are of."""
    words = [word for word in words_of(decoded.pieces) if word[0] < end and first < word[1]]
    if not words:  # the end of the sentence alone
        return Span(len(decoded.text), len(decoded.text))
    return hull(decoded.target_ranges, words[0][0], words[-1][1])


def words_of(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return (first, end) of the pieces of each word; a mark, or a piece of Chinese, is one."""
    starts = [
        at
        for at, piece in enumerate(pieces)
        if at == 0
        or not piece[:1].isalnum()
        or piece[:1] >= UNSPACED
        or not pieces[at - 1][-1:].isalnum()
    ]
    return list(pairwise((*starts, len(pieces)))) if pieces else []


def hull(ranges: Ranges, first: int, end: int) -> Span:
    """Return the span of the text under some pieces."""
    return Span(ranges[first][0], max(ranges[first][0], ranges[end - 1][1]))


def bare(text: str, span: Span) -> Span:
    """Return a span without the spaces at its rims and the marks at its end."""
    return Span(*_bare(text, span.start, span.end))


def _share(row: Sequence[float], inside: set[int]) -> float:
    whole = sum(row)
    return sum(row[number] for number in inside if number < len(row)) / whole if whole else 0.0


def _whole_words(pieces: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Widen a range of pieces to whole words."""
    while last + 1 < len(pieces) and pieces[last + 1][:1].isalnum():
        last += 1
    while first > 0 and pieces[first][:1].isalnum():
        first -= 1
    return first, last


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a range by the spaces at its rims and the marks at its end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?"):
        end -= 1
    return start, end


def _word_at(text: str, offset: int) -> tuple[int, int]:
    start = end = offset
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _nearest_rim(text: str, offset: int) -> int:
    rims = [0, len(text), *(at for at, char in enumerate(text) if char.isspace())]
    return min(rims, key=lambda at: abs(at - offset))
