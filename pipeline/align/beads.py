"""The cheapest way to lay two sequences of units side by side: dynamic programming in a band.

After Gale and Church (1993), lengths decide; shared figures, names and marks help. Knows units,
not texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import erfc, inf, log, sqrt

from pipeline.align.units import Unit, joined

Moves = Mapping[tuple[int, int], float]

# How many units of the source stand for how many of the translation, and the cost of it.
# Machines join and split sentences, and seldom paragraphs.
SENTENCES: Moves = {
    (1, 1): 0.0,
    (1, 2): 2.5,
    (2, 1): 2.5,
    (2, 2): 5.0,
    (1, 0): 5.5,
    (0, 1): 5.5,
}
PARAGRAPHS: Moves = {
    (1, 1): 0.0,
    (1, 2): 8.0,
    (2, 1): 8.0,
    (2, 2): 16.0,
    (1, 0): 6.0,
    (0, 1): 6.0,
}
_VARIANCE = 3.0  # of the length of a translation, by code point of the source
_BAND = 12  # units beside the diagonal; doubled where the path runs along its rim
_CLEAR = 0.0  # cost of a unit, on average, at which nothing can be missing
_DOUBTFUL = 12.0  # cost of one at which something may be
_WORST = 25.0  # a length that fits worse than this says no more


@dataclass(frozen=True, slots=True)
class Bead:
    """A group of units: `source` and `target` are (first, end), one of them may be empty."""

    source: tuple[int, int]
    target: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether both sides have something."""
        return self.source[0] < self.source[1] and self.target[0] < self.target[1]


def align(
    source: Sequence[Unit],
    target: Sequence[Unit],
    moves: Moves = SENTENCES,
    ratio: float | None = None,
) -> tuple[Bead, ...]:
    """Return the groups in the order of both sequences; every unit is in one.

    `ratio` is the usual length of the translation by that of its source, where it is known
    from elsewhere.

    >>> from pipeline.align.units import unit_of
    >>> one = [unit_of(text) for text in ("Il a payé 12 euros.", "Il est parti.")]
    >>> two = [unit_of("He paid 12 euros and left.")]
    >>> align(one, two)
    (Bead(source=(0, 2), target=(0, 1)),)
    """
    if not source or not target:
        return (
            *(Bead((at, at + 1), (0, 0)) for at in range(len(source))),
            *(Bead((0, 0), (at, at + 1)) for at in range(len(target))),
        )
    if len(source) == len(target) and _runs_parallel(source, target, ratio):
        return tuple(Bead((at, at + 1), (at, at + 1)) for at in range(len(source)))
    band = _BAND + abs(len(source) - len(target))
    while True:
        found, at_rim = _Grid(source, target, band, moves, ratio or _ratio(source, target)).path()
        if not at_rim or band > max(len(source), len(target)):
            return tuple(_reunited(found, source, target))
        band *= 2


def _runs_parallel(source: Sequence[Unit], target: Sequence[Unit], ratio: float | None) -> bool:
    """Tell whether as many units as there are stand side by side without a doubt."""
    usual = ratio or _ratio(source, target)
    costs = [
        _misfit(one.length * usual, two.length) - _shared(one, two)
        for one, two in zip(source, target, strict=True)
    ]
    return max(costs) < _DOUBTFUL and sum(costs) <= _CLEAR * len(costs)


def _reunited(
    beads: Sequence[Bead], source: Sequence[Unit], target: Sequence[Unit]
) -> Iterator[Bead]:
    """Yield the beads; what is missing just where something of its length was added is one."""
    before: Bead | None = None
    for bead in beads:
        if before is None:
            before = bead
            continue
        both = Bead((before.source[0], bead.source[1]), (before.target[0], bead.target[1]))
        if not before.is_whole and not bead.is_whole and both.is_whole:
            one, two = joined(source[slice(*both.source)]), joined(target[slice(*both.target)])
            if one.length < 2 * two.length and two.length < 2 * one.length:
                before = both
                continue
        yield before
        before = bead
    if before is not None:
        yield before


