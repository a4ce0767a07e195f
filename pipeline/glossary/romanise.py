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

# By the first letter of the key: (key, place, value), the longest first, any place last.
Table = Mapping[str, tuple[tuple[str, str, str], ...]]


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
    {'с': (('с', '~', 'ss'), ('с', '', 's'))}
    """
    words = " ".join(lines).split()
    rules: dict[tuple[str, str], str] = {}
    for key, value in zip(words[::2], words[1::2], strict=True):
        place = "".join(mark for mark in _MARKS if mark in key)
        rules[key.strip(_MARKS), place] = "" if value == "-" else value
    by_letter: dict[str, list[tuple[str, str, str]]] = {}
    for (key, place), value in sorted(
        rules.items(), key=lambda rule: (-len(rule[0][0]), not rule[0][1], rule[0])
    ):
        by_letter.setdefault(key[0], []).append((key, place, value))
    return {letter: tuple(found) for letter, found in by_letter.items()}


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
        if name[at] != small[at] or (name[at] > "\u0590" and _starts_name(name, at)):
            value = value[:1].upper() + value[1:]
        written.append(value)
        at += len(key)
    return "".join(written)


def _longest(small: str, at: int, rules: Table) -> tuple[str, str]:
    for key, place, value in rules.get(small[at], ()):
        if small.startswith(key, at) and (not place or _fits(small, at, at + len(key), place)):
            return key, value
    return small[at], small[at]


def _fits(small: str, start: int, end: int, place: str) -> bool:
    """Tell whether a key stands where its place asks for."""
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


def _starts_name(name: str, at: int) -> bool:
    """Tell whether a word starts here in a script that has no capitals in use: Georgian."""
    return name[at].isalpha() and _starts_word(name, at)
