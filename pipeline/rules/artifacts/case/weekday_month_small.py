"""Weekdays and months inside a date, in the languages that write them small."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.context import Context
from pipeline.document import Kind
from pipeline.finding import Finding, Safety
from pipeline.locale import DateFacts, Locale
from pipeline.pattern import Match, compiled
from pipeline.plan import reads
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._small_dates import GATED, beside
from pipeline.rules.artifacts.case._words import LOWER, UPPER

_SPACE = "[ \u00a0\u202f]"
_YEAR = r"(?:19|20)[0-9]{2}(?![\w-])"
_DAY = r"(?<![\w.,:/-])(?:[12][0-9]|3[01]|0?[1-9])(?:er|\.|º|°|ª)?"
_OF = rf"(?:{_SPACE}(?:del?|di))?"

# Dates without a year are decided for these languages; the others want a year beside them.
_WEEKDAYS = (
    "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Lunes|Martes|Miércoles|Jueves|Viernes|Sábado"
    "|Lunedì|Martedì|Mercoledì|Giovedì|Venerdì|Poniedziałek|Wtorek|Środę|Środa|Czwartek|Piątek|Sobotę"
    "|Pondělí|Úterý|Středu|Čtvrtek|Pátek|Sobotu|Понеділок|Вівторок|Середу|Четвер|Суботу|Понедельник"
    "|Вторник|Четверг|Субботу"
)
_MONTHS = (
    "Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|Enero|Febrero"
    "|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre|Gennaio|Febbraio"
    "|Aprile|Maggio|Giugno|Luglio|Settembre|Ottobre|Dicembre|Stycznia|Lutego|Marca|Kwietnia|Maja"
    "|Czerwca|Lipca|Sierpnia|Września|Października|Listopada|Grudnia|Styczniu|Lutym|Marcu|Kwietniu"
    "|Maju|Czerwcu|Lipcu|Sierpniu|Wrześniu|Październiku|Listopadzie|Grudniu|Ledna|Února|Března|Dubna"
    "|Května|Června|Července|Srpna|Září|Října|Prosince|Січня|Лютого|Березня|Квітня|Травня|Червня"
    "|Липня|Серпня|Вересня|Жовтня|Листопада|Грудня|Января|Февраля|Марта|Апреля|Июня|Июля|Августа"
    "|Сентября|Октября|Ноября|Декабря"
)
_AFTER_D = "Avril|Août|Octobre"
# Days that are names of events and feasts, written with a capital by many.
_EVENTS = (
    r"(?:17\. Mai|1\. Mai|11 Septembre|4 Septembre|14 Juillet|8 Mai|11 Novembre|1er Mai|13 Novembre|18 Juin|7 Janvier"
    r"|2 de Mayo|25 de Mayo|9 de Julio|12 de Octubre|11 de Septiembre|1 de Mayo|4 de Julio|20 de Julio"
    r"|19 de Abril|25 Aprile|4 Novembre|2 Giugno|1 Maggio|11 Settembre|1 Maja|3 Maja|11 Listopada|11 Września"
    r"|7 de Setembro|25 de Abril|5 de Outubro|15 de Novembro|1º? de Maio|12 de Outubro|9 de Julho|2 de Julho"
    r"|1 Mai|1 Decembrie|24 Ianuarie|8 Martie|1 Марта|8 Марта|9 Мая|1 Мая|28 Октября|17 Листопаду)"
)
# Words before a date, in the languages of the tables.
_DATING = (
    r"(?<=(?<![\w'\u2019-])(?:le|du|au|dès|el|del|al|il|dal|den|op|sinds|tot|pe|din|la|em|dia|desde|"
    r"até|on|ons|fra|fr\u00e5n|til|till|dnia|dne|do|od|с|до|по|з|від){_SPACE})"
).replace("{_SPACE}", _SPACE)
_ENDS = rf"(?={_SPACE}?[,.;:)!?]|{_SPACE}(?:\p{{Ll}}|{_YEAR}))"
# Good Friday and its kin.
_FEASTS = r"(?!,?[ \u00a0](?:des? |du |noir|negr|nero|czarn|saint|sant|gras|neir))"
_BARE = (
    rf"(?<!\w)(?!{_EVENTS}){_DAY}{_OF}{_SPACE}(?P<month>{_MONTHS}){_ENDS}"
    rf"|(?<=(?<![\w-])(?:en|in|w|v|we|ve|у|в){_SPACE})(?P<month>{_MONTHS}){_ENDS}"
    rf"|(?<=(?<!\w)(?:mois|fin|début|milieu|courant|partir){_SPACE}d['\u2019])(?P<month>{_AFTER_D}){_ENDS}"
    rf"|(?<=(?<!\p{{Lu}}['\u2019]|[\w-])\p{{Ll}}{{1,15}}{_SPACE})(?P<weekday>{_WEEKDAYS}){_ENDS}{_FEASTS}"
)

RULE = Rule(
    summary="Weekdays and months in a date are small in most languages.",
    why="English writes them with a capital, and the machine copies it.",
    source="Imprimerie nationale, Lexique des règles typographiques; RAE, Ortografía 2010, 4.2.4; "
    "CLDR month and day names, as shipped with Babel 2.18",
    category="locale-conventions",
    but_not=("en", "de", "el", "tr"),
    gate=rf"(?:^|[{LOWER}0-9]){_SPACE}(?:{_MONTHS}|{_WEEKDAYS}|{GATED})[,.;:)!? ]|"
    rf"d['\u2019](?:{_AFTER_D})[,.;:)!? ]|"
    rf"[0-9](?:er|\.|º|°|ª)?{_SPACE}(?:del? |di )?[{UPPER}][{LOWER}]{{2,14}}(?:[,.;:)!? ]|$)|"
    rf"[{LOWER}]{_SPACE}[{UPPER}][{LOWER}'\u2019-]{{3,14}},?{_SPACE}(?:d[ea][nm] |dne |el )?[0-9]{{1,2}}(?:er|\.)?{_SPACE}"
    rf"(?:d[ei] )?[{LOWER}{UPPER}]{{3}}",
    examples=(
        Example(before="Né le 18 Juin 1918 à Lyon.", after="Né le 18 juin 1918 à Lyon.", lang="fr"),
        Example(
            before="Il arrive le Lundi 5 janvier au soir.",
            after="Il arrive le lundi 5 janvier au soir.",
            lang="fr",
        ),
        Example(
            before="Nació el 4 de Agosto de 1957 en Lugo.",
            after="Nació el 4 de agosto de 1957 en Lugo.",
            lang="es",
        ),
        Example(before="To było 5 Maja 2020 roku.", after="To było 5 maja 2020 roku.", lang="pl"),
        Example(
            before="Закон принят 31 Марта 2024 года.",
            after="Закон принят 31 марта 2024 года.",
            lang="ru",
        ),
        Example(
            before="Il a annoncé Lundi qu'il viendrait le 14 Mars, puis en Septembre.",
            after="Il a annoncé lundi qu'il viendrait le 14 mars, puis en septembre.",
            lang="fr",
        ),
        Example(
            before="Le salon s'ouvre Jeudi, dure jusqu'en Août, et la fin d'Octobre est loin.",
            after="Le salon s'ouvre jeudi, dure jusqu'en août, et la fin d'octobre est loin.",
            lang="fr",
        ),
        Example(
            before="Ils votent le 3 Avril\u00a0!", after="Ils votent le 3 avril\u00a0!", lang="fr"
        ),
        Example(keep="La révolution d'Octobre fut longue.", lang="fr", why="an event"),
        Example(keep="Il lit L'hebdo Jeudi, un journal.", lang="fr", why="a name"),
        Example(
            before="Votaron el Miércoles y el 3 de Abril.",
            after="Votaron el miércoles y el 3 de abril.",
            lang="es",
        ),
        Example(
            before="La réunion a lieu Lundi 12 Mars 2024 à Paris.",
            after="La réunion a lieu lundi 12 mars 2024 à Paris.",
            lang="fr",
        ),
        Example(
            before="Mötet hålls Måndag den 12 Mars i Lund.",
            after="Mötet hålls måndag den 12 mars i Lund.",
            lang="sv",
        ),
        Example(
            before="A reunião é na Segunda-feira, 12 de Março, em Natal.",
            after="A reunião é na segunda-feira, 12 de março, em Natal.",
            lang="pt-BR",
        ),
        Example(keep="S-au adunat în Piața 1 Mai din oraș.", lang="ro", why="the name of a square"),
        Example(
            before="Premiären är på Lördag eller i Augusti.",
            after="Premiären är på lördag eller i augusti.",
            lang="sv",
        ),
        Example(
            before="Az ülés Kedden lesz, a szavazás Októberben.",
            after="Az ülés kedden lesz, a szavazás októberben.",
            lang="hu",
        ),
        Example(
            before="A greve começa na Quinta-feira e acaba em Maio.",
            after="A greve começa na quinta-feira e acaba em maio.",
            lang="pt-BR",
        ),
        Example(
            before="Ont quitté la ville en Septembre 2022.",
            after="Ont quitté la ville en septembre 2022.",
            lang="fr",
        ),
        Example(
            before="Arriverà a Settembre, ha detto.",
            after="Arriverà a settembre, ha detto.",
            lang="it",
        ),
        Example(before="Soud rozhodne v Prosinci.", after="Soud rozhodne v prosinci.", lang="cs"),
        Example(keep="Sonden landade på Mars i går.", lang="sv", why="the planet"),
        Example(keep="Byli tam Jan i Maja, dzieci sąsiadów.", lang="pl", why="a first name"),
        Example(keep="O acordo data de 3 de Maio.", lang="pt", why="the spelling before 1990"),
        Example(
            before="Reúnem-se na Terça-feira em Faro.",
            after="Reúnem-se na terça-feira em Faro.",
            lang="pt",
        ),
        Example(keep="Foi na Quarta-feira de Cinzas.", lang="pt", why="a feast"),
        Example(keep="El locuia pe bulevardul 21 Decembrie 1989.", lang="ro", why="a street"),
        Example(keep="Elokuva Maanantaina syntynyt voitti.", lang="fi", why="the title of a film"),
        Example(keep="De stemte på Fredag og Holm.", lang="da", why="family names"),
        Example(keep="Toget går 17. Mai.", lang="nb", why="a feast"),
        Example(keep="Cae en Miércoles de Ceniza o en Jueves Santo.", lang="es", why="feasts"),
        Example(keep="El 2 de Mayo es fiesta en Madrid.", lang="es", why="a feast"),
        Example(keep="Il habite rue du 8 Mai 1945 à Lyon.", lang="fr", why="the name of a street"),
        Example(keep="Les attentats du 11 Septembre ont tout changé.", lang="fr", why="an event"),
        Example(keep="Lundi 5 janvier, il pleuvait.", lang="fr", why="the start of a sentence"),
        Example(keep="La avenida 9 de Julio de 1816.", lang="es", why="the name of an avenue"),
        Example(keep="They met on Monday 5 January 2020.", lang="en", why="capitals in English"),
        Example(keep="Площадь 9 Мая 1945 года.", lang="ru", why="the name of a square"),
        Example(keep="Il a acheté 5 Mars 2020 et 3 Twix.", lang="fr", known_failure="a brand"),
    ),
)

# What is named after a date keeps its capital.
_NAMED = (
    r"(?i:(?<!\w)(?:piața|strada|str\.|bulevardul|calea|praça|rua|vej|gade|gata|katu|torget?|rue|place|avenue|av\.|bd|boulevard|pont|station|métro|quai|lycée|stade|cours|"
    r"square|esplanade|calle|c/|avenida|avda\.|plaza|paseo|parque|estadio|hospital|movimiento|barrio|"
    r"via|viale|piazza|corso|largo|praça|ulica\w*|ul\.|plac\w*|ulice|třída|náměstí|nám\.|улиц\w+|ул\."
    r"|площад\w+|пл\.|проспект\w*|вулиц\w+|вул\.|площ\w+|straat|plein|gat\w*|tér|utca|șoseaua|bd\.|elokuva\w*"
    r"|romaani\w*|kirja\w*|sarja\w*|film\w*|roman\w*|bog\w*|bok\w*)"
    r"(?:[ \u00a0](?:de|du|del|des|le|la|el))?[ \u00a0]\Z)"
)


# A date after a name is part of it: Universidad 3 de Febrero.
_PROPER = r"(?<=\p{Ll} )(\p{Lu}[\p{Ll}-]+) \Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for locale in context.locales():
        if locale.dates.months and not locale.dates.capitalised and reads(rule, locale):
            yield from _find_in(context, rule, locale)


def _find_in(context: Context, rule: Rule, locale: Locale) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_pattern(locale.dates, locale.tag)).finditer(text):
        if context.locale_at(match.start()).tag != locale.tag or _is_name(context, match):
            continue
        name = "month" if match["month"] else "weekday"
        start, end = match.start(name), match.end(name)
        if (match[name] < "\u0400") != (locale.script == "Latn"):
            continue  # a name from another language: Journal du Jeudi
        after = match[name].lower()
        message = f"{after} is small in {locale.name}"
        # Portugal wrote months with a capital until 2009; Brazil never did.
        old = name == "month" and locale.tag == "pt"
        safety = Safety.SUGGEST if old else Safety.APPLY
        yield rule.finding(text, start, end, after, message, safety=safety)


def _is_name(context: Context, match: Match) -> bool:
    """Tell whether the date names a street, or stands where words have capitals anyway."""
    block = context.document.block_at(match.start())
    if block is None or block.kind in (Kind.HEADLINE, Kind.KICKER):
        return True
    before = context.text[max(block.span.start, match.start() - 30) : match.start()]
    if compiled(_NAMED).search(before) is not None:
        return True
    proper = compiled(_PROPER).search(before) if match["month"] else None
    weekdays = context.locale_of(block).dates.weekdays
    return proper is not None and proper[1].lower() not in weekdays


@cache
def _pattern(dates: DateFacts, tag: str) -> str:
    """Return the pattern of a date with a capital in a locale."""
    own = beside(tag)
    months = sorted({*dates.months, *dates.months_genitive}, key=len, reverse=True)
    small = "|".join(months)
    large = "|".join(_large(months))
    weekdays = "|".join(_large(dates.weekdays))
    den = rf",?{_SPACE}(?:d[ea][nm]{_SPACE}|dne{_SPACE}|el{_SPACE})?"
    any_weekday = "|".join(dates.weekdays)
    return (
        rf"{_DAY}{_OF}{_SPACE}(?P<month>{large})(?={_SPACE}(?:del?{_SPACE})?{_YEAR})|"
        rf"(?<=(?<!\w)(?i:{any_weekday}){den}){_DAY}{_OF}{_SPACE}(?P<month>{large})(?!\w)|"
        rf"{_DATING}(?!{_EVENTS}){_DAY}{_OF}{_SPACE}(?P<month>{large}){_ENDS}|"
        rf"(?<=\p{{Ll}}{_SPACE})(?P<weekday>{weekdays})"
        rf"(?={den}(?:[12][0-9]|3[01]|0?[1-9])(?:er|\.)?{_OF}{_SPACE}(?i:{small})\b)|{_BARE}"
        + (f"|{own}" if own else "")
    )


def _large(words: list[str] | tuple[str, ...]) -> list[str]:
    return [word[:1].upper() + word[1:] for word in words]
