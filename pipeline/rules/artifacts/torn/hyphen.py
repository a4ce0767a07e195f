"""A hyphen with a space at its side inside a compound."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.english import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, VERBS
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.torn._compounds import (
    AGES,
    COMBINING,
    DESIGNATIONS,
    FIRST_NAMES,
    KOREAN_LAST,
    KOREAN_SURNAMES,
    LETTERS_ALONE,
    NUMBER_WORDS,
    PAIRS,
    PREFIXES,
    SUFFIXES,
    UNITS,
)

RULE = Rule(
    summary="A compound has no space beside its hyphen.",
    why="Engines cut well-known into three words and do not always join them again.",
    source="Chicago Manual of Style 17, 6.76: a hyphen joins, it never has a space on both sides",
    category="design-and-markup",
    locales=("en",),
    gate=r"[\p{L}\p{N}](?:[ \u00a0\u202f]-[ \u00a0\u202f]?|-[ \u00a0\u202f])[\p{L}\p{N}]",
    examples=(
        Example(
            before="The Moscow - based agency denied it.",
            after="The Moscow-based agency denied it.",
        ),
        Example(
            before="A well - known lawyer, a so -called expert.",
            after="A well-known lawyer, a so-called expert.",
        ),
        Example(
            before="The Franco - German brigade left.",
            after="The Franco-German brigade left.",
        ),
        Example(before="Cases of COVID - 19 rose again.", after="Cases of COVID-19 rose again."),
        Example(before="The T - 72 tanks and an S- 300.", after="The T-72 tanks and an S-300."),
        Example(
            before="The 27 -year-old and a 9 - year - old boy.",
            after="The 27-year-old and a 9-year-old boy.",
        ),
        Example(
            before="After a three - day visit he left.",
            after="After a three-day visit he left.",
        ),
        Example(
            before="The vice -president of a pro -European party.",
            after="The vice-president of a pro-European party.",
        ),
        Example(
            before="Jean -Pierre met an anti- war group.",
            after="Jean-Pierre met an anti-war group.",
        ),
        Example(
            before="The right - wing party and a cross- border deal.",
            after="The right-wing party and a cross-border deal.",
        ),
        Example(before="The pro - European bloc met.", after="The pro-European bloc met."),
        Example(keep="The pre- and post-war years, a two- to three-year term, pro- or anti-war."),
        Example(
            keep="He came from Moscow - based there since May - and left.",
            why="a parenthesis",
        ),
        Example(keep="The talks - led by Qatar - failed - backed by nobody."),
        Example(keep="He played well - known only to a few - and as well - known or not - did I."),
        Example(keep="Under Franco - Spanish exiles say - it fell to -5, and UTC -5."),
        Example(keep="Group F - 16 teams, Vitamin C - 30 mg, rated BB- 2 years ago."),
        Example(keep="So it is - so called or not. In 2020 - year of the rat - it rose."),
        Example(keep="In the US - led groups left; the golf pro - European at heart - won."),
        Example(keep="A condition sine qua non - peace first. Use the options -x and -y."),
    ),
)

_GAP = r"[ \u00a0\u202f]"
# The hyphen comes first, so that the words beside it are only looked at where there is one.
_JOINT = (
    rf"(?P<before>{_GAP}?)-(?P<after>{_GAP}?)(?<={_GAP}-|-{_GAP})"
    r"(?<=(?<![\p{L}\p{N}\-'\u2019/])(?P<left>[\p{L}\p{N}]{1,24}(?:-[\p{L}\p{N}]{1,24}){0,3})"
    rf"{_GAP}?-{_GAP}?)(?=(?P<right>[\p{{L}}\p{{N}}]{{1,24}})(?P<next>(?:{_GAP}[\p{{L}}\p{{N}}]{{1,24}})?))"
)
_FUNCTION = CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | VERBS
_NO_NOUNS = frozenset("now then here there only not both never ever later again too".split())
_BEFORE = r"(?:[\p{L}\p{N}]+|[\"\u201c(])[ \u00a0\u202f]?\Z"
_NUMBER_BEFORE = r"(?:\d|\b(?:" + "|".join(sorted(NUMBER_WORDS)) + r"))[ \-]{1,3}\Z"
_DASH = " - "
_NEAR = 160  # code points in which a second dash would make a parenthesis


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_JOINT).finditer(text):
        safety = _judge(text, match)
        if safety is None:
            continue
        message = f"{match['left']}-{match['right']} is one word: no space beside the hyphen"
        yield rule.finding(text, match.start(), match.end(), "-", message, safety=safety)


def _judge(text: str, match: Match) -> Safety | None:
    """Tell how sure it is that the two words are one compound, None for not at all."""
    if match["right"].casefold() in CONJUNCTIONS or match["right"] in ("to", "through", "und"):
        return None  # pre- and post-war
    for reading in (_is_number, _is_designation, _is_pair, _has_prefix, _is_name, _has_suffix):
        safety = reading(text, match)
        if safety is not None:
            return safety
    return None


def _is_number(text: str, match: Match) -> Safety | None:
    """Read 27 -year-old, 9 - year - old, three - day."""
    left, right = match["left"].casefold(), match["right"].casefold()
    if right in AGES and left.rpartition("-")[2] in ("year", "month", "week", "day", "hour"):
        counted = "-" in left or compiled(_NUMBER_BEFORE).search(
            text, max(0, match.start("left") - 20), match.start("left")
        )
        return Safety.APPLY if counted or not _is_loose(match) else None
    if right not in UNITS or not (left.isdecimal() or left in NUMBER_WORDS):
        return None
    if not _is_loose(match) or compiled(r"[ \-]{1,3}olds?\b").match(text, match.end() + len(right)):
        return Safety.APPLY
    determined = _word_before(text, match.start("left")) in DETERMINERS
    return Safety.APPLY if determined and _is_noun(match) and not _in_dashes(text, match) else None


def _is_designation(text: str, match: Match) -> Safety | None:
    """Read COVID - 19, T - 72, S- 300."""
    left, digits = match["left"], match["right"]
    if not digits[0].isdecimal() or not left[0].isupper():
        return None
    number = digits.rstrip("ABCDEFGHIKLMSTVUW")
    if number in DESIGNATIONS.get(left, ()):
        before = _word_before(text, match.start("left"), keep_case=True)
        named = _is_loose(match) and (
            before in LETTERS_ALONE or (before[:1].isupper() and before != "The")
        )
        return None if named else Safety.APPLY
    known = len(left) <= 3 and left.isupper() and not set(left) <= set("ABCDF")
    return Safety.SUGGEST if known and number.isdecimal() and not match["before"] else None


def _is_name(text: str, match: Match) -> Safety | None:
    """Read Jean -Pierre, Kim Jong -un; another pair of capitals with one space is likely."""
    left, right = match["left"], match["right"]
    if _is_loose(match) or not left[0].isupper():
        return None
    if right in KOREAN_LAST and _word_before(text, match.start("left")) in KOREAN_SURNAMES:
        return Safety.APPLY
    if not (right.istitle() and left.istitle()) or right.casefold() in _FUNCTION:
        return None
    if left in FIRST_NAMES:
        return Safety.APPLY
    return Safety.SUGGEST if min(len(left), len(right)) > 2 else None


def _is_pair(text: str, match: Match) -> Safety | None:
    """Read well - known, so -called, T- shirt."""
    if match["right"].casefold() not in PAIRS.get(match["left"].casefold(), ()):
        return None
    if not _is_loose(match):
        return Safety.APPLY
    loose = _word_before(text, match.start("left")) in ("as", "too", "so", "how", "very")
    return None if loose or not _is_noun(match) or _in_dashes(text, match) else Safety.APPLY


def _has_prefix(text: str, match: Match) -> Safety | None:
    """Read vice -president, pro -European, Franco - German."""
    left, right = match["left"].casefold(), match["right"]
    if left in COMBINING:
        ending = right.endswith(("an", "ese", "ish", "ch", "ic", "i", "iet", "axon"))
        if not (ending and right.istitle()):
            return None
        if left == "franco" and _word_before(text, match.start("left")) not in DETERMINERS:
            return None if _is_loose(match) else Safety.SUGGEST  # under Franco - Spanish exiles
        return Safety.APPLY if not _is_loose(match) or _is_noun(match) else None
    if left not in PREFIXES or right.casefold() in _FUNCTION or not right[0].isalpha():
        return None
    if not _is_loose(match):
        return Safety.APPLY
    before = _word_before(text, match.start("left"))
    if left == "pro" and right.istitle() and before in DETERMINERS and _is_noun(match):
        return None if _in_dashes(text, match) else Safety.APPLY
    alone = left not in ("anti", "non") or _word_before(text, match.start("left")) == "qua"
    return None if alone or _in_dashes(text, match) else Safety.APPLY


def _has_suffix(text: str, match: Match) -> Safety | None:
    """Read Moscow -based, US - led: before a noun, and not in a parenthesis."""
    if match["right"] not in SUFFIXES or not _is_noun(match) or _in_dashes(text, match):
        return None
    if not _is_loose(match):
        return Safety.APPLY
    before = _word_before(text, match.start("left"))
    if not match["left"][0].isupper() or before not in DETERMINERS:
        return None
    whole = compiled(r"\b(?:in|to|from|for|at|near|with|on|by) the \Z")
    at = match.start("left")
    return None if whole.search(text, max(0, at - 12), at) else Safety.APPLY


def _is_loose(match: Match) -> bool:
    """Tell whether there is a space on both sides, as there is beside a dash."""
    return bool(match["before"] and match["after"])


def _is_noun(match: Match) -> bool:
    """Tell whether the word after the compound may be the noun it stands before."""
    word = match["next"][1:]
    return word.islower() and not (word in _FUNCTION or word in _NO_NOUNS or word.endswith("ly"))


def _in_dashes(text: str, match: Match) -> bool:
    """Tell whether another hyphen between spaces stands near in the line: a parenthesis."""
    start = max(text.rfind("\n", 0, match.start()), match.start() - _NEAR) + 1
    end = text.find("\n", match.end())
    end = min(len(text) if end < 0 else end, match.end() + _NEAR)
    around = text[start : match.start()], text[match.end() :][: end - match.end()]
    return any(_DASH in part or "\u2013" in part or "\u2014" in part for part in around)


def _word_before(text: str, at: int, *, keep_case: bool = False) -> str:
    """Return the word before an offset in its sentence, "" for none."""
    found = compiled(_BEFORE).search(text, max(0, at - 30), at)
    word = found[0].strip() if found else ""
    return word if keep_case else word.casefold()
