"""A form with what stands around it, on one line."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")


def in_context(text: str, start: int, end: int, printed: str = "", width: int = 76) -> str:
    """Return the form between brackets, with as much around it as the width allows.

    >>> in_context("They met in Kiev on Monday.", 12, 16, "Kyiv", 30)
    '... in [Kiev > Kyiv] on ...'
    """
    middle = f"[{text[start:end]} > {printed}]" if printed else f"[{text[start:end]}]"
    room = max(width - len(middle), 8) // 2
    left = _SPACE.sub(" ", text[max(0, start - 2 * room) : start])
    right = _SPACE.sub(" ", text[end : end + 2 * room])
    if len(left) > room:
        left = f"...{left[3 - room :]}"
    if len(right) > room:
        right = f"{right[: room - 3]}..."
    return (left + middle + right).strip()
