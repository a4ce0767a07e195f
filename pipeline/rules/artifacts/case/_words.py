"""Where a word stands whole in running text, and how its capital is written."""

from __future__ import annotations

from pipeline.context import Context

# Something must stand before: the first word of a text may begin in the middle of a sentence.
# So must something after it: gates can then tell where a word ends. A hyphen joins a word to a
# prefix (anti-russian), two make the slug of an address.
LEFT = (
    r"(?<=[^\w@#/\\.'\u2019&=~*+\u2010-\u2015-]|[^\w-](?:anti|pro|non|un|pan|ex|pre|post|mid|neo|trans|"
    r"inter|intra|all|early|late)-|[^\w-][A-Z]\p{L}{2,20}-|\p{L}[\u2013\u2014])"
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


def is_cased(context: Context, at: int) -> bool:
    """Tell whether the block at `at` has a capital at all: some write without any on purpose."""
    block = context.document.block_at(at)
    if block is None:
        return False
    line = block.span.of(context.text)
    return line != line.lower()


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks touch the words on both sides: a name as someone wrote it."""
    return text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES
