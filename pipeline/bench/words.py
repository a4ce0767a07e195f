"""Small lists of words and marks the detectors look for; short on purpose, not complete."""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _words(
    "January February March April May June July August September October November December"
)

NAMES = _words(
    "london paris berlin moscow washington brussels kyiv kiev prague warsaw madrid vienna beijing"
    " tokyo rome ankara istanbul europe africa asia russia ukraine germany france spain italy"
    " poland britain england scotland ireland syria iraq iran israel canada mexico brazil india"
    " japan australia greece sweden putin obama trump merkel macron zelensky biden clinton"
    " facebook google microsoft monday tuesday wednesday thursday friday saturday sunday january"
    " february april june july september october november december"
)

DEMONYMS = _words(
    "american british english german russian ukrainian chinese spanish italian european czech"
    " polish japanese turkish syrian iranian israeli canadian mexican african asian greek swedish"
    " australian indian palestinian iraqi egyptian austrian belgian hungarian islamic"
)

# Two letters and more, so that "M." or "St" need not be listed.
ABBREVIATIONS = frozenset(
    _words(
        "etc vol approx est resp vgl bzw usw ggf evtl atd apod tzv nap tzn cca ust inc ltd"
        " proc tys mln mld godz \u0440\u0443\u0431"
        " \u0442\u044b\u0441 \u043c\u043b\u043d \u043c\u043b\u0440\u0434 \u0447\u0435\u043b"
    )
)

FUNCTION_WORDS = {
    "de": frozenset(_words("und der das ist nicht ein eine mit von auf werden wurde auch sich")),
    "fr": frozenset(_words("les des une est dans pour qui que sur avec par pas sont cette aux")),
    "es": frozenset(_words("los las una del que por para con como este esta pero sus fue sobre")),
    "cs": frozenset(_words("je na se jako pro jeho nebo ale podle jsou byl bylo jsem ve ze")),
    "pl": frozenset(_words("nie jest jak oraz dla przez jego jako tylko przy ze oraz ma po od")),
    "tr": frozenset(_words("ve bir bu ile olarak daha kadar olan gibi sonra oldu var")),
}

# A German or French sentence may double these; English tells "had had" and "that that".
LEGAL_DOUBLES = {
    "en": frozenset(_words("had that is who bye no very so ha blah boo knock la da hip tut")),
    "fr": frozenset(_words("nous vous non bla ha oui")),
    "de": frozenset(_words("die der das sie dass bla ha nein sehr denen wenn")),
    "es": frozenset(_words("no muy ja bla")),
    "cs": frozenset(_words("ne si velmi bla")),
    "ru": frozenset(
        _words("\u0447\u0443\u0442\u044c \u0432\u043e\u0442 \u0434\u0430 \u0435\u043b\u0435")
    ),
}

SCALES = (
    "thousand", "million", "billion", "trillion", "milliard", "mill", "mln", "bn", "mio", "mrd",
    "tausend", "mil", "mille", "bill", "\u0442\u044b\u0441", "\u043c\u043b", "\u043c\u0438\u043b",
    "\u043c\u0456\u043b", "bin", "tis", "tys", "hundred",
)  # fmt: skip

CYRILLIC, _CJK = "\u0400-\u052f", "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_NEITHER = "\u0530-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff"
_BEYOND_LATIN = re.compile(f"[\u0370-\u03ff{CYRILLIC}{_NEITHER}{_CJK}]+")
_BEYOND_CYRILLIC = re.compile(f"[{_NEITHER}{_CJK}]+")
OTHER_SCRIPTS = {
    **dict.fromkeys(("en", "de", "fr", "es", "cs", "pl"), _BEYOND_LATIN),
    **dict.fromkeys(("ru", "uk"), _BEYOND_CYRILLIC),
}

# Marks that do not belong to a language, as the inside of a character class.
OWN_QUOTES = {
    "en": "\u00ab\u00bb\u201e\u201f\u2039\u203a\u300a-\u300f",
    "fr": "\u201e\u201f\u300a-\u300f",
    "de": "\u201d\u300a-\u300f",
    "cs": "\u201d\u300a-\u300f",
    "es": "\u201e\u201f\u300a-\u300f",
    "pl": "\u201c\u300a-\u300f",
    "ru": "\u201d\u300a-\u300f",
    "uk": "\u300a-\u300f",
}

# A French title; after a capital it would be an initial, as in "John M. Black".
FRENCH_TITLE = r"(?:^|[a-z]{2}[.!?][\"\u201d]? |\b[a-z]+,? )(?:M\.|MM\.|Mme) (?=[A-Z][a-z])"

DECIMAL_COMMA = ("fr", "de", "es", "cs", "ru", "uk", "pl")

CALENDAR = {
    "fr": _words(
        "Lundi Mardi Mercredi Jeudi Vendredi Samedi Janvier F\u00e9vrier Avril Juin Juillet"
        " Ao\u00fbt Septembre Octobre Novembre D\u00e9cembre"
    ),
    "es": _words(
        "Lunes Martes Mi\u00e9rcoles Jueves Viernes S\u00e1bado Enero Febrero Abril Mayo Junio"
        " Julio Agosto Septiembre Octubre Noviembre Diciembre"
    ),
    "cs": _words(
        "Pond\u011bl\u00ed \u00dater\u00fd St\u0159eda \u010ctvrtek P\u00e1tek Sobota Leden"
        " \u00danor B\u0159ezen Duben Kv\u011bten \u010cerven \u010cervenec Srpen"
        " Z\u00e1\u0159\u00ed"
    ),
    "ru": _words(
        "\u042f\u043d\u0432\u0430\u0440\u044f \u0424\u0435\u0432\u0440\u0430\u043b\u044f"
        " \u041c\u0430\u0440\u0442\u0430 \u0410\u043f\u0440\u0435\u043b\u044f"
        " \u0418\u044e\u043d\u044f"
        " \u0418\u044e\u043b\u044f \u0410\u0432\u0433\u0443\u0441\u0442\u0430"
    ),
}

WRONG_LETTERS = {
    "ru": "\u0454\u0404\u0456\u0406\u0457\u0407\u0491\u0490",
    "uk": "\u044b\u042b\u044d\u042d\u044a\u042a\u0451\u0401",
}
