"""The space between two sentences that run into each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.analysis.english import FUNCTION_WORDS
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A space stands between two sentences.",
    why="The machine translates sentence by sentence and joins them without the space.",
    source="Chicago Manual of Style 17, 2.9: one space between sentences",
    category="design-and-markup",
    gate=r"[\p{Ll}\p{N})\u201d\"][.!?]\p{Lu}",
    examples=(
        Example(
            before="The bridge collapsed.The river was high.A man drowned.",
            after="The bridge collapsed. The river was high. A man drowned.",
        ),
        Example(
            before="He went to Lima.The rest stayed.", after="He went to Lima. The rest stayed."
        ),
        Example(
            before="It fell in August.Economists were surprised.",
            after="It fell in August. Economists were surprised.",
        ),
        Example(before="Did they leave?Nobody knows.", after="Did they leave? Nobody knows."),
        Example(
            before="Міст упав.Річка вийшла з берегів.",
            after="Міст упав. Річка вийшла з берегів.",
            lang="uk",
        ),
        Example(
            keep="See Node.js, Node.JS, Booking.Com, notes.Txt, the U.S.A. of A.D. 70, Yahoo!News."
        ),
        Example(keep="He wrote self.Name and call.Method(x), obj.Field.Name, and J.Smith replied."),
        Example(keep="The firm my.Design grew. The firm my.Design fell.", why="a name, twice"),
    ),
)

_JOINED = (
    r"(?<![\p{L}\p{N}._/@\-])(?P<left>\p{L}\p{Ll}{1,30})(?P<mark>[.!?])"
    r"(?P<right>\p{Lu}\p{Ll}{1,30}|[AI])(?=[ \u00a0\u202f,;:'\u2019\r\n]|[.!?\"\u201d](?!\p{L})|\Z)"
)
# Endings of addresses and files, which some writers capitalise.
_ENDINGS = frozenset(
    "com net org gov edu info biz io ai de fr uk us ru ua by tv app dev js py txt pdf csv exe"
    " html name method ру рф ком".split()
)
_CODE = frozenset("self this system math console window document".split())


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    matches = list(compiled(_JOINED).finditer(text))
    counts = Counter(match[0] for match in matches)
    for match in matches:
        if match["right"].casefold() in _ENDINGS or match["left"].casefold() in _CODE:
            continue
        if match["mark"] == "!" and match["left"][0].isupper():
            continue  # Yahoo!News
        if counts[match[0]] > 1:
            continue  # Arch.Design, again and again, is a name
        sure = _is_sentence(match) or _is_dated(text, match)
        safety = Safety.APPLY if sure else Safety.SUGGEST
        end = match.end("mark")
        message = f"a space is missing between {match['left']!r} and {match['right']!r}"
        yield rule.finding(text, end, end, " ", message, safety=safety)


def _is_sentence(match: Match) -> bool:
    """Tell whether nothing speaks for a name or a title: Arch.Design, Mr.Smith have a capital."""
    if len(match["left"]) < 2:
        return False
    return match["left"].islower() or match["right"].casefold() in FUNCTION_WORDS


def _is_dated(text: str, match: Match) -> bool:
    """Tell whether a date or a place ends the sentence, and words in lower case go on after it."""
    before = text[max(0, match.start() - 8) : match.start()]
    place = len(match["left"]) > 4 and compiled(r"\b(?:in|from|near|since|on) \Z").search(before)
    follows = compiled(r"[ \u00a0]\p{Ll}{2}").match(text, match.end())
    return bool(place) and follows is not None
