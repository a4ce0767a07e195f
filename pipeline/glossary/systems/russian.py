"""How Russian names are written in Latin script for international use and in English."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table
from pipeline.glossary.systems._letters import CYRILLIC, ENGLISH, ISO_9, SCHOLARLY

_PRESS = (CYRILLIC, ENGLISH, "ий$ y ый$ y ой$ oy ей$ ei ай$ ai й i ^е ye ье ye +е ye кс x")
_ICAO = (CYRILLIC, ENGLISH, "й i ю iu я ia ъ ie")

SYSTEMS = (
    System(
        "press",
        "English press spelling",
        "ru",
        "en",
        "BGN/PCGN 1947 with -y for its endings, as agencies print it",
        table(*_PRESS),
    ),
    System(
        "press-e",
        "English press spelling",
        "ru",
        "en",
        "the same without the glide before e",
        table(*_PRESS, "^е e +е e ье ie ей$ ey ю iu ^ю yu я ia ^я ya ия$ ia"),
    ),
    System(
        "bgn",
        "BGN/PCGN 1947 romanisation",
        "ru",
        "en",
        "BGN/PCGN 1947 system for Russian",
        table(CYRILLIC, ENGLISH, "^е ye +е ye ё yo"),
    ),
    System(
        "icao",
        "passport romanisation",
        "ru",
        "en",
        "ICAO Doc 9303, as in Russian passports since 2013",
        table(*_ICAO),
    ),
    System(
        "scholarly",
        "scholarly transliteration",
        "ru",
        "",
        "ISO/R 9:1968",
        table(CYRILLIC, SCHOLARLY),
    ),
    System(
        "plain",
        "scholarly transliteration without accents",
        "ru",
        "",
        "ISO/R 9:1968, accents lost on the wire",
        table(CYRILLIC, SCHOLARLY),
        plain=True,
    ),
    System(
        "iso",
        "ISO 9 transliteration",
        "ru",
        "",
        "ISO 9:1995, GOST 7.79-2000 A",
        table(CYRILLIC, ISO_9),
    ),
)
