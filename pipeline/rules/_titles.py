"""How an English article writes courtesy titles: Mr or Mr., and what a new one should be."""

from __future__ import annotations

from collections import Counter

from pipeline.context import Context
from pipeline.house import KEEP
from pipeline.pattern import compiled

TITLE = r"(?<![\w.])(M(?:r|rs|s|x))(\.?)(?=[ \u00a0]\p{Lu})"


def title_counts(context: Context) -> Counter[str]:
    """Return how often titles end in "." and in "" here."""
    return context.once(_count)


def _count(context: Context) -> Counter[str]:
    return Counter(match[2] for match in compiled(TITLE).finditer(context.text))


def mister(context: Context) -> str:
    """Return Mr or Mr.: of the house, of the article, of the locale, in that order."""
    if context.house.titles != KEEP:
        return context.house.titles
    counts = title_counts(context)
    if counts["."] != counts[""]:
        return "Mr." if counts["."] > counts[""] else "Mr"
    return "Mr." if context.locale.is_a("en-US") else "Mr"
