"""A phrase of several words that stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.analysis.english import FUNCTION_WORDS
from pipeline.analysis.repetition import Repetition
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.repetition._reading import (
    CONJUNCTIONS,
    OPENERS,
    SPACES,
    is_quoted,
    read_repetitions,
    source_repeats,
)

RULE = Rule(
    summary="A phrase stands once.",
    why="The machine starts a phrase, drops the rest of it and starts again: the second copy can "
    "go, or a longer phrase is missing.",
    source="Observed in machine-translated news",
    category="accuracy",
    safety=Safety.SUGGEST,
    examples=(
        Example(
            before="The minister of the interior of the interior spoke.",
            after="The minister of the interior spoke.",
        ),
        Example(
            before="The police said the police said the suspect had fled.",
            after="The police said the suspect had fled.",
        ),
        Example(
            before="She spoke to the press to the press on Monday.",
            after="She spoke to the press on Monday.",
        ),
        Example(
            before="They were told to wait and stay inside and stay inside.",
            after="They were told to wait and stay inside.",
        ),
        Example(
            before="Talks go on in two committees in two committees in the House of the city.",
            after="Talks go on in two committees in the House of the city.",
        ),
        Example(before="It closed for a reason for a reason.", after="It closed for a reason."),
        Example(before="They met in Rome in Rome.", after="They met in Rome."),
        Example(
            before="Elle parle à la presse à la presse de tout.",
            after="Elle parle à la presse de tout.",
            lang="fr",
        ),
        Example(keep="C'est la crème de la crème de la ville.", lang="fr"),
        Example(flag="“We go back to work back to work,” he said.", why="a slogan, or a slip"),
        Example(
            before="They were trying to reach to reach a town in the in the north.",
            after="They were trying to reach a town in the north.",
        ),
        Example(flag="The match between big choirs big choirs ended.", why="a list, or a slip"),
        Example(flag="He moved to New York New York in May.", why="a name may be double"),
        Example(flag="Měl dvě děti, psa a tak dále a tak dále.", lang="cs", why="meant twice"),
        Example(keep="Time after time after time he tried more and more and more."),
        Example(keep="Il se casse de temps en temps en morceaux.", lang="fr"),
        Example(keep="They sang “we will we will” and left."),
        Example(keep="It was cold and wet, cold and wet."),
        Example(
            keep="Step by step step by step they went.",
            source_lang="de",
            source_text="Schritt für Schritt Schritt für Schritt gingen sie.",
            why="the source repeats too",
        ),
    ),
)

_AUXILIARIES = frozenset("was were is are has have had will would".split())
_ARTICLES = frozenset("the a an his her its their".split())
_SAYING = frozenset("said says told added".split())
_NOT_WORDS = re.compile(r"[^\w '\u2019-]|\b\d+\b")
_NONE: frozenset[str] = frozenset()


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for found in context.once(read_repetitions):
        if found.words < 2 or found.count != 2 or found.gap not in SPACES or found.words > 6:
            continue
        second = text[slice(*found.copies[1])]
        language = context.locale_at(found.start).language
        if found.phrase[1:] != second[1:] or not _is_plain(second, found, language):
            continue
        if is_quoted(text, found.start, found.end) or source_repeats(context, found):
            continue
        message = f"{second!r} stands twice in a row; is something missing between?"
        opens = found.phrase.split(" ")[0] in OPENERS.get(language, _NONE)
        likely = (found.words > 2 and not _is_name(second)) or _is_particle_and_word(found, opens)
        wanted = found.phrase if likely else None
        safety = Safety.APPLY if likely and _is_sure(text, found, language, opens) else None
        yield rule.finding(text, found.start, found.end, wanted, message, safety=safety)


def _is_particle_and_word(found: Repetition, opens: bool) -> bool:
    """Tell whether two words begin as a phrase does: to reach, in the, were held, in Rome."""
    first, last = found.phrase.split(" ")[:2]
    if found.words != 2 or not (opens or first in _AUXILIARIES):
        return False
    if last[:1].isupper():
        return opens and len(last) > 2
    return last in _ARTICLES or (len(last) > 3 and last not in FUNCTION_WORDS)


def _is_sure(text: str, found: Repetition, language: str, opens: bool) -> bool:
    """Tell whether a whole phrase was said again: by the Senate by the Senate.

    Where its last word opens a clause the rest of a longer phrase may be lost, and a crowd may
    chant what is quoted.
    """
    words = found.phrase.lower().split(" ")
    joining = CONJUNCTIONS.get(language, _NONE)
    if words[-1] in _SAYING or not joining.isdisjoint(words[1:]):
        return False
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    opened = line.count("\u201c") > line.count("\u201d") or line.count('"') % 2 == 1
    runs_on = text[found.end : found.end + 1] in SPACES  # "and so on and so on." is meant
    joins = words[0] in joining and len(words[-1]) > 3 and runs_on and not found.partial
    return (opens or joins or found.words == 2) and not opened


def _is_plain(phrase: str, found: Repetition, language: str) -> bool:
    """Tell whether the phrase is words and spaces and does not run on: day after day after day."""
    words = phrase.split(" ")
    if len(words) != found.words or _NOT_WORDS.search(phrase):
        return False
    if found.words == 2 and not CONJUNCTIONS.get(language, _NONE).isdisjoint(words):
        return False  # "faster and faster and faster still"
    if found.words > 2 and words[-1] in _SAYING:
        return True  # "the police said the police said the man": the next clause opens alike
    # "de temps en temps en morceaux", "la crème de la crème de la ville": the phrase goes on,
    # and not only a word that opens many: "in the end in the end in June".
    goes_on = found.partial and (found.words == 2 or words[0] not in OPENERS.get(language, _NONE))
    return not goes_on and len(words[-1]) > 2


def _is_name(phrase: str) -> bool:
    return all(word[:1].isupper() for word in phrase.split(" "))
