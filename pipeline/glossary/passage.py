"""Short quotations in another language, told by their small words and letters.

A detector of languages is not sure of five words; their articles and prepositions are.
"""

from __future__ import annotations

import re

from pipeline.pattern import later

_SMALL: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to is are was were that with for from by we you they this not be it in",
        "fr": "le la les des du une est sont et ne pas avec pour dans sur qui nous vous que en au"
        " c'est d'un sans",
        "de": "der die das den dem des ein eine ist sind und nicht mit f\u00fcr auf wir ihr sie von"
        " zu im am",
        "es": "el la los las del una es son y no con para por que nosotros en su sin hecho",
        "it": "il lo la gli le della del dei una \u00e8 sono e non con per che di nel alla",
        "pt": "o os as da do dos das uma \u00e9 s\u00e3o e n\u00e3o com para por que em no na",
        "pl": "i w na z do nie jest si\u0119 to za po jak o",
    }.items()
}
_LONGEST = 120  # code points of a quotation that is read
_OPENS = '"\u201c\u00ab\u201e'
_CLOSES = later('["\u201d\u00bb\u201c]')
_WORD = later(r"(?<!\w)[^\W\d_A-Z][^\W\d_]*(?:['\u2019][^\W\d_]+)?")


def is_in_foreign_quotation(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the range stands in a quotation that is not in the language of the text.

    >>> is_in_foreign_quotation("It read \u201cMoscou ne r\u00e9pond pas\u201d again", 9, 15, "en")
    True
    >>> is_in_foreign_quotation("\u201cMoscou does not answer,\u201d he said", 1, 7, "en")
    False
    """
    left = max(text.rfind(mark, max(0, start - _LONGEST), start) for mark in _OPENS)
    right = _CLOSES.search(text, end, end + _LONGEST)
    if left < 0 or right is None or _CLOSES.search(text, left + 1, start):
        return False
    return _is_foreign(text[left + 1 : start] + " " + text[end : right.start()], language)


def _is_foreign(passage: str, language: str) -> bool:
    words = [word.replace("\u2019", "'") for word in _WORD.findall(passage)]
    own = _SMALL.get(language)
    if own is None or any(word in own for word in words):
        return False
    others = frozenset().union(*_SMALL.values())
    return any(word in others or _is_accented(word, language) for word in words)


def _is_accented(word: str, language: str) -> bool:
    """Tell whether a small word has letters that English has not."""
    return language == "en" and re.search(r"[^\x00-\x7f\u2019]", word) is not None
