"""A letter and its accent become one character (NFC), in scripts that have one for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, findings

RULE = Rule(
    summary="A letter followed by its accent becomes the one character for both.",
    why="Search and glossary know the composed form (NFC). What has no such form, and scripts "
    "whose composed forms Unicode excludes, stay; nothing is folded (NFKC turns 10\u00b2 into 102).",
    source="Unicode Standard Annex 15: Normalization Forms",
    category="design-and-markup",
    gate="[\u0300-\u034e\u0350-\u036f\u0653-\u0655\u1161-\u1175\u3099\u309a\u2126\u212a\u212b]",
    examples=(
        Example(before="Zelensky\u0301 spoke.", after="Zelensk\u00fd spoke."),
        Example(before="L\u2019e\u0301te\u0301 a\u0300 Paris", after="L\u2019\u00e9t\u00e9 \u00e0 Paris", lang="fr"),
        Example(before="\u0418\u0306\u043e\u0434 \u0438 \u0435\u0308\u0436", after="\u0419\u043e\u0434 \u0438 \u0451\u0436", lang="ru"),
        Example(before="\u30ab\u3099\u30b9", after="\u30ac\u30b9", lang="ja"),
        Example(before="\u1112\u1161\u11ab\u1100\u116e\u11a8", after="\ud55c\uad6d", lang="ko"),
        Example(before="at 300 \u212a", after="at 300 K", why="the Kelvin sign"),
        Example(keep="10\u00b2 \u00b5m, \u2167, \u2460 and \u00bd"),
        Example(keep="\u0437\u0430\u0301\u043c\u043e\u043a", lang="ru", why="a stress mark; no such letter"),
        Example(keep="\ufa19\u6238", lang="ja", why="a form of the character chosen for a name"),
        Example(keep="\u0958\u093c\u093e", lang="hi"),
        Example(keep="Zelensk\u00fd"),
    ),
)
_SEQUENCE = re.compile(
    "[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff\u0621-\u064a\u06c1\u06d2\u06d5]"
    "[\u0300-\u034e\u0350-\u036f\u0653-\u0655]{1,8}"
    "|[\u3046-\u30fd][\u3099\u309a]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    "|[\uac00-\ud7a3][\u11a8-\u11c2]|[\u2126\u212a\u212b]"
)
_WITHIN_WORD = 20  # characters; farther apart, two changes in one word are two findings


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    start = end = 0
    parts: list[str] = []
    for match in _SEQUENCE.finditer(line):
        composed = normalize("NFC", match[0])
        if len(composed) == len(match[0]) and match[0] not in "\u2126\u212a\u212b":
            continue
        between = line[end : match.start()]
        if parts and len(between) <= _WITHIN_WORD and not re.search(r"\s", between):
            parts += between, composed
        else:
            if parts:
                yield _repair(line, start, end, parts)
            start, parts = match.start(), [composed]
        end = match.end()
    if parts:
        yield _repair(line, start, end, parts)


def _repair(line: str, start: int, end: int, parts: list[str]) -> Repair:
    after = "".join(parts)
    if end - start == 1:
        message = f"U+{ord(line[start]):04X} is the sign form of {after!r}"
    else:
        message = f"letter and accent become one character: {after!r}"
    return Repair(start, end, after, message)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
