"""Scale words of other languages behind a number: 2.5 Mio., 3 Mrd., 60 milliards."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import MONEY
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Thousand, million and billion are English words behind a number.",
    why="Abbreviations of the source stay behind: Mio. and mln are millions, Mrd. and mld "
    "are thousands of millions.",
    source="CLDR compact decimal patterns (short)",
    category="linguistic-conventions",
    locales=("en",),
    gate=r"[0-9][ \u00a0\u202f]?"
    r"(?:Mio|[Mm]rd|Tsd|ml[dnr]|bln|[Mm]ill?i(?:ard|on[ei])|мл|трлн|т[ыи]с)",
    examples=(
        Example(before="It made 2.5 Mio. euros.", after="It made 2.5 million euros."),
        Example(before="It costs 3 Mrd. Euro.", after="It costs 3 billion Euro."),
        Example(before="It costs $2.8 mld. They paid.", after="It costs $2.8 billion. They paid."),
        Example(flag="It costs $2.8 bln. They paid.", why="agencies write this too"),
        Example(before="About 60 milliards euros.", after="About 60 billion euros."),
        Example(
            before="It has 7 млн tonnes, 5 млрд roubles.",
            after="It has 7 million tonnes, 5 billion roubles.",
        ),
        Example(before="Some 30 тыс. people came.", after="Some 30 thousand people came."),
        Example(keep="He drank 5 ml. of it."),
        Example(keep="It made £5m, €3bn and $2mn."),
        Example(keep="She lives at 5 Md Avenue."),
    ),
)

WORDS = {
    "thousand": ("Tsd", "тыс", "тис"),
    "million": ("Mio", "mln", "млн", "Millionen", "millionen", "millioni"),
    "billion": (
        "Mrd", "mrd", "mld", "mlrd", "bln", "млрд", "Milliarden", "milliarden", "Milliarde",
        "milliards", "Milliards", "milliard", "miliardi",
    ),
    "trillion": ("трлн",),
}  # fmt: skip
ENGLISH = {word: english for english, words in WORDS.items() for word in words}
SCALE = (
    rf"(?<=[0-9])(?P<gap>[ \u00a0\u202f]?)(?P<word>{'|'.join(sorted(ENGLISH, reverse=True))})"
    r"(?!\w|\.?[ \u00a0]?[€$£])(?P<point>\.?)"
)
GOES_ON = rf"[ \u00a0]?(?:[\p{{Ll}}0-9(,;:)-]|{MONEY})"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each scale word; its full stop stays where a sentence ends."""
    text = context.text
    for match in compiled(SCALE).finditer(text):
        wanted = f"{match['gap'] or ' '}{ENGLISH[match['word']]}{_stop(text, match)}"
        end = match.end("point")
        message = f"“{match['word']}” is “{ENGLISH[match['word']]}” in English"
        yield rule.finding(text, match.start(), end, wanted, message, safety=_safety(text, match))


def _stop(text: str, match: Match) -> str:
    """Return the full stop to keep: that of the sentence, not that of the abbreviation."""
    if not match["point"] or compiled(GOES_ON).match(text, match.end("point")):
        return ""
    return "."


def _safety(text: str, match: Match) -> Safety:
    """Return how sure the word is no name: Mio is a card, a company and a drink as well."""
    end = match.end("point")
    if match["word"] in ("mln", "bln"):
        return Safety.SUGGEST  # agency shorthand in English too
    named = match["word"] == "Mio" and not match["point"]
    if named and not compiled(rf"[ \u00a0]{MONEY}").match(text, end):
        return Safety.SUGGEST
    return Safety.APPLY
