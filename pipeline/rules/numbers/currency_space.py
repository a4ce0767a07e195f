"""No space between a currency sign and its number where the locale has none."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import is_readable, relatives
from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.locale import Locale
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A currency sign in front touches its number where the locale has no space there.",
    why="A machine splits the sign from its number ($ 31m), and a line may break between them.",
    source="Chicago Manual of Style 17, 9.20; CLDR currency patterns",
    category="locale-conventions",
    gate=r"[€$£¥₽₴₺₹₩₪][ \u00a0\u202f]+[0-9]",
    examples=(
        Example(before="It raised $ 31m in June.", after="It raised $31m in June."),
        Example(before="It costs £\u00a040,000 or US$ 5.", after="It costs £40,000 or US$5."),
        Example(keep="It raised $31m in June."),
        Example(keep="Sie kostet € 10.", lang="de"),
        Example(keep="He holds 5 $ 20 notes.", why="which number has the sign?"),
        Example(keep="Type $ 5 times.", known_failure="a sign that is named as a sign"),
    ),
)

GAP = r"(?<![0-9$€£][ \u00a0\u202f]?)[€$£¥₽₴₺₹₩₪][ \u00a0\u202f]{1,2}(?=[0-9])"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each sign that a space parts from its number."""
    for match in compiled(GAP).finditer(context.text):
        locale = context.locale_at(match.start())
        if _is_tight(context, locale):
            sign = match[0][0]
            message = f"No space stands between {sign} and the number in {locale.name}"
            yield rule.finding(context.text, match.start(), match.end(), sign, message)


def _is_tight(context: Context, locale: Locale) -> bool:
    """Tell whether every region of the language writes the sign before, without a space."""
    facts = locale.numbers
    return is_readable(facts) and all(
        near.currency == "before" and near.currency_space == ""
        for near in (facts, *relatives(context, locale))
    )
