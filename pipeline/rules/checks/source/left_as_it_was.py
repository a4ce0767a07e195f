"""Words of the source that stand in the translation as they were."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import quoted, source_blocks, source_locale

RULE = Rule(
    summary="Nothing but names is the same in the source and in its translation.",
    why="The machine gave part of a sentence back as it was.",
    source="MQM, untranslated",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="The council met on Monday. Il a fermé le pont de la rue du Port.",
            source_lang="fr",
            source_text="Le conseil s'est réuni lundi. Il a fermé le pont de la rue du Port.",
            lang="en",
        ),
        Example(
            flag="Він сказав, что совет закрыл этот мост on Monday.",
            source_lang="ru",
            source_text="Он сказал, что совет закрыл этот мост в понедельник.",
            lang="uk",
        ),
        Example(
            keep="Maria Kerleo of the Compagnie de la rue du Port left on Monday 12 May 2024.",
            source_lang="fr",
            source_text="Maria Kerleo de la Compagnie de la rue du Port est partie lundi 12 mai 2024.",
            lang="en",
            why="a name",
        ),
        Example(
            keep="The film “Il a fermé le pont de la rue” opened on Monday.",
            source_lang="fr",
            source_text="Le film « Il a fermé le pont de la rue » est sorti lundi.",
            lang="en",
            why="a title keeps its language",
        ),
    ),
)

_WORD = r"[\p{L}\p{M}]+(?:['\u2019-][\p{L}\p{M}]+)*"
_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
RUN = 4  # words in a row
SMALL = 3  # of them in small letters, of three letters and more
# Languages that share whole phrases.
_KIN = (
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"cs", "sk"}),
    frozenset({"sr", "hr"}),
    frozenset({"es", "pt", "ca", "it"}),
    frozenset({"sv", "da", "nb"}),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    theirs = source_locale(context).language
    for block, source in source_blocks(context):
        text, start = block.span.of(context.text), block.span.start
        if " ".join(text.split()) == " ".join(source.split()):
            continue  # the whole block: a rule of its own
        kin = any({theirs, context.locale_of(block).language} <= group for group in _KIN)
        small = SMALL + 1 if kin else SMALL
        for first, last, count in _runs(text, source):
            quotes = _QUOTES & set(text[max(0, first - 2) : last])
            if count < small or quotes:
                continue
            if not context.document.is_protected(start + first, start + last):
                message = f"as in the source: {quoted(text[first:last], 100)}"
                yield rule.finding(context.text, start + first, start + last, None, message)


def _runs(text: str, source: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, small words) of the longest runs of words that both texts have."""
    theirs = [match[0] for match in compiled(_WORD).finditer(source)]
    grams = {tuple(theirs[at : at + RUN]) for at in range(len(theirs) - RUN + 1)}
    mine = list(compiled(_WORD).finditer(text)) if grams else []
    at = 0
    while at <= len(mine) - RUN:
        end = at
        while _words(mine[end : end + RUN]) in grams:
            end += 1
        if end > at:
            run = mine[at : end + RUN - 1]
            small = {word[0] for word in run if word[0].islower() and len(word[0]) > 2}
            yield run[0].start(), run[-1].end(), len(small)
            at = end + RUN - 1
        else:
            at += 1


def _words(matches: list[Match]) -> tuple[str, ...]:
    return tuple(match[0] for match in matches)
