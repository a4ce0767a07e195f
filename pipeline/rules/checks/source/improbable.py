"""What the package of the pair finds improbable in a translation, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Doubt
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import quoted

RULE = Rule(
    summary="What is far less probable than the rest of the article is read beside its source.",
    why="A package of the pair, asked with --score, would hardly have translated so.",
    source="MQM, mistranslation; forced decoding; Page (1954), Continuous Inspection Schemes",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="The mayor came. An avocado has signed the law.",
            source_lang="fr",
            source_text="Le maire est venu. Un avocat a signé la loi.",
            lang="en",
            doubts=(("words", "avocado", "avocat"),),
        ),
        Example(
            flag="The mayor came. The rain sings in the old hat.",
            source_lang="fr",
            source_text="Le maire est venu. Un avocat a signé la loi.",
            lang="en",
            doubts=(("sentence", "The rain sings in the old hat.", ""),),
        ),
        Example(
            flag="The mayor came. A lawyer has signed.",
            source_lang="fr",
            source_text="Le maire est venu. Un avocat a signé la loi.",
            lang="en",
            doubts=(("end", "signed", "la loi"),),
        ),
        Example(
            keep="The mayor came. An avocado has signed the law.",
            source_lang="fr",
            source_text="Le maire est venu. Un avocat a signé la loi.",
            lang="en",
            why="no package was asked",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for scored in context.document.scores:
        for doubt in scored.doubts:
            start, end = doubt.span.start, doubt.span.end
            message = _message(doubt, context.text[start:end], scored.by)
            yield rule.finding(context.text, start, end, None, message)


def _message(doubt: Doubt, seen: str, by: str) -> str:
    chance, usual = _percent(doubt.chance), _percent(doubt.usual)
    if doubt.kind == "end":
        lost = f", and nothing here is {quoted(doubt.source)}" if doubt.source else ""
        return f"{by} would go on after {quoted(seen)}: to end there has {chance}{lost}"
    said = f", for {quoted(doubt.source)}" if doubt.source else ""
    return f"improbable to {by}: {quoted(seen)}{said} ({chance} a piece; {usual} is usual here)"


def _percent(chance: float) -> str:
    """Return a probability as an editor reads it.

    >>> _percent(0.614), _percent(0.0312), _percent(0.00004)
    ('61%', '3.1%', 'under 0.1%')
    """
    percent = 100 * chance
    if percent < 0.1:
        return "under 0.1%"
    return f"{percent:.0f}%" if percent >= 10 else f"{percent:.1f}%"
