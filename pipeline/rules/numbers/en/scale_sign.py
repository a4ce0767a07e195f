"""Scale letters glued to a currency sign: 31 M€, 1,5 Md€."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.text import Edit, Span, minimal_edit

RULE = Rule(
    summary="Millions and billions of a currency are spelled out: €31 million.",
    why="M€ and Md€ are French and Spanish office shorthand; Md is a thousand million.",
    source="European Union interinstitutional style guide, 7.3.3",
    category="locale-conventions",
    safety=Safety.SUGGEST,
    locales=("en",),
    gate=r"[0-9][ \u00a0\u202f]?(?:k|M|Md|Mds|Mio\.?|Mrd\.?|mln|mld)[ \u00a0]?[€$£]",
    examples=(
        Example(before="A budget of 31 M€ was set.", after="A budget of €31 million was set."),
        Example(before="It cost 1.5 Md€ in all.", after="It cost €1.5 billion in all."),
        Example(before="It cost 2.5 Mio. € then.", after="It cost €2.5 million then."),
        Example(
            before="It cost 1.5 M€.",
            after="It cost €1.5 million.",
            source_lang="fr",
            source_text="Cela a coûté 1,5 M€.",
        ),
        Example(keep="It cost €31 million, or €31m."),
        Example(keep="It cost 31 M$5.", why="what is this?"),
    ),
)

SHORT = (
    r"(?<![\w.,:/$€£-])(?<![0-9][ \u00a0\u202f])"
    r"(?P<number>[0-9]+(?:[., \u00a0\u202f][0-9]{3})*(?:[.,][0-9]{1,2})?)[ \u00a0\u202f]?"
    r"(?P<scale>k|Mds?|M|Mio\.?|Mrd\.?|mln\.?|mld\.?)[ \u00a0]?(?P<sign>[€$£])"
    r"(?!\w|[ \u00a0]?[0-9])"
)
# What a source may hold: the separators of its number are its own.
SOURCE = (
    r"(?<![0-9.,])(?=(?P<number>[0-9]++(?:[., \u00a0\u202f][0-9]++){0,6})[ \u00a0\u202f]?"
    r"(?P<scale>k|Mds?|M|Mio|Mrd|mln|mld)\.?[ \u00a0\u202f]?(?P<sign>[€$£]))[0-9]"
)
SURE = ("Mio", "Mrd", "mld", "Md", "Mds")
SCALES = {
    "k": "thousand", "M": "million", "Mio": "million", "mln": "million", "Md": "billion",
    "Mds": "billion", "Mrd": "billion", "mld": "billion",
}  # fmt: skip


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each amount; M€ is sure when the source has the same amount."""
    for match in compiled(SHORT).finditer(context.text):
        short = match["scale"].rstrip(".")
        start, end, number_end = match.start(), match.end(), match.end("number")
        edits = [
            Edit(Span(start, start), match["sign"]),
            minimal_edit(context.text, number_end, end, f" {SCALES[short]}"),
        ]
        message = f"“{match[0]}” is “{match['sign']}{match['number']} {SCALES[short]}” in English"
        sure = short in SURE or _is_in_source(context, match)
        safety = Safety.APPLY if sure else Safety.SUGGEST
        yield rule.joint_finding(edits, message, span=Span(start, end), safety=safety)


def _is_in_source(context: Context, match: Match) -> bool:
    """Tell whether the source has the same amount in the same shorthand."""
    return _amount(match) in context.once(_amounts_of_source)


def _amounts_of_source(context: Context) -> frozenset[tuple[str, str, str]]:
    source = context.source.source_text or ""
    return frozenset(_amount(match) for match in compiled(SOURCE).finditer(source))


def _amount(match: Match) -> tuple[str, str, str]:
    """Return an amount so that the separators of two languages do not part it."""
    return re.sub(r"[^0-9]", " ", match["number"]), match["scale"].rstrip("."), match["sign"]
