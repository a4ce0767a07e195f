"""A quotation that never ends, or ends without having begun."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import Mark, Role
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import Reading, read_article

REACH = 6  # paragraphs of one speech

RULE = Rule(
    summary="A quotation mark without its partner is flagged.",
    why="Where the other mark belongs is not in the text, so an editor decides.",
    source="Chicago Manual of Style 17, 13.30: each paragraph of a long quotation opens anew",
    category="linguistic-conventions",
    safety=Safety.FLAG,
    gate='["\u201c\u201d\u201e\u00ab\u00bb]',
    examples=(
        Example(flag='He said "yes and left. Then he came back to the office.'),
        Example(flag='He said yes" and left. Then he came back to the office.'),
        Example(keep='"We met.\n\n"We talked," he said.', why="the next paragraph opens again"),
        Example(
            keep='He said: "We met.\n\nWe talked," he went on. "Then we left."',
            why="a speech over two paragraphs that opens once",
        ),
        Example(keep='He said "yes" and left.'),
        Example(keep='The pipe is 6" wide.', why="inches"),
        Example(
            keep="«Это цена.\n\nМы её платим», — сказал он.",
            lang="ru",
            why="outside English one pair may span paragraphs",
        ),
        Example(
            keep="«Fuimos.\n\n»Vimos.\n\n»Volvimos», dijo.",
            lang="es",
            why="the closing mark opens paragraphs",
        ),
        Example(flag="«Это цена.\n\nМы её платим, — сказал он.", lang="ru"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for mark in _without_partner(context.once(read_article)):
        opens = mark.role is Role.OPEN
        message = f"{mark.char} {'opens' if opens else 'closes'} a quotation that "
        message += "nothing closes" if opens else "nothing opens"
        yield rule.finding(context.text, mark.at, mark.at + 1, None, message)


def _without_partner(readings: tuple[Reading, ...]) -> Iterator[Mark]:
    """Yield the marks that have no partner, in their paragraph or in those that go on with it.

    A long quotation may open each paragraph anew, or only the first; it closes in the last.
    """
    waiting: tuple[int, Mark] | None = None
    for number, reading in enumerate(readings):
        if reading.locale.script in ("Hani", "Hira", "Hang"):
            continue  # no spaces: sides are read from the marks alone
        odd = [mark for mark in reading.quotation.odd if mark.double]
        for mark in odd:
            if mark.role is Role.OPEN:
                if waiting is not None and not _opens_block(reading, mark):
                    yield waiting[1]
                waiting = number, mark
            elif waiting is not None and number - waiting[0] <= REACH:
                waiting = None
            else:
                yield mark
        if waiting is not None and not odd and _closes_it(reading, number - waiting[0]):
            waiting = None
    if waiting is not None:
        yield waiting[1]


def _opens_block(reading: Reading, mark: Mark) -> bool:
    return mark.at == reading.block.span.start


def _closes_it(reading: Reading, distance: int) -> bool:
    """Tell whether a paragraph after an open one begins with a quotation that it closes."""
    pairs = reading.quotation.pairs
    return 0 < distance <= REACH and bool(pairs) and _opens_block(reading, pairs[0][0])
