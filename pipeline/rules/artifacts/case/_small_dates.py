"""Dates without a year that a language writes small, by language; knows no text.

The month or the weekday stands in a form, or after a word, that no name has there: "i" is "in" in
Swedish and "and" in Polish, so each language has its own list. Left out are forms that are names:
Mars (sv, nb), Марте (a person), Dubnu (a town), Vasárnap (a weekly).
"""

from __future__ import annotations

_SPACE = "[ \u00a0\u202f]"
_DAY = r"(?<![\w.,:/-])(?:[12][0-9]|3[01]|[1-9])\.?"
_ENDS = rf"(?={_SPACE}?[,.;:)!?]|{_SPACE}\p{{Ll}})(?!{_SPACE}(?:o[gch]+|en|e|și){_SPACE}\p{{Lu}})"
_WITHIN = rf"(?<=\p{{L}}{_SPACE})"  # for forms that are no name in any place
_WHOLE = r"(?![\w\u2010-])"
_AFTER_SMALL = rf"(?<=(?<![\w'\u2019-])\p{{Ll}}{{1,15}}{_SPACE})"

_NORDIC = "Januari|Februari|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December"
_DANISH = "Januar|Februar|Marts|April|Maj|Juni|Juli|August|September|Oktober|November|December"
_NORWEGIAN = "Januar|Februar|April|Mai|Juni|Juli|August|September|Oktober|November|Desember"
_DUTCH = "Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December"
_ROMANIAN = (
    "Ianuarie|Februarie|Martie|Aprilie|Mai|Iunie|Iulie|August|Septembrie|Octombrie|Noiembrie"
    "|Decembrie"
)
_BRAZILIAN = (
    "Janeiro|Fevereiro|Março|Abril|Maio|Junho|Julho|Agosto|Setembro|Outubro|Novembro|Dezembro"
)
_FINNISH = "(?:Tammi|Helmi|Maalis|Huhti|Touko|Kesä|Heinä|Elo|Syys|Loka|Marras|Joulu)kuu(?:ssa|sta|hun|ta|n)"
_HUNGARIAN = (
    "(?:Január|Február|Március|Április|Május|Június|Július|Augusztus)(?:ban|tól|ig)"
    "|(?:Szeptember|Október|November|December)(?:ben|től|ig)"
)
_ITALIAN = "Gennaio|Febbraio|Aprile|Giugno|Luglio|Agosto|Settembre|Ottobre|Novembre|Dicembre"
_CZECH = "Lednu|Únoru|Březnu|Květnu|Červnu|Červenci|Srpnu|Říjnu|Listopadu|Prosinci"
_UKRAINIAN = (
    "Січні|Лютому|Березні|Квітні|Травні|Червні|Липні|Серпні|Вересні|Жовтні|Листопаді|Грудні"
)
_RUSSIAN = "Январе|Феврале|Апреле|Мае|Июне|Июле|Сентябре|Октябре|Ноябре|Декабре"

# Days that are names of feasts: Constitution Day, Liberation Day, the Union of Romania.
_FEASTS = (
    r"(?!(?:1\.?|9|17\.|5\.|8) Ma[ij]\b|[45] Mei\b|5\. Juni|6 Juni|1 Decembrie|2[24] Decembrie"
    r"|24 Ianuarie|23 August|[18] Martie)"
)


def _after(words: str, names: str, group: str) -> str:
    return rf"(?<=(?<![\w'\u2019-])(?:{words}){_SPACE})(?P<{group}>{names}){_ENDS}"


def _on_day(names: str) -> str:
    return rf"(?<!\w){_FEASTS}{_DAY}{_SPACE}(?P<month>{names}){_ENDS}"


_BRAZILIAN_DAYS = "(?:Segunda|Terça|Quarta|Quinta|Sexta)-feira"
_PORTUGUESE = (
    _after(
        "na|nesta|desta|da|à|numa|última|próxima|passada|até|de|a",
        _BRAZILIAN_DAYS,
        "weekday",
    )
    + rf"(?!{_SPACE}(?:de|da|negra|santa|gorda)\b)"
)

