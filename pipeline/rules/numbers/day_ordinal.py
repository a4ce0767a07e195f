"""The point after the day of the month where the locale writes one: 14. Oktober."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.locale import DateFacts
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="The day of the month has a point where it is read as an ordinal.",
    why="English, French and others write a bare number, and the machine copies it.",
    source="CLDR date patterns (d. MMMM); Duden, Rechtschreibung und Zeichensetzung, on dates",
    category="locale-conventions",
    locales=("de", "cs", "sk", "sl", "hr", "da", "nb", "fi", "hu"),
    gate=r"[0-9]{1,2} \p{L}{3,12}",
    examples=(
        Example(
            before="Am Montag, dem 14 Oktober, kam er.",
            after="Am Montag, dem 14. Oktober, kam er.",
            lang="de",
        ),
        Example(before="Přišel 14 října 2023.", after="Přišel 14. října 2023.", lang="cs"),
        Example(before="Han kom 14 oktober.", after="Han kom 14. oktober.", lang="nb"),
        Example(keep="Am 14. Oktober kam er.", lang="de"),
        Example(keep="Die 14 Oktoberfeste waren voll.", lang="de", why="a longer word"),
        Example(keep="Version 14 Mai bleibt.", lang="de", why="no word of a date before it"),
        Example(keep="Teplota v roce 2014 října nedosáhla.", lang="cs", why="a year"),
    ),
)

# In German a bare number may count; a word that begins a date decides.
_GERMAN = r"(?<=(?i:(?<!\w)(?:am|dem|vom|zum|bis|den|ab|seit|des|der|und|tag|woch|abend),? ))"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for locale in context.locales():
        if not locale.dates.day or not locale.dates.months:
            continue
        pattern = _pattern(locale.dates, locale.language == "de")
        for match in compiled(pattern).finditer(text):
            if context.locale_at(match.start()).tag == locale.tag:
                message = f"“{match[0]}” is read as an ordinal and has a point after the day"
                yield rule.finding(
                    text, match.end("day"), match.end("day"), locale.dates.day, message
                )


@cache
def _pattern(dates: DateFacts, german: bool) -> str:
    names = "|".join(sorted({*dates.months, *dates.months_genitive}))
    before = _GERMAN if german else r"(?<![\w.,:/-])"
    return rf"{before}(?P<day>[1-9]|[12][0-9]|3[01])(?=[ \u00a0](?:{names})(?!\w))"
