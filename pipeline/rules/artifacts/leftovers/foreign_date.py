"""A month or a weekday left in the language of the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

# CLDR, as shipped with Babel 2.18, without what English spells alike; genitives for Slavic dates.
_MONTHS = (
    "January janvier januar enero gennaio janeiro januari stycznia ledna",
    "February février februar febrero febbraio fevereiro februari lutego února",
    "March mars märz marzo março maart marca března",
    "April avril abril aprile kwietnia dubna",
    "May mai mayo maggio maio mei maja května",
    "June juin juni junio giugno junho czerwca června",
    "July juillet juli julio luglio julho lipca července",
    "August août agosto augustus sierpnia srpna",
    "September septembre septiembre settembre setembro września září",
    "October octobre oktober octubre ottobre outubro października října",
    "November novembre noviembre novembro listopada listopadu",
    "December décembre dezember diciembre dicembre dezembro grudnia prosince",
)
_WEEKDAYS = (
    "Monday lundi montag lunes lunedì maandag poniedziałek pondělí",
    "Tuesday mardi dienstag martes martedì dinsdag wtorek úterý",
    "Wednesday mercredi mittwoch miércoles mercoledì woensdag środę středu",
    "Thursday jeudi donnerstag jueves giovedì donderdag czwartek čtvrtek",
    "Friday vendredi freitag viernes venerdì vrijdag piątek pátek",
    "Saturday samedi samstag sonnabend sábado sabato zaterdag sobotu",
    "Sunday dimanche sonntag domenica zondag niedzielę neděli",
)


def _named(rows: tuple[str, ...]) -> Mapping[str, str]:
    return {
        word: row.split()[0]
        for row in rows
        for name in row.split()[1:]
        for word in (name, name.capitalize())
    }


_MONTH, _WEEKDAY = _named(_MONTHS), _named(_WEEKDAYS)
_MONTH_OF, _WEEKDAY_OF = "|".join(_MONTH), "|".join(_WEEKDAY)
_BEFORE = "on|last|next|this|since|until|till|from|before|after|every|by|of|late|early"
_DATE = (
    rf"(?<=(?<![\w.,])(?:[12][0-9]|3[01]|0?[1-9])\.?[ \u00a0])(?P<month>{_MONTH_OF})"
    r"(?=[ \u00a0](?:19|20)\d\d(?!\w)|[.,;:)]|[ \u00a0](?:at|in|and|the|by|to|for|he|she)[ ])|"
    rf"(?<=\b(?:in|since|until|from|of|late|early) )(?P<dated>{_MONTH_OF})(?= (?:19|20)\d\d(?!\w))|"
    rf"(?:(?P<sure>(?<=\b(?:{_BEFORE}) ))|(?<=[a-zA-Z]{{3}},? ))(?P<day>{_WEEKDAY_OF})(?=[ .,;:)][a-z0-9 ]?)"
)

RULE = Rule(
    summary="Months and weekdays are English in English copy.",
    why="The machine takes Donnerstag for a name and février for a word it does not know.",
    source="CLDR month and day names, as shipped with Babel 2.18",
    category="accuracy",
    locales=("en",),
    gate=rf"[0-9]\.?[ \u00a0](?:{_MONTH_OF})|[a-z] (?:{_MONTH_OF}) [12]|[\w,] (?:{_WEEKDAY_OF})[^a-z]",
    examples=(
        Example(before="He was born on 8 février 1950.", after="He was born on 8 February 1950."),
        Example(before="It began in Dezember 2020.", after="It began in December 2020."),
        Example(
            before="It will end on mercredi in Lyon.", after="It will end on Wednesday in Lyon."
        ),
        Example(
            before="It took place Donnerstag evening.",
            after="It took place Thursday evening.",
            source_lang="de",
        ),
        Example(
            keep="The paper Der Freitag and Jacques Vendredi sold 8 marzo stamps, Le Monde said."
        ),
        Example(keep="In 1998 mars 2 was a probe; he bought 12 mars bars in Juni."),
        Example(keep="The review of the film “Venerdì” is out."),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_DATE).finditer(text):
        name = match["day"] or match["month"] or match["dated"]
        start = match.start()
        if match["day"]:
            if name[0].isupper() and text[: start - 1].rpartition(" ")[2][:1].isupper():
                continue  # the weekly Der Freitag
            after, sure = _WEEKDAY[name], match["sure"] is not None or _is_translated(context)
        else:
            after, sure = _MONTH[name], True
        safety = Safety.APPLY if sure else Safety.SUGGEST
        message = f"{name!r} is {after} in English"
        yield rule.finding(text, start, match.end(), after, message, safety=safety)


def _is_translated(context: Context) -> bool:
    """Tell whether the article is known to come from another language."""
    source = context.source.source_lang or ""
    return bool(source) and not source.startswith("en")
