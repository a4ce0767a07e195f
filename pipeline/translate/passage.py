"""A text and its translation, with what its decoder doubts; knows neither packages nor blocks."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.translate.aligned import place
from pipeline.translate.decoder import Decoded

Flag = tuple[str, int, int, str]  # kind, start and end in the source, the words in question


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its translation, step by step: two where it went by way of English."""

    steps: tuple[Decoded, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def source(self) -> str:
        """What was translated."""
        return self.steps[0].source

    @property
    def text(self) -> str:
        """The translation."""
        return self.steps[-1].text

    @property
    def english(self) -> str:
        """What stood in between, "" where the way was direct."""
        return self.steps[0].text if len(self.steps) > 1 else ""

    def place(self, offset: int) -> int:
        """Return where in the translation a place in the source falls."""
        for step in self.steps:
            offset = place(step, offset)
        return offset
