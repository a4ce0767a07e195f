"""The space inside French guillemets, where the article sets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._guillemets import inner_sides, inner_space

RULE = Rule(
    summary="A no-break space stands inside French guillemets, the same one through the article.",
    why="The machine sets the space at some marks and forgets it at others; a plain space may "
    "leave a mark alone at the rim of a line.",
    source="Lexique des règles typographiques en usage à l'Imprimerie nationale (2002), guillemets",
    category="locale-conventions",
    gate=r"\u00ab[^\u00a0\u202f\u2009]|[^\u00a0\u202f\u2009]\u00bb",
    locales=("fr",),
    examples=(
        Example(
            before="Il a dit «oui». «\u00a0Non\u00a0», dit-elle.",
            after="Il a dit «\u00a0oui\u00a0». «\u00a0Non\u00a0», dit-elle.",
        ),
        Example(
            before="«\u202fOui\u202f», dit-il. «\u202fNon\u202f». « Peut-être ».",
            after="«\u202fOui\u202f», dit-il. «\u202fNon\u202f». «\u202fPeut-être\u202f».",
        ),
        Example(before="Le « oui» et le « non ».", after="Le « oui » et le « non »."),
        Example(keep="Il a dit « oui » et « non ».", why="plain spaces throughout are a style"),
        Example(keep="Il a dit «oui» et «non».", why="no space throughout is one too"),
        Example(keep="Il a dit «oui» et «non».", lang="fr-CH"),
        Example(keep="«\u00a0Oui\u202f», «\u202fnon\u00a0».", why="a no-break space of any width"),
    ),
)
_NAMES = {"": "no space", " ": "a plain space"}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Set the space that most guillemets have inside; one without any takes it too."""
    usual = context.once(inner_space)
    if not usual:
        return
    sides = [(span, span.of(context.text)) for span in context.once(inner_sides)]
    counts = Counter(found if found in _NAMES else "no-break" for _, found in sides)
    kept = counts[" " if usual == " " else "no-break"]
    for span, found in sides:
        if found not in _NAMES or found == usual:
            continue
        message = (
            f"{_NAMES[found]} inside the mark, {_NAMES.get(usual, 'a no-break space')} usually"
        )
        # Half of all sides at least, so that one run settles it.
        safety = Safety.APPLY if 2 * kept >= sum(counts.values()) else Safety.SUGGEST
        yield rule.finding(context.text, span.start, span.end, usual, message, safety=safety)
