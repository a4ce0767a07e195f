"""Chinese numbers: in characters, in figures with characters, and ranges of both."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.pattern import compiled
from pipeline.text import Span

_NUMERAL = r"[〇零一二三四五六七八九十百千万亿兩两萬億半]+"
# From three to a hundred thousand: the scale is that of both.
_RANGE = (
    r"(?P<low>[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九两兩])[到至~～-]"
    r"(?:[0-9.]+|[一二三四五六七八九十百两兩]+)(?P<scale>[万萬亿億])"
)
_PART = r"[0-9]+(?:\.[0-9]+)?[万萬亿億千百]"
_CHAIN = rf"(?:{_PART}){{2,}}"
CHINESE_SCALES = {
    "万": 10_000,
    "萬": 10_000,
    "亿": 10**8,
    "億": 10**8,
    "千": 1000,
    "百": 100,
    "十": 10,
}
_DIGITS = {
    **{char: at for at, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
    "兩": 2,
}


def chinese_chains(text: str) -> Iterator[tuple[Span, float]]:
    """Yield where figures with more than one scale stand, and what they are worth.

    >>> [value for _, value in chinese_chains("1万2千人")]
    [12000.0]
    """
    for match in compiled(_CHAIN).finditer(text):
        terms = compiled(_PART).findall(match[0])
        value = sum(float(term[:-1]) * CHINESE_SCALES[term[-1]] for term in terms)
        yield Span(match.start(), match.end()), value


def chinese_words(text: str) -> Iterator[float]:
    """Yield the values that characters may stand for.

    >>> 30_000 in chinese_words("三到十万"), 30_000 in chinese_words("3到10万")
    (True, True)
    """
    for match in compiled(_NUMERAL).finditer(text):
        yield from _values(match[0])
    for match in compiled(_RANGE).finditer(text):
        low = match["low"]
        value = float(low) if low[0] < "@" else next(_values(low))
        yield value * CHINESE_SCALES[match["scale"]]


def _values(numeral: str) -> Iterator[float]:
    """Yield the value of a Chinese number, and those of its digits one by one.

    >>> list(_values("三十五"))[0], list(_values("一万二千"))[0], list(_values("二〇一九"))[0]
    (35.0, 12000.0, 2019.0)
    """
    total = section = digit = 0
    if not any(char in CHINESE_SCALES for char in numeral):
        digits = "".join(str(_DIGITS[char]) for char in numeral if char in _DIGITS)
        if digits:
            yield float(digits)
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "半":
            yield 50.0
        elif CHINESE_SCALES[char] >= 10_000:
            total = (total + section + digit or 1) * CHINESE_SCALES[char]
            section = digit = 0
        else:
            section += (digit or 1) * CHINESE_SCALES[char]
            digit = 0
    yield float(total + section + digit)
    yield from (float(_DIGITS[char]) for char in numeral if char in _DIGITS)
