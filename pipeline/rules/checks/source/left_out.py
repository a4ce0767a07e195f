"""A paragraph or a sentence of the source that the translation does not have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import aligned_sentences, gaps, is_much_shorter, quoted

_FRENCH = (
    "Le conseil a fermé le pont lundi matin après une longue inspection. "
    "Les bus passent désormais par la rue du Port, plus au nord. "
    "Les riverains protestent contre le bruit."
)
_ENGLISH = (
    "The council closed the bridge on Monday morning after a long inspection. "
    "The buses now run through the rue du Port, further north. "
    "The residents protest against the noise."
)

RULE = Rule(
    summary="Every paragraph and every sentence of the source is in the translation.",
    why="Machines drop a sentence and write on as if nothing were missing.",
    source="MQM, omission",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag=_ENGLISH.replace("The buses now run through the rue du Port, further north. ", ""),
            source_lang="fr",
            source_text=_FRENCH,
            lang="en",
        ),
        Example(
            flag="The bridge is closed\n\nThe residents protest against the noise of the buses.",
            source_lang="fr",
            source_text="Le pont est fermé\n\nLe conseil a voté lundi 412 travaux à Brest, selon "
            "Maria Kerleo.\n\nLes riverains protestent contre le bruit des bus.",
            lang="en",
        ),
        Example(keep=_ENGLISH, source_lang="fr", source_text=_FRENCH, lang="en"),
        Example(
            keep="The council closed the bridge on Monday, and the buses run further north.",
            source_lang="fr",
            source_text="Le conseil a fermé le pont lundi. Les bus passent plus au nord.",
            lang="en",
            why="two sentences have become one",
        ),
    ),
)

LEAST = 20  # code points; what is shorter may be a label or an interjection


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    pairs = context.once(aligned_sentences)
    for pair in pairs:
        if pair.text or len(pair.source) < LEAST or not is_much_shorter(context, pair.block):
            continue
        message = f"after this a sentence of the source is missing: {quoted(pair.source, 100)}"
        yield rule.finding(context.text, pair.start, pair.end, None, message)
    if not pairs:
        return
    for gap in context.once(gaps):
        if len(gap.source) >= LEAST:
            block = gap.after or context.document.blocks[0]
            where = "after" if gap.after else "before"
            message = f"{where} this a part of the source is missing: {quoted(gap.source, 100)}"
            yield rule.finding(context.text, block.span.start, block.span.end, None, message)
