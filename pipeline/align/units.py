"""What a sentence or a paragraph shows whatever its language: length, figures, names, marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from pipeline.pattern import compiled

_FIGURE = r"[0-9]+"
_WORD = r"[\p{L}\p{M}]{4,}"
_ADDRESS = r"[!-~]*(?:://|@)[!-~]+"  # the same in every language, whatever the text around it
_LEAST = 3  # consonants that make a word comparable

# Cyrillic and Greek consonants in the Latin letters of their names abroad.
_LETTERS = str.maketrans(
    {
        **dict(zip("бвгґдзклмнпрстфжшщчцх", "bvggdsklmnprstfssskkk", strict=True)),
        **dict(zip("βγδζθκλμνξπρσςτφχψ", "vgdstklmnkprsstfkp", strict=True)),
        **dict(zip("cqwzxj", "kkvski", strict=True)),
    }
)
_CONSONANTS = frozenset("bdfgklmnprstv")


@dataclass(frozen=True, slots=True)
class Unit:
    """The evidence of one stretch of text; `words` are skeletons that languages share."""

    length: int
    figures: frozenset[str]
    words: frozenset[str]
    marks: frozenset[str]


def unit_of(text: str) -> Unit:
    """Read a stretch of text."""
    addresses = compiled(_ADDRESS).findall(text) if "@" in text or "://" in text else []
    return Unit(
        len(text) - sum(map(len, addresses)),
        frozenset(compiled(_FIGURE).findall(text)),
        frozenset(filter(None, map(skeleton, compiled(_WORD).findall(text)))),
        frozenset(mark for mark in "?!:;%" if mark in text),
    )


def joined(units: Iterable[Unit]) -> Unit:
    """Return what several stretches show together."""
    parts = tuple(units)
    if len(parts) == 1:
        return parts[0]
    return Unit(
        sum(part.length for part in parts),
        frozenset().union(*(part.figures for part in parts)),
        frozenset().union(*(part.words for part in parts)),
        frozenset().union(*(part.marks for part in parts)),
    )


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return the first consonants of a word, much the same in every script; "" for too few.

    >>> skeleton("Zelensky"), skeleton("Зеленский"), skeleton("Zełenski"), skeleton("area")
    ('sln', 'sln', 'sln', '')
    """
    found = consonants(word)
    return found[:3] if len(found) >= _LEAST else ""


def consonants(word: str) -> str:
    """Return the consonants of a word in Latin letters, a double one once.

    >>> consonants("Харькове"), consonants("Kharkiv"), consonants("Москва"), consonants("Moscow")
    ('krkv', 'krkv', 'mskv', 'mskv')
    """
    plain = normalize("NFD", word.lower().replace("ł", "l")).translate(_LETTERS)
    found: list[str] = []
    for letter in plain:
        if letter in _CONSONANTS and found[-1:] != [letter]:
            found.append(letter)
    return "".join(found)
