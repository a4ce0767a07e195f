"""Spaces of typesetting and of ideographs become plain between the words of other scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, describe, findings

RULE = Rule(
    summary="An em space, an ideographic space and their like become a plain space.",
    why="They come from layout programs and from Chinese or Japanese sources. No-break, thin, "
    "hair and figure spaces have work to do and stay.",
    source="The Unicode Standard, 6.2: table of space characters",
    category="design-and-markup",
    gate="[\u1680\u2000-\u2005\u2008\u205f\u3000]",
    examples=(
        Example(before="Talks\u3000failed in Kyiv.", after="Talks failed in Kyiv."),
        Example(before="Talks\u2003failed in Kyiv.", after="Talks failed in Kyiv."),
        Example(before="Talks \u3000failed.", after="Talks failed.", why="one space is enough"),
        Example(keep="山田\u3000太郎", lang="ja"),
        Example(keep="\u3000今日 NATO\u3000G7 は", lang="ja"),
        Example(keep="10\u202f000\u00a0km et 5\u2009mm", lang="fr"),
        Example(keep="\u2003Indented"),
    ),
)
_SPACES = re.compile("(?<=[^\\s])([ ]?)[\u1680\u2000-\u2005\u2008\u205f\u3000]+([ ]?)(?=[^\\s])")
_IDEOGRAPHIC = re.compile("[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    if _IDEOGRAPHIC.search(line):
        return
    for match in _SPACES.finditer(line):
        char = match[0].strip(" ")[0]
        message = f"{describe(char)} between words becomes a plain space"
        yield Repair(match.start(), match.end(), " ", message)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
