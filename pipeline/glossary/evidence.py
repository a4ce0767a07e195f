"""What an article itself says about a form: an acronym spelled out, two spellings of one name."""

from __future__ import annotations

import re
from unicodedata import normalize

_WORD = re.compile(r"[^\W\d_][\w'\u2019]*")
_SMALL = frozenset(
    "of the and for in on to at a an de du des la le les l d et y e der die das und f\u00fcr"
    " del della di da do dos para pour im zur".split()
)
_REACH = 120  # code points in which a name stands before its acronym
_NO_CONSONANT = re.compile(
    r"[aeiouyjh\u0430\u0435\u0438\u0456\u043e\u0443"
    r"\u044b\u044d\u044e\u044f\u044c]|[\W\d_]"
)
_ALIKE = str.maketrans({"c": "k", "q": "k", "w": "v", "z": "s", "x": "s"})


def spelled_out(text: str, start: int, end: int) -> str:
    """Return the initials of the name that an acronym in brackets stands for, "" for none.

    As many initials as the acronym has letters, the nearest words first.

    >>> spelled_out("the World Health Organization (OMS) said", 31, 34)
    'WHO'
    """
    if text[start - 1 : start] != "(" or text[end : end + 1] not in (")", ",", ";"):
        return ""
    before = text[max(0, start - _REACH) : start - 1]
    line = before[max(before.rfind(mark) for mark in "\n.!?:;,(") + 1 :]
    words = [word for word in _WORD.findall(line.replace("-", " ")) if word.lower() not in _SMALL]
    return "".join(word[0].upper() for word in words[start - end :])


def is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the line of a form is in capitals, where an acronym looks like any word.

    >>> is_shouted("MINISTER ONG RESIGNS", 9, 12)
    True
    """
    first = text.rfind("\n", max(0, start - _REACH), start) + 1
    first = max(first, start - _REACH)
    last = text.find("\n", end, end + _REACH)
    rest = text[first:start] + text[end : last if last >= 0 else end + _REACH]
    letters = [char for char in rest if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) * 10 > len(letters) * 9


def are_spellings(one: str, other: str) -> bool:
    """Tell whether two forms are one name in two romanisations, not two names of one place.

    >>> are_spellings("Zelensky", "Zelenskyy"), are_spellings("Lviv", "Lemberg")
    (True, False)
    """
    left, right = skeleton(one), skeleton(other)
    return left == right or (min(len(left), len(right)) > 3 and _one_apart(left, right))


def skeleton(form: str) -> str:
    """Return the consonants of a form, those that romanisations exchange made one.

    >>> skeleton("Zelensky") == skeleton("Selenskyy")
    True
    """
    bare = normalize("NFD", form.lower().replace("\u0142", "l")).translate(_ALIKE)
    consonants = _NO_CONSONANT.sub("", bare)
    return re.sub(r"(.)\1+", r"\1", consonants)


def _one_apart(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    head = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    rest = head + 1 if len(short) == len(long) else head
    return short[rest:] == long[head + 1 :]
