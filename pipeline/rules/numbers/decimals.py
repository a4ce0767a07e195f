"""The decimal mark is the one that the locale writes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import (
    DECIMAL,
    LABEL,
    MONEY_BEFORE,
    decided_by_source,
    foreign_decimals,
    has_unit,
    is_in_words,
    is_money,
    is_quantity,
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
    summary="Decimals stand behind the mark that the locale writes.",
    why="A machine copies the decimal comma or point of the source: 3,5 percent is not English.",
    source="CLDR number symbols; measured in 5.0 of 1,000 segments of rule-based translation",
    category="locale-conventions",
    gate=r"[0-9][.,](?:[0-9]{1,2}(?:[^0-9]|\z)|[0-9]{4}|[0-9]{3}(?:[^0-9]|\z))",
    examples=(
        Example(before="It rose by 3,5 percent.", after="It rose by 3.5 percent."),
        Example(before="About 1,5 million came.", after="About 1.5 million came."),
        Example(before="It made $10,75 a share.", after="It made $10.75 a share."),
        Example(before="The average age was 46,6.", after="The average age was 46.6."),
        Example(
            before="It fell 0,25 and then 0,125 points.",
            after="It fell 0.25 and then 0.125 points.",
        ),
        Example(before="It opened at 7,0883 yuan.", after="It opened at 7.0883 yuan."),
        Example(before="A mirror 6,5-metre wide.", after="A mirror 6.5-metre wide."),
        Example(
            before="A share of 3,5 percent, then 18,7 to 14,2 kg.",
            after="A share of 3.5 percent, then 18.7 to 14.2 kg.",
        ),
        Example(
            before="Pupils averaged 5,1 in the tests.",
            after="Pupils averaged 5.1 in the tests.",
            source_lang="de",
            source_text="Die Schüler erreichten 5,1 in den Tests.",
        ),
        Example(
            before="Le taux est de 3.5 % contre 2.75 millions.",
            after="Le taux est de 3,5 % contre 2,75 millions.",
            lang="fr",
        ),
        Example(
            before="Es sind 3,5 Prozent und 2.5 Millionen, vorher 3,1 Prozent.",
            after="Es sind 3,5 Prozent und 2,5 Millionen, vorher 3,1 Prozent.",
            lang="de",
        ),
        Example(
            before="Die Inflation stieg auf 3.5 Prozent.",
            after="Die Inflation stieg auf 3,5 Prozent.",
            lang="de",
        ),
        Example(
            before="L'inflazione è salita al 3.5 per cento.",
            after="L'inflazione è salita al 3,5 per cento.",
            lang="it",
        ),
        Example(
            before="Das kostet 3.2 Millionen Euro, sagte sie.",
            after="Das kostet 3,2 Millionen Euro, sagte sie.",
            lang="de",
        ),
        Example(before="Enflasyon %3.5 oldu.", after="Enflasyon %3,5 oldu.", lang="tr"),
        Example(
            before="Inflaatio nousi 3.5 prosenttiin.",
            after="Inflaatio nousi 3,5 prosenttiin.",
            lang="fi",
        ),
        Example(
            before="Цена выросла на 9.4 процента.", after="Цена выросла на 9,4 процента.", lang="ru"
        ),
        Example(
            before="La inflación fue del 3.5% en mayo.",
            after="La inflación fue del 3,5% en mayo.",
            lang="es-ES",
        ),
        Example(
            flag="La inflación fue del 3.5% en mayo.",
            lang="es",
            why="Mexico has the point, and nothing else in the text tells",
        ),
        Example(keep="They sit in rooms 1,5 and 7.", why="a list"),
        Example(keep="He broke article 623,1 of the code.", why="the number of an article"),
        Example(keep="It fell on March 4,2019 in Rome.", why="a date with a lost space"),
        Example(keep="The tank held 1,3-butadiene and 2,4-D.", why="names of substances"),
        Example(keep="The place is at 48,8566, 2,3522.", why="coordinates"),
        Example(keep="She won 6-4, 7-5 and 2,400 people cheered."),
        Example(keep="The budget is 33,80,000 rupees.", why="Indian groups"),
        Example(
            keep="V 7.30 to začalo.",
            lang="cs",
            source_lang="en",
            source_text="It began at 7.30.",
            why="a time",
        ),
        Example(keep="Um 17.30 Uhr, am 31.8. und nach Artikel 623.1 gilt 2.0.", lang="de"),
        Example(keep="Es sind 4,5 Prozent für Fr. 3.50.", lang="de-CH", why="money has the point"),
        Example(keep="Le moteur 1.6 VTi, la version 2.0 et 105.3 FM.", lang="fr"),
    ),
)

LIST = r"[ \u00a0]?(?:,|and|or|&|;)[ \u00a0][0-9]|[,;][0-9]|[.:/][0-9]"
BEFORE = (
    r"(?:(?<!\w)(?:was|were|is|are|to|by|of|from|at|about|around|over|than|nearly|almost|reach|"
    r"reached|averaged|approximately|rose|fell|grew|only) |[0-9][-–])\Z"
)
MANY = r"[ \u00a0](?:Mi(?:llion|lliard|o|a)|Mrd|mili(?:on|ard)|ml[dn])"
YEAR = r"(?:19|20)[0-9]{2}"
MONTH_LIKE = r"(?<!\w)\p{Lu}[\w.]*[ \u00a0]\Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each decimal with the mark of another language."""
    text = context.text
    for match in compiled(DECIMAL).finditer(text):
        locale = context.locale_at(match.start())
        decimal = locale.numbers.decimal
        native = (decimal, *locale.numbers.decimal_admitted)
        if match["mark"] in native or not is_readable(locale.numbers):
            continue
        safety = _strength(context, match, locale)
        if safety is None:
            continue
        if not _is_swiss_prose(context, match, locale) and _is_usual_elsewhere(
            context, locale, match["mark"]
        ):
            safety = Safety.SUGGEST
        wanted = match["head"] + decimal + match["tail"]
        message = f"“{match[0]}” is written “{wanted}” in {locale.name}"
        yield rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)


