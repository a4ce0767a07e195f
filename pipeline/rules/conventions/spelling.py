"""British or American spelling, through the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.gate import Gate
from pipeline.house import KEEP
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import is_quoted
from pipeline.rules.conventions._majority import majority
from pipeline.rules.conventions._spellings import (
    british_to_american,
    gate,
    is_oxford,
)

RULE = Rule(
    summary="An article is spelled in British or in American English.",
    why="The machine learned from both and mixes them in one sentence.",
    source="Oxford English Dictionary, Merriam-Webster; 424 of 866 translated articles mix them, "
    "19 of 141 human ones (WMT news tests)",
    category="locale-conventions",
    locales=("en",),
    gate=gate(),
    examples=(
        Example(
            before="The colour of the theatre and the centre is the neighbor of honour.",
            after="The colour of the theatre and the centre is the neighbour of honour.",
        ),
        Example(
            before="They organize, analyze and favor the color of honor; the defence failed.",
            after="They organize, analyze and favor the color of honor; the defense failed.",
        ),
        Example(
            flag="They analyze and favor the color; the defence failed.",
            why="three words are too few to tell where the article is printed",
        ),
        Example(
            before="The color of labour.",
            after="The colour of labour.",
            house=(("spelling", "uk"),),
        ),
        Example(
            keep="The colour, honour and favour of the World Trade Center and the Labor Party.",
            why="names keep their spelling",
        ),
        Example(keep="They organize colour and honour.", why="-ize is good British English too"),
        Example(keep="The colour, honour and favour of “the color purple”.", why="quoted words"),
    ),
)

_ALONE = r"(?<![\w'\u2019/@#.-])[a-z]{4,20}(?![\w/@-]|\.\w)"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    house = context.house.spelling
    if house == KEEP and not _has_both(text):
        return
    british, american = _tables()
    matches = [
        match
        for match in compiled(_ALONE).finditer(text)
        if match[0] in british or match[0] in american
    ]
    usual, safety, reason = _chosen(house, matches)
    table = british if usual == "us" else american
    oxford = house == KEEP and not any(is_oxford(british.get(match[0], "")) for match in matches)
    for match in matches if usual else ():
        wanted = table.get(match[0])
        if wanted is None or (usual == "uk" and oxford and is_oxford(match[0])):
            continue
        if is_quoted(context, match.start(), match.end()):
            continue  # somebody else's words, or a title
        message = f"{match[0]!r} becomes {wanted!r}: {reason}"
        yield rule.finding(text, match.start(), match.end(), wanted, message, safety=safety)


def _has_both(text: str) -> bool:
    """Tell whether a text may have both spellings; British ones are the rarer."""
    return all(gate.open_for(text) for gate in _gates())


@cache
def _gates() -> tuple[Gate, ...]:
    return tuple(Gate([f"(?:{'|'.join(sorted(table))})"]) for table in _tables())


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return the tables from British to American and back."""
    british = british_to_american()
    return british, {after: before for before, after in british.items()}


def _chosen(house: str, matches: list[Match]) -> tuple[str, Safety, str]:
    """Return the variety to unify to ("" for none), how sure it is, and why.

    A word in -ize tells nothing: Oxford and much of Britain write it too.
    """
    if house != KEEP:
        return house, Safety.APPLY, "house style"
    british = british_to_american()
    counts = Counter(
        "uk" if match[0] in british else "us" for match in matches if not is_oxford(match[0])
    )
    chosen = majority(counts, enough=4)  # three words to one are a draw against the references
    if chosen is None:
        return "", Safety.SUGGEST, ""
    name = "British" if chosen[0] == "uk" else "American"
    return *chosen, f"most of the article is in {name} spelling"
