"""Texts as a lexicon searches them: folded with the same offsets, or squeezed with a map back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category, normalize

SPACES = "\u00a0\u202f\u2009"
APOSTROPHES = "\u2019\u02bc"
HYPHENS = "\u2010\u2011"
# Soft hyphen, zero-width space and (non-)joiners, word joiner, byte order mark; and the first
# half of a Windows line end, so that one line break is one space everywhere.
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]|\r(?=\n)")

_MAY_BE_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\r]")  # one quick walk


class _Spaceless:
    """The characters of scripts that put no space between words."""

    def __contains__(self, char: str) -> bool:
        return "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af"


SPACELESS = _Spaceless()


def fold(text: str) -> str:
    """Return the text in lower case with plain spaces, hyphens and apostrophes.

    Every offset stays where it was.

    >>> fold("Saint\u2011P\u00e9tersbourg\u00a0d\u2019Ukraine")
    "saint-p\u00e9tersbourg d'ukraine"
    """
    # The capital i with a dot is the one character that lower case makes two of.
    folded = text.replace("\u0130", "i").lower()
    if not folded.isascii():
        folded = plain_marks(folded)
    return folded.replace("\n", " ").replace("\t", " ")


def plain_marks(text: str) -> str:
    """Return the text with plain spaces, hyphens and apostrophes, offsets unmoved."""
    for char in SPACES:
        text = text.replace(char, " ")
    for char in APOSTROPHES:
        text = text.replace(char, "'")
    for char in HYPHENS:
        text = text.replace(char, "-")
    return text


_STROKES = str.maketrans("\u0142\u0141\u0111\u0110\u0131\u00f8\u00d8", "lLdDioO")


def without_accents(form: str) -> str:
    """Return a form without accents and strokes.

    >>> without_accents("\u0141uka\u0161enko")
    'Lukasenko'
    """
    if form.isascii():
        return form
    bare = normalize("NFD", form.translate(_STROKES))
    return "".join(char for char in bare if category(char) != "Mn")


def is_joining(char: str) -> bool:
    """Tell whether a character next to a term makes it part of a longer word.

    >>> is_joining("a"), is_joining("_"), is_joining("-")
    (True, True, False)
    """
    if char.isascii():
        return char.isalnum() or char == "_"
    return char.isalnum() or category(char) == "Mn"


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without its invisible characters, and where they stood.

    `gaps` are offsets of the squeezed text, one for each removed character, ascending.
    """

    text: str
    gaps: Sequence[int]

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the full text that a range of the squeezed one comes from."""
        return (
            start + bisect_right(self.gaps, start),
            end + bisect_right(self.gaps, end - 1),
        )


def squeeze(text: str) -> Squeezed | None:
    """Return the text without invisible characters, None when it has none.

    >>> squeeze("Ki\u00adev").before(0, 4)
    (0, 5)
    """
    if text.isascii() and "\r" not in text:
        return None
    if _MAY_BE_INVISIBLE.search(text) is None or INVISIBLE.search(text) is None:
        return None
    gaps = [match.start() - number for number, match in enumerate(INVISIBLE.finditer(text))]
    return Squeezed(INVISIBLE.sub("", text), gaps)
