"""Weekdays and months, in the languages that write them with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import (
    GATE_LEFT,
    GATE_RIGHT,
    LEFT,
    RIGHT,
    capitalise,
)

_YEAR = r"(?:19|20)[0-9]{2}(?![\w-])"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
_EN = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|"
    "october|november|december"
)
# Words of their own in lower case: the date around them decides.
_EN_TOO = "march|may|august"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
_EN_DATED = (
    rf"(?<=\b(?:in|of|since|until|till|from|to|by|early|late|mid) )(?:{_EN_TOO})(?=,? {_YEAR})|"
    rf"(?<=\b{_NTH}(?: of)? )(?:{_EN_TOO})(?=,? {_YEAR})|"
    rf"(?<=\b(?:on|since|until|till|from|before|after|by) (?:the )?{_NTH}(?: of)? )"
    rf"(?:{_EN_TOO})(?=[.,;:)]| (?:and|in|at|for|with|when|after|before)\b)|"
    rf"(?<=\b(?:on|since|until|till|before|after|by) )"
    rf"(?:{_EN_TOO})(?= {_NTH}[,;.)])"
)
_DE = (
    "januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
)
_EL = (
    "(?:ιανουαρ|φεβρουαρ|μαρτ|απριλ|ιουν|ιουλ|σεπτεμβρ|οκτωβρ|νοεμβρ|δεκεμβρ)ίου|"
    "αυγούστου|μαΐου|σάββατο"
)
# A month is a hearth, a market or a gap as well: capitals belong to a definite date only.
_TR = "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
_PATTERNS = {
    "en": rf"{LEFT}(?:(?:(?:black|easter|cyber) )?(?:{_EN})|{_EN_DATED}){RIGHT}",
    "de": rf"(?<=[^\w@#/.-])(?:{_DE})(?=[^\w/@-])(?!\.\w)",
    "el": rf"(?<=[^\w@#/.-])(?:{_EL})(?=[^\w/@-])(?!\.\w)",
    "tr": rf"(?<=\b{_DAY} )(?:{_TR})(?= {_YEAR})",
}

RULE = Rule(
    summary="Weekdays and months have a capital in English, German, Greek and Turkish dates.",
    why="Most languages write them small, and the machine copies the case of its source.",
    source="Chicago Manual of Style 17, 8.88; CLDR month and day names, as shipped with Babel 2.18",
    category="locale-conventions",
    locales=("en", "de", "el", "tr"),
    gate=rf"{GATE_LEFT}(?:{_EN}|{_DE}|{_EL}){GATE_RIGHT}|[0-9] (?:{_TR}) [0-9]|"
    rf"(?:[0-9](?:st|nd|rd|th)?|of) (?:{_EN_TOO})[^a-z]|(?:{_EN_TOO}),? [0-9]",
    examples=(
        Example(before="He left on monday, in january.", after="He left on Monday, in January."),
        Example(before="It opened on 5 may 2020.", after="It opened on 5 May 2020."),
        Example(before="It began on 3 march and ended.", after="It began on 3 March and ended."),
        Example(before="Prices rose in march 2021.", after="Prices rose in March 2021."),
        Example(before="Sales on black friday fell.", after="Sales on Black Friday fell."),
        Example(
            before="Es war am montag, dem 3. märz.",
            after="Es war am Montag, dem 3. März.",
            lang="de",
        ),
        Example(before="Το 2020, στις 5 μαΐου.", after="Το 2020, στις 5 Μαΐου.", lang="el"),
        Example(
            before="Bu, 29 ekim 1923 günü oldu.", after="Bu, 29 Ekim 1923 günü oldu.", lang="tr"
        ),
        Example(keep="In 2020 may 5 people meet?", why="a verb"),
        Example(keep="The 5 may leave, and 20 march on.", why="verbs"),
        Example(keep="It was an august body of 12.", why="an adjective"),
        Example(keep="They may 2020 times march 3 miles.", why="verbs"),
        Example(keep="The shop closes montags und sonntags.", lang="de", why="adverbs are small"),
        Example(keep="Yılda 3 ocak yanar.", lang="tr", why="hearths"),
        Example(keep="i'm free on friday, she wrote", why="a text without capitals"),
        Example(keep="See #friday and friday.example.com.", why="a hashtag and an address"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for language in sorted({locale.language for locale in context.locales()} & set(_PATTERNS)):
        yield from _find_in(context, rule, language)


def _find_in(context: Context, rule: Rule, language: str) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_PATTERNS[language]).finditer(text):
        start, end = match.start(), match.end()
        if context.locale_at(start).language != language or not is_cased(context, start):
            continue
        after = " ".join(capitalise(word, language) for word in match[0].split(" "))
        yield rule.finding(text, start, end, after, f"{after} has a capital")
