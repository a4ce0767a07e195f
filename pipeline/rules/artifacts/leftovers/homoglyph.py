"""Letters of another script that look like those of the word they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A word is written in one script.",
    why="Readers see no difference, but no search, no index and no speech reader knows the word.",
    source="Unicode Technical Standard 39, confusables",
    category="linguistic-conventions",
    gate="[A-Za-z\u00ef][\u0410-\u0458]|[\u0405-\u0458][A-Za-z\u00ef]",
    examples=(
        Example(before="It begins in Кyiv on Sаturday.", after="It begins in Kyiv on Saturday."),
        Example(before="Город Mосква стоит.", after="Город Москва стоит.", lang="ru"),
        Example(before="Вони живуть у мiсті.", after="Вони живуть у місті.", lang="uk"),
        Example(before="Уряд Украïни зібрався.", after="Уряд України зібрався.", lang="uk"),
        Example(keep="The song “Shchedрик” is old.", why="half of the word is no look-alike"),
        Example(keep="Он купил SMSку и COVIDный тест.", lang="ru", why="a borrowed stem"),
    ),
)

# Equal shapes in print type, Cyrillic to Latin.
_TO_LATIN = dict(zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕ", "ABEKMHOPCTYXIJSaeopcyxijs", strict=True))
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _TO_LATIN.items() if cyrillic not in "ЈЅјѕ"}
_TO_CYRILLIC["\u00ef"] = "\u0457"  # i with two dots, a letter of Ukrainian
_MIXED = r"[A-Za-z\u00ef][\u0400-\u052f]|[\u0400-\u052f][A-Za-z\u00ef]"
_LETTERS = r"[A-Za-z\u00c0-\u024f\u0400-\u052f]"
_LONGEST = 40  # letters; what is longer is no word
_I = "Ii\u00ef"  # the Latin letters for which only some Cyrillic alphabets have an equal


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for start, end in mixed_words(text):
        locale = context.locale_at(start)
        word, wanted = text[start:end], ""
        if locale.script == "Latn" and locale.tag != "root":
            wanted = to_latin(word)
        elif locale.script == "Cyrl":
            wanted = to_cyrillic(word, has_i=locale.language in {"uk", "be"})
        if wanted:
            message = f"{word!r} mixes Cyrillic and Latin letters that look alike"
            yield rule.finding(text, start, end, wanted, message)


def mixed_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the words with Latin and Cyrillic letters side by side."""
    done = 0
    for match in compiled(_MIXED).finditer(text):
        if match.start() < done:
            continue
        left = compiled(rf"{_LETTERS}{{1,{_LONGEST}}}\Z").search(
            text, max(done, match.start() - _LONGEST), match.start()
        )
        right = compiled(rf"{_LETTERS}{{1,{_LONGEST}}}").match(text, match.start())
        done = right.end() if right else match.end()
        yield (left.start() if left else match.start()), done


def to_latin(word: str) -> str:
    """Return the word in Latin letters only, "" if a Cyrillic one has no Latin look-alike."""
    letters = [_TO_LATIN.get(char, char) for char in word]
    return "" if any("\u0400" <= char <= "\u052f" for char in letters) else "".join(letters)


def to_cyrillic(word: str, *, has_i: bool) -> str:
    """Return the word in Cyrillic letters only, "" if a Latin one has no Cyrillic look-alike."""
    if not has_i and any(char in _I for char in word):
        return ""
    letters = [_TO_CYRILLIC.get(char, char) for char in word]
    return "" if any("A" <= char <= "\u024f" for char in letters) else "".join(letters)
