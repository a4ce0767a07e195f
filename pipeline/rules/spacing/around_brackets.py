"""The space outside brackets, where it slipped inside or got lost."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A space stands before an opening bracket and after a closing one.",
    why="The machine sets the space on the wrong side of the bracket, or none at all.",
    source="Chicago Manual of Style 17, 6.7 and 6.95",
    category="design-and-markup",
    but_not=("zh", "ja", "ko"),
    gate=r"\p{L}\([ \u00a0]?[\p{L}\p{N}]|\)[\p{L}]",
    examples=(
        Example(
            before="The trial( which lasted a year )is over.",
            after="The trial (which lasted a year) is over.",
        ),
        Example(
            before="The European Union( EU )and others agreed.",
            after="The European Union (EU) and others agreed.",
        ),
        Example(
            before="It cost a lot (almost two billion crowns)on Thursday.",
            after="It cost a lot (almost two billion crowns) on Thursday.",
        ),
        Example(
            before="The works (opened in 2004)has closed.",
            after="The works (opened in 2004) has closed.",
        ),
        Example(
            before="The firm(founded in May) and the European Union(EU) agreed.",
            after="The firm (founded in May) and the European Union (EU) agreed.",
        ),
        Example(
            keep="The person(s) may (re)build or (un)do it; (s)he calls f(x, y) and max(a, b, c)."
        ),
        Example(keep="Write to name(at)example and see section 3(a)ii of (the act)s."),
        Example(keep="Sodium(I) and the word [sic] stay; Wagner(the group).", lang="de"),
    ),
)

_SPACES = "[ \\u00a0\\u202f]"
_BRACKETS = (
    rf"(?P<left>\p{{L}}{{0,3}})(?P<open>\((?P<in>{_SPACES}{{0,3}}))(?=[\p{{L}}\p{{N}}])"
    rf"(?P<inner>[^()\r\n]{{1,300}}?)(?P<close>(?P<out>{_SPACES}{{0,3}})\))(?P<right>\p{{L}}{{0,3}})"
)

_WORDS_INSIDE = r"[\p{L}\p{N}][\p{L}'\u2019-]*(?: [\p{L}\p{N}][\p{L}\p{N}'\u2019%-]*){2}(?:,? [\p{L}\p{N}][\p{L}\p{N}'\u2019%-]*)*[.!?]?"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_BRACKETS).finditer(text):
        words = len(match["inner"].split())
        if len(match["left"]) == 3 and (
            match["in"] or _is_prose(context, match) or (words > 3 and "=" not in match["inner"])
        ):
            sure = bool(match["in"]) or _is_prose(context, match)
            safety = Safety.APPLY if sure else Safety.SUGGEST
            start, end = match.start("open"), match.end("open")
            message = "the space stands before the bracket '('"
            yield rule.finding(text, start, end, " (", message, safety=safety)
        if len(match["right"]) >= 2 and (match["out"] or words > 2):
            sure = bool(match["out"]) or words > 3 or _is_prose(context, match)
            safety = Safety.APPLY if sure else Safety.SUGGEST
            start, end = match.start("close"), match.end("close")
            message = "the space stands after the bracket ')'"
            yield rule.finding(text, start, end, ") ", message, safety=safety)


def _is_prose(context: Context, match: Match) -> bool:
    """Tell whether English words stand inside, or the initials of a name before the bracket."""
    if not context.locale_at(match.start()).is_a("en"):
        return False
    return compiled(_WORDS_INSIDE).fullmatch(match["inner"]) is not None or (
        compiled(r"[A-Z]{2,6}").fullmatch(match["inner"]) is not None
        and compiled(r"\p{Lu}[\p{Ll}'\u2019-]{2,}\Z").search(
            context.text, max(0, match.start("open") - 24), match.start("open")
        )
        is not None
    )
