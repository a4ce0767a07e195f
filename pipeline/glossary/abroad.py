"""Names as the source language writes them: which rows of the glossary a source text speaks of.

Rows of two languages speak of one name where they share a native form. Knows forms and word
stems, not what is done about a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Glossary
from pipeline.pattern import compiled

_KINDS = ("place", "person", "organisation", "country")
# Endings that a name may take where names have cases, and how many of its own letters it may
# give up for one.
_CYRILLIC = frozenset(
    "а у ом е ы и ой ою і ові еві ем єм ам ами ах ів ев ого ому им ым ім их ых ую ая ое ій ий ей"
    " ью ю я ям ях ями ії ією ию ией єю ею ва".split()
)
_LATIN = frozenset(
    "a u em e y i ą ę ach ami om ów ie owi iem im ym ej ego emu ých ým ou é ě í ům ech ii ią iej"
    " ovi ova ové ině ské ku".split()
)
_ENDINGS = dict.fromkeys(("uk", "ru", "be", "bg", "sr"), _CYRILLIC) | dict.fromkeys(
    ("pl", "cs", "sk", "hr", "sl"), _LATIN
)
_GIVEN_UP = 2
_STEM = 4  # letters of a stem at least, or all but the last
_WORD = r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*"
_KEY = 3  # letters that forms are looked up by


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the glossary: how it is printed, the forms it has here, and those abroad."""

    preferred: str
    kind: str
    concept: str
    here: tuple[str, ...]
    abroad: tuple[str, ...]


class Abroad:
    """The names that rows of one language have in another; threads may share it."""

    def __init__(self, names: Iterable[Name], language: str) -> None:
        self.names = tuple(names)
        self._endings = _ENDINGS.get(language, frozenset())
        self._by_key: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        for name in self.names:
            for form in (*name.abroad, *_alternating(name.abroad, language)):
                words = tuple(form.split())
                self._by_key.setdefault(words[0][:_KEY], []).append((words, name))

    def names_in(self, text: str) -> Iterator[tuple[Name, str]]:
        """Yield each name of which a form stands in a text in any case, once, as it is there."""
        words = list(compiled(_WORD).finditer(text))
        seen: set[str] = set()
        for at, match in enumerate(words):
            for form, name in self._by_key.get(match[0][:_KEY], ()):
                group = words[at : at + len(form)]
                if name.preferred in seen or len(group) < len(form):
                    continue
                if all(map(self._is_form, (word[0] for word in group), form)):
                    seen.add(name.preferred)
                    yield name, text[group[0].start() : group[-1].end()]

    def _is_form(self, word: str, form: str) -> bool:
        """Tell whether a word is a form, perhaps in one of its cases."""
        if word == form or not self._endings:
            return word == form
        stem = _shared_start(word, form)
        least = max(len(form) - _GIVEN_UP, min(_STEM, len(form) - 1))
        return len(form) > 3 and stem >= least and word[stem:] in self._endings


@lru_cache(maxsize=32)
def names_abroad(glossary: Glossary, language: str, source: str) -> Abroad:
    """Return the names of a language's rows with their forms in a source language."""
    mine: dict[str, list[Concept]] = {}
    theirs: list[Concept] = []
    for concept in glossary.concepts:
        if concept.type in _KINDS and concept.approved and not concept.profile:
            if concept.language == language:
                mine.setdefault(concept.preferred, []).append(concept)
            elif concept.language == source:
                theirs.append(concept)
    by_native: dict[tuple[str, str], list[Concept]] = {}
    for concept in theirs:
        for pair in (*concept.native, (source, concept.preferred)):
            by_native.setdefault(pair, []).append(concept)
    found = (_name(rows, language, source, by_native) for rows in mine.values())
    return Abroad([name for name in found if name.abroad], source)


def _shared_start(one: str, two: str) -> int:
    """Return how many letters two words begin with together."""
    shorter = min(len(one), len(two))
    return next((at for at in range(shorter) if one[at] != two[at]), shorter)


def _alternating(forms: Iterable[str], language: str) -> Iterator[str]:
    """Yield the Ukrainian stems that have another vowel before an ending: Kyjiv, Kyjeva.

    >>> list(_alternating(["Харків", "Київ", "Одеса"], "uk"))
    ['Харков', 'Києв']
    """
    for form in forms if language == "uk" else ():
        for ending, other in (("ків", "ков"), ("їв", "єв"), ("ів", "ов")):
            if form.endswith(ending):
                yield form.removesuffix(ending) + other
                break


def _name(
    rows: Sequence[Concept],
    language: str,
    source: str,
    by_native: dict[tuple[str, str], list[Concept]],
) -> Name:
    natives = [pair for row in rows for pair in row.native]
    linked = [
        other
        for pair in (*natives, (language, rows[0].preferred))
        for other in by_native.get(pair, ())
    ]
    forms = [form for tag, form in natives if tag == source]
    forms += [form for other in linked for form in (other.preferred, *other.variants)]
    here = [form for row in rows for form in (row.preferred, *row.variants)]
    here += [form for row in rows for pair in row.forms for form in pair]
    first = rows[0]
    return Name(
        first.preferred,
        first.type,
        first.id,
        tuple(dict.fromkeys(here)),
        tuple(form for form in dict.fromkeys(forms) if form[:1].isupper() or not form.isascii()),
    )
