"""The passes in the order in which they run.

A pass may first add facts to the document (blocks, locales); then the rules in the folder of
its name look for findings. Removing repeated blocks comes after everything that can make two
blocks equal, so that cleaning twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.document import Document, Source
from pipeline.passes.align import set_sources
from pipeline.passes.language import set_locales
from pipeline.passes.structure import find_blocks
from pipeline.plan import Plan


@dataclass(frozen=True, slots=True)
class Pass:
    """One step: `annotate` adds facts, the rules in `rules/<name>/` give findings."""

    name: str
    annotate: Callable[[Document, Source, Plan], Document] | None = None


PASSES = (
    Pass("decode"),
    Pass("repair"),
    Pass("structure", find_blocks),
    Pass("language", set_locales),
    Pass("align", set_sources),
    Pass("translate"),
    Pass("artifacts"),
    Pass("numbers"),
    Pass("conventions"),
    Pass("quotes"),
    Pass("apostrophes"),
    Pass("spacing"),
    Pass("terms"),
    Pass("repeats"),
    Pass("checks"),
)
