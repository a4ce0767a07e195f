"""Brackets written as a treebank writes them: -LRB- AFP -RRB-."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A bracket is written as a bracket.",
    why="A treebank needs brackets for its trees and spells those of the text; the tokeniser "
    "spelled them and nothing turned them back.",
    source="Penn Treebank, bracketing guidelines; Moses tokeniser",
    category="design-and-markup",
    gate=r"-[LR][RSC]B-",
    examples=(
        Example(
            before="The agency -LRB- AFP -RRB- reported it.", after="The agency (AFP) reported it."
        ),
        Example(
            before="It left -LSB- sic -RSB- early -LRB- see below -RRB-, he said.",
            after="It left [sic] early (see below), he said.",
        ),
        Example(keep="The form B-LRB-7 and the file x-LRB-y.txt are old."),
    ),
)

_SIGNS = dict(zip(("LRB", "RRB", "LSB", "RSB", "LCB", "RCB"), "()[]{}", strict=True))
_BRACKET = r"(?<![\w-])-(?:(?P<open>L[RSC]B)-[ \u00a0]?|(?P<close>R[RSC]B)-)(?!-)"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_BRACKET).finditer(text):
        start, name = match.start(), match["open"] or match["close"]
        if match["close"] and text[start - 1 : start] in (" ", "\u00a0"):
            start -= 1
        message = f"-{name}- is the bracket {_SIGNS[name]}"
        yield rule.finding(text, start, match.end(), _SIGNS[name], message)
