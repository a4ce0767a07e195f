"""The space before a percent sign, as the locale and the article write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="The percent sign stands where the locale puts it, one way in an article.",
    why="A machine copies the space of the source (40 %), or takes it away in some places only.",
    source="CLDR percent patterns; ISO 80000-1 for the space, style guides in English against it",
    category="locale-conventions",
    gate=r"[0-9][ \u00a0\u2009\u202f]?%",
    examples=(
        Example(before="About 40 % of them left.", after="About 40% of them left."),
        Example(before="It is 3.5\u00a0%, not 4\u202f%.", after="It is 3.5%, not 4%."),
        Example(
            before="Ils sont 40 %, 30 %, 50 % et 20% ici.",
            after="Ils sont 40 %, 30 %, 50 % et 20 % ici.",
            lang="fr",
        ),
        Example(
            before="Es sind 40% und 30% oder 50%, nicht 20 %.",
            after="Es sind 40% und 30% oder 50%, nicht 20%.",
            lang="de",
        ),
        Example(
            before="Ils sont 40% ici.",
            after="Ils sont 40\u00a0% ici.",
            lang="fr",
            house=(("numbers", "locale"),),
        ),
        Example(keep="Ils sont 40% ici.", lang="fr", why="admitted, and the article is consistent"),
        Example(keep="Ils sont 40% ou 30 % ici.", lang="fr", why="no majority"),
        Example(keep="Es sind 40 %, 30 % und 100%ige Treffer.", lang="de", why="a derived word"),
        Example(keep="Oran 2015 %40 oldu.", lang="tr", why="the sign belongs to the next number"),
        Example(before="Of 60 % and 50 %, 5% left.", after="Of 60% and 50%, 5% left."),
        Example(keep="Use %s or 5 %d in the template."),
    ),
)

CUSTOM = 3  # as many times the other form make a custom of the article
SIGN = r"(?<=[0-9])([ \u00a0\u2009\u202f]?)%(?![\w%]|-\w)"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each sign with a space that is foreign, or rare in its article."""
    text = context.text
    matches = [
        (match, context.locale_at(match.start()))
        for match in compiled(SIGN).finditer(text)
        if not context.document.is_protected(match.start(), match.end())
    ]
    counts = Counter(match[1] for match, _ in matches)
    for match, locale in matches:
        wanted, safety = _wanted(context, match, locale, counts)
        written = "without a space" if not wanted else "after a space"
        message = f"The percent sign stands {written} in {locale.name} here"
        yield rule.finding(text, match.start(), match.end(), f"{wanted}%", message, safety=safety)


def _wanted(
    context: Context, match: Match, locale: Locale, counts: Counter[str]
) -> tuple[str, Safety]:
    """Return the space that belongs there and how sure that is."""
    facts, found = locale.numbers, match[1]
    if not facts.groups:
        return found, Safety.FLAG
    usual = (facts.percent, *facts.percent_admitted)
    if context.house.numbers == "locale":
        return facts.percent, Safety.APPLY
    if found not in usual:
        sure = locale.language == "en" or counts[facts.percent] >= CUSTOM
        return facts.percent, Safety.APPLY if sure else Safety.SUGGEST
    same = sum(counts[mark] for mark in usual if bool(mark) == bool(found))
    others = [mark for mark in usual if bool(mark) != bool(found)]
    other = sum(counts[mark] for mark in others)
    if same >= other:
        return found, Safety.FLAG
    most = max(others, key=lambda mark: counts[mark])
    return most, Safety.APPLY if other >= CUSTOM * same else Safety.SUGGEST
