"""Quotations that run over several paragraphs, and the marks that have no partner anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.analysis.quotation import Mark, Role
from pipeline.context import Context
from pipeline.rules._quotes import Reading, read_article

REACH = 6  # paragraphs of one speech


@dataclass(frozen=True, slots=True)
class Speeches:
    """What became of the double marks without a partner in their own paragraph.

    `pairs` open in one paragraph and close in a later one; `lonely` have no partner at all.
    """

    pairs: tuple[tuple[Mark, Mark], ...]
    lonely: tuple[Mark, ...]


def read_speeches(context: Context) -> Speeches:
    """Find the partners of odd marks in the paragraphs after theirs.

    A long quotation may open each paragraph anew, or only the first; it closes in the last.
    """
    pairs: list[tuple[Mark, Mark]] = []
    lonely: list[Mark] = []
    waiting: tuple[int, Mark] | None = None
    for number, reading in enumerate(context.once(read_article)):
        if reading.locale.script in ("Hani", "Hira", "Hang"):
            continue  # no spaces: sides are read from the marks alone
        odd = [mark for mark in reading.quotation.odd if mark.double]
        for mark in odd:
            if mark.role is Role.OPEN:
                if waiting is not None and not opens_block(reading, mark):
                    lonely.append(waiting[1])
                waiting = number, mark
            elif waiting is not None and number - waiting[0] <= REACH:
                pairs.append((waiting[1], mark))
                waiting = None
            else:
                lonely.append(mark)
        if waiting is not None and not odd and _closes_it(reading, number - waiting[0]):
            waiting = None
    if waiting is not None:
        lonely.append(waiting[1])
    return Speeches(tuple(pairs), tuple(lonely))


def opens_block(reading: Reading, mark: Mark) -> bool:
    """Tell whether a mark is the first character of its paragraph."""
    return mark.at == reading.block.span.start


def _closes_it(reading: Reading, distance: int) -> bool:
    """Tell whether a paragraph after an open one begins with a quotation that it closes."""
    pairs = reading.quotation.pairs
    return 0 < distance <= REACH and bool(pairs) and opens_block(reading, pairs[0][0])
