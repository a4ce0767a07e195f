"""How Bulgarian names are written in Latin script for international use and in English."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table
from pipeline.glossary.systems._letters import BULGARIAN, CYRILLIC, ENGLISH, SCHOLARLY

SYSTEMS = (
    System(
        "national",
        "Bulgarian national romanisation",
        "bg",
        "en",
        "Transliteration Act of Bulgaria, 2009",
        table(CYRILLIC, ENGLISH, BULGARIAN, "х h щ sht ия$ ia"),
    ),
    System(
        "bgn",
        "BGN/PCGN 1952 romanisation",
        "bg",
        "en",
        "BGN/PCGN 1952 system for Bulgarian",
        table(CYRILLIC, ENGLISH, BULGARIAN, "щ sht ъ ŭ ь -"),
    ),
    System(
        "scholarly",
        "scholarly transliteration",
        "bg",
        "",
        "ISO/R 9:1968",
        table(CYRILLIC, SCHOLARLY, BULGARIAN, "щ št ъ ă ь j"),
    ),
)
