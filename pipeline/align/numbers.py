"""Numbers as values: what the figures of two texts mean, and which of them have no partner.

A figure demands a partner on the other side; number words, months, Roman numerals and noons
only answer such a demand. Knows the main languages, not the locales.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from pipeline.align.chinese import CHINESE_SCALES, chinese_chains, chinese_words
from pipeline.align.clock_words import clock_words, counts_to_twelve
from pipeline.align.number_words import evaluated, scale_of, value_of
from pipeline.align.spelt_out import spelt_out
from pipeline.pattern import compiled
from pipeline.text import Span

_SPACE = "[ \u00a0\u2009\u202f]"
_GROUP = rf"(?:{_SPACE}|['’])"
_FIGURE = (
    r"(?<![0-9])(?:"
    rf"[0-9]{{1,3}}(?:{_GROUP}[0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*"
    r")"
)
_CODE = r"(?<=\p{Lu})[0-9](?![0-9.,]*[0-9])|(?<![0-9.,])[0-9](?=\p{Lu}(?!\p{L}))"
_WORD = r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*"
_BEHIND = rf"(?:{_SPACE}|-)?(?P<word>[\p{{L}}]+)"
_ROMAN = (
    r"(?<![\p{L}\p{M}])(?P<numeral>(?=[IVXХ])(?:X|Х){0,3}(?:I[XХ]|IV|V?I{0,3}))"
    r"(?=(?:e|ème|eme|es|er|th|st|nd|rd)?(?![\p{L}\p{M}]))"
)
_HALF_DAY = (
    r"(?i:(?<!\p{L})(?:[ap]\.?[ ]?m\b|o['’]clock|noon|afternoon|evening|night|morning|midnight))"
)
_FULL_WIDTH = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
_CLOCK = r"[0-2]?[0-9][.][0-5][0-9]"
_IMPERIAL = (
    r"(?i:\b(?:feet|foot|ft|inch(?:es)?|miles?|mph|ounces?|oz|pounds?|lbs?|stones?|acres?|gallons?"
    r"|yards?|fahrenheit|square-foot)\b)"
)
# Metres in feet, centimetres in inches, kilometres in miles, grams in ounces, kilograms in
# pounds and in stone, square metres in square feet, hectares in acres, litres in gallons.
_CONVERSIONS = (3.28, 2.54, 1.609, 28.35, 2.205, 6.35, 10.76, 2.47, 3.785, 4.546)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.33, "⅔": 0.67}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits: where it stands, and every value that it may have.

    `plain` are its values without the scale word behind it: 1.5 of 1.5 million. `parts`
    are hour and minute, or day and month, where it may be a time or a date. A code, such as G7,
    or the noughts of a full hour need no partner: languages have words for them.
    """

    span: Span
    values: frozenset[float]
    plain: frozenset[float]
    parts: tuple[float, ...] = ()
    is_code: bool = False

    @property
    def is_scaled(self) -> bool:
        """Whether a scale word multiplies it."""
        return self.values != self.plain


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of a text: figures, and the values that words and signs may stand for."""

    figures: tuple[Figure, ...]
    words: frozenset[float]
    half_days: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures of two texts that have no partner on the other side, and words that have none."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    source_words: tuple[Span, ...] = ()
    target_words: tuple[Span, ...] = ()


def difference(
    source: str, target: str, source_language: str, language: str, months: Months = ({}, {})
) -> Difference:
    """Return the figures of each text that the other does not have.

    >>> difference("1,5 Md€ en 2024", "1.5 billion euros", "fr", "en").source
    (Span(start=11, end=15),)
    """
    one, two = (
        read_numbers(source, source_language, months[0]),
        read_numbers(target, language, months[1]),
    )
    mine, theirs = list(_unmatched(one, two)), list(_unmatched(two, one))
    words = (
        _unmatched(replace(one, figures=_in_words(source, source_language)), two),
        _unmatched(replace(two, figures=_in_words(target, language)), one),
    )
    if compiled(_IMPERIAL).search(source + " " + target):
        mine, theirs = _unconverted(mine, two), _unconverted(theirs, one)
    found = (mine, theirs, *words)
    return Difference(*(tuple(figure.span for figure in figures) for figures in found))


def _in_words(text: str, language: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(span, frozenset({value}), frozenset({value}))
        for span, value in spelt_out(text, language)
    )


def _unconverted(figures: Iterable[Figure], others: Numbers) -> list[Figure]:
    """Return the figures that are not those of the other text in another unit."""
    theirs = {value for other in others.figures for value in other.values if value}
    return [
        figure
        for figure in figures
        if not any(
            0.92 < value * factor / other < 1.08
            for value in figure.values
            for other in theirs
            for ratio in _CONVERSIONS
            for factor in (ratio, 1 / ratio)
        )
    ]


Months = tuple[Mapping[str, int], Mapping[str, int]]


def read_numbers(text: str, language: str, months: Mapping[str, int]) -> Numbers:
    """Read a text; `months` maps words in small letters to the number of the month."""
    text = text.translate(_FULL_WIDTH)
    figures = read_figures(text, language)
    times = list(clock_words(text, language))
    words = frozenset((*_words(text, language, months), *(float(n) for n in chain(*times))))
    half_days = compiled(_HALF_DAY).search(text) is not None or bool(times)
    return Numbers(figures, words, half_days or counts_to_twelve(text, language))


def read_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Read the numbers in digits alone."""
    return tuple(_figures(text.translate(_FULL_WIDTH), language))


