"""A sentence that stands twice in a row inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.context import Context
from pipeline.document import Block, Kind
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A sentence stands once in a row.",
    why="The machine translated a sentence twice; people who repeat one do it in a few words.",
    source="Observed in machine-translated news",
    category="accuracy",
    safety=Safety.SUGGEST,
    gate="[.!?\u2026\u3002\uff01\uff1f]",
    examples=(
        Example(
            before="The council met on Tuesday. The council met on Tuesday. It decided nothing.",
            after="The council met on Tuesday. It decided nothing.",
        ),
        Example(
            before="The train left the rails near the border on Monday. "
            "The train left the rails near the border on Monday. Nobody died.",
            after="The train left the rails near the border on Monday. Nobody died.",
        ),
        Example(
            before="A. 会议昨天在北京的大楼里举行，开了一整天。"
            "会议昨天在北京的大楼里举行，开了一整天。",
            after="A. 会议昨天在北京的大楼里举行，开了一整天。",
            lang="zh",
        ),
        Example(keep="Never again. Never again. They said so."),
        Example(keep="The council met on Tuesday. It decided. The council met on Tuesday."),
        Example(
            keep="They will come back home. They will come back home.",
            source_lang="de",
            source_text="Sie werden heimkommen. Sie werden heimkommen.",
            why="the source repeats too",
        ),
    ),
)

LONG = 18  # code points; a shorter sentence may be repeated on purpose
SURE = 30  # code points; nobody writes so much twice in a row
_ENDS = ("! ", "? ", "\u3002", "\n")
# What does not end as a sentence is read past in one go.
_SENTENCE = re.compile(
    "[^.!?\u2026\u3002\uff01\uff1f\r\n]+([.!?\u2026\u3002\uff01\uff1f]+[\"'\u201d\u2019\u00bb)\u300d]*)?"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    if not _may_repeat(text):
        return
    before = ""
    end = 0
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        repeats = sentence == before and len(sentence) >= LONG and match[1] is not None
        if repeats and "\n" not in text[end : match.start()]:
            block = context.document.block_at(match.start())
            if block is not None and not _is_meant(context, block):
                message = "this sentence repeats the one before it"
                safety = Safety.APPLY if len(sentence) >= SURE else Safety.SUGGEST
                yield rule.finding(text, end, match.end(), "", message, safety=safety)
        before, end = sentence, match.end()


def _may_repeat(text: str) -> bool:
    """Tell cheaply whether a sentence may repeat the one before it."""
    for end in _ENDS:
        text = text.replace(end, ". ")
    # An empty piece begins every other; a line break makes one.
    pieces = [piece for piece in text.split(". ") if len(piece) > LONG - 3]
    return any(map(str.startswith, pieces[1:], pieces))


def _is_meant(context: Context, block: Block) -> bool:
    """Tell whether the block is code, or its source has a sentence twice as well."""
    if block.kind is Kind.CODE:
        return True
    original = block.source or context.source.source_text or ""
    sentences = [match[0].strip() for match in _SENTENCE.finditer(original)]
    return any(one == two for one, two in pairwise(sentences))
