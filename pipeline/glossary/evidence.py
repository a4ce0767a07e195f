"""What an article itself says about a form: an acronym spelled out, two spellings of one name."""

from __future__ import annotations

import re
from unicodedata import normalize

from pipeline.glossary.folding import without_accents
from pipeline.pattern import later

_WORD = later(r"[^\W\d_][\w'\u2019]*")
_SMALL = frozenset(
    "of the and for in on to at a an de du des la le les l d et y e der die das und f\u00fcr"
    " del della di da do dos para pour im zur".split()
)
_REACH = 120  # code points in which a name stands before its acronym
_NO_CONSONANT = later(
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


# What romanisations of Cyrillic differ in, folded in this order; a name is one name when what
# is left is alike. Each line is a letter or an ending and how the systems write it.
_FOLDS = tuple(
    (later(pattern), letter)
    for pattern, letter in (
        (r"['\u2019\u02bc-]", ""),
        (r"shch|schtsch|chtch|szcz|\u0161\u010d|sjtsj", "Q"),
        (r"tsch|tch|tsj|cz|ch(?=[aeiouy])|\u010d", "C"),  # Bucha; at the end Lukashevich
        (r"ch", "C"),
        (r"zzh|zhzh|\u017e\u017e|zh|\u017e|\u017c|zj", "Z"),
        (r"sch|sh|sz|\u0161|sj", "S"),
        (r"kh|[gh]", "h"),  # Hostomel, Gostomel; Kharkiv is Harkiv
        (r"ts|tz|c(?![aeiouyk])", "c"),
        (r"x", "ks"),
        (r"w|ff|ph", "v"),
        (r"ou|oe", "u"),
        (r"^(?:ye|je|ie)(?=.)", "e"),
        (r"(?:yj|yi|iy|ii|ij|yy|y|i)$", "i"),
        (r"(?:ei|ey|ej|ai|ay|aj)$", "ei"),
        (r"[yji]+(?=[aou])", ""),  # Yulia, Iulia; Nadiya
        (r"(?:ie|ye|je|iye|io|yo)", "e"),
        (r"[yji]+", "i"),
        (r"(.)\1+", r"\1"),
    )
)
# Russian and Ukrainian readings of one name.
_READINGS = tuple(
    (later(pattern), letter)
    for pattern, letter in (
        (r"a?(?:ev|iv|ov)$", "Iv"),
        (r"ske$|skoe?$", "ske"),
        (r"[io]Z[ae]$", "iZe"),
        (r"[io]vka$", "ovka"),
        (r"^bil(?=[aio])", "bel"),
        (r"^mik", "nik"),
        (r"^ol(?=[eh])", "al"),
        (r"^volodimir$", "vladimir"),
        (r"^dmitro$", "dmitri"),
        (r"^kirilo$", "kiril"),
        (r"^pavlo$", "pavel"),
        (r"^petro$", "petr"),
        (r"^nikola$", "nikolei"),
        (r"^mihailo$", "mihail"),
        (r"^(?:serhi|serhei)$", "serhei"),
        (r"^andri$", "andrei"),
        (r"^oleks", "aleks"),
        (r"^aleks(?:ei|i)$", "aleksei"),
        (r"^evhen$|^evheni$", "evheni"),
    )
)
_WORN = 4  # letters that must be left for two names to be told alike


def romanisation_keys(form: str) -> tuple[str, ...]:
    """Return what spellings of one name have in common, nothing for a form that says too little.

    Two forms with a key in common are one name in two romanisations.

    >>> romanisation_keys("Gostomel") == romanisation_keys("Hostomel")
    True
    >>> set(romanisation_keys("Ivanov")) & set(romanisation_keys("Ivanova"))
    set()
    """
    bare = _folded(normalize("NFC", form.lower().replace("\u0142", "l")), _FOLDS)
    bare = "".join(filter(str.isalpha, without_accents(bare)))
    if len(bare) < _WORN:
        return ()
    return tuple(dict.fromkeys((bare, _folded(bare, _READINGS))))


def _folded(form: str, folds: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, letter in folds:
        form = pattern.sub(letter, form)
    return form
