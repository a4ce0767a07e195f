"""Let the package of the pair score each sentence against its source; knows the plan's scorer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pipeline.analysis.languages import detect_article
from pipeline.context import Context
from pipeline.document import UNSURE, Document, Source
from pipeline.passes.align import set_sources
from pipeline.plan import Plan
from pipeline.rules._aligned import aligned_sentences
from pipeline.text import Span
from pipeline.translate.package import CannotTranslateError


def score_sentences(document: Document, source: Source, plan: Plan) -> Document:
    """Return the document with the scores of its sentences, as far as they have a source.

    Raises CannotTranslateError where no package is for the pair, or it is not known which.
    """
    scorer = plan.scorer
    if scorer is None:
        return document
    document = set_sources(document, source, plan)
    whole = [
        pair
        for pair in aligned_sentences(Context(document, plan, source))
        if pair.source and pair.text and pair.block.locale in (document.locale, UNSURE)
    ]
    if not whole:
        return document
    package = scorer.package(*_languages(document, source, plan))
    found = scorer.score([(pair.source, pair.text) for pair in whole], package)
    return replace(
        document,
        scores=tuple(
            one.moved(partial(_shifted, by=pair.start))
            for one, pair in zip(found, whole, strict=True)
        ),
    )


def _languages(document: Document, source: Source, plan: Plan) -> tuple[str, str]:
    """Return the tags of the pair."""
    own = source.source_lang or detect_article(source.source_text or "", plan.words_to_tags)[0]
    for tag, option in ((own, "--source-lang"), (document.locale, "--lang")):
        if tag == UNSURE:
            side = "source" if option == "--source-lang" else "text"
            raise CannotTranslateError(
                f"the language of the {side} is not certain; name it with {option}"
            )
    return own, document.locale


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
