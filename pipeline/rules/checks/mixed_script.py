"""A word that is half Latin, half Cyrillic, where look-alikes do not explain it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.leftovers.homoglyph import mixed_words

RULE = Rule(
    summary="A word is written in one script.",
    why="The machine romanised half of a name and left the rest.",
    source="Observed in machine-translated news",
    category="accuracy",
    safety=Safety.FLAG,
    gate="[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]",
    examples=(
        Example(flag="The song “Shchedрик” is old."),
        Example(keep="The songs “Щедрик” and Shchedryk are old."),
        Example(keep="Он купил SMSку в «ВТБ-Travel».", lang="ru", why="a borrowed stem"),
    ),
)

# Resolution 55 of the Cabinet of Ministers of Ukraine, 2010; BGN/PCGN for Russian, without marks.
_SHARED = dict(
    zip(
        "а б в д е ж з к л м н о п р с т у ф х ц ч ш щ ь".split(),
        [*"a b v d e zh z k l m n o p r s t u f kh ts ch sh shch".split(), ""],
        strict=True,
    )
)
_UKRAINIAN = _SHARED | dict(zip("гґиіїєйюя", "h g y i i ie i iu ia".split(), strict=True))
_RUSSIAN = _SHARED | dict(
    zip("гиёыэйъюя", ["g", "i", "e", "y", "e", "y", "", "yu", "ya"], strict=True)
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for start, end in mixed_words(context.text):
        if context.locale_at(start).script == "Latn":
            word = context.text[start:end]
            message = f"{word!r} mixes Latin and Cyrillic letters"
            readings = tuple(sorted({romanised(word, table) for table in (_UKRAINIAN, _RUSSIAN)}))
            yield rule.finding(context.text, start, end, None, message, alternatives=readings)


def romanised(word: str, table: Mapping[str, str]) -> str:
    """Return the word with its Cyrillic letters romanised by a table.

    >>> romanised("Shched\u0440\u0438\u043a", _UKRAINIAN)
    'Shchedryk'
    """
    letters = (table.get(char.lower(), char) for char in word)
    return "".join(
        latin.capitalize() if char.isupper() else latin
        for char, latin in zip(word, letters, strict=True)
    )
