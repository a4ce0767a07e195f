"""Ligature characters inside Latin words become their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, findings

RULE = Rule(
    summary="Ligature characters inside a Latin word become their letters.",
    why="They come from copied PDF pages; search, spelling and the glossary do not know them.",
    source="The Unicode Standard, 7.1: Latin ligatures are for compatibility, not for text",
    category="design-and-markup",
    gate="[\ufb00-\ufb04\ufb06]",
    examples=(
        Example(before="The oﬃce ﬁled it.", after="The office filed it."),
        Example(before="Der Schiﬀer ﬂoh.", after="Der Schiffer floh.", lang="de"),
        Example(keep="The ligature ﬁ is one glyph.", why="the character itself is meant"),
        Example(keep="Œuvre, æon, ĳs and ǆ stay.", why="letters of their languages"),
    ),
)
_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb06": "st",
}
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\ufb00-\ufb04\ufb06"
_LIGATURE = re.compile(f"{RULE.gate}(?=[{_LATIN}])|(?<=[{_LATIN}]){RULE.gate}")


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    for match in _LIGATURE.finditer(line):
        letters = _LETTERS[match[0]]
        message = f"the ligature U+{ord(match[0]):04X} becomes the letters {letters!r}"
        yield Repair(match.start(), match.end(), letters, message)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
