"""How Ukrainian names are written in Latin script for international use and in English."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table
from pipeline.glossary.systems._letters import CYRILLIC, ENGLISH, ISO_9, SCHOLARLY, UKRAINIAN

_NATIONAL = (
    CYRILLIC,
    ENGLISH,
    UKRAINIAN,
    "зг zgh є ie ^є ye ї i ^ї yi й i ^й y ю iu ^ю yu я ia ^я ya",
)
_BGN = (CYRILLIC, ENGLISH, UKRAINIAN, "є ye ї yi й y")
_PRESS = (
    CYRILLIC,
    ENGLISH,
    UKRAINIAN,
    "є ie ^є ye ї i ^ї yi й i ий$ y ій$ iy ай$ ay ей$ ey ью iu ья ia",
)
_SCHOLARLY = (CYRILLIC, SCHOLARLY, UKRAINIAN, "є je ї ï")

SYSTEMS = (
    System(
        "national",
        "Ukrainian national romanisation",
        "uk",
        "en",
        "Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010",
        table(*_NATIONAL),
    ),
    System(
        "bgn",
        "BGN/PCGN 1965 romanisation",
        "uk",
        "en",
        "BGN/PCGN 1965 system for Ukrainian",
        table(*_BGN),
    ),
    System(
        "press",
        "English press spelling",
        "uk",
        "en",
        "BGN/PCGN without its doubled y, as agencies print it",
        table(*_PRESS),
    ),
    System(
        "iy",
        "English press spelling",
        "uk",
        "en",
        "the ending -iy of Reuters and The Guardian",
        table(*_PRESS, "ий$ iy"),
    ),
    System(
        "scholarly",
        "scholarly transliteration",
        "uk",
        "",
        "ISO/R 9:1968 as in the Encyclopedia of Ukraine",
        table(*_SCHOLARLY),
    ),
    System(
        "plain",
        "scholarly transliteration without accents",
        "uk",
        "",
        "ISO/R 9:1968, accents lost on the wire",
        table(*_SCHOLARLY),
        plain=True,
    ),
    System("iso", "ISO 9 transliteration", "uk", "", "ISO 9:1995", table(CYRILLIC, ISO_9)),
)
