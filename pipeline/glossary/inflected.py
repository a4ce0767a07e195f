"""Forms of names: Ukrainian and Russian cases that machines leave behind, German ones (Kievs)."""

from __future__ import annotations

from collections.abc import Iterator

# Ending of the name: its oblique endings with their case. A mark of doubt where the form is also
# another name: Putina is a wife, Donetska a street's first word.
_Endings = dict[str, tuple[tuple[str, str], ...]]
_PERSON: _Endings = {
    "uk": (
        ("ий", "ого genitive ому dative им instrumental"),
        ("ко", "ка genitive? ку dative? ком instrumental"),
        ("ов", "ова genitive? ову dative? овим instrumental"),
        ("ін", "іна genitive? іну dative? іним instrumental"),
    ),
    "ru": (
        ("кий", "кого genitive кому dative ким instrumental"),
        ("ый", "ого genitive ому dative ым instrumental"),
        ("ев", "ева genitive? еву dative? евым instrumental"),
        ("ов", "ова genitive? ову dative? овым instrumental"),
        ("ин", "ина genitive? ину dative? иным instrumental"),
    ),
}
_PLACE: _Endings = {
    "uk": (
        ("ськ", "ська genitive? ську locative? ськом instrumental"),
        ("цьк", "цька genitive? цьку locative? цьком instrumental"),
        ("ків", "кова genitive? кові locative?"),
        ("їв", "єва genitive? єві locative?"),
    ),
    "ru": (
        ("ск", "ска genitive? ске locative? ском instrumental"),
        ("ев", "ева genitive? еве locative? евом instrumental"),
        ("ов", "ова genitive? ове locative? овом instrumental"),
    ),
}
_ENDINGS = {"person": _PERSON, "place": _PLACE}
_LANGUAGES = {"uk": "Ukrainian", "ru": "Russian"}


def oblique_forms(native: str, language: str, kind: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (form, name of the case, whether it can be no other name) of the last word.

    >>> [form for form, _, sure in oblique_forms("Путин", "ru", "person") if sure]
    ['Путиным']
    """
    endings = _ENDINGS.get(kind, {}).get(language, ())
    if " " in native:
        return  # the other words have cases too
    for ending, oblique in endings:
        if native.endswith(ending):
            words = oblique.split()
            for letters, case in zip(words[::2], words[1::2], strict=True):
                form = native.removesuffix(ending) + letters
                yield form, f"{_LANGUAGES[language]} {case.rstrip('?')}", not case.endswith("?")
            return


_GENITIVES = ("place", "person", "country")
_HISSED = "sxz\u00df"
_IRREGULAR = ("e", "en", "er", "el", "ch", "ien", "y", "is", "stan")  # M\u00fcnchner, Z\u00fcrcher


def german_forms(variant: str, preferred: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the genitive of a German name and the word for what is of a place.

    >>> list(german_forms("Kiev", "Kiew", "place"))
    [('Kievs', 'Kiews'), ('Kiever', 'Kiewer')]
    """
    if kind in _GENITIVES and variant[-1] not in _HISSED:
        yield variant + "s", _in_genitive(preferred)
    if kind == "place" and not preferred.endswith(_IRREGULAR):
        yield variant + "er", preferred + "er"


def _in_genitive(name: str) -> str:
    """Return a name in the genitive, which hissing ends write with an apostrophe.

    >>> _in_genitive("Kiew"), _in_genitive("Paris")
    ('Kiews', "Paris'")
    """
    return name + ("'" if name[-1] in _HISSED else "s")
