r"""Figures: how numbers stand in a text, what they can mean, and what a source says of them.

Knows separators and unit words; which of them a locale wants is a fact of the locale.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from pipeline.locale import Locale, NumberFacts
from pipeline.rule import Match, compiled

if TYPE_CHECKING:
    from pipeline.context import Context
    from pipeline.plan import Plan

SPACES = " \u00a0\u2009\u202f"
MARKS = ".,"

# What may not stand before a figure: it would be a version, a time, a score, a code, a chain.
LEFT = (
    r"(?<![\w.,:/+#\u00a7'\u2019])(?<![^\W\d_][-\u2010-\u2015])"
    rf"(?:(?<![0-9][{SPACES}])|(?<=(?<![\w.,])(?:19|20)[0-9]{{2}}[{SPACES}]))"
)
RIGHT = rf"(?![\w])(?![.,:/'\u2019][0-9])(?![{SPACES}][0-9])"

GROUPED = (
    LEFT + rf"([1-9][0-9]{{0,2}}(?P<sep>[.,'\u2019{SPACES}])[0-9]{{3}}(?:(?P=sep)[0-9]{{3}}){{0,4}})"
    r"(?:(?!(?P=sep))(?P<mark>[.,])(?P<fraction>[0-9]{1,6}))?" + RIGHT
)

_CODES = "EUR|USD|GBP|CHF|CZK|HUF|PLN|RUB|UAH|JPY|CNY|TRY|SEK|NOK|DKK|CAD|AUD|INR|BRL|RON|BGN"
_SIGNS = "\u20ac$\u00a3\u00a5\u20bd\u20b4\u20ba\u20b9\u20a9\u20aa"
_MONEY = (
    rf"[{_SIGNS}]|(?:{_CODES}|[Ee]uros?|[Dd](?:o|\u00f3)ll?are?s?|[Pp]ounds?|roubles?|rubles?|yuan|"
    r"yen|crowns?|kroons?|forints?|z\u0142oty(?:ch)?|zlotys?|z\u0142|K\u010d|korun\w?|lira|francs?|Franken|"
    r"pesos|rupees?|hryvn\w+|kron[oe]r|cents?|\u0434\u043e\u043b\u043b\w*|\u0440\u0443\u0431\w*|\u0435\u0432\u0440\u043e|\u0433\u0440\u043d|\u0454\u0432\u0440\u043e|gulden)(?![\w])"
)
_SCALE = (
    r"(?:thousand|m|mn|bn|k|million|billion|trillion|[Mm]illionen|[Mm]illiarden?|[Mm]illions|"
    r"[Mm]illiards|milli?on[ei]|mil[ij]on\w*|mil[ij]ard\w*|milh(?:\u00e3o|\u00f5es)|bilh\u00f5es|millones|millón|"
    r"Mio|Mrd|Md|mln|mld|mlrd|bln|Tsd|\u043c\u043b\u043d|\u043c\u043b\u0440\u0434|\u0442\u0440\u043b\u043d|\u0442\u044b\u0441|\u0442\u0438\u0441|"
    r"\u043c\u0438\u043b\u043b\u0438\u043e\u043d\w*|\u043c\u0438\u043b\u043b\u0438\u0430\u0440\u0434\w*|\u043c\u0456\u043b\u044c\u0439\u043e\u043d\w*|\u043c\u0456\u043b\u044c\u044f\u0440\u0434\w*)(?![\w])"
)
_SHARE = (
    r"[%\u2030]|(?:per ?cent(?:age)?|[Pp]rozent\w*|pour cent|por ciento|por cento|per cento|"
    r"procent\w*|percent\w*|\u043f\u0440\u043e\u0446\u0435\u043d\u0442\w*|\u0432\u0456\u0434\u0441\u043e\u0442\w*|y\u00fczde)(?![\w])"
)
_MEASURE = (
    r"\u00b0|(?:met(?:re|er)s?|kilomet(?:re|er)s?|m\u00e8tres|kilom\u00e8tres|metros|kil\u00f3metros|"
    r"Kilometern?|Metern?|km|cm|mm|kg|kilos?|kilograms?|grams?|tonnes?|tons?|Tonnen|lit(?:re|er)s?|l|"
    r"miles?|hectares?|acres?|degrees?|inch(?:es)?|feet|barrels?|years?|hours?|minutes?|seconds?|"
    r"\u043a\u043c|\u043a\u0433|\u043c\u0435\u0442\u0440\w*|\u0442\u043e\u043d\u043d\w*)(?![\w])"
)
QUANTITY = rf"[-{SPACES}]?(?:{_SHARE}|{_SCALE}|{_MONEY}|{_MEASURE})"
MONEY_BEFORE = rf"(?:[{_SIGNS}]|(?<![\w])(?:{_CODES}|HK|US|CA|AU|NZ))[{SPACES}]?\Z"
MONEY_AFTER = rf"[{SPACES}]?(?:{_MONEY})"
SCALE_AFTER = rf"[{SPACES}]?{_SCALE}"
SHARE_AFTER = rf"[{SPACES}]?(?:{_SHARE})"

# A number after one of these is a name, not a quantity: Article 3,1 or Room 12,5.
LABEL = (
    r"(?i:(?<![\w])(?:art(?:icles?|[ií]culo|ikel|\.)?|sections?|paragraphs?|clauses?|rules?|chapters?|"
    r"pages?|pp?\.|rooms?|gates?|lines?|routes?|bus(?:es)?|flights?|numbers?|nos?\.?|nr\.?|"
    r"version|channels?|groups?|ages?|aged|verses?|questions?|grades?|levels?|phases?|days?|windows|"
    r"figures?|tables?|\u0441\u0442\.|\u0441\u0442\u0430\u0442\w+|\u00a7+))[ \u00a0]\Z"
)
# What comes after a telephone or account number is announced by such a word.
PHONE = (
    r"(?i:(?<![\w])(?:tel|phone|telephone|call|calling|dial|fax|hotline|helpline|contact|mobile|"
    r"sms|whatsapp|account|iban|number|id|dni|rut|cpf|passport|postcode|isbn|registration)"
    r"(?! of)(?![\w])[^.!?\r\n0-9]{0,25}\Z)"
)


def foreign_decimal(decimal: str) -> str:
    """Return the pattern of a figure with the other decimal mark: 3,5 where 3.5 is written.

    One, two or four and more digits follow; three could be a group, unless a nought leads.
    """
    mark = "," if decimal == "." else r"\."
    return (
        LEFT + rf"(?P<head>0|[1-9][0-9]{{0,8}})(?P<mark>{mark})"
        r"(?P<tail>[0-9]{1,2}|(?<=[^0-9.,]0[.,])[0-9]{3}|[0-9]{4,8})(?![0-9])(?![.,:/'\u2019][0-9])"
    )


def is_quantity(text: str, start: int, end: int) -> bool:
    """Tell whether a unit, a scale word, a percent or currency sign goes with `text[start:end]`."""
    if re.compile(MONEY_BEFORE).search(text, max(0, start - 6), start):
        return True
    return compiled(QUANTITY).match(text, end) is not None


def relatives(plan: Plan, locale: Locale) -> tuple[Locale, ...]:
    """Return the other locales of the language: a text tagged `es` may come from Mexico."""
    return _relatives(tuple(plan.locales.values()), locale)


@cache
def _relatives(locales: tuple[Locale, ...], locale: Locale) -> tuple[Locale, ...]:
    return tuple(
        other
        for other in locales
        if other.language == locale.language and other.tag != locale.tag
    )
