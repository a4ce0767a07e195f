"""One way to write percentages in an article: %, percent or per cent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.context import Context
from pipeline.document import Block, Kind
from pipeline.finding import Finding, Safety
from pipeline.house import KEEP
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="An article writes its percentages in one way.",
    why="A machine writes %, percent and per cent as its training texts did, side by side.",
    source="Percent forms are mixed in 19 of 109 translated articles (WMT news tests); AP, "
    "Economist and Guardian style guides choose differently",
    category="style",
    safety=Safety.SUGGEST,
    locales=("en",),
    gate=r"[0-9][ \u00a0\u202f]?%|[Pp]er ?cent\b",
    examples=(
        Example(
            before="It rose 5%, then 6% and 7%.\n\nIt fell 2.5 percent later.",
            after="It rose 5%, then 6% and 7%.\n\nIt fell 2.5% later.",
        ),
        Example(
            before="It rose 5 per cent, then 6 per cent. It fell 2 per cent and by one percent.",
            after="It rose 5 per cent, then 6 per cent. It fell 2 per cent and by one per cent.",
        ),
        Example(
            before="It rose 5% and 6 per cent.",
            after="It rose 5 percent and 6 percent.",
            house=(("percent", "percent"),),
        ),
        Example(before="It rose 5 percent.", after="It rose 5%.", house=(("percent", "%"),)),
        Example(
            flag="It rose 5%, then 6%, and fell 7 percent.",
            why="two of three are too few to choose between a sign and a word",
        ),
        Example(
            flag="It rose 5 percent, 6 percent and 7 percent, and fell 2%.",
            why="a sign is no slip: the references of such articles have signs",
        ),
        Example(
            flag="It rose 1%, 2%, 3%, 4%, 5%, 6%, 7%, 8% and 9%, then 5 percent, 6 percent, 7 percent.",
            why="three of a kind are a habit, perhaps of somebody who is quoted",
        ),
        Example(keep="It rose 5% and 6 percent.", why="no majority"),
        Example(keep="A zero-percent loan costs 5 per cent after 6 per cent.", why="an adjective"),
        Example(keep="It rose 5%, 6% and 7%, or five percentage points; one percent is little."),
        Example(keep="It rose 5 per cent, then 6 per cent and 7 per cent."),
    ),
)

FORM = r"%(?![\w%]|-\w)|(?<![\w-])[Pp]er ?cent(?!\w)"
SPACES = " \u00a0\u202f"
SPELLED = ("percent", "per cent")
ENOUGH = 3  # times the other form


@dataclass(frozen=True, slots=True)
class Percentage:
    """One percentage: whether figures stand before it, and the form it has."""

    start: int  # with the space before it
    end: int
    form: str
    in_figures: bool
    gap: str


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each percentage written in another way than the article's."""
    found = list(_percentages(context))
    house = context.house.percent
    main, spelled, sure = _of_article(found) if house == KEEP else (house, house, SPELLED)
    for each in found:
        wanted = main if each.in_figures else spelled
        if each.form in SPELLED and wanted in SPELLED:
            wanted = spelled
        if wanted in (each.form, "") or (wanted == "%" and not each.in_figures):
            continue
        space = each.gap or (" " if each.in_figures else "")
        after = "%" if wanted == "%" else space + wanted
        message = f"“{wanted}” is the form here, not “{each.form}”"
        certain = house != KEEP or (wanted in sure and each.form != "%")
        safety = Safety.APPLY if certain else Safety.SUGGEST
        yield rule.finding(context.text, each.start, each.end, after, message, safety=safety)


def _percentages(context: Context) -> Iterator[Percentage]:
    """Yield what headlines and captions do not hold: there a sign saves room in every style."""
    text = context.text
    for match in compiled(FORM).finditer(text):
        block = context.document.block_at(match.start())
        if block is not None and not _is_sentence(block, text):
            continue
        start = match.start() - (text[match.start() - 1 : match.start()] in SPACES)
        in_figures = text[max(0, start - 1) : start].isdecimal()
        gap = text[start : match.start()]
        if (in_figures or match[0] != "%") and context.locale_at(start).is_a("en"):
            yield Percentage(start, match.end(), match[0].lower(), in_figures, gap)


def _is_sentence(block: Block, text: str) -> bool:
    start, end = block.span.start, block.span.end
    return block.kind not in (Kind.HEADLINE, Kind.KICKER) and "." in text[max(start, end - 3) : end]


def _of_article(found: list[Percentage]) -> tuple[str, str, tuple[str, ...]]:
    """Return the form for figures, the spelled form, and those of the two that are clear.

    Three to one is clear, of at least three; of a sign against words, where these are two at
    most. Spelled forms that will give way to a sign do not count, so that a second look at the
    article comes to the same answer.
    """
    signs = sum(each.form == "%" for each in found)
    words = sum(each.in_figures and each.form in SPELLED for each in found)
    counts = Counter(
        each.form
        for each in found
        if each.form in SPELLED and not (each.in_figures and signs > words)
    )
    top = _top(counts)
    main = "%" if signs > words else top if words > signs else ""
    clear = {
        "%": signs >= ENOUGH * max(1, words) and words < ENOUGH,
        top: counts[top] >= ENOUGH * max(1, counts.total() - counts[top]),
    }
    return main, top, tuple(form for form, is_clear in clear.items() if is_clear)


def _top(counts: Counter[str]) -> str:
    """Return the most frequent form, "" when there is none or a draw."""
    ranked = counts.most_common()
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