def _figures(text: str, language: str) -> Iterator[Figure]:
    taken: set[int] = set()
    for span, value in chinese_chains(text):
        yield Figure(span, frozenset({value}), frozenset({value}))
        taken.update(range(span.start, span.end))
    for match in compiled(_FIGURE).finditer(text):
        if match.start() in taken:
            continue
        if match[0] == "19" and text[max(0, match.start() - 6) : match.start()].lower() == "covid-":
            continue  # a name, which some languages write in words
        values = frozenset(_meanings(match[0]))
        scale = _scale(text, match.end(), language)
        scaled = frozenset(round(value * scale, 4) for value in values) if scale > 1 else values
        behind = text[match.end() : match.end() + 1]
        parts = _parts(match[0], behind) if scale == 1 else ()
        is_code = values == {0.0} or compiled(_CODE).match(text, match.start()) is not None
        yield Figure(Span(match.start(), match.end()), scaled, values, parts, is_code)


def _parts(figure: str, behind: str) -> tuple[float, ...]:
    """Return hour and minute, or day, month and year, where the figure may be a time or a date.

    >>> _parts("7.30", " "), _parts("3.5", "."), _parts("03.05.2024", " "), _parts("3.5", " ")
    ((7.0, 30.0), (3.0, 5.0), (3.0, 5.0, 2024.0), ())
    """
    groups = compiled(_SPACE).split(figure)
    if len(groups) == 2 and groups[1].isdigit():
        return tuple(map(float, groups))  # on 21 September 21 300 people: two numbers
    pieces = figure.split(".")
    if len(pieces) == 2 and len(pieces[0]) < 3 and len(pieces[1]) == 4:
        return tuple(map(float, pieces))  # 4.2022 for April, or what is left of 4. 4. 2022
    if len(pieces) == 3 and len(pieces[1]) < 3 and {len(pieces[0]), len(pieces[2])} <= {1, 2, 4}:
        return tuple(map(float, pieces))
    date = behind == "." and len(pieces) == 2 and len(pieces[0]) < 3 and len(pieces[1]) < 3
    return tuple(map(float, pieces)) if date or compiled(_CLOCK).fullmatch(figure) else ()


def _meanings(figure: str) -> Iterator[float]:
    """Yield the values that a run of digits and marks may have, in any country.

    >>> sorted(_meanings("1.200")), sorted(_meanings("30 000")), sorted(_meanings("13.289.40"))
    ([1.2, 1200.0], [30000.0], [13289.4, 1328940.0])
    """
    bare = "".join(char for char in figure if char in ".,0123456789")
    marks = [char for char in bare if char in ".,"]
    if not marks:
        yield float(bare)
        return
    whole, _, tail = bare.rpartition(marks[-1])
    whole = whole.replace(".", "").replace(",", "")
    if len(marks) == 1 or marks[-1] != marks[0]:
        yield float(f"{whole}.{tail}")
    if len(set(marks)) == 1 and (len(tail) == 3 or len(marks) > 1):
        yield float(whole + tail)
    if len(marks) > 1 and len(set(marks)) == 1 and len(tail) < 3:
        yield float(f"{whole}.{tail}")  # the marks of thousands were translated, that one too


