"""An apostrophe with a space beside it inside a contraction or a possessive."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="An apostrophe stands close to both halves of its word.",
    why="Tokenisers split don't and minister's, and the halves are not always joined again.",
    source="Penn Treebank tokenisation; Chicago Manual of Style 17, 7.30",
    category="design-and-markup",
    locales=("en",),
    gate=r"\p{L}[ \u00a0\u202f]['\u2018\u2019][ \u00a0\u202f]?(?:s|t|re|ve|ll|d|m)[^\p{L}]"
    r"|\p{L}['\u2019][ \u00a0\u202f](?:s|t|re|ve|ll|d|m)[^\p{L}]"
    r"|s[ \u00a0\u202f]['\u2019][ \u00a0\u202f]\p{Ll}|[a-z][ \u00a0\u202f]n['\u2019]t[^\p{L}]",
    examples=(
        Example(
            before="The minister 's office confirmed it.",
            after="The minister's office confirmed it.",
        ),
        Example(
            before="They don 't want it; I 'm sure we 'll win.",
            after="They don't want it; I'm sure we'll win.",
        ),
        Example(
            before="It' s a victory, and they' ve won.", after="It's a victory, and they've won."
        ),
        Example(
            before="He did n't answer; she ca n\u2019t come.",
            after="He didn't answer; she can\u2019t come.",
        ),
        Example(before="The firm' s owner isn’ t here.", after="The firm's owner isn’t here."),
        Example(
            before="The minister ' s car and the bank ’s money.",
            after="The minister's car and the bank’s money.",
        ),
        Example(
            before="The workers ' demands were ignored.",
            after="The workers' demands were ignored.",
        ),
        Example(keep="The workers ' demands met' were few.", why="a quotation, badly spaced"),
        Example(keep="Press the 's' key or the 't' key, then 's again."),
        Example(keep="It is rock 'n' roll, said 's-Hertogenbosch, and Sophie in 't Veld."),
        Example(keep="He is 5' s tall; the workers' strike; the 'firm' s is odd."),
        Example(keep="He wrote 'the bus' d d d and the states' s-curve."),
    ),
)

_PRONOUNS = "I|you|he|she|it|we|they|that|there|who|what|this|here|where|how|these|those"
_NEGATED = (
    "do|does|did|is|are|was|were|has|have|had|wo|would|could|should|must|need|might|ca|ai|sha"
    "|dare|ought"
)
_GAP = "[ \u00a0\u202f]"
_END = r"(?=[ \u00a0\u202f.,;:!?\r\n)\u201d\"\u2014\u2013])"
_MARK = (
    rf"(?<=\p{{L}})(?P<gap>{_GAP}?)(?P<mark>['\u2018\u2019])(?P<gap2>{_GAP}?)"
    rf"(?P<end>t|re|ve|ll|d|m|s){_END}"
)
# What stands before the apostrophe, by the rest of the word after it.
_ALONE = r"(?<![\p{L}\p{N}'\u2019])"
_HALVES = {
    "t": rf"{_ALONE}(?i:(?:{_NEGATED})n)\Z",
    "s": rf"{_ALONE}(?!(?i:the|an?|of|and|or|then|letters?|in|to|for|with)\b)"
    r"[\p{L}\p{N}\-.]{0,40}\p{L}\Z",
}
_SHORTENED = rf"{_ALONE}(?i:{_PRONOUNS})\Z"
_PLURAL = (
    r"(?<=\b(?:[Tt]he|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]hese|[Tt]hose)"
    rf"{_GAP})(\p{{Ll}}{{2,24}}s){_GAP}(['\u2019])(?={_GAP}\p{{Ll}}{{3,}})"
)
# The Penn Treebank cuts before the n: did n't, ca n't.
_NOT = rf"(?<![\p{{L}}\p{{N}}'\u2019])(?i:{_NEGATED})({_GAP})(?=n['\u2019]t{_END})"
_OPENING = r"(?<![\p{L}\p{N}])['\u2018](?=\p{L})"
_NEAR = 120  # code points in which an opening mark makes the apostrophe a closing one


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_MARK).finditer(text):
        if match["gap"] or match["gap2"]:
            at = match.start()
            half = compiled(_HALVES.get(match["end"], _SHORTENED)).search(text, max(0, at - 42), at)
            if half is not None:
                yield _joined(rule, text, half.start(), match)
    for match in compiled(_NOT).finditer(text):
        message = f"{match[0].rstrip()}n't is one word"
        yield rule.finding(text, match.start(1), match.end(1), "", message)
    for match in compiled(_PLURAL).finditer(text):
        if not _is_quoted(text, match.start()) and not _has_mark(text, match.end(), match[2]):
            message = f"the possessive {match[1]}{match[2]} has no space before its apostrophe"
            end = match.end()
            yield rule.finding(text, match.end(1), end, match[2], message)


def _has_mark(text: str, at: int, mark: str) -> bool:
    """Tell whether such a mark closes something soon: then the first one may open a quotation."""
    closing = rf"(?<=[\p{{L}}\p{{N}}.,!?]){mark}(?!\p{{L}}|{_GAP}s\b)"
    return compiled(closing).search(text, at, at + _NEAR) is not None


def _joined(rule: Rule, text: str, begin: int, match: Match) -> Finding | None:
    if (not match["gap"] or match["gap2"]) and _is_quoted(text, begin):
        return None  # 'the firm' s: the mark may close a quotation
    mark = "\u2019" if match["mark"] == "\u2018" else match["mark"]
    start = match.start()
    plural = text[start - 1] == match["end"] == "s" and bool(match["gap2"])
    whole = text[begin:start] + mark + match["end"]
    return rule.finding(
        text,
        start,
        match.end(),
        mark + match["end"],
        f"{whole} is one word: no space beside the apostrophe",
        safety=Safety.SUGGEST if plural else Safety.APPLY,
    )


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether a single mark opens something in the same line shortly before."""
    start = max(text.rfind("\n", 0, at) + 1, at - _NEAR)
    found = compiled(_OPENING).search(text, start, at + 1)
    return found is not None or text[at - 1 : at] in ("'", "\u2018")
