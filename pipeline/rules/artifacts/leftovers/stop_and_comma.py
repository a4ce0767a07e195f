"""A full stop and a comma where a sentence goes on."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A sentence that goes on after a comma has no full stop before it.",
    why="The machine ends a line where the source broke it, and goes on with the rest.",
    source="38 in translated articles into English and Spanish, none in human ones (WMT news tests)",
    category="linguistic-conventions",
    gate=r"[\p{L}\p{N})\]\"\u201d\u00bb%]\. ,[ ]",
    examples=(
        Example(
            before="He won at the world championship. , held in October.",
            after="He won at the world championship, held in October.",
        ),
        Example(
            before="Lo dijo a las autoridades europeas. , y destacó que hay más.",
            after="Lo dijo a las autoridades europeas, y destacó que hay más.",
            lang="es",
        ),
        Example(flag="The firm, Bright Inc. , was sold.", why="an abbreviation keeps its point"),
        Example(keep="He waited. , . and so on", why="no sentence"),
    ),
)

_STOP = (
    r"(?<=(?P<word>[\p{L}\p{N})\]\"\u201d\u00bb%]{1,20}))\. ,(?= (?:[\p{L}\p{N}\"\u201c\u00ab(]))"
)
_SHORT = 4  # letters; a shorter word may be an abbreviation, which keeps its point


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_STOP).finditer(text):
        short = len(match["word"]) <= _SHORT and match["word"].isalpha()
        message = "the sentence goes on after the comma"
        safety = Safety.SUGGEST if short else Safety.APPLY
        wanted = "," if not short else ".,"
        yield rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)