def _strength(context: Context, match: Match, locale: Locale) -> Safety | None:
    text, start, end = context.text, match.start(), match.end()
    decimal = locale.numbers.decimal
    if is_in_words(text, end) or stands_before(LABEL, text, start):
        return None
    listed = stands_after(LIST, text, end) or stands_before(r"[0-9][,;][ \u00a0]\Z", text, start, 3)
    if listed and not is_quantity(text, start, end):
        return None
    money = decimal == "," and stands_before(MONEY_BEFORE, text, start, 6)
    if money and (text[end : end + 1].isalpha() or not has_unit(text, end)):
        # $10.84, $1.3m: the sign stands on the foreign side as well; that of the euro moves
        moves = text[start - 1] == "€" and locale.numbers.currency == "after"
        return Safety.APPLY if moves else Safety.SUGGEST
    if is_quantity(text, start, end):
        return Safety.APPLY
    # 17.30, 31.8, 2.0: a point has too many other meanings, in the source too
    return _strength_of_comma(context, match) if decimal == "." else None


def _strength_of_comma(context: Context, match: Match) -> Safety | None:
    """Return how sure a comma without a unit behind the figure is a decimal comma."""
    text, start, end = context.text, match.start(), match.end()
    if stands_before(MONTH_LIKE, text, start) or stands_after(r"-\w", text, end):
        return None
    if compiled(YEAR).fullmatch(match["tail"]) and len(match["head"]) < 3:
        return None
    said = decided_by_source(context, match) == "decimal"
    if said or match["head"] == "0" or stands_before(BEFORE, text, start):
        return Safety.APPLY
    return Safety.APPLY if foreign_decimals(context)[","] else Safety.SUGGEST


def _is_swiss_prose(context: Context, match: Match, locale: Locale) -> bool:
    """Tell whether a German or Italian figure is no price: Switzerland, too, writes 3,5 Prozent."""
    text, start, end = context.text, match.start(), match.end()
    prose = not is_money(text, start, end) or stands_after(MANY, text, end)
    return locale.language in ("de", "it") and prose


def _is_usual_elsewhere(context: Context, locale: Locale, mark: str) -> bool:
    """Tell whether a region of the language writes this mark, and the article does not object."""
    if not any(facts.decimal == mark for facts in relatives(context, locale)):
        return False
    return not foreign_decimals(context)[locale.numbers.decimal]
