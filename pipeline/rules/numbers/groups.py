"""The separator between groups of three digits is one that the locale writes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import (
    GROUPED,
    PHONE,
    SPACES,
    foreign_decimals,
    group_mark,
    is_readable,
    relatives,
    stands_before,
)
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.house import KEEP
from pipeline.locale import Locale, NumberFacts
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.numbers._space import strength

RULE = Rule(
    summary="Thousands are grouped the way the locale groups them.",
    why="A machine copies the separators of the source: 30 000 and 1.200.000 are not English.",
    source="CLDR number symbols; measured in 4.6 of 1,000 segments of rule-based translation",
    category="locale-conventions",
    gate=r"[0-9][.,'’ \u00a0\u2009\u202f][0-9]{3}",
    examples=(
        Example(before="About 30 000 people came.", after="About 30,000 people came."),
        Example(
            before="It has 10\u00a0450 seats, more than 12 000.",
            after="It has 10,450 seats, more than 12,000.",
        ),
        Example(
            before="They built 1 250 000 homes for €1.200.000.",
            after="They built 1,250,000 homes for €1,200,000.",
        ),
        Example(
            before="The index rose to 16 599,85 from 1.250,75 points.",
            after="The index rose to 16,599.85 from 1,250.75 points.",
        ),
        Example(before="It cost EUR 23 270.", after="It cost EUR 23,270."),
        Example(before="It fell to 8 960 points.", after="It fell to 8,960 points."),
        Example(before="It cost 30'000 francs.", after="It cost 30,000 francs."),
        Example(
            before="In 2015 30 000 homes were built.", after="In 2015 30,000 homes were built."
        ),
        Example(
            before="Elles sont 1,250,000 et paient 1,250.75 euros.",
            after="Elles sont 1\u202f250\u202f000 et paient 1\u202f250,75 euros.",
            lang="fr",
        ),
        Example(
            before="Il y en a 12 000 ou 1,250,000.",
            after="Il y en a 12 000 ou 1 250 000.",
            lang="fr",
            why="the article's own separator, where the locale admits it",
        ),
        Example(before="Es sind 1,250,000.", after="Es sind 1.250.000.", lang="de"),
        Example(
            before="Il y en a 12 000.",
            after="Il y en a 12\u202f000.",
            lang="fr",
            house=(("numbers", "locale"),),
        ),
        Example(
            before="It received 45 500 tons. In the city 12 300 homes are dark.",
            after="It received 45,500 tons. In the city 12,300 homes are dark.",
            source_lang="ru",
            why="the language of the source groups with spaces",
        ),
        Example(keep="In 2015 300 people came.", why="a year and a number"),
        Example(keep="Call 0800 555 111 or +44 7624 800 100.", why="telephone numbers"),
        Example(keep="Call 602 123 456 today."),
        Example(keep="He drives a Boss 302 440 hp car.", why="a model"),
        Example(keep="They ran between 2 100 metre races."),
        Example(keep="The 747 400 aircraft and the Group of 77 134 developing countries."),
        Example(keep="On April 5 300 people came.", why="a date and a number"),
        Example(keep="The server 192.168.100.200 is down.", why="an address"),
        Example(keep="Ask for 424.10.37.20.01.001 in the shop.", why="an article number"),
        Example(keep="The budget is 33,80,000 rupees.", why="Indian groups"),
        Example(keep="The land of 1.600,000 people.", why="a thousand, or a million"),
        Example(keep="She won in 3:51.659 after 12,500 metres."),
        Example(keep="The firm 12.345.678/0001-90 is closed.", why="a register number"),
        Example(keep="Environ 30 000 personnes et 10.000 euros.", lang="fr", why="both are usual"),
        Example(keep="Das kostet 10 000 Euro oder 10.000 Euro.", lang="de"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each grouped number that the locale would write otherwise."""
    text = context.text
    for match in compiled(GROUPED).finditer(text):
        locale = context.locale_at(match.start())
        facts = locale.numbers
        if not is_readable(facts):
            continue
        wanted = _wanted(context, match, facts)
        safety = _strength(text, match) if wanted != match[0] else None
        if safety is None:
            continue
        if safety is Safety.SUGGEST and match["sep"] == " " and _is_from_spaces(context):
            safety = Safety.APPLY
        if context.house.numbers == KEEP and _is_usual_elsewhere(context, locale, match):
            safety = Safety.SUGGEST
        message = f"“{match[0]}” is written “{wanted}” in {locale.name}"
        yield rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)


def _wanted(context: Context, match: Match, facts: NumberFacts) -> str:
    """Return the number as the locale writes it; a separator that is admitted stays."""
    sep, mark = match["sep"], match["mark"]
    stays = sep in facts.groups and context.house.numbers != "locale"
    if (stays and mark in (None, facts.decimal)) or (sep == "." and sep in facts.groups):
        return match[0]
    group = sep if stays else group_mark(context, facts)
    whole = match["whole"].replace(sep, group)
    return f"{whole}{facts.decimal}{match['fraction']}" if mark else whole


def _strength(text: str, match: Match) -> Safety | None:
    groups = match["whole"].split(match["sep"])
    sep = match["sep"]
    if len(groups) == 2 and match["mark"] and len(match["fraction"]) == 3:
        return None  # 1.600,000 may be a million as well
    if sep in SPACES:
        return strength(text, match, groups)
    if sep in ".," and len(groups) == 2 and not match["mark"]:
        return None  # 1.200 may be a decimal: another rule's matter
    if stands_before(PHONE, text, match.start()) or text[match.end() : match.end() + 1] == "-":
        return None
    is_address = len(groups) == 4 and all(str(int(group)) == group for group in groups)
    return None if is_address and all(int(group) < 256 for group in groups) else Safety.APPLY


def _is_from_spaces(context: Context) -> bool:
    """Tell whether the language of the source groups thousands with spaces."""
    groups = context.plan.locale(context.source.source_lang or "").numbers.groups
    return not {" ", "\u00a0", "\u202f"}.isdisjoint(groups)


def _is_usual_elsewhere(context: Context, locale: Locale, match: Match) -> bool:
    """Tell whether another region of the language writes the number as it stands.

    That region is out of the question where the article has decimals that it does not write.
    """
    mark, own = match["mark"], locale.numbers.decimal
    settled = foreign_decimals(context)[own] > 0
    return any(
        match["sep"] in facts.groups and mark in (None, facts.decimal)
        for facts in relatives(context, locale)
        if facts.decimal == own or not settled
    )
