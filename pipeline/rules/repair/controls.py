"""Control characters are removed, or read as the punctuation whose low byte they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, describe, findings

RULE = Rule(
    summary="Control characters other than tab, line and page breaks are removed.",
    why="They print as boxes, and XML refuses them. Where a program kept only the low byte of "
    "U+2019 and its neighbours, the mark is put back.",
    source="XML 1.0, 2.2 Characters; Unicode block General Punctuation, U+2013 to U+201D",
    category="design-and-markup",
    gate="[\\x00-\\x08\\x0e-\\x1f\\x7f]",
    examples=(
        Example(before="The talks\x00 failed.", after="The talks failed."),
        Example(before="\x02Breaking news\x03", after="Breaking news"),
        Example(before="It won\x19t do.", after="It won’t do.", why="U+2019 cut to one byte"),
        Example(before="A \x1cdeal\x1d was near.", after="A “deal” was near."),
        Example(before="Late \x13 too late.", after="Late – too late."),
        Example(before="Caf\x1a Central", after="Caf� Central", why="a character was lost"),
        Example(keep="Name\tVotes"),
        Example(keep="Page one\x0cPage two"),
    ),
)
_PUNCTUATION = {"\x13": "\u2013", "\x14": "\u2014", "\x18": "\u2018", "\x19": "\u2019"}
_PUNCTUATION |= {"\x1c": "\u201c", "\x1d": "\u201d"}
_CONTROLS = re.compile(
    r"""
    (?P<mark>
        (?<=\w)[\x14\x19](?=\w) | (?<=[ ])[\x13\x14](?=[ ]) | (?<=[0-9])\x13(?=[0-9])
        | (?<![^\s(])[\x18\x1c](?=\w) | (?<=[\w.,!?])\x1d(?![^\s.,;:!?)])
    )
    | (?P<lost>(?<=[^\W\d_])\x1a(?!\Z)) | [\x00-\x08\x0e-\x1f\x7f]
    """,
    re.VERBOSE,
)


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    for match in _CONTROLS.finditer(line):
        replacement, what = "", "removed"
        if match["mark"]:
            replacement = _PUNCTUATION[match[0]]
            what = f"the low byte of {describe(replacement)}"
        elif match["lost"]:
            replacement, what = "\ufffd", "a character was lost here"
        message = f"U+{ord(match[0]):04X} is a control character: {what}"
        yield Repair(match.start(), match.end(), replacement, message)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
