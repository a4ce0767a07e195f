"""Two spaces or more where one stands between words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="One space stands between words.",
    why="Machine translation doubles spaces where it joined pieces; print has one.",
    source="Chicago Manual of Style 17, 2.9: one space between sentences",
    category="design-and-markup",
    gate=r"[^\s]  +[^\s|]",
    examples=(
        Example(before="The talks  failed.", after="The talks failed."),
        Example(before="The  talks  failed  at  once.", after="The talks failed at once."),
        Example(
            before="The talks failed.  They resume on Monday. The hall is booked.",
            after="The talks failed. They resume on Monday. The hall is booked.",
        ),
        Example(keep="    indented text", why="spaces that open a line are layout"),
        Example(keep="| Kyiv  | 3 |", why="a table is aligned with spaces"),
        Example(keep="Leeds  10  7  3  21", why="a table without lines"),
        Example(keep="Team  P  W  D  L  Points", why="the head of such a table"),
        Example(
            keep="The talks failed.  They resume on Monday.  The hall is booked.  Nobody else came.",
            why="a typist's convention, kept after every sentence",
        ),
    ),
)

# Between two runs of spaces, a cell without small letters (a number, a heading such as W or GF)
# is the column of a table; a word there is a sentence whose spaces all doubled.
_RUN = r"(?<=\S)(?<! {2}[^\s\p{Ll}]{1,12}) {2,}(?=[^\s|])(?![^\s\p{Ll}]{1,12} {2}\S)"
_SENTENCE = r"(?<=[.!?:])  (?=\p{Lu})"
_ONE_AFTER_STOP = r"(?<=\p{Ll}{2}[.!?][\"'\u201d\u2019)]?) (?=[\"\u201c\p{Lu}])"
_AT_QUOTE = r"(?<=[\"'\u201c\u201d\u2019)]) {2,}| {2,}(?=[\"'\u201c\u201d(])"
_HABIT = 3  # sentences; fewer show no convention


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    runs = list(compiled(_RUN).finditer(text))
    if len(runs) >= _HABIT and _is_convention(text, len(runs)):
        return
    for match in runs:
        message = f"{match[0]!r} becomes one space"
        yield rule.finding(text, match.start(), match.end(), " ", message)


def _is_convention(text: str, runs: int) -> bool:
    """Tell whether two spaces stand after every sentence, and nowhere else but at quotes."""
    sentences = len(compiled(_SENTENCE).findall(text))
    if sentences < _HABIT or sentences + len(compiled(_AT_QUOTE).findall(text)) < runs:
        return False
    return compiled(_ONE_AFTER_STOP).search(text) is None
