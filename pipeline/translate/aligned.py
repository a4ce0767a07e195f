"""Which part of a translation a part of its source became, by the attention of the decoder."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.translate.decoder import Decoded

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