_BESIDE = {
    "pt": _PORTUGUESE,
    "pt-BR": rf"{_PORTUGUESE}|{_after('em|desde|até', _BRAZILIAN, 'month')}",
    "nl": rf"{_AFTER_SMALL}(?<!(?:goede|witte|zwarte|vette|de|het|een) )"
    rf"(?P<weekday>(?:Maan|Dins|Woens|Donder|Vrij|Zater)dag){_ENDS}"
    f"|{_after('in|sinds|vanaf|tot', _DUTCH, 'month')}|{_on_day(_DUTCH)}",
    "sv": _after(
        "på|förra|nästa|sedan|till", "(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag(?:en|s)?", "weekday"
    )
    + f"|{_after('i|sedan', _NORDIC, 'month')}|{_on_day(_NORDIC)}",
    "da": _after("på|sidste|næste|siden|til", "(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag", "weekday")
    + f"|{_after('i|siden', _DANISH, 'month')}|{_on_day(_DANISH)}",
    "nb": _after("på|sist|neste|siden|til", "(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag", "weekday")
    + f"|{_after('i|siden', _NORWEGIAN, 'month')}|{_on_day(_NORWEGIAN)}",
    "fi": rf"{_WITHIN}(?P<weekday>(?:Maanantai|Tiistai|Torstai|Perjantai|Lauantai|Sunnuntai)na"
    rf"|Keskiviikkona){_WHOLE}|{_WITHIN}(?P<month>{_FINNISH}){_WHOLE}|{_on_day(_FINNISH)}",
    "ro": rf"{_AFTER_SMALL}(?P<weekday>Luni|Marți|Miercuri|Joi|Vineri|Sâmbătă){_ENDS}"
    f"|{_after('în|din|până în', _ROMANIAN, 'month')}|{_on_day(_ROMANIAN)}",
    "hu": rf"{_WITHIN}(?P<weekday>Hétfőn|Kedden|Szerdán|Csütörtökön|Pénteken|Szombaton){_WHOLE}"
    rf"|{_WITHIN}(?P<month>{_HUNGARIAN}){_WHOLE}",
    "it": _after("a|da|fino a|entro", _ITALIAN, "month"),
    "cs": _after("v|ve", _CZECH, "month"),
    "uk": _after("у|в", _UKRAINIAN, "month"),
    "ru": _after("в", _RUSSIAN, "month"),
}

# What the gate of the rule lets through; the patterns above are read behind it only.
GATED = (
    f"{_NORDIC}|{_DANISH}|{_NORWEGIAN}|{_DUTCH}|{_ROMANIAN}|{_BRAZILIAN}|{_FINNISH}|{_HUNGARIAN}"
    f"|{_ITALIAN}|{_CZECH}|{_UKRAINIAN}|{_RUSSIAN}|{_BRAZILIAN_DAYS}"
    "|(?:Maan|Dins|Woens|Donder|Vrij|Zater|Zon|Mån|Tis|Ons|Tors|Fre|Lör|Sön|Man|Tirs|Lør|Søn)dag(?:en|s)?"
    "|(?:Maanantai|Tiistai|Torstai|Perjantai|Lauantai|Sunnuntai|Keskiviikko)na"
    "|Luni|Marți|Miercuri|Joi|Vineri|Sâmbătă|Hétfőn|Kedden|Szerdán|Csütörtökön|Pénteken|Szombaton"
)


def beside(tag: str) -> str:
    """Return the pattern of dates without a year for a locale tag, "" if it has none.

    >>> beside("pt") == beside("pt-PT")
    True
    >>> beside("pl")
    ''
    """
    return _BESIDE.get(tag) or _BESIDE.get(tag.partition("-")[0], "")
