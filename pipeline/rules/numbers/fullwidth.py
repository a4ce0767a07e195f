"""Full-width figures in a text of Latin or Cyrillic letters."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import MONEY, SCALE, SHARE, SPACES, stands_after, stands_before
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.numbers._dates import foreign_names

RULE = Rule(
    summary="Figures have the width of the letters around them.",
    why="The machine copies full-width figures from Chinese and Japanese.",
    source="Unicode 15, Halfwidth and Fullwidth Forms",
    category="design-and-markup",
    gate=r"[\uff10-\uff19]",
    but_not=("zh", "ja", "ko"),
    examples=(
        Example(
            before="Some \uff11\uff12 people left in \uff12\uff10\uff11\uff19.",
            after="Some 12 people left in 2019.",
        ),
        Example(before="Пришло \uff11\uff12 человек.", after="Пришло 12 человек.", lang="ru"),
        Example(keep="第\uff11\uff12回です。", lang="ja"),
        Example(keep="Some 12 people left in 2019."),
    ),
)

FIGURES = r"[\uff10-\uff19]+(?:[.,:/-][\uff10-\uff19]+)*"
NARROW = {0xFF10 + digit: str(digit) for digit in range(10)}
# Other rules read what is beside the figure once it is narrow, and may then change it.
ALONE = r"(?![0-9%°€$£¥₽₴₺₹₩₪])(?:[.,;:!?)]?(?:[ \u00a0](?![0-9%°€$£¥₽₴₺₹₩₪])|[\r\n]|\Z))"
EAST = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]\Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each figure; beside other figures or signs it is only suggested."""
    text = context.text
    for match in compiled(FIGURES).finditer(text):
        start, end = match.start(), match.end()
        if context.locale_at(start).script not in ("Latn", "Cyrl"):
            continue
        if stands_before(EAST, text, start, 1) or stands_after(EAST[:-2], text, end):
            continue
        alone = match[0].isdecimal() and stands_after(ALONE, text, end)
        sure = (
            alone
            and not _is_read(context, end)
            and not stands_before(rf"[0-9€$£¥.,:/-][{SPACES}]?\Z", text, start, 2)
        )
        wanted = match[0].translate(NARROW)
        message = f"“{match[0]}” is written “{wanted}” among these letters"
        safety = Safety.APPLY if sure else Safety.SUGGEST
        yield rule.finding(text, start, end, wanted, message, safety=safety)


def _is_read(context: Context, end: int) -> bool:
    """Tell whether a unit or a month stands behind the figure, which other rules read with it."""
    if stands_after(rf"[{SPACES}](?:{SCALE}|{SHARE}|{MONEY})", context.text, end):
        return True
    word = compiled(r"\.?[ \u00a0](?:de |of )?(\p{L}{1,12})").match(context.text, end)
    locale = context.locale_at(end)
    if word is None:
        return False
    own = {"h", "Uhr", *locale.dates.months, *locale.dates.months_genitive}
    return word[1] in own or word[1].casefold() in foreign_names(context, locale).months