class _Grid:
    """Costs along a band around the diagonal of lengths; a row is forgotten after two more."""

    def __init__(
        self,
        source: Sequence[Unit],
        target: Sequence[Unit],
        band: int,
        moves: Moves,
        ratio: float,
    ) -> None:
        self._source, self._target, self._band, self._moves = source, target, band, moves
        self._ratio = ratio
        self._centres = _centres(source, target)

    def path(self) -> tuple[tuple[Bead, ...], bool]:
        """Return the cheapest beads, and whether they touch a rim that hides more."""
        steps: list[dict[int, tuple[int, int]]] = []
        rows: list[dict[int, float]] = []
        for at in range(len(self._source) + 1):
            costs: dict[int, float] = {}
            moves: dict[int, tuple[int, int]] = {}
            for other in self._columns(at):
                best, move = self._best(at, other, rows, costs) if at or other else (0.0, (0, 0))
                if best < inf:
                    costs[other], moves[other] = best, move
            rows = [*rows[-1:], costs]
            steps.append(moves)
        return self._back(steps)

    def _columns(self, at: int) -> range:
        centre = self._centres[at]
        first, last = centre - self._band, centre + self._band
        if at == len(self._source):
            last = len(self._target)
        return range(max(first, 0), min(last, len(self._target)) + 1)

    def _best(
        self, at: int, other: int, rows: Sequence[dict[int, float]], costs: dict[int, float]
    ) -> tuple[float, tuple[int, int]]:
        best, chosen = inf, (0, 0)
        for move, prior in self._moves.items():
            left, right = move
            if left > at or right > other:
                continue
            row = rows[-left] if left else costs
            before = row.get(other - right, inf)
            if before + prior >= best + _GAIN:
                continue
            cost = before + prior + self._cost(at, other, left, right)
            if cost < best:
                best, chosen = cost, move
        return best, chosen

    def _cost(self, at: int, other: int, left: int, right: int) -> float:
        if not left or not right:
            return 0.0
        one = joined(self._source[at - left : at])
        two = joined(self._target[other - right : other])
        return _misfit(one.length * self._ratio, two.length) - _shared(one, two)

    def _back(self, steps: Sequence[dict[int, tuple[int, int]]]) -> tuple[tuple[Bead, ...], bool]:
        at, other = len(self._source), len(self._target)
        beads: list[Bead] = []
        at_rim = False
        while at or other:
            columns = self._columns(at)
            at_rim |= (other == columns[0] > 0) or (other == columns[-1] < len(self._target))
            left, right = steps[at].get(other, (0, 0))
            if left == right == 0:
                return (), True
            beads.append(Bead((at - left, at), (other - right, other)))
            at, other = at - left, other - right
        return tuple(reversed(beads)), at_rim


def _ratio(source: Sequence[Unit], target: Sequence[Unit]) -> float:
    total = sum(unit.length for unit in source) or 1
    return min(max(sum(unit.length for unit in target) / total, 0.2), 5.0)


def _centres(source: Sequence[Unit], target: Sequence[Unit]) -> list[int]:
    """Return for each place between source units the place in the target at the same share."""
    mine = [0, *accumulate(unit.length + 1 for unit in source)]
    theirs = [0, *accumulate(unit.length + 1 for unit in target)]
    return [bisect_left(theirs, place * theirs[-1] / mine[-1]) for place in mine]


_GAIN = 12.0  # the most that shared evidence can be worth


def _misfit(expected: float, found: float) -> float:
    """Return how surprising a length is, 0 for the expected one."""
    spread = sqrt(_VARIANCE * (expected + found) / 2) or 1.0
    chance = erfc(abs(found - expected) / spread / sqrt(2))
    return min(-log(chance), _WORST) if chance > 0 else _WORST


def _shared(one: Unit, two: Unit) -> float:
    """Return what the figures, words and marks of both sides are worth, at most `_GAIN`."""
    figures = len(one.figures & two.figures) - 0.75 * min(len(one.figures ^ two.figures), 4)
    words = min(len(one.words & two.words), 6)
    marks = -len(one.marks ^ two.marks)
    return min(2.0 * figures + 0.8 * words + 0.5 * marks, _GAIN)
