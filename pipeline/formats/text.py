"""Plain text: one article, the file is its text."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.formats.segment import Layout, Segment


def looks_like(text: str) -> bool:
    """Tell that every text can be read as plain text."""
    del text
    return True


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return the text as one article."""
    del fields
    return Layout((Segment(text),))
