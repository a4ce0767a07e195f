"""A weekday of another language: on mercredi, le Monday."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.numbers._dates import DAY, Name, foreign_names, weekday_before

_LEAD = {
    "en": r"[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Ee]very|[Ss]ince|[Uu]ntil|[Bb]y",
    "fr": r"[Ll]e|[Cc]e|[Cc]haque|[Dd]epuis|[Dd]ès",
    "de": r"[Aa]m|[Vv]om|[Ss]eit|[Bb]is|[Dd]iesen|[Ll]etzten|[Nn]ächsten|[Kk]ommenden|[Jj]eden",
    "es": r"[Ee]l|[Ee]ste|[Cc]ada|[Pp]asado|[Pp]róximo",
    "it": r"[Ii]l|[Ll]o scorso|[Qq]uesto|[Oo]gni",
}
_ENGLISH = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# How the names of the locale tables begin: almost no English word that may stand here does.
_STEMS = (
    r"(?:[^\x00-\x7f]|dil?[ljmu]|di[nsv]|dim|dome|domi|dond|dum|fred|gio|jeu|jue|joi|kedd|kesk|laua|"
    r"lund|lune|luni|maan|mand|mard|mart|marț|mar[^\x00-\x7f]|merc|mier|mi[^\x00-\x7f]|nede|ned|nied|"
    r"onsd|perj|pet|pia|pi[^\x00-\x7f]|pond|pone|poni|quar|quin|saba|same|segu|sext|sobo|sred|srij|"
    r"stre|st[^\x00-\x7f]|subo|sunn|szer|szom|tiis|tirs|tisd|tore|tors|utor|vas|ve[nr]|vine|vier|vrij|woen|"
    r"wtor|zate|zond|cs[^\x00-\x7f]|czwa|[a-z][^\x00-\x7f]|ter[^\x00-\x7f]|"
    r"Dien|Donn|Frei|Mitt|Mont|Sams|Sonn|Per[^\x00-\x7f]|Paza|Cuma|Sal[^\x00-\x7f])"
)

RULE = Rule(
    summary="A weekday has its name in the language of the text.",
    why="A machine copies what it takes for a name: the strike begins on mercredi.",
    source="CLDR weekday names",
    category="accuracy",
    locales=tuple(_LEAD),
    gate=rf"(?:{_LEAD['en']}) {_STEMS}|"
    rf"(?:^|[ (]){_STEMS}[\p{{L}}’-]*,? (?:\p{{L}}{{2,3}} )?[0-9]|"
    rf"(?:{'|'.join(_LEAD[tag] for tag in _LEAD if tag != 'en')}) {_ENGLISH}",
    examples=(
        Example(
            before="The strike begins on mercredi in Lyon.",
            after="The strike begins on Wednesday in Lyon.",
        ),
        Example(before="He left last Donnerstag.", after="He left last Thursday."),
        Example(
            before="It starts this среда, they say.", after="It starts this Wednesday, they say."
        ),
        Example(
            before="He wrote on Facebook jeudi, 5 June.",
            after="He wrote on Facebook Thursday, 5 June.",
        ),
        Example(before="Il part le Monday suivant.", after="Il part le lundi suivant.", lang="fr"),
        Example(before="Er kommt am Tuesday.", after="Er kommt am Dienstag.", lang="de"),
        Example(before="Llegó el Friday a Madrid.", after="Llegó el viernes a Madrid.", lang="es"),
        Example(keep="It cast doubt on Domingo."),
        Example(keep="They met on Sunday."),
        Example(keep="Il lit le Sunday Times et le Friday Night Lights.", lang="fr"),
        Example(keep="Es war am Black Friday.", lang="de"),
        Example(keep="The column on Dimanche-Matin was long."),
    ),
)

# Names of people and papers as well: Guy Montag, der Freitag.
SURNAMES = frozenset({"montag", "freitag", "sonntag", "pazar", "cuma", "salı", "mandag"})
AFTER = r"(?![\w-]|['’]\w|[ \u00a0](?:\p{Lu}|gras\b))"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each foreign weekday after a word that announces one, or by a date."""
    seen: set[int] = set()
    for tag in {locale.language for locale in context.locales()} & _LEAD.keys():
        # Into English comes every language, into others mostly what a machine left in English.
        named = r"[\p{L}’]{4,14}(?:-feira)?" if tag == "en" else _ENGLISH
        pattern = rf"(?<!\w)(?:{_LEAD[tag]}) (?P<name>{named}){AFTER}"
        for match in compiled(pattern).finditer(context.text):
            locale = context.locale_at(match.start())
            name = foreign_names(context, locale).weekdays.get(match["name"].casefold())
            if locale.language == tag and name is not None and _is_sure(match["name"], name):
                seen.add(match.start("name"))
                yield _translated(context, rule, match, locale, name)
    yield from _by_date(context, rule, seen)


def _by_date(context: Context, rule: Rule, seen: set[int]) -> Iterator[Finding | None]:
    for day in compiled(DAY).finditer(context.text):
        locale = context.locale_at(day.start())
        found = weekday_before(context, locale, day.start()) if locale.is_a("en") else None
        if found and found.start("name") not in seen and _is_month(context, locale, day["month"]):
            name = foreign_names(context, locale).weekdays.get(found["name"].casefold())
            if name is not None:
                yield _translated(context, rule, found, locale, name)


def _is_sure(word: str, name: Name) -> bool:
    return word.casefold() not in SURNAMES and name.is_written(word)


def _is_month(context: Context, locale: Locale, word: str) -> bool:
    own = word in locale.dates.months or word in locale.dates.months_genitive
    return own or word.casefold() in foreign_names(context, locale).months


def _translated(
    context: Context, rule: Rule, match: Match, locale: Locale, name: Name
) -> Finding | None:
    wanted = locale.dates.weekdays[name.number]
    start, end = match.start("name"), match.end("name")
    message = f"“{match['name']}” is “{wanted}” in {locale.name}"
    return rule.finding(context.text, start, end, wanted, message)
