"""A word that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.english import FUNCTION_WORDS, is_adjective
from pipeline.analysis.repetition import Repetition
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.repetition._reading import (
    CUT,
    DOUBLE_NAMES,
    ECHOES,
    LINE_BREAKS,
    MEETS,
    SPACES,
    is_cut,
    is_quoted,
    read_repetitions,
    source_repeats,
)

RULE = Rule(
    summary="A word stands once.",
    why="The machine translates a word twice where two words of the source share its meaning.",
    source="What a copy editor cuts without asking; 0.4 to 4.6 in 1,000 translated segments of the "
    "WMT news tests, 0.6 in 1,000 human ones, most of them names",
    category="linguistic-conventions",
    examples=(
        Example(before="She waited at the the bus stop.", after="She waited at the bus stop."),
        Example(before="The the bus left.", after="The bus left."),
        Example(
            before="The weight of of the leftovers rose.", after="The weight of the leftovers rose."
        ),
        Example(before="He left the\nthe house.", after="He left the\nhouse."),
        Example(
            before="The police police spoke to companies companies.",
            after="The police spoke to companies.",
        ),
        Example(before="Er steht vor vor dem Haus.", after="Er steht vor dem Haus.", lang="de"),
        Example(before="Il parle de de la ville.", after="Il parle de la ville.", lang="fr"),
        Example(
            before="The convoy was was hit in in a town by by rebels.",
            after="The convoy was hit in a town by rebels.",
        ),
        Example(
            before="More than than ten met with with her from from Rome.",
            after="More than ten met with her from Rome.",
        ),
        Example(keep="He checked in in Paris, and the room he was in in May is all all the same."),
        Example(flag="What it was was a mistake that he dealt with with care.", why="two clauses"),
        Example(
            before="She has has been ill. The aid will be be sent for for the first time.",
            after="She has been ill. The aid will be sent for the first time.",
        ),
        Example(
            before="It ruled on on the appeal at at the weekend.",
            after="It ruled on the appeal at the weekend.",
        ),
        Example(
            before="The dam will will help a land that wants ties with with Rome.",
            after="The dam will help a land that wants ties with Rome.",
        ),
        Example(flag="They said the will will be read.", why="a noun"),
        Example(before="A A spokesman declined.", after="A spokesman declined."),
        Example(keep="A A Milne wrote it.", why="initials"),
        Example(
            flag="What they are are friends; the man he was was looked for for years.",
            why="two clauses, and a verb with its particle",
        ),
        Example(flag="She carried on on Monday.", why="the verb is carry on"),
        Example(
            before="Правительство правительство сказало нет.",
            after="Правительство сказало нет.",
            lang="ru",
        ),
        Example(before="De regering regering zei nee.", after="De regering zei nee.", lang="nl"),
        Example(keep="Lang Lang played the piano.", why="a double name"),
        Example(flag="She flew to Walla with Gabby Gabby Jones.", why="a name may be double"),
        Example(keep="He said that that was all he had had."),
        Example(keep="What it is is a very very long day."),
        Example(keep="They saw New York, New York, and heard Duran Duran."),
        Example(keep="Nous nous levons et vous vous couchez.", lang="fr"),
        Example(keep="Die Leute, die die Stadt lieben.", lang="de"),
        Example(keep="Call 44 44 and ask for “the the”.", why="digits, and words as words"),
        Example(
            keep="He came came to them.",
            source_lang="ru",
            source_text="Он шёл шёл к ним.",
            why="the source repeats too",
        ),
    ),
)

# Languages whose function words were checked against human news text; elsewhere a suggestion.
_CHECKED = frozenset("en de fr es it pt cs sk pl ru uk be".split())
# Languages that never double a noun or a verb.
_CONTENT = _CHECKED | frozenset("nl sv da nb ro".split())
# A language where a content word is doubled for emphasis: a suggestion.
_REDUPLICATES = frozenset("it tr hi id ms fa ar he el ko hu fi ja zh th vi".split())
# Words before a name that may open the name itself: "le prix de de Klerk".
_PARTICLES = frozenset("de du da di van von der la le el al del dos des den bin".split())
_EMPHATIC = frozenset(
    "super power quick quite right there truly night happy great little bigger never ever extra"
    " hyper beaucoup encore jamais toujours longtemps vraiment doucement presque plein immer"
    " wirklich richtig lange schon mucho mucha muchos muchas nunca siempre mucho poquito muito"
    " muita sempre nunca quase strašně hodně dlouho bardzo dużo długo очень много долго давно"
    " быстро тихо дуже багато довго давно швидко тихо ледве".split()
)
_LONG = 5  # letters; below this a doubled content word may be noise, song or a nickname


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for repetition in context.once(read_repetitions):
        if repetition.words == 1 and repetition.count == 2:
            yield _finding(context, rule, repetition)


def _finding(context: Context, rule: Rule, found: Repetition) -> Finding | None:
    text = context.text
    (start, middle), (second, end) = found.copies
    broken = found.gap in LINE_BREAKS
    if not (broken or found.gap in SPACES) or _is_part(text, start, end):
        return None
    safety = _safety(text, found, context.locale_at(start))
    if safety is None or is_quoted(text, start, end):
        return None
    # Somewhere in an article two articles or prepositions meet: they prove nothing.
    proves = not _is_function_word(text[second:end], context.locale_at(start))
    if proves and source_repeats(context, found):
        return None
    message = f"{text[second:end]!r} stands twice"
    if safety is Safety.FLAG:
        return None if broken else rule.finding(text, start, end, None, message)
    if not broken:
        return rule.finding(text, start, end, text[start:middle], message, safety=safety)
    if safety is not Safety.APPLY or text[end : end + 1] not in SPACES:
        return None
    return rule.finding(text, second, end + 1, "", message)


def _is_function_word(word: str, locale: Locale) -> bool:
    low = word.lower()
    return low in locale.words.function_words or (locale.language == "en" and low in FUNCTION_WORDS)


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether the pair is part of a compound, an address or a code."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before in _JOINTS or after in _JOINTS


_JOINTS = frozenset("-'\u2019/\\@#_&+=*\u2011\u2010")


def _safety(text: str, found: Repetition, locale: Locale) -> Safety | None:
    """Return how sure it is that the word should stand once, None when it may stand twice."""
    first, second = (text[slice(*copy)] for copy in found.copies)
    word = second.lower()
    if locale.language == "en" and (word in CUT or word == "all"):
        return _english(text, found, word)
    if word in locale.words.doubled or not word.isalpha():
        return None
    if _is_function_word(word, locale):
        return _function_word(text, found, locale, second)
    again = first == second or (
        locale.language in _CONTENT - {"en", "de"}
        and first[1:] == second[1:]
        and len(word) >= _LONG
    )
    if word in ECHOES or not again or second.isupper() or len(word) < 2:
        return None  # "Will will come"
    if not second.islower():
        return None if word in DOUBLE_NAMES else Safety.FLAG
    unsure = len(word) < _LONG or word in _EMPHATIC or locale.language in _REDUPLICATES
    if unsure or (locale.language == "en" and (is_adjective(word) or word.endswith("ly"))):
        return Safety.SUGGEST
    return Safety.APPLY if locale.language in _CONTENT else Safety.SUGGEST


def _english(text: str, found: Repetition, word: str) -> Safety | None:
    """Return how sure it is that a word that may meet itself in English stands once."""
    if is_cut(text, found):
        return Safety.APPLY
    follows = text[found.end : found.end + 12].lstrip()
    if word == "in" or follows.startswith(("the same", "over", "right", "too", "along")):
        return None  # "he was in in May", "it is all all the same"
    return Safety.SUGGEST if text[slice(*found.copies[1])].islower() else None


def _function_word(text: str, found: Repetition, locale: Locale, second: str) -> Safety | None:
    language, word = locale.language, second.lower()
    first = text[slice(*found.copies[0])]
    if first == second == "A" and language == "en":
        opens = compiled(r"(?:\A|[\r\n]|[.!?][\"\u201d]? )\Z").search(text, 0, found.start)
        return Safety.APPLY if opens and text[found.end + 1 : found.end + 3].islower() else None
    if not second.islower() and not (first.isupper() and second.isupper() and len(word) > 2):
        return None
    if language not in _CHECKED or word in MEETS.get(language, ()):
        return Safety.SUGGEST
    follows = text[found.end : found.end + 2]
    if len(word) == 1 and (first != second or not (follows[:1] == " " and follows[1:].isalpha())):
        return None
    named = word in _PARTICLES and follows[1:].isupper()
    return Safety.SUGGEST if named else Safety.APPLY
