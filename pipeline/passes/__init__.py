"""The passes in the order in which they run.

A pass may first add facts to the document (blocks, locales); then the rules in the folder of
its name look for findings, and again in what they gave, until they settle. Removing repeated
blocks comes after everything that can make two blocks equal, so that cleaning twice changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.document import Document, Source
from pipeline.passes.align import set_sources
from pipeline.passes.language import set_locales
from pipeline.passes.score import score_sentences
from pipeline.passes.structure import find_blocks
from pipeline.passes.translate import settle_translations, translate_blocks
from pipeline.plan import Plan
from pipeline.result import Revision

Annotate = Callable[[Document, Source, Plan], Document]
Settle = Callable[[Document, Document, Revision, Source, Plan], tuple[Document, Source]]


@dataclass(frozen=True, slots=True)
class Pass:
    """One step: `annotate` adds facts, the rules in `rules/<name>/` give findings.

    `settle` reads (before, after, revision) and gives the document and the source as the passes
    after it see them. Without what the plan calls `needs`, the step is not taken. One that is taken
    `again` looks only at a text that changed, and only what it applies is new.
    """

    name: str
    annotate: Annotate | None = None
    settle: Settle | None = None
    needs: str = ""
    again: bool = False


PASSES = (
    Pass("decode"),
    Pass("repair"),
    Pass("structure", find_blocks),
    Pass("language", set_locales),
    Pass("align", set_sources),
    Pass("translate", translate_blocks, settle_translations, needs="translator"),
    Pass("artifacts"),
    Pass("numbers"),
    Pass("conventions"),
    Pass("quotes"),
    Pass("apostrophes"),
    Pass("spacing"),
    Pass("repair", again=True),  # a mark that is another one now may show a wrong charset
    Pass("terms"),
    Pass("repeats"),
    Pass("score", score_sentences, needs="scorer"),
    Pass("checks", set_sources),  # a copy that was removed may have had the source of the other
)
