"""How Belarusian names are written in Latin script for international use and in English."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table
from pipeline.glossary.systems._letters import BELARUSIAN, CYRILLIC, ENGLISH, SCHOLARLY

_SOFT = "е ie ^е je +е je ё io ^ё jo +ё jo ю iu ^ю ju +ю ju я ia ^я ja +я ja"
_NATIONAL = (
    CYRILLIC,
    BELARUSIAN,
    "ж ž й j х ch ц c ч č ш š ў ŭ",
    _SOFT,
    "зь ź нь ń сь ś ць ć ль ĺ ле lie лё lio лю liu ля lia",
)
_BGN = (CYRILLIC, BELARUSIAN, ENGLISH, "е ye ё yo ў w")

SYSTEMS = (
    System(
        "press",
        "English press spelling",
        "be",
        "en",
        "BGN/PCGN 1979 with u for the short u, as agencies print it",
        table(*_BGN, "ў u е e ^е ye я ia ^я ya +я ya ая$ aya іч$ ich"),
    ),
    System(
        "bgn",
        "BGN/PCGN 1979 romanisation",
        "be",
        "en",
        "BGN/PCGN 1979 system for Belarusian",
        table(*_BGN),
    ),
    System(
        "national",
        "Belarusian national romanisation",
        "be",
        "",
        "State Committee on Property of Belarus, 2007",
        table(*_NATIONAL),
    ),
    System(
        "plain",
        "Belarusian national romanisation without accents",
        "be",
        "",
        "the same, accents lost on the wire",
        table(*_NATIONAL),
        plain=True,
    ),
    System(
        "scholarly",
        "scholarly transliteration",
        "be",
        "",
        "ISO/R 9:1968",
        table(CYRILLIC, SCHOLARLY, BELARUSIAN, "ў ŭ э è"),
    ),
)
