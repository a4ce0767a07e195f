"""A dateline or a label that opens a paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A dateline or a label opens a paragraph once.",
    why="The dateline stands in a field of its own and in the text, and both are translated.",
    source="What a copy editor cuts without asking",
    category="design-and-markup",
    gate=r"[\p{L}\p{N})](?: [-|\u2013\u2014]|:) \p{Lu}[^\r\n]{2,60}(?: [-|\u2013\u2014]|:) ",
    examples=(
        Example(
            before="PARIS, March 3 (AFP) - PARIS, March 3 (AFP) - Two crossings will close.",
            after="PARIS, March 3 (AFP) - Two crossings will close.",
        ),
        Example(before="LIMA — LIMA — The vote was close.", after="LIMA — The vote was close."),
        Example(
            flag="War in Sudan: War in Sudan: Convoys turned back",
            why="likely, but a label may be said twice",
        ),
        Example(keep="Goal - Goal - Goal - it never ended."),
        Example(keep="Location: Location: Location: the three rules of the trade."),
        Example(keep="PARIS, March 3 - PARIS is closed. Tick: Tack: boom."),
    ),
)

_TWICE = (
    r"^[ \t]*(?P<one>\p{Lu}[^\r\n]{2,60}?(?: [-|\u2013\u2014]|:)[ \u00a0])(?P<two>(?P=one))"
    r"(?!(?P=one))(?=\S)"
)
_DATELINE = r"\p{Lu}{3,}|\p{Lu}[\p{L} .'\u2019-]{2,40}[,(].{0,40}"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_TWICE).finditer(text):
        label = match["one"].rstrip(" \u00a0-|\u2013\u2014:")
        if text.startswith(label, match.end()):
            continue  # Location: Location: Location
        dashed = ":" not in match["one"][-2:]
        sure = dashed and compiled(_DATELINE).fullmatch(label) is not None
        yield rule.finding(
            text,
            match.start("two"),
            match.end("two"),
            "",
            f"{label!r} opens the paragraph twice",
            safety=Safety.APPLY if sure else Safety.SUGGEST,
        )
