"""The space that French sets before its high marks, where the article sets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

# A word, a digit or a closing mark, then perhaps spaces, then the mark, then space or end.
MARK = r"(?<=[\p{L}\p{N})\]%\u00bb\u201d\"'\u2019])([ \u00a0\u202f\u2009]*)([;:!?])(?=[!?]*(?:[ \u00a0\u202f\r\n)\u00bb\"\u201d]|\Z))"

RULE = Rule(
    summary="A no-break space stands before ; : ! ? where the language sets one.",
    why="Without it the mark clings to the word, and with a plain space it may begin a line.",
    source="Lexique des règles typographiques en usage à l'Imprimerie nationale (2002)",
    category="locale-conventions",
    gate=r"[\p{L}\p{N})\]%\u00bb\u201d\"'\u2019][ \u00a0\u202f\u2009]*[;:!?]",
    locales=("fr",),
    examples=(
        Example(
            before="Vraiment? Oui\u00a0: c'est vrai\u202f; il l'a dit\u202f!",
            after="Vraiment\u202f? Oui\u00a0: c'est vrai\u202f; il l'a dit\u202f!",
        ),
        Example(
            before="Il a dit: «\u00a0Non\u00a0»\u202f! Vraiment\u202f? Oui\u202f!",
            after="Il a dit\u00a0: «\u00a0Non\u00a0»\u202f! Vraiment\u202f? Oui\u202f!",
        ),
        Example(
            before="Vraiment ? Oui! Mais pourquoi ? Ah !",
            after="Vraiment ? Oui ! Mais pourquoi ? Ah !",
        ),
        Example(keep="Vraiment ? Oui : c'est vrai !", why="plain spaces throughout are a style"),
        Example(keep="Voir http://a.fr/?q=1 demain à 12:30."),
        Example(keep="Vraiment? Oui!", lang="fr-CA", why="Canadian French sets none here"),
        Example(keep="Oui\u00a0! Non\u00a0! Vraiment\u00a0?", why="a no-break space of any width"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Set the space that the article sets before most of its high marks."""
    matches = [m for m in compiled(MARK).finditer(context.text) if _space(context, m)]
    habits = Counter(map(_habit, matches))
    if len(habits) < 2:
        return
    usual, count = habits.most_common(1)[0]
    if usual == "none":
        return
    for match in matches:
        found = _habit(match)
        if found in (usual, "no-break"):
            continue
        wanted = _space(context, match) if usual == "no-break" else " "
        sure = 4 * count >= 3 * len(matches)  # so clear a majority that one run settles it
        yield rule.finding(
            context.text,
            match.start(1),
            match.end(1),
            wanted,
            f"{_NAMES[found]} stands before {match[2]!r}, {_NAMES[usual]} before most marks here",
            safety=Safety.APPLY if sure else Safety.SUGGEST,
        )


_NAMES = {"none": "no space", "plain": "a plain space", "no-break": "a no-break space"}


def _space(context: Context, match: Match) -> str:
    """Return the space that the locale sets before the mark, "" for none."""
    return context.locale_at(match.start(2)).spacing.before.get(match[2], "")


def _habit(match: Match) -> str:
    if not match[1]:
        return "none"
    return "plain" if match[1].strip(" ") == "" else "no-break"
