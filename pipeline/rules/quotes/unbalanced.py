"""A quotation that never ends, or ends without having begun."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import Mark, Role
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import Reading, read_article

RULE = Rule(
    summary="A quotation mark without its partner is flagged.",
    why="Where the other mark belongs is not in the text, so an editor decides.",
    source="Chicago Manual of Style 17, 13.30: each paragraph of a long quotation opens anew",
    category="linguistic-conventions",
    safety=Safety.FLAG,
    gate="[\"\u201c\u201d\u201e\u00ab\u00bb]",
    examples=(
        Example(flag='He said "yes and left. Then he came back to the office.'),
        Example(flag='He said yes" and left. Then he came back to the office.'),
        Example(keep='"We met.\n\n"We talked," he said.', why="the next paragraph opens again"),
        Example(keep='He said "yes" and left.'),
        Example(keep='The pipe is 6" wide.', why="inches"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    readings = context.once(read_article)
    for number, reading in enumerate(readings):
        odd = [mark for mark in reading.quotation.odd if mark.double]
        if not odd or (len(odd) == 1 and _goes_on(readings, number, odd[0])):
            continue
        for mark in odd:
            opens = mark.role is Role.OPEN
            message = f"{mark.char} {'opens' if opens else 'closes'} a quotation that "
            message += "nothing closes in this paragraph" if opens else "nothing opens"
            yield rule.finding(context.text, mark.at, mark.at + 1, None, message)


def _goes_on(readings: tuple[Reading, ...], number: int, mark: Mark) -> bool:
    """Tell whether an opener is taken up where the next paragraph opens a quotation."""
    if mark.role is not Role.OPEN or number + 1 == len(readings):
        return False
    following = readings[number + 1]
    first = following.block.span.start
    marks = [pair[0] for pair in following.quotation.pairs] + list(following.quotation.odd)
    return any(other.double and other.at == first for other in marks)
