"""Offsets in UTF-16 units, which Java and JavaScript count, for text in code points."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # two units each


class Utf16:
    r"""The UTF-16 offsets of one text.

    >>> Utf16("a\U0001f600b").at(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]

    def at(self, offset: int) -> int:
        """Return the offset in units of an offset in code points."""
        return offset + bisect_left(self._astral, offset)
