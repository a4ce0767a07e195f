"""Write a name of one script in another by a table: the longest key that fits its place wins.

It knows tables and places in a word; which tables there are stands in `systems`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_VOWELS = frozenset("аеёиоуыэюяіїєўъьaeiouyαεηιουωάέήίόύώ'\u2019\u02bc")
_SPOKEN = _VOWELS - frozenset("ўъь'\u2019\u02bc")
_HUSHING = frozenset("жчшщ")
_MARKS = "^+~%$"
_LONGEST = 5

Table = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class System:
    """A way to write names of the language `of` in Latin script.

    `target` is the language whose newspapers write so, "" for an international standard.
    `source` cites where the system is written down. `plain` says that accents are left out.
    """

    key: str
    name: str
    of: str
    target: str
    source: str
    table: Table
    plain: bool = False


def table(*lines: str) -> Table:
    """Build a table from `key value` lines, the later wins; `-` is nothing.

    A key may open with a place: `^` starts a word, `+` follows a vowel or a sign, `%` follows
    a hushing consonant, `~` stands between vowels; one that closes with `$` ends a word.

    >>> table("с s ~с ss")
    {'с': (('~', 'ss'), ('', 's'))}
    """
    words = " ".join(lines).split()
    rules: dict[str, dict[str, str]] = {}
    for key, value in zip(words[::2], words[1::2], strict=True):
        place = "".join(mark for mark in _MARKS if mark in key)
        rules.setdefault(key.strip(_MARKS), {})[place] = "" if value == "-" else value
    return {key: tuple(sorted(found.items(), reverse=True)) for key, found in rules.items()}


def romanised(name: str, rules: Table) -> str:
    """Return a name with each letter of the table replaced, capitals where they stood.

    Letters that the table does not know are given back as they are.

    >>> romanised("Донецьк", table("д d о o н n е e ц ts ь - к k"))
    'Donetsk'
    """
    written: list[str] = []
    # Letters that lower case lengthens would move the capitals.
    small = "".join(low if len(low := char.lower()) == 1 else char for char in name)
    at = 0
    while at < len(name):
        key, value = _longest(small, at, rules)
        if name[at].isupper() or (_is_caseless(name[at]) and _starts_word(small, at)):
            value = value[:1].upper() + value[1:]
        written.append(value)
        at += len(key)
    return "".join(written)


def _longest(small: str, at: int, rules: Table) -> tuple[str, str]:
    for length in range(min(_LONGEST, len(small) - at), 0, -1):
        key = small[at : at + length]
        for place, value in rules.get(key, ()):
            if _fits(small, at, at + length, place):
                return key, value
    return small[at], small[at]


def _fits(small: str, start: int, end: int, place: str) -> bool:
    """Tell whether a key stands where its place asks for."""
    if not place:
        return True
    before, after = small[start - 1 : start], small[end : end + 1]
    if "^" in place and not _starts_word(small, start):
        return False
    if "$" in place and after.isalpha():
        return False
    if "+" in place and before not in _VOWELS:
        return False
    if "%" in place and before not in _HUSHING:
        return False
    return "~" not in place or (before in _SPOKEN and after in _SPOKEN)


def _starts_word(small: str, at: int) -> bool:
    return not at or not (small[at - 1].isalpha() or small[at - 1] in "'\u2019\u02bc")


def _is_caseless(char: str) -> bool:
    return (char.isalpha() and char.upper() == char.lower()) or "\u10d0" <= char <= "\u10ff"
