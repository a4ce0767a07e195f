"""A month of another language beside the day: 8 février 1950 in English text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import stands_after, stands_before
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.numbers._dates import (
    BARE_DAY,
    DAY,
    SCRIPTS,
    STEMS,
    Name,
    foreign_names,
    weekday_before,
)

RULE = Rule(
    summary="The month of a date has its name in the language of the text.",
    why="A machine copies what it takes for a name: the law takes effect on 1 Januar 2025.",
    source="CLDR month names; GOV.UK style guide, dates; Lexique des règles typographiques en "
    "usage à l'Imprimerie nationale, on dates",
    category="accuracy",
    gate=rf"[0-9](?:\.|er|st|nd|rd|th|[º°])?[ \u00a0](?:d[ei] |of )?{STEMS}|"
    r"(?:[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ii]n|[Ff]rom|[Oo]f|arly|ate) "
    rf"{STEMS}\p{{L}}*[ \u00a0][0-9]|[a-z] [0-9]{{1,2}}(?:st|nd|rd|th)?,? [12][0-9]{{3}}",
    but_not=("hu", "fi", "zh", "ja", "ko"),
    examples=(
        Example(
            before="It takes effect on 1 Januar 2025.", after="It takes effect on 1 January 2025."
        ),
        Example(before="It began on 14. Januar 2025.", after="It began on 14 January 2025."),
        Example(before="He was born on 8 février 1950.", after="He was born on 8 February 1950."),
        Example(before="They met on 12 de marzo de 2024.", after="They met on 12 March 2024."),
        Example(
            before="The march of 14 juillet began on le 13 juillet.",
            after="The march of 14 July began on 13 July.",
        ),
        Example(
            before="The law of 12 de marzo of 2019 was lifted.",
            after="The law of 12 March 2019 was lifted.",
        ),
        Example(before="It ended on 3 Mai 2020.", after="It ended on 3 May 2020."),
        Example(before="It ended on 5 марта 2024 года.", after="It ended on 5 March 2024."),
        Example(before="It fell on juillet 14.", after="It fell on July 14."),
        Example(before="It began in Dezember 2020.", after="It began in December 2020."),
        Example(before="It lasts until 3 októbra.", after="It lasts until 3 October."),
        Example(
            before="Il est né le 14 March 2024.", after="Il est né le 14 mars 2024.", lang="fr"
        ),
        Example(before="Er kam am 3 May.", after="Er kam am 3. Mai.", lang="de"),
        Example(before="Llegó el 3 March 2024.", after="Llegó el 3 de marzo de 2024.", lang="es"),
        Example(
            before="Od 1 November 2023 obowiązuje nowy układ.",
            after="Od 1 listopada 2023 obowiązuje nowy układ.",
            lang="pl",
        ),
        Example(
            before="El acto fue el March 31, 2023 en Lugo.",
            after="El acto fue el 31 de marzo de 2023 en Lugo.",
            lang="es",
        ),
        Example(
            before="Am March 31, 2023 war Schluss.",
            after="Am 31. März 2023 war Schluss.",
            lang="de",
        ),
        Example(keep="He lives near the Avenida 9 de Julio."),
        Example(keep="The 25 de Abril Bridge is closed."),
        Example(keep="Cinco de Mayo is not the 5 de Mayo Stadium."),
        Example(keep="It sold 12 Mars bars; the Mars 2020 rover landed."),
        Example(keep="They met on 15 Sept. and on 3 Jun 2024."),
        Example(keep="It ended 3 listopad 2020.", why="October in Croatian, November in Polish"),
        Example(keep="Il est né le 14 mars 2024 avec 3 March Networks.", lang="fr"),
        Example(keep="Le 3 mai, 6 May et Boris.", lang="fr"),
    ),
)

YEAR = r"(?:,? (?:del? |of )?(?P<year>(?:1[5-9]|20)[0-9]{2})(?![\w-])(?:[ \u00a0](?:г\.|года|році|року))?)"
# Words that announce a date, in the languages of the texts; without a year one is needed.
SURE = (
    r"(?:(?<!\w)(?i:on|of|for|since|until|till|dated|le|au|depuis|dès|am|dem|vom|zum|bis|seit|el|desde|"
    r"hasta|il|dal|em|od|do|dnia|dne|c|с|до|від|з|op|den)|[0-9]\.?[-–]) \Z"
)
# A date after one of these belongs to a name or to a phrase of its own language.
NAMED = r"(?:(?<!\w)(?:d[aeiou]|del|dell[ao]|des?|das|rue|calle|via)|[«\u201c\u201e\"'\u2018]) ?\Z"
OWN_ARTICLE = {"en": r"(?<!\w)(?:le|la|el|il|der|den|am|dem|vom|zum|em|dne|dnia) \Z"}
# The article of the source went along with its date: on le 14 juillet.
LED = {
    "en": r"(?<=(?<!\w)(?:on|of|since|until|till|by|from|before|after|for) )(?:le|el|il|am|den|dem) \Z"
}
ALIEN = r"(?<!\w)(?:on|of|the|until|since|by) \Z"
CAPITAL = (
    r"(?<!\w)(?!(?:On|Since|By|From|Until|Till|Before|After|Between|The|Le|Am|Vom|Seit|Bis|El|Il|"
    r"Dal|Od|Do|Dne|Dnia|С|До|Від|З|Den)[^\w])\p{Lu}[\w.’'-]*[ \u00a0]\Z"
)
ENGLISH_DATE = (
    r"(?<![\w’'-])(?P<month>January|February|March|April|May|June|July|August|September|October|"
    r"November|December) (?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?,? "
    r"(?P<year>(?:1[5-9]|20)[0-9]{2})(?![\w-])"
)
JOINED = {"es": " de ", "pt": " de "}
FIRST = rf"{BARE_DAY}(?:st|nd|rd|th)?(?=[,;)]|\.?(?:[\r\n]|\Z)|[ \u00a0]\p{{Ll}})"
ITS_YEAR = r"[12](?:(?<=1)9|(?<=2)0)[0-9]{2}(?![\w-])"
MONTH_BEFORE = (
    r"(?<!\w)(?i:on|since|until|till|by|before|after|in|from|of|early|late) "
    r"(?P<month>\p{L}{3,12})[ \u00a0]\Z"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each day with a month that only other languages have."""
    text = context.text
    for match in compiled(DAY).finditer(text):
        locale = context.locale_at(match.start())
        if locale.script in SCRIPTS and locale.dates.months:
            name = foreign_names(context, locale).months.get(match["month"].casefold())
            if name is not None:
                yield _translated(context, rule, match, locale, name)
    yield from _before_days(context, rule)
    yield from _english_dates(context, rule)


