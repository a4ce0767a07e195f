"""A paragraph that is the same as its source."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Kind
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A translated paragraph differs from its source.",
    why="The machine gave a segment back as it was.",
    source="MQM, untranslated",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="Le maire parle encore.\n\nThe town is old.",
            source_lang="fr",
            source_text="Le maire parle encore.\n\nLa ville est vieille.",
            lang="en",
        ),
        Example(
            keep="Anna Kovalenko, Kyiv 2024\n\nThe town is old.",
            source_lang="fr",
            source_text="Anna Kovalenko, Kyiv 2024\n\nLa ville est vieille.",
            lang="en",
            why="names and numbers stay as they are",
        ),
        Example(
            keep="The town is very old.",
            source_lang="en",
            source_text="The town is very old.",
            lang="en",
        ),
    ),
)

LEAST = 3  # words in lower case; fewer may be a name, a credit, a motto


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    source = context.source
    language = (source.source_lang or "").replace("_", "-").partition("-")[0]
    if language == context.locale.language:
        return
    lines = {line.strip() for line in (source.source_text or "").splitlines()}
    for block in context.document.blocks:
        text = block.span.of(context.text).strip()
        same = text == block.source.strip() if block.source else text in lines
        if not same or block.kind is Kind.CODE or not text:
            continue
        if sum(word[:1].islower() for word in text.split()) >= LEAST:
            message = f"this {block.kind} is the same as in the source"
            start, end = block.span.start, block.span.end
            yield rule.finding(context.text, start, end, None, message)
