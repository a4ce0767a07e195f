"""Decide the locale of the article and of each block; `--lang` wins, unsure is an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.analysis.languages import (
    LEAST,
    detect_article,
    function_word_hits,
    letters_in,
    script_of,
    vote_on,
)
from pipeline.document import UNSURE, Block, Document, Kind, Source
from pipeline.locale import Locale, best_match
from pipeline.plan import Plan

ENOUGH = 60  # code points; a shorter block has the locale of its article
SURE = 0.9  # the second voter's confidence that makes a block foreign


def set_locales(document: Document, source: Source, plan: Plan) -> Document:
    """Return the document with its locale and its blocks' locales set."""
    given = best_match(source.lang, plan.locales) if source.lang else None
    if given is not None:
        tag, confidence = given, 1.0
    else:
        found, confidence = detect_article(_prose(document), plan.words_to_tags)
        tag = best_match(found, plan.locales) or UNSURE
    words = plan.function_words
    blocks = tuple(
        _set_locale(block, document.text, tag, confidence, words, plan) for block in document.blocks
    )
    return replace(document, blocks=blocks, locale=tag)


def _prose(document: Document) -> str:
    """Return the text without its protected spans: an address is in no language."""
    if not document.protected:
        return document.text
    pieces: list[str] = []
    done = 0
    for span in document.protected:
        pieces.append(document.text[done : span.start])
        done = span.end
    return "".join([*pieces, document.text[done:]])


def _set_locale(
    block: Block,
    text: str,
    tag: str,
    confidence: float,
    words: Mapping[str, frozenset[str]],
    plan: Plan,
) -> Block:
    if block.locale != UNSURE or block.kind is Kind.CODE:
        return block
    found = _foreign(block.span.of(text), tag, words, plan)
    if found is not None:
        tag, confidence = found
    return Block(block.span, block.kind, tag, confidence, block.source)


def _foreign(
    line: str, tag: str, words: Mapping[str, frozenset[str]], plan: Plan
) -> tuple[str, float] | None:
    """Return (tag, confidence) when the block is in another language than its article."""
    if len(line) < ENOUGH and (line.isascii() or tag == UNSURE):
        return None
    if sum(word in line for word in plan.markers.get(tag, ())) > 1:
        return None  # the cheap test, which nearly every paragraph passes
    own = words.get(tag, frozenset())
    found = set(line[: 4 * ENOUGH].lower().split())
    if len(own & found) * ENOUGH >= min(len(line), 4 * ENOUGH):
        return None
    if len(line) < ENOUGH and (letters_in(line) < LEAST or _is_at_home(line, tag, plan)):
        return None
    vote, certainty = vote_on(line)
    other = best_match(vote, plan.locales)
    if other is None or certainty < SURE or _same(plan.locale(tag), plan.locale(other)):
        return None
    if tag != UNSURE and _is_at_home(line, tag, plan):
        hits = function_word_hits(found, {"own": own, "other": words[other]})
        if hits["other"] <= hits["own"] + 1:
            return None
    return other, certainty


def _is_at_home(line: str, tag: str, plan: Plan) -> bool:
    return script_of(line) == plan.locale(tag).script


def _same(one: Locale, other: Locale) -> bool:
    return one.language == other.language