def _scale(text: str, end: int, language: str) -> float:
    """Return the product of the scale words behind a figure."""
    product, at = 1.0, end
    if text[at : at + 1] in CHINESE_SCALES:
        while text[at : at + 1] in CHINESE_SCALES:
            product *= CHINESE_SCALES[text[at]]
            at += 1
        return product
    while (match := compiled(_BEHIND).match(text, at)) is not None:
        factor = scale_of(match["word"].lower(), language)
        if factor is None:
            break
        product, at = product * factor, match.end()
    return product


def _words(text: str, language: str, months: Mapping[str, int]) -> Iterator[float]:
    """Yield the values that words and signs may stand for, each by itself and in a row."""
    row: list[float] = []
    end = 0
    for match in compiled(_WORD).finditer(text):
        word = match[0].lower()
        if word in months:
            yield float(months[word])
        value = _word_value(word, language)
        if value is None:
            continue
        if row and not _continues(text[end : match.start()]):
            yield from _in_row(row, language)
            row = []
        row.append(value)
        end = match.end()
    yield from _in_row(row, language)
    yield from map(
        float, map(_roman, (match["numeral"] for match in compiled(_ROMAN).finditer(text)))
    )
    yield from (value for sign, value in _FRACTIONS.items() if sign in text)
    yield from chinese_words(text)


def _word_value(word: str, language: str) -> float | None:
    value = value_of(word, language)
    return scale_of(word, language) if value is None and len(word) > 2 else value


def _continues(between: str) -> bool:
    """Tell whether the words on both sides may be one number: twenty-five, vingt et un."""
    return len(between) <= 5 and between.strip(" -\u00a0\u2010\u2011").lower() in _LINKS


_LINKS = frozenset({"", "and", "et", "und", "y", "e", "i", "en", "og", "och", "a"})


def _in_row(row: list[float], language: str) -> Iterator[float]:
    if not row:
        return
    yield from row
    for first in range(len(row) - 1):
        for last in range(first + 2, min(len(row), first + 6) + 1):
            yield evaluated(row[first:last], vigesimal=language == "fr")
        if row[first : first + 2] == [3, 4]:
            yield 75  # three quarters


def _roman(numeral: str) -> int:
    """Return the value of a Roman numeral up to 39; a Cyrillic Х counts as ten."""
    values = {"I": 1, "V": 5, "X": 10, "Х": 10}
    digits = [values[char] for char in numeral]
    return sum(
        -value if any(after > value for after in digits[at + 1 :]) else value
        for at, value in enumerate(digits)
    )


def _unmatched(mine: Numbers, theirs: Numbers) -> Iterator[Figure]:
    """Yield the figures of one text that nothing in the other answers."""
    offered = set(theirs.words)
    for figure in theirs.figures:
        offered |= figure.values | set(figure.parts)
    plain = {value for other in theirs.figures if other.is_scaled for value in other.plain}
    for figure in mine.figures:
        if figure.is_code or _answered(figure, offered, mine, theirs):
            continue
        if not figure.is_scaled and figure.values & plain:
            continue  # 3.5 against 3.5 million: the scale may stand in a word not known
        if figure.is_scaled and figure.plain & offered - plain:
            continue
        yield figure


def _answered(figure: Figure, offered: set[float], mine: Numbers, theirs: Numbers) -> bool:
    def is_there(value: float) -> bool:
        return not offered.isdisjoint(_equals(value, mine, theirs))

    if any(map(is_there, figure.values)):
        return True
    return bool(figure.parts) and all(not part or is_there(part) for part in figure.parts)


def _equals(value: float, mine: Numbers, theirs: Numbers) -> Iterator[float]:
    """Yield the values that mean the same: half is 50 percent, '90 is 1990, 14 is 2 p.m."""
    yield value
    if value in _SHARES:
        yield from _SHARES[value]
    if value == int(value):
        if 1000 < value < 2100:
            if value % 100 == 0:
                yield value / 100 + 1  # the 1800s are the 19th century
            yield value % 100
            yield value % 10 if value % 10 == 0 else value
        elif 10 <= value < 100:
            yield (value - 1) * 100
            yield 1900 + value
            yield 2000 + value
        if theirs.half_days and 12 <= value <= 24:
            yield value - 12
        if mine.half_days and 0 <= value <= 12:
            yield value + 12


_SHARES: Mapping[float, Iterable[float]] = {
    0.5: (50,),
    1.5: (50,),
    25: (4,),
    33: (3,),
    66: (3,),
    67: (3,),
    75: (4, 3),
    6: (50,),  # months of a year
    9: (75,),
    0: (24, 100),
    24: (0, 12),
    1: (100,),
}
