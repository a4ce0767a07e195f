"""Times of day in words: half past two, halb drei, пів на третю; knows no figures.

Where Germans, Dutch, Swedes, Czechs, Poles and Ukrainians say half three, it is half past two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.align.number_words import value_of
from pipeline.pattern import compiled

_N = r"(?P<n>[\p{L}\p{M}'’]+)"
# What stands around the hour that is named, how much is added to that, and the minute.
_TABLE: Mapping[str, tuple[tuple[str, int, int], ...]] = {
    "en": (
        (rf"half past {_N}", 0, 30),
        (rf"quarter past {_N}", 0, 15),
        (rf"quarter to {_N}", -1, 45),
    ),
    "fr": (
        (rf"{_N} heures? et demie", 0, 30),
        (rf"{_N} heures? et quart", 0, 15),
        (rf"{_N} heures? moins le quart", -1, 45),
    ),
    "de": (
        (rf"halb {_N}", -1, 30),
        (rf"viertel nach {_N}", 0, 15),
        (rf"viertel vor {_N}", -1, 45),
    ),
    "es": (
        (rf"{_N} y media", 0, 30),
        (rf"{_N} y cuarto", 0, 15),
        (rf"{_N} menos cuarto", -1, 45),
    ),
    "it": (
        (rf"{_N} e mezz[ao]", 0, 30),
        (rf"{_N} e un quarto", 0, 15),
        (rf"{_N} meno un quarto", -1, 45),
    ),
    "pt": (
        (rf"{_N} e meia", 0, 30),
        (rf"{_N} e um quarto", 0, 15),
        (rf"quarto para as {_N}", -1, 45),
    ),
    "nl": (
        (rf"half {_N}", -1, 30),
        (rf"kwart over {_N}", 0, 15),
        (rf"kwart voor {_N}", -1, 45),
    ),
    "pl": (
        (rf"wpół do {_N}", -1, 30),
        (rf"kwadrans po {_N}", 0, 15),
        (rf"za kwadrans {_N}", -1, 45),
    ),
    "cs": (
        (rf"půl {_N}", -1, 30),
        (rf"čtvrt na {_N}", -1, 15),
        (rf"tři čtvrtě na {_N}", -1, 45),
    ),
    "uk": (
        (rf"пів на {_N}", -1, 30),
        (rf"чверть на {_N}", -1, 15),
        (rf"за чверть {_N}", -1, 45),
    ),
    "ru": (
        (rf"половин[ае] {_N}", -1, 30),
        (rf"четверть {_N}", -1, 15),
        (rf"без четверти {_N}", -1, 45),
    ),
    "sv": (
        (rf"halv {_N}", -1, 30),
        (rf"kvart över {_N}", 0, 15),
        (rf"kvart i {_N}", -1, 45),
    ),
}
# What says that an hour is counted to twelve, besides what is the same in every language.
HALF_DAYS: Mapping[str, str] = {
    "fr": r"du matin|du soir|de l['’]après-midi|de la nuit",
    "de": r"morgens|vormittags|mittags|nachmittags|abends|nachts|früh",
    "es": r"de la (?:mañana|tarde|noche|madrugada)|del mediodía",
    "it": r"di (?:mattina|notte|sera)|del (?:mattino|pomeriggio)|della (?:sera|notte)",
    "pt": r"da (?:manhã|tarde|noite|madrugada)",
    "nl": r"['’]s (?:ochtends|morgens|middags|avonds|nachts)",
    "pl": r"rano|po południu|wieczorem|w nocy|nad ranem",
    "cs": r"ráno|dopoledne|odpoledne|večer|v noci",
    "uk": r"ранку|вечора|дня|ночі|пополудні",
    "ru": r"утра|вечера|дня|ночи|пополудни",
}


def clock_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield (hour, minute) of each time in words, the hour counted to twelve.

    >>> list(clock_words("Er kam um halb drei.", "de")), list(clock_words("half past one", "en"))
    ([(2, 30)], [(1, 30)])
    """
    for pattern, shift, minute in _TABLE.get(language, ()):
        for match in compiled(rf"(?i)(?<!\p{{L}}){pattern}(?!\p{{L}})").finditer(text):
            hour = value_of(match["n"].lower(), language)
            if hour is not None and 1 <= hour <= 12:
                yield (int(hour) + shift) or 12, minute


def counts_to_twelve(text: str, language: str) -> bool:
    """Tell whether the text names the part of the day that an hour is in.

    >>> counts_to_twelve("a las 2 de la tarde", "es"), counts_to_twelve("hace tarde", "es")
    (True, False)
    """
    named = HALF_DAYS.get(language)
    pattern = rf"(?i)[0-9hu]\b[^.;]{{0,12}}?(?<!\p{{L}})(?:{named})(?!\p{{L}})"
    return named is not None and compiled(pattern).search(text) is not None
