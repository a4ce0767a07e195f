"""What around a name makes its printing less than certain, so that an editor is asked.

A word spoken of, a namesake, a ship, another age. It knows the row of the name and the words
around it; why a name must stay stands in `surroundings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pipeline.glossary.concept import Concept
from pipeline.glossary.evidence import are_spellings
from pipeline.glossary.folding import fold
from pipeline.glossary.given import GIVEN
from pipeline.glossary.mention import is_alone_in_quotes
from pipeline.glossary.romanise import romanised
from pipeline.glossary.surroundings import Place
from pipeline.pattern import later

_REACH = 200  # code points of a sentence on either side
_STOP = later(r"[.!?](?=[\s\"'\u201d\u2019)])|\n")
_FIRST_NAME = later(r"(?<![\w.-])([^\W\d_][^\W\d_]+)[ \u00a0]\Z")
_SHIP = later(
    r"\b(?:warships?|carriers?|cruisers?|frigates?|destroyers?|submarines?|corvettes?|vessels?"
    r"|ships? of the|fleet)\b"
)
_YEAR_OF_OLD = (  # a year before 1950, and no number of things
    r"\b(?:[Ii]n|of|[Ss]ince|from|until|till|before|after|by|during|late|early|the|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn"
    r"|winter) (?:early |late )?1(?:[0-8]\d|9[0-4])\d(?:s\b|\b(?! [a-z]{3,}s\b))"
    r"|\((?:\w+ )?1(?:[0-8]\d|9[0-4])\d\b"
)
_OF_OLD = later(
    rf"{_YEAR_OF_OLD}|\b(?:1?\d)th[- ]century\b|\b(?:Wehrmacht|Red Army|Army Group|Panzer\w*"
    r"|SSR|[Tt]sar(?:ist|s|ina)?|[Uu]ezd|Cossack Hetmanate|Habsburgs?|Bolsheviks?|Third Reich"
    r"|Kingdom of Poland|Golden Horde|Varangians?|Mongols)\b"
)


def reason_to_doubt(
    place: Place, concept: Concept, first_names: Callable[[str], Iterable[str]]
) -> str:
    """Return why an editor is asked about a name that would be printed, "" for no reason.

    `first_names` gives those that the glossary knows with a surname.

    >>> row = Concept("place.kyiv", "Kyiv", native=(("ru", "\u041a\u0438\u0435\u0432"),))
    >>> reason_to_doubt(Place("In 1941 Kiev fell.", 8, 12, "place"), row, lambda name: ())
    'the sentence is about another age'
    >>> reason_to_doubt(Place("In 2022 Kiev held.", 8, 12, "place"), row, lambda name: ())
    ''
    """
    if is_alone_in_quotes(place.before, place.after):
        return "alone in quotation marks it may be spoken of as a word"
    if place.kind == "person" and _is_namesake(place, first_names, concept.preferred):
        return "it may be another person of this name"
    if place.kind == "place" and place.language == "en":
        return _reason_for_place(place, concept)
    return ""


def _reason_for_place(place: Place, concept: Concept) -> str:
    sentence = _sentence(place)
    if place.before.endswith((" the ", "The ")) and _SHIP.search(sentence):
        return "it may be a ship"
    if _OF_OLD.search(sentence) and _was_english(concept, place.text[place.start : place.end]):
        return "the sentence is about another age"
    return ""


def _is_namesake(place: Place, first_names: Callable[[str], Iterable[str]], surname: str) -> bool:
    """Tell whether a first name stands in front that is not one of his; none known is no reason."""
    word = _FIRST_NAME.search(place.before)
    if word is None or word[1] not in GIVEN:
        return False
    known = list(first_names(surname))
    return bool(known) and not any(are_spellings(word[1], name) for name in known)


def _sentence(place: Place) -> str:
    """Return the sentence around a name, as far as marks tell."""
    before = place.text[max(0, place.start - _REACH) : place.start]
    after = place.text[place.end : place.end + _REACH]
    stops = [match.end() for match in _STOP.finditer(before)]
    end = _STOP.search(after)
    return before[stops[-1] if stops else 0 :] + after[: end.start() if end else None]


def _was_english(concept: Concept, found: str) -> bool:
    """Tell whether English once printed this form: it writes out the Russian name."""
    from pipeline.glossary.systems import systems_of  # few sentences are about another age

    return any(
        fold(romanised(name, system.table)) == fold(re.sub("i(?=$| )", "y", found))
        or fold(romanised(name, system.table)) == fold(found)
        for language, name in concept.native
        if language == "ru"
        for system in systems_of("ru")
        if system.target in ("", "en")
    )
