"""How the newspapers of a country write Cyrillic names: one row of letters a country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.glossary.romanise import System, table
from pipeline.glossary.systems._letters import BELARUSIAN, BULGARIAN, CYRILLIC, UKRAINIAN

_OF = {"uk": UKRAINIAN, "be": BELARUSIAN, "bg": BULGARIAN, "ru": ""}


class _Habit(NamedTuple):
    """The letters of a country; `uk`, `be`, `bg` and `ru` are what a source language changes."""

    target: str
    name: str
    source: str
    letters: str
    uk: str = ""
    be: str = ""
    bg: str = ""
    ru: str = ""


_HABITS = (
    _Habit(
        "fr",
        "French transcription",
        "Lexique des règles typographiques en usage à l'Imprimerie nationale; Unicode CLDR ru-fr",
        "у ou ж j х kh ц ts ч tch ш ch щ chtch ю iou я ia ё io %ё e й ï ~с ss ий$ i ый$ y"
        " ге gue ги gui +е ie",
        uk="є ie ї ï ий$ y ге he ги hy ґе gue ґи gui",
        be="ге he гі hi ў ou",
        bg="щ cht +е e",
        ru="ин$ ine ын$ yne",
    ),
    _Habit(
        "de",
        "German transcription",
        "Duden, Rechtschreibung: transcription of Cyrillic",
        "в w ж sch з s х ch ц z ч tsch ш sch щ schtsch ю ju я ja ё jo й i ~с ss ^е je +е je"
        " ий$ i кс x ья ja ью ju",
        uk="є je ї ji й j ий$ yj ~с s ^е e +е e",
        be="ў u",
        bg="щ scht ^е e +е e",
    ),
    _Habit(
        "es",
        "Spanish transcription",
        "Ortografía de la lengua española (2010); Fundéu",
        "ж zh х j ц ts ч ch ш sh щ sch ю iu ^ю yu я ia ^я ya ё io й i ы i ий$ i ый$ i ^е ye"
        " ге gue ги gui ия$ ia",
        uk="и i є ie ^є ye ї i ^ї yi ^е e ий$ i ге he ги hi ґе gue ґи gui",
        be="ге he гі hi",
        bg="щ sht ^е e",
    ),
    _Habit(
        "it",
        "Italian press spelling",
        "Italian press: the scholarly letters without accents",
        "ж z х kh ц ts ч c ш sh щ sc ю iu я ia ё io й i ий$ ij ы y",
        uk="є ie ї i ий$ yj",
    ),
    _Habit(
        "pl",
        "Polish transcription",
        "PWN, Słownik ortograficzny: transcription of Cyrillic",
        "в w ж ż х ch ц c ч cz ш sz щ szcz ю iu ^ю ju +ю ju я ia ^я ja +я ja ё io ^ё jo +ё jo й j"
        " л ł ль l ле le ли li лю lu ля la лё lo нь ń нск ńsk зь ź сь ś ськ sk цьк ck ^е je +е je"
        " ий$ i ый$ y жи ży ши szy ци cy",
        uk="ле łe ли ły лі li є je ї ji ий$ y кий$ ki ський$ ski цький$ cki ^е e +е e",
        be="ле le лі li",
        bg="щ szt ^е e +е e ъ y",
        ru="е ie же że ше sze че cze це ce ще szcze ^е je +е je ле le",
    ),
    _Habit(
        "nl",
        "Dutch transcription",
        "Nederlandse Taalunie, Technische handleiding: buitenlandse namen",
        "у oe ж zj х ch ц ts ч tsj ш sj щ sjtsj ю joe я ja ё jo й j ^е je +е je ий$ i ый$ y",
        uk="є je ї ji ий$ y ^е e +е e",
        be="ў oe",
        bg="щ sjt ^е e +е e",
    ),
    _Habit(
        "sv",
        "Swedish transcription",
        "TT-språket: ryska och ukrainska namn",
        "ж zj х ch ц ts ч tj ш sj щ sjtj ю ju я ja ё jo й j ^е je +е je ий$ ij",
        uk="є je ї ji ий$ yj ^е e +е e",
        bg="щ sjt ^е e +е e",
    ),
    _Habit(
        "nb",
        "Norwegian transcription",
        "Språkrådet: transkripsjon av russisk og ukrainsk",
        "ж zj х kh ц ts ч tsj ш sj щ sjtsj ю ju я ja ё jo й j ^е je +е je ий$ ij",
        uk="є je ї ji ий$ yj ^е e +е e",
        bg="щ sjt ^е e +е e",
    ),
    _Habit(
        "da",
        "Danish transcription",
        "Dansk Sprognævn: omskrivning af russisk",
        "ж sj х kh ц ts ч tj ш sj щ sjtj ю ju я ja ё jo й j ^е je +е je ий$ ij",
        uk="є je ї ji ий$ yj ж zj ^е e +е e",
        bg="щ sjt ^е e +е e",
    ),
    _Habit(
        "fi",
        "Finnish transcription",
        "SFS 4900",
        "ж ž х h ц ts ч tš ш š щ štš ю ju я ja ё jo й i ^е je +е je ий$ i",
        uk="є je ї ji ий$ yi ^е e +е e",
        bg="щ št ^е e +е e",
    ),
    _Habit(
        "cs",
        "Czech transcription",
        "Internetová jazyková příručka: přepis z cyrilice",
        "ж ž х ch ц c ч č ш š щ šč ю ju я ja ё jo й j ^е je +е je дь ď ть ť нь ň",
        uk="є je ї ji ^е e +е e ськ sk",
        bg="щ št ъ ă ^е e +е e",
    ),
    _Habit(
        "hu",
        "Hungarian transcription",
        "A magyar helyesírás szabályai, 12th edition",
        "ж zs с sz х h ц c ч cs ш s щ scs ю ju я ja ё jo й j ы i ^е je +е je",
        uk="и i є je ї ji ^е e +е e",
        be="э e",
        bg="щ st ъ ă ^е e +е e",
        ru="ти tyi ди gyi ни nyi де gye не nye те tye",
    ),
    _Habit(
        "pt",
        "Portuguese transcription",
        "Portuguese press: ch, tch, j; Manual of Folha de S.Paulo",
        "ж j х kh ц ts ч tch ш ch щ chtch ю iu я ia ё io %ё e й i ~с ss ий$ i ый$ i ге gue ги gui",
        uk="є ie ї i ге he ги hy ~с s",
        be="ге he гі hi",
        bg="щ cht",
    ),
    _Habit(
        "tr",
        "Turkish transcription",
        "Türk Dil Kurumu, Yazım Kılavuzu",
        "ж j х h ц ts ч ç ш ş щ şç ю yu я ya ё yo й y ы ı +е ye ^е ye",
        uk="и ı ий$ iy є ye ї yi ^е e +е e",
        bg="щ şt ъ ı ^е e +е e",
    ),
    _Habit(
        "ro",
        "Romanian transcription",
        "Romanian press; DOOM 2",
        "ж j х h ц ț ч ci че ce чи ci ш ș щ șci ю iu я ia ё io й i ий$ i ый$ îi ы î",
        uk="и î є ie ї i ий$ i",
        bg="щ șt ъ ă",
    ),
    _Habit(
        "hr",
        "South Slavic transcription",
        "Pravopis srpskoga jezika: Russian names",
        "ж ž х h ц c ч č ш š щ šč ю ju я ja ё jo й j ы i ий$ i ый$ i ^е je",
        uk="и i є je ї ji ^е e",
        bg="щ št ъ a ^е e",
    ),
)


def _systems() -> Iterator[System]:
    for habit in _HABITS:
        for language, letters in _OF.items():
            own = {"uk": habit.uk, "be": habit.be, "bg": habit.bg, "ru": habit.ru}[language]
            # What the country makes of the letters stands over what the language makes of them.
            rules = table(CYRILLIC, letters, habit.letters, own)
            yield System(habit.target, habit.name, language, habit.target, habit.source, rules)


SYSTEMS = tuple(_systems())
