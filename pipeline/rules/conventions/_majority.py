"""What an article does most of the time, and whether that is clear enough to act on."""

from __future__ import annotations

from collections import Counter

from pipeline.finding import Safety

ENOUGH = 3  # times the other forms


def majority(counts: Counter[str], enough: int = ENOUGH) -> tuple[str, Safety] | None:
    """Return the form to unify to and how sure it is, None when the article does not mix.

    APPLY is for a form that stands `enough` times and that many times as often as the others: below
    three, the references of translated articles have the rarer form as often as the usual one.

    >>> majority(Counter({"Mr": 3, "Mr.": 1}))
    ('Mr', <Safety.APPLY: 0>)
    >>> majority(Counter({"Mr": 2, "Mr.": 1}))
    ('Mr', <Safety.SUGGEST: 1>)
    """
    if len(counts) < 2:
        return None
    (usual, most), (_, second) = counts.most_common(2)
    if most == second:
        return None
    clear = most >= enough and most >= enough * (counts.total() - most)
    return usual, Safety.APPLY if clear else Safety.SUGGEST
