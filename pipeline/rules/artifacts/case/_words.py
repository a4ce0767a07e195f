"""Where a word stands whole in running text, and how its capital is written."""

from __future__ import annotations

from pipeline.context import Context
from pipeline.pattern import compiled

# Something must stand before: the first word of a text may begin in the middle of a sentence.
# So must something after it: gates can then tell where a word ends. A hyphen joins a word to a
# prefix (anti-russian), two make the slug of an address.
LEFT = (
    r"(?<=[^\w@#/\\.'\u2019&=~*+\u2010-\u2015-]|[^\w-](?:anti|pro|non|un|pan|ex|pre|post|mid|neo|trans|"
    r"inter|intra|all|early|late)-|[^\w-][A-Z]\p{L}{2,20}-|[A-Z]\.?-|\p{L}[\u2013\u2014])"
)
RIGHT = r"(?=\W)(?![@/\\=&~*+]|[.:][\w/]|['\u2019](?!s?(?!\w))|-\w+-\w)"
GATE_LEFT = "[^A-Za-z0-9]"
GATE_RIGHT = "[^A-Za-z0-9]"

LOWER = (
    "a-zß-öø-ÿāăąćčďđēęěğīįıľłńňőœřśşšťūůűųźżžșț"  # Latin
    "ά-ώ"  # Greek
    "а-џґў"  # Cyrillic
)
UPPER = "A-ZÀ-ÖØ-ÞĆČŘŚŠÚŽŹŻА-ЯЁІЇЄ"
_QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"


def capitalise(word: str, language: str) -> str:
    r"""Return the word with the capital its language writes.

    >>> capitalise("ijs", "nl"), capitalise("izmir", "tr") == "\u0130zmir"
    ('IJs', True)
    """
    if language == "nl" and word.startswith("ij"):
        return "IJ" + word[2:]
    if language in ("tr", "az") and word.startswith("i"):
        return "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" + word[1:]
    return word[:1].upper() + word[1:]


def capitalised_words(context: Context) -> frozenset[str]:
    """Return the words of the document that begin with a capital."""
    return frozenset(compiled(r"(?<!\w)\p{Lu}\p{Ll}{2,}").findall(context.text))


def opens_quotation(text: str, start: int) -> bool:
    """Tell whether a mark stands right before: a title or a name is quoted as it was written."""
    return text[start - 1 : start] in _QUOTES
