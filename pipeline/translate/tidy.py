"""What a text loses before it is decoded, and what a translation gets back; knows characters only.

The tokenizers of Argos packages fold by NFKC: a zero width space becomes a space inside a word,
10 squared becomes 102, a half becomes 1 and 2.
"""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import category, normalize

from pipeline.pattern import compiled

_EMOJI = compiled(
    r"(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3)"
    r"(?:[\uFE0F\u20E3\u200D\U0001F3FB-\U0001F3FF\U000E0020-\U000E007F]"
    r"|\p{Regional_Indicator}|\p{Extended_Pictographic})*"
)
_FOLDED = compiled(r"[\w.,]*[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215e][\w.,]*")


def tidied(text: str) -> tuple[str, list[int]]:
    r"""Return the text without invisible characters, and where each of its characters stood.

    The list has one offset more than the text: that of its end.

    >>> tidied("Mar\u00ad\u200biupol")
    ('Mariupol', [0, 1, 2, 5, 6, 7, 8, 9, 10])
    """
    kept = [(char, at) for at, char in enumerate(text) if not _invisible(text, at)]
    return "".join(char for char, _ in kept), [*(at for _, at in kept), len(text)]


def _invisible(text: str, at: int) -> bool:
    """Tell whether a character is a soft hyphen, a zero width space, a bidi mark or their kin.

    Joiners stay: emoji and many scripts are spelt with them.
    """
    return category(text[at]) == "Cf" and text[at] not in "\u200c\u200d"


def emoji_spans(text: str) -> list[tuple[int, int]]:
    r"""Return where emoji stand; a run of them without a space is one.

    >>> emoji_spans("Oui \U0001f642\U0001f642 !")
    [(4, 6)]
    """
    return [
        (match.start(), match.end())
        for match in _EMOJI.finditer(text)
        if match[0] not in "\u00a9\u00ae\u2122"
    ]


def unfolded(source: str, translated: str) -> str:
    r"""Return the translation with superscripts and fractions as the source has them.

    Only where the folded form stands as often in the translation as it did in the source.

    >>> unfolded("10\u00b2 m", "102 m")
    '10² m'
    """
    for word, count in Counter(match[0] for match in _FOLDED.finditer(source)).items():
        if word in translated:
            continue
        for folded in dict.fromkeys((normalize("NFKC", word), _slashed(word))):
            whole = rf"(?<![\w.,\u2044/]){re.escape(folded)}(?![\w\u2044/])"
            if len(re.findall(whole, translated)) == count:
                translated = re.sub(whole, word, translated)  # no backslash in a word
                break
    return translated


def _slashed(word: str) -> str:
    return normalize("NFKC", word).replace("\u2044", "/")
