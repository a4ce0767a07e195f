"""A bar on standard error while a long run goes on; nothing where nobody looks."""

from __future__ import annotations

import sys
from time import monotonic
from typing import Self

PATIENCE = 1.0  # seconds before anything is shown
EVERY = 0.1  # seconds between two pictures
WIDTH = 24
FEW = 64  # sentences; so many are translated at once


class Progress:
    """How many of the files are done; shown on a terminal once it takes longer."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._next = monotonic() + PATIENCE
        self._shown = False
        self._wanted = total > 1 and is_watched()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def step(self) -> None:
        """Count a file, and draw the bar if it is time."""
        if self._wanted and monotonic() >= self._next:
            self._next = monotonic() + EVERY
            _draw(self._done, self._total, "files")
            self._shown = True
        self._done += 1

    def wipe(self) -> None:
        """Clear the line of the bar, so that something can be said there."""
        if self._shown:
            _clear()
            self._shown = False


def is_watched() -> bool:
    """Tell whether standard error is a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def show_sentences(done: int, total: int) -> None:
    """Draw how many sentences of an article are translated; nothing for a short one."""
    if done >= total:
        _clear()
    elif total > FEW:
        _draw(done, total, "sentences")


def _draw(done: int, total: int, what: str) -> None:
    full = WIDTH * done // total
    bar = "#" * full + "." * (WIDTH - full)
    sys.stderr.write(f"\r[{bar}] {done} of {total} {what}")
    sys.stderr.flush()


def _clear() -> None:
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
