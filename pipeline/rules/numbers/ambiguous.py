"""One separator before three digits: a decimal or a thousand, as the source decides."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import (
    GROUPED,
    LABEL,
    LONE_GROUP,
    MONEY_AFTER,
    MONEY_BEFORE,
    PHONE,
    SCALE,
    SHARE,
    SPACES,
    decided_by_source,
    foreign_decimals,
    group_mark,
    has_unit,
    is_readable,
    relatives,
    stands_after,
    stands_before,
)
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A figure such as 1.200 means one thing in the source and one in the text.",
    why="1.200 is one thousand two hundred in German and one point two in English; a machine "
    "that copies it changes the number a thousandfold.",
    source="CLDR number symbols; the source text decides, without it nothing is changed",
    category="accuracy",
    gate=r"[0-9][.,][0-9]{3}(?:[^0-9]|\z)",
    examples=(
        Example(
            before="Some 1.200 people came.",
            after="Some 1,200 people came.",
            source_lang="de",
            source_text="Etwa 1.200 Menschen kamen.",
        ),
        Example(
            before="The rate is 3,141 percent now.",
            after="The rate is 3.141 percent now.",
            source_lang="de",
            source_text="Die Rate ist jetzt 3,141 Prozent.",
        ),
        Example(
            before="Etwa 1,200 Menschen kamen.",
            after="Etwa 1.200 Menschen kamen.",
            lang="de",
            source_lang="en",
            source_text="About 1,200 people came.",
        ),
        Example(flag="It counts 57.000 inhabitants.", why="decimals seldom end in three noughts"),
        Example(flag="It cost €250.000 to build."),
        Example(
            before="It cost €250.000 to build, and 57.000 people came.",
            after="It cost €250,000 to build, and 57,000 people came.",
        ),
        Example(
            before="Они выплатят £240,000, пришли около 30,000 человек.",
            after="Они выплатят £240\u00a0000, пришли около 30\u00a0000 человек.",
            lang="ru",
        ),
        Example(
            flag="Der Kurs stieg um 3.50 CHF auf 1,234 Punkte.",
            lang="de",
            why="3.50 shows that 1,234 may be a number of another language too",
        ),
        Example(keep="She scored 15.433 on beam.", why="a decimal, for all that is known"),
        Example(keep="Bond yields rose to 4.497% and 1,234 people came."),
        Example(keep="He is batting 1.000 this season and she won in 3:51.659."),
        Example(
            keep="Some 1,200 people came.",
            source_lang="de",
            source_text="Etwa 1.200 Menschen kamen.",
        ),
        Example(
            keep="Some 1,400 light years away.",
            source_lang="fr",
            source_text="À environ 1,400 années-lumière.",
            why="the source is careless",
        ),
        Example(keep="Etwa 1.200 Menschen kamen.", lang="de"),
        Example(keep="Le taux est de 4,497 %.", lang="fr"),
        Example(keep="Subió un 3.5 % y vinieron 1,234 personas.", lang="es", why="so in Mexico"),
    ),
)

# English has them only: elsewhere the point groups.
PERSONS = (
    r"[ \u00a0](?:people|persons|inhabitants|residents|citizens|men|women|children|soldiers|troops|voters"
    r"|students|pupils|workers|employees|jobs|deaths|victims|migrants|refugees|homes|houses|cars)"
    r"(?!\w| (?:per|a|on average|in each)\b)"
)
THINGS = (
    r"[ \u00a0](?!(?:euros?|dollars|pounds|francs|inches|ounces|moles|times|seconds|points|average|radians"
    r"|joules|watts|volts|bits|meters|metres|millions|billions|percents|shares|basis)\b)\p{Ll}{3,}s"
    r"(?!\w| (?:per|a)\b)"
)
SEVERAL = 2  # round figures in one article: a decimal with three noughts is rare, two are none
PEOPLE = rf"[{SPACES}]\p{{Ll}}{{3,}}"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield what the source decides, and what the article makes doubtful."""
    text = context.text
    for match in compiled(LONE_GROUP).finditer(text):
        locale = context.locale_at(match.start())
        if not is_readable(locale.numbers):
            continue
        meant = decided_by_source(context, match)
        # Sources are careless too: percentages and millions have decimals, counts have groups.
        if meant == ("decimal" if _is_scaled(text, match.end()) else "group"):
            yield _decided(context, rule, match, locale, meant)
        elif not stands_before(PHONE, text, match.start()):
            yield _doubtful(context, rule, match, locale)


