"""A quotation that never ends, or ends without having begun."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import Role
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._speeches import read_speeches

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
    for mark in context.once(read_speeches).lonely:
        opens = mark.role is Role.OPEN
        message = f"{mark.char} {'opens' if opens else 'closes'} a quotation that "
        message += "nothing closes" if opens else "nothing opens"
        yield rule.finding(context.text, mark.at, mark.at + 1, None, message)
