"""How Serbian and Macedonian names are written in Latin script."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table
from pipeline.glossary.systems._letters import CYRILLIC

_GAJ = (CYRILLIC, "ђ đ ж ž ј j љ lj њ nj ћ ć х h ц c ч č џ dž ш š")
_HEARD = (CYRILLIC, "ђ dj ж zh ј y љ ly њ ny ћ ch х h ц ts ч ch џ dzh ш sh ић$ ich")
_MACEDONIAN = (CYRILLIC, "ж ž ѕ dz ј j љ lj њ nj х h ц c ч č џ dž ш š ѓ gj ќ kj")

SYSTEMS = (
    System(
        "gaj",
        "Serbian Latin spelling",
        "sr",
        "",
        "Gaj's Latin alphabet, official beside Cyrillic",
        table(*_GAJ),
    ),
    System(
        "plain",
        "Serbian Latin spelling without accents",
        "sr",
        "en",
        "the same, accents lost on the wire",
        table(*_GAJ, "ђ dj"),
        plain=True,
    ),
    System(
        "heard",
        "transcription by ear",
        "sr",
        "",
        "BGN values given to Serbian letters",
        table(*_HEARD),
    ),
    System(
        "national",
        "Macedonian romanisation",
        "mk",
        "",
        "Macedonian Academy of Sciences, 1970; ISO/R 9:1968",
        table(*_MACEDONIAN),
    ),
    System(
        "plain",
        "Macedonian romanisation without accents",
        "mk",
        "en",
        "the same, accents lost on the wire",
        table(*_MACEDONIAN),
        plain=True,
    ),
    System(
        "passport",
        "Macedonian passport romanisation",
        "mk",
        "en",
        "Macedonian passports: zh, ch, sh",
        table(*_MACEDONIAN, "ж zh ч ch џ dj ш sh ј j"),
    ),
)