def _decided(
    context: Context, rule: Rule, match: Match, locale: Locale, meant: str
) -> Finding | None:
    facts = locale.numbers
    if match["sep"] in (facts.groups if meant == "group" else (facts.decimal,)):
        return None
    mark = facts.decimal if meant == "decimal" else group_mark(context, facts)
    wanted = match["head"] + mark + match["tail"]
    message = f"The source decides: “{match[0]}” is written “{wanted}” in {locale.name}"
    # 28.500 million may be thousands of millions; another region may write it as it stands.
    scaled = stands_after(rf"[{SPACES}]?{SCALE}", context.text, match.end())
    safety = Safety.SUGGEST if scaled or _is_regional(context, locale, match, meant) else None
    return rule.finding(context.text, match.start(), match.end(), wanted, message, safety=safety)


def _is_regional(context: Context, locale: Locale, match: Match, meant: str) -> bool:
    """Tell whether another region of the language writes the figure as it stands."""
    return any(
        match["sep"] in (near.groups if meant == "group" else (near.decimal,))
        for near in relatives(context, locale)
    )


def _doubtful(context: Context, rule: Rule, match: Match, locale: Locale) -> Finding | None:
    facts, text = locale.numbers, context.text
    as_decimal = match["sep"] == facts.decimal
    round_ = as_decimal and _is_round(text, match)
    if round_ or (as_decimal and _counts_people(text, match)):
        wanted = match["head"] + group_mark(context, facts) + match["tail"]
        message = f"“{match[0]}” reads as {match['head']} in {locale.name}: is “{wanted}” meant?"
        sure = round_ and context.once(_rounds) >= SEVERAL
        sure = sure and not _is_regional(context, locale, match, "group")
        safety = Safety.APPLY if sure else Safety.SUGGEST
        return rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)
    if as_decimal and locale.is_a("en") and _counts_things(text, match):
        message = f"“{match[0]}” may mean thousands: what is counted here has no decimals"
        return rule.finding(text, match.start(), match.end(), None, message)
    if not as_decimal and (match["tail"] == "000" or match["sep"] not in facts.groups):
        return None
    if not _has_foreign(context, locale):
        return None
    other = "thousands" if as_decimal else "a decimal"
    message = f"“{match[0]}” may mean {other}: the article has marks of another language"
    return rule.finding(text, match.start(), match.end(), None, message)


def _rounds(context: Context) -> int:
    """Return how many figures of the article read as decimals and end in three noughts."""
    return sum(
        match["sep"] == context.locale_at(match.start()).numbers.decimal
        and _is_round(context.text, match)
        for match in compiled(LONE_GROUP).finditer(context.text)
    )


def _is_round(text: str, match: Match) -> bool:
    """Tell whether the figure ends in three noughts and counts something or is money."""
    start, end = match.start(), match.end()
    if match["tail"] != "000" or _is_scaled(text, end):
        return False
    if stands_before(LABEL, text, start):
        return False
    money = stands_before(MONEY_BEFORE, text, start, 6) or stands_after(MONEY_AFTER, text, end)
    if money or len(match["head"]) == 3:
        return True
    return match["head"] != "1" and stands_after(PEOPLE, text, end) and not _is_scored(text, end)


def _counts_people(text: str, match: Match) -> bool:
    """Tell whether the figure counts people, who have no decimals: 1.250 inhabitants."""
    if not stands_after(PERSONS, text, match.end()) or stands_before(LABEL, text, match.start()):
        return False
    return not _is_scored(text, match.end())


def _counts_things(text: str, match: Match) -> bool:
    """Tell whether a plural that is no unit follows: 5.230 murders."""
    start, end = match.start(), match.end()
    if (
        match["head"] == "0"
        or match["tail"] == "000"
        or not stands_after(THINGS, text, end)
        or has_unit(text, end)
    ):
        return False
    return not (stands_before(LABEL, text, start) or _is_scored(text, end))


def _is_scaled(text: str, end: int) -> bool:
    return stands_after(rf"[{SPACES}]?(?:{SCALE}|{SHARE})", text, end)


def _is_scored(text: str, end: int) -> bool:
    return stands_after(r"[ \u00a0](?:on|in|for|at|and|seconds?|points?|average)(?!\w)", text, end)


def _has_foreign(context: Context, locale: Locale) -> bool:
    """Tell whether the article has marks of another language, and not of another region."""
    facts = locale.numbers
    other = "." if facts.decimal == "," else ","
    if foreign_decimals(context)[other]:
        return not any(
            near.decimal == other and facts.decimal in near.groups
            for near in relatives(context, locale)
        )
    return facts.decimal not in facts.groups and facts.decimal in context.once(_sure_separators)


def _sure_separators(context: Context) -> frozenset[str]:
    """Return the separators that part more than two groups: 1,250,000 has no decimals."""
    return frozenset(
        match["sep"]
        for match in compiled(GROUPED).finditer(context.text)
        if match["whole"].count(match["sep"]) > 1
    )
