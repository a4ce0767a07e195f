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
    why="Search and glossary know the composed form (NFC). Scripts whose composed forms Unicode "
    "excludes are left alone, and nothing is folded: NFKC turns 10² into 102.",
    source="Unicode Standard Annex 15: Normalization Forms",
    category="design-and-markup",
    gate="[\u0300-\u034e\u0350-\u036f\u1161-\u1175\u3099\u309a\u2126\u212a\u212b]",
    examples=(
        Example(before="Zelensky\u0301 spoke.", after="Zelenský spoke."),
        Example(
            before="L’e\u0301te\u0301 a\u0300 Paris",
            after="L’été à Paris",
            lang="fr",
        ),
        Example(
            before="И\u0306од и е\u0308ж",
            after="Йод и ёж",
            lang="ru",
        ),
        Example(before="カ\u3099ス", after="ガス", lang="ja"),
        Example(before="한국", after="한국", lang="ko"),
        Example(before="at 300 K", after="at 300 K", why="the Kelvin sign"),
        Example(keep="10² µm, Ⅷ, ① and ½"),
        Example(
            keep="за\u0301мок",
            lang="ru",
            why="a stress mark; no such letter",
        ),
        Example(keep="神戸", lang="ja", why="a form of the character chosen for a name"),
        Example(keep="क़\u093c\u093e", lang="hi"),
        Example(keep="Zelenský"),
    ),
)
_SEQUENCE = re.compile(
    "[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff]"
    "[\u0300-\u034e\u0350-\u036f]{1,8}"
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
