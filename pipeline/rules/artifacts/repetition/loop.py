"""A word or a phrase that stands three times and more: the machine was caught in a loop."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.repetition import Repetition
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.repetition._reading import (
    CUT,
    ECHOES,
    MEETS,
    SPACES,
    read_repetitions,
    source_repeats,
)

RULE = Rule(
    summary="A loop of three or more equal phrases becomes one of them.",
    why="The machine was caught in a loop; what the sentence went on to say may be lost.",
    source="1 to 5 in 1,000 segments of neural translation (WMT news tests), 0.2 in human text, "
    "where commas separate the copies",
    category="accuracy",
    examples=(
        Example(
            before="There is only one in the city in the city in the city.",
            after="There is only one in the city.",
        ),
        Example(
            before="They claim a right to a right to a right to a right to the claim.",
            after="They claim a right to the claim.",
        ),
        Example(before="Part of of of the team left.", after="Part of the team left."),
        Example(
            before="Es gehört der Stadt der Stadt der Stadt allein.",
            after="Es gehört der Stadt allein.",
            lang="de",
        ),
        Example(before="The sum was was was paid.", after="The sum was paid."),
        Example(flag="Prices rose and rose and rose and rose and rose and rose and rose in May."),
        Example(flag="He saw the doctors, the doctors, the doctors.", why="rhetoric, or a loop"),
        Example(flag="It is cold, cold, cold, cold, he said.", why="rhetoric, or a loop"),
        Example(keep="Location, location, location: no, no, no, she said."),
        Example(keep="“Ha ha ha,” he said, and blah blah blah, very very very long."),
        Example(keep="Year after year after year after year he grew and grew and grew."),
        Example(keep="Dial 44 44 44 or 000 000 000."),
    ),
)

MANY = 6  # copies nobody writes on purpose
_LONG = 5  # letters; below this a word three times may be noise or a nickname


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for found in context.once(read_repetitions):
        if found.count < 3 or _is_number(found.phrase):
            continue
        if any(char in found.gap + found.phrase for char in "\r\n.!?\u2026|/\t"):
            continue
        safety = _safety(found, context.locale_at(found.start))
        if safety is None or source_repeats(context, found):
            continue
        message = (
            f"{found.phrase!r} stands {found.count} times in a row; "
            "compare the sentence with the source"
        )
        wanted = None if safety is Safety.FLAG else found.phrase
        yield rule.finding(text, found.start, found.end, wanted, message, safety=safety)


def _safety(found: Repetition, locale: Locale) -> Safety | None:
    """Return how sure it is that this is a loop, None for what people write too."""
    words = found.phrase.lower().split(" ")
    if any(word in ECHOES or word in locale.words.doubled for word in words) and found.words == 1:
        return Safety.FLAG if found.count >= MANY else None
    if found.gap not in SPACES or len(words) != found.words or "," in found.phrase:
        if found.count < (3 if _is_noun_phrase(found) else 4):
            return None
        return Safety.SUGGEST if found.count >= MANY else Safety.FLAG
    if found.words > 1:
        if found.words == 2 and found.partial:  # year after year after year
            return Safety.SUGGEST if found.count >= MANY else None
        return Safety.APPLY
    return _single(found, words[0], locale)


def _is_noun_phrase(found: Repetition) -> bool:
    """Tell whether an article and a noun stand between commas: the men, the men, the men."""
    return found.words > 1 and found.gap == ", " and found.phrase[:4].lower() == "the "


def _single(found: Repetition, word: str, locale: Locale) -> Safety:
    """Return how sure it is that one word was caught in a loop."""
    if word in CUT and locale.language == "en":
        return Safety.APPLY
    if word in MEETS.get(locale.language, ()) and found.count < MANY:
        return Safety.SUGGEST  # "the brain is telling you you you should rest"
    if found.count >= MANY or word in locale.words.function_words:
        return Safety.APPLY
    sure = found.phrase.islower() and len(found.phrase) >= _LONG
    return Safety.APPLY if sure else Safety.SUGGEST


def _is_number(phrase: str) -> bool:
    return not any(map(str.isalpha, phrase))
