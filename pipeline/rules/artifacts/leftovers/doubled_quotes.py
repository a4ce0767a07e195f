"""Two single marks that do the work of a double quotation mark."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.text import minimal_edit

RULE = Rule(
    summary="A double quotation mark is one character.",
    why="Typewritten and TeX sources write two single marks, and engines copy them.",
    source="The TeXbook, chapter 2",
    category="design-and-markup",
    gate="(?:''|``)[^ \r\n]|\u2018\u2018[^ \r\n]",
    examples=(
        Example(before="He said ``no'' and left.", after='He said "no" and left.'),
        Example(
            before="He called it ''the mayor's plan'' today.",
            after='He called it "the mayor\'s plan" today.',
        ),
        Example(before="She said \u2018\u2018no\u2019\u2019 twice.", after="She said “no” twice."),
        Example(keep="The door is 6' 2'' high, the window 3' 4'' wide."),
        Example(keep="It ran 5'30'' and then 4'12'' again."),
        Example(keep="The marks ''.'' and ''+'' stay.", why="no word is quoted"),
        Example(keep="A '''bold''' word in a wiki."),
    ),
)

# The stretch between holds no two single marks, so each opening looks no further than the next.
_INSIDE = r"(?=[^\s'])[^'\r\n]*(?:'(?!')[^'\r\n]*)*(?<=[^\s'])"
_STRAIGHT = rf"(?<![\w'`])(?:``|'')({_INSIDE})''(?![\w'])"
_CURLY = (
    "(?<![\\w\u2018])\u2018\u2018(?=[^\\s\u2018\u2019])([^\u2018\r\n]*?(?<=[^\\s\u2019]))"
    "\u2019\u2019(?![\\w\u2019])"
)
_WORD = r"\p{L}{2}|\p{Lo}"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for pattern, opening, closing in ((_STRAIGHT, '"', '"'), (_CURLY, "\u201c", "\u201d")):
        for match in compiled(pattern).finditer(text):
            if not compiled(_WORD).search(match[1]):
                continue
            edits = (
                minimal_edit(text, match.start(), match.start(1), opening),
                minimal_edit(text, match.end(1), match.end(), closing),
            )
            message = f"two single marks around {match[1]!r} are one double mark"
            yield rule.joint_finding(edits, message)
