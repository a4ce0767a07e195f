"""Spaces inside one number: 3. 5 percent, 2 ,5 percent, 12 , 000."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import (
    LABEL,
    MONEY,
    MONEY_BEFORE,
    PHONE,
    SCALE,
    SHARE,
    SPACES,
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
    summary="A number has no space beside its decimal mark or between its groups.",
    why="A machine that cuts words at marks does not always put the pieces of a number together.",
    source="CLDR number symbols",
    category="locale-conventions",
    gate=r"[0-9](?:[ \u00a0\u202f][.,][ \u00a0\u202f]?|[.,][ \u00a0\u202f])[0-9]",
    examples=(
        Example(
            before="Growth of 3. 5 percent is expected.", after="Growth of 3.5 percent is expected."
        ),
        Example(before="Shares fell 2 ,5 percent.", after="Shares fell 2.5 percent."),
        Example(before="Sales of 7 . 2 million euros.", after="Sales of 7.2 million euros."),
        Example(before="About 12 , 000 homes are dark.", after="About 12,000 homes are dark."),
        Example(before="Some 12, 000 homes are dark.", after="Some 12,000 homes are dark."),
        Example(before="It made 10, 000 cars.", after="It made 10,000 cars."),
        Example(keep="In 2019, 500 people lived in Room 3. 5 people came, 1, 2, 3 and 100 left."),
        Example(keep="In 2019. 5 percent left. On May 3, 5 percent more."),
        Example(keep="It lost rooms 1, 200 and 3, on 12, 000 and 14."),
        Example(keep="Rates of 1, 2, 5 percent are set in Article 3. 5 percent is too much."),
        Example(keep="Call 12, 000 555."),
    ),
)

LEFT = rf"(?<![\w.,:/+#'’-].)(?<![0-9][.,:]?[{SPACES}].)(?<![0-9][{SPACES}][.,:][{SPACES}].)"
SPLIT = (
    rf"(?P<head>[0-9]{LEFT}[0-9]{{0,2}})(?P<left>[{SPACES}]?)(?P<mark>[.,])(?P<right>[{SPACES}]?)"
    rf"(?P<tail>[0-9]{{1,3}})(?![\w/:'’]|[{SPACES}]?[.,][{SPACES}]?[0-9]|[{SPACES}][0-9])"
)
UNIT = rf"[{SPACES}]?(?:{SHARE}|{SCALE}|{MONEY})"
CAPITAL = (
    r"(?<!\w)(?!(?:About|Almost|Around|By|From|Nearly|Of|Only|Over|Roughly|Some|Than|The|To)[^\w])"
    r"\p{Lu}[\w.'’-]*[ \u00a0]\Z"
)
AMOUNT = (
    r"(?i:(?<!\w)(?:of|to|by|about|around|than|nearly|almost|over|some|fell|rose|up|down|grew|was|"
    r"is|least|approximately|roughly|from|worth|cost)[ \u00a0]\Z)"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each number that a space cuts at its mark."""
    text = context.text
    for match in compiled(SPLIT).finditer(text):
        if not (match["left"] or match["right"]):
            continue
        locale = context.locale_at(match.start())
        if not is_readable(locale.numbers):
            continue
        joined = _joined(text, match, locale)
        if joined is None:
            continue
        wanted, safety = joined
        if not _is_sure(context, locale):
            safety = Safety.SUGGEST
        message = f"“{match[0]}” is one number: “{wanted}”"
        yield rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)


def _joined(text: str, match: Match, locale: Locale) -> tuple[str, Safety] | None:
    """Return the number in one piece and how sure it is one, None when it is likelier two."""
    start, end = match.start(), match.end()
    if any(stands_before(pattern, text, start) for pattern in (CAPITAL, LABEL, PHONE)):
        return None
    announced = stands_before(AMOUNT, text, start) or stands_before(MONEY_BEFORE, text, start, 6)
    if len(match["tail"]) == 3:
        grouped = _is_grouped(text, match, locale)
        return (match["head"] + match["mark"] + "000", Safety.APPLY) if grouped else None
    # A comma before a space lists; a point may end a sentence: "to 35. 20 percent of them".
    listed = match["mark"] == "," and not match["left"]
    if listed or not (announced or match["left"]) or not stands_after(UNIT, text, end):
        return None
    sure = not match["right"] or (announced and len(match["tail"]) == 1)
    wanted = match["head"] + locale.numbers.decimal + match["tail"]
    return wanted, Safety.APPLY if sure else Safety.SUGGEST


def _is_grouped(text: str, match: Match, locale: Locale) -> bool:
    """Tell whether the figure counts thousands in the way of the locale."""
    thousands = match["tail"] == "000" and match["head"][0] != "0"
    counts = stands_after(rf"[{SPACES}](?!and|or)\p{{Ll}}{{3}}", text, match.end())
    return thousands and counts and match["mark"] in locale.numbers.groups


def _is_sure(context: Context, locale: Locale) -> bool:
    """Tell whether the locale writes numbers in one way: else the article's other ones decide."""
    facts = locale.numbers
    same = all(near.decimal == facts.decimal for near in relatives(context, locale))
    return same and len(facts.groups) == 1