def _before_days(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each month before its day, or before its year: juillet 14."""
    text = context.text
    for found in (*compiled(FIRST).finditer(text), *compiled(ITS_YEAR).finditer(text)):
        locale = context.locale_at(found.start())
        match = compiled(MONTH_BEFORE).search(text, max(0, found.start() - 24), found.start())
        if match is None or not locale.is_a("en"):
            continue
        word = match["month"]
        name = foreign_names(context, locale).months.get(word.casefold())
        if name is not None and name.is_written(word):
            wanted = locale.dates.months[name.number]
            message = f"“{word}” is “{wanted}” in {locale.name}"
            start, end = match.start("month"), match.end("month")
            yield rule.finding(text, start, end, wanted, message)


def _english_dates(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each whole date as Americans write it: March 31, 2023."""
    for match in compiled(ENGLISH_DATE).finditer(context.text):
        locale = context.locale_at(match.start())
        name = None
        if locale.script in SCRIPTS and locale.dates.months and not locale.is_a("en"):
            name = foreign_names(context, locale).months.get(match["month"].casefold())
        if name is not None:
            wanted = _written(match["day"], locale, name.number, match["year"])
            message = f"“{match[0]}” is “{wanted}” in {locale.name}"
            yield rule.finding(context.text, match.start(), match.end(), wanted, message)


def _translated(
    context: Context, rule: Rule, match: Match, locale: Locale, name: Name
) -> Finding | None:
    text, start = context.text, match.start()
    found = compiled(YEAR).match(text, match.end())
    led = locale.language in LED and compiled(LED[locale.language]).search(
        text, max(0, start - 12), start
    )
    safety = (
        Safety.APPLY
        if led and name.is_written(match["month"])
        else _strength(context, match, locale, name, dated=found is not None)
    )
    if safety is None:
        return None
    start = led.start() if led else start
    # The word that follows a year in Cyrillic print stays there: 2024 года.
    whole = found if locale.script == "Latn" else None
    end = whole.end() if whole else match.end()
    wanted = _written(match["day"], locale, name.number, whole["year"] if whole else "")
    message = f"“{text[start:end]}” is “{wanted}” in {locale.name}"
    return rule.finding(text, start, end, wanted, message, safety=safety)


def _strength(
    context: Context, match: Match, locale: Locale, name: Name, *, dated: bool
) -> Safety | None:
    """Return how sure it is a date of the text, None when it looks like part of a name."""
    text, start = context.text, match.start()
    alien = OWN_ARTICLE.get(locale.language, ALIEN)
    if stands_before(NAMED, text, start, 8) and locale.language == "en":
        return None
    if stands_before(alien, text, start, 8):
        return None
    cased = name.is_written(match["month"])
    weekday = weekday_before(context, locale, start) is not None
    named = not weekday and stands_before(CAPITAL, text, start)
    if dated:
        return Safety.SUGGEST if named else Safety.APPLY
    if named or not cased or stands_after(r"[ \u00a0][\p{Lu}0-9]", text, match.end()):
        return None
    return Safety.APPLY if weekday or stands_before(SURE, text, start, 12) else None


def _written(day: str, locale: Locale, month: int, year: str) -> str:
    """Return the date as the locale writes it."""
    dates, joint = locale.dates, JOINED.get(locale.language, " ")
    name = (dates.months_genitive or dates.months)[month]
    first = "1er" if day == "1" and locale.language == "fr" else day + dates.day
    return f"{first}{joint}{name}" + (f"{joint}{year}" if year else "")
