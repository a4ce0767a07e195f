"""Translate the blocks that are not in the target language; knows the plan's translator alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.analysis.languages import detect_article, function_word_hits, letters_in, vote_on
from pipeline.document import UNSURE, Block, Document, Kind, Source, Translation
from pipeline.glossary.concept import Concept
from pipeline.locale import best_match
from pipeline.plan import Plan
from pipeline.result import Revision

if TYPE_CHECKING:
    from pipeline.translate.names import Find, Printed

RULE = "translate.block"  # the rule whose findings are the translations

ENOUGH = 60  # code points that tell the language of a block against what the article says
SURE = 0.9  # the voter's confidence for that
UNSPACED = ("ja", "km", "lo", "my", "th", "zh")  # sentences follow each other without a space


def translate_blocks(document: Document, source: Source, plan: Plan) -> Document:
    """Return the document with the translations of its blocks, or why there are none.

    Raises CannotTranslateError where nothing translates the language of the article.
    """
    translator = plan.translator
    if translator is None:
        return document
    main = _main(document, source, plan)
    wanted: dict[str, list[Block]] = {}
    for block in document.blocks:
        tag = _language(block, document, main, plan)
        if tag:
            wanted.setdefault(tag, []).append(block)
    found = [
        one
        for tag, blocks in wanted.items()
        for one in _all(document, source, tag, blocks, main, plan)
    ]
    return replace(document, translations=tuple(sorted(found, key=lambda one: one.block)))


def settle_translations(
    before: Document, after: Document, revision: Revision, source: Source, plan: Plan
) -> tuple[Document, Source]:
    """Return the document with the locales and sources of translated blocks, and what is known."""
    applied = {finding.span for finding in revision.applied if finding.rule == RULE}
    done = {
        revision.offsets.around(one.block): one
        for one in before.translations
        if one.block in applied
    }
    if not done or plan.translator is None:
        return after, source
    tag = best_match(plan.translator.target, plan.locales) or UNSURE
    blocks = tuple(
        replace(block, locale=tag, confidence=1.0, source=done[block.span].block.of(before.text))
        if block.span in done
        else block
        for block in after.blocks
    )
    originals = "\n\n".join(one.block.of(before.text) for one in done.values())
    language = next(iter(done.values())).language
    known = replace(
        source,
        lang=plan.translator.target,
        source_lang=source.source_lang or language,
        source_text=source.source_text or originals,
    )
    return replace(after, blocks=blocks, locale=tag), known


def _main(document: Document, source: Source, plan: Plan) -> str:
    """Return the language of the article; what is said about it may be older than its text."""
    target = plan.translator.target if plan.translator else UNSURE
    if source.lang and not _same(document.locale, target):
        found = detect_article(document.text, plan.words_to_tags)[0]
        if _same(found, target):
            return target
    return document.locale


def _language(block: Block, document: Document, main: str, plan: Plan) -> str:
    """Return the tag of a block that has to be translated, "" for one that has not."""
    target = plan.translator.target if plan.translator else UNSURE
    text = block.span.of(document.text)
    if block.kind is Kind.CODE or not letters_in(text):
        return ""
    tag = block.locale if block.locale != UNSURE else main
    if tag == document.locale != main:  # it was only said to be in this language
        vote, certainty = vote_on(text) if len(text) >= ENOUGH else (UNSURE, 0.0)
        tag = vote if certainty >= SURE else main
    if _same(tag, target):
        return ""
    words = plan.function_words
    lists = {
        "own": words.get(_subtag(tag), frozenset()),
        "target": words.get(_subtag(target), frozenset()),
    }
    hits = function_word_hits(text.lower().split(), lists)
    return "" if hits["target"] > hits["own"] else tag


def _all(
    document: Document, source: Source, tag: str, blocks: Sequence[Block], main: str, plan: Plan
) -> list[Translation]:
    """Return the translations of the blocks in one language, made in one batch."""
    from pipeline.translate.batch import Writing, translate_spans
    from pipeline.translate.route import NoRouteError
    from pipeline.translate.translator import name_of

    translator = plan.translator
    if translator is None or tag == UNSURE:
        left = "its language is not certain; name it with --lang"
        return [Translation(block.span, tag, left=left) for block in blocks]
    try:
        route = translator.route(tag)
    except NoRouteError as error:
        if _same(tag, main):
            raise
        return [Translation(block.span, tag, left=str(error)) for block in blocks]
    locale = plan.locale(tag)
    how = Writing(
        *_names(source, tag, plan),
        frozenset(locale.words.abbreviations),
        unspaced=_subtag(translator.target) in UNSPACED,
    )
    spans = [block.span for block in blocks]
    found = translate_spans(document, spans, translator, route, how)
    return [
        Translation(span, tag, name_of(route), sentences)
        for span, sentences in zip(spans, found, strict=True)
    ]


def _names(source: Source, tag: str, plan: Plan) -> tuple[Find, Printed]:
    """Return what finds the names in a text of the source, and in a translation of it."""
    from pipeline.translate.names import Name

    target = _subtag(plan.translator.target) if plan.translator else UNSURE
    lexicon = plan.glossary.lexicon(target)
    language = _subtag(tag)

    def holds(concept: Concept) -> bool:
        house = not concept.profile or plan.house.names in concept.profiles
        return concept.type != "phrase" and house and concept.valid_on(source.date)

    def is_certain(concept: Concept, found: str, printed: str) -> bool:
        sure = concept.action == "apply" and not concept.source_langs
        return found == printed or sure or language in concept.source_langs

    def find(text: str) -> list[Name]:
        found: dict[tuple[int, int], Name] = {}
        for hit in lexicon.named(text):
            concept, span = hit.term.concept, (hit.start, hit.end)
            seen = text[hit.start : hit.end]
            if holds(concept) and is_certain(concept, seen, hit.replacement):
                name = Name(*span, hit.replacement, concept.type, concept.id)
                found.setdefault(span, name)
        return list(found.values())

    def printed(text: str) -> set[str]:
        return {hit.replacement for hit in lexicon.named(text)}

    return find, printed


def _same(one: str, other: str) -> bool:
    return _subtag(one) == _subtag(other)


def _subtag(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
