"""What of a translation is far less probable than the rest of its article; knows no packages.

Every sentence is measured by the others: a package that is unsure of all of them doubts none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import exp

from pipeline.document import Doubt
from pipeline.text import Span
from pipeline.translate.aligned import bare, hull, origin, words_around, words_of
from pipeline.translate.decoder import Decoded
from pipeline.translate.flags import uncovered

Scores = tuple[float, ...]  # the log-probability of each piece, and of the end

FLOOR = -20.0  # nats; a piece that is less probable says no more
FEW = 4  # sentences besides this one, without which nothing is usual
SHORT = 8  # pieces; the mean of a shorter sentence says less
DEEP = 4  # times as far below the middle of the sentences as their lower quarter begins
LEAST_DEPTH = 1.0  # nats for that: about a third of the usual probability
LEAST_SPREAD = 1.5  # nats from the usual piece to the lowest tenth
ALARM = 3.0  # spreads that a run of pieces is below the lowest tenth, all together
PART = 0.5  # of a sentence; more is all of it


def doubts_of(batch: Sequence[Decoded]) -> list[list[Doubt]]:
    """Return the doubts about each sentence, next to the others; spans are of its text."""
    scored = [tuple(max(p, FLOOR) for p in decoded.log_probs) for decoded in batch]
    known = [own for own in scored if own]
    if len(known) <= FEW:
        return [[] for _ in batch]
    article = _Article(known)
    return [
        list(_doubts(decoded, own, article)) if own else []
        for decoded, own in zip(batch, scored, strict=True)
    ]


class _Article:
    """What the sentences of an article have, from which each is measured by the others."""

    def __init__(self, scored: Sequence[Scores]) -> None:
        self._means = sorted(map(_mean, scored))
        self._pieces = sorted(p for own in scored if not self.is_far_below(own) for p in own)
        self._tops = sorted(_highest(self.costs(own)) for own in scored)

    def middle(self, own: Scores) -> float:
        """Return the mean of the sentence in the middle of the others."""
        return _without(self._means, [_mean(own)], 0.5)

    def usual(self, own: Scores) -> float:
        """Return the piece in the middle of those of the others."""
        return _without(self._pieces, sorted(own), 0.5)

    def is_far_below(self, own: Scores) -> bool:
        """Tell whether a sentence is far less probable than the others."""
        middle, quarter = self.middle(own), _without(self._means, [_mean(own)], 0.25)
        damped = (_mean(own) - middle) * min(len(own) / SHORT, 1)
        return damped < -max(DEEP * (middle - quarter), LEAST_DEPTH)

    def costs(self, own: Scores) -> list[float]:
        """Return by how many spreads each piece lies below the lowest tenth of the others."""
        usual = self.usual(own)
        spread = max(usual - _without(self._pieces, sorted(own), 0.1), LEAST_SPREAD)
        return [(usual - p) / spread - 1 for p in own]

    def runs(self, own: Scores) -> list[tuple[int, int]]:
        """Return (first, end) of the pieces that cost far more than any do in most others."""
        costs = self.costs(own)
        middle, quarter = (_without(self._tops, [_highest(costs)], share) for share in (0.5, 0.75))
        return list(low_runs(costs, max(ALARM, middle + DEEP * (quarter - middle))))


def _doubts(decoded: Decoded, own: Scores, article: _Article) -> Iterator[Doubt]:
    """Yield what is improbable: the whole sentence only where no smaller part can be named."""
    runs = article.runs(own)
    part = 0 < sum(end - first for first, end in runs) < len(own) * PART
    if not part and article.is_far_below(own):
        chances = exp(_mean(own)), exp(article.middle(own))
        yield Doubt("sentence", Span(0, len(decoded.text)), *chances, decoded.source)
        return
    for first, end in runs:
        chances = exp(_mean(own[first:end])), exp(article.usual(own))
        span = bare(decoded.text, words_around(decoded, first, end))
        if any(map(str.isalnum, span.of(decoded.text))):
            yield Doubt("words", span, *chances, origin(decoded, span))
        elif end == len(own):
            yield Doubt("end", _last_word(decoded), *chances, _last_unseen(decoded))


def _last_unseen(decoded: Decoded) -> str:
    """Return the last words of the source that nothing was made of, "" for none."""
    start, end = (list(uncovered(decoded)) or [(0, 0)])[-1]
    return decoded.source[start:end]


def low_runs(costs: Sequence[float], alarm: float = ALARM) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of the runs whose costs rise to the alarm, cut where they are highest.

    Page's cumulative sum (1954): one very improbable piece is a run, and so are several that
    are somewhat improbable. A usual piece has a cost below 0.

    >>> list(low_runs([-1, -1, 5, -1, -1, -1, -1, -1, -1, 2, 2, -1]))
    [(2, 3), (9, 11)]
    """
    return ((first, end) for first, end, top in _rises(costs) if top >= alarm)


def _rises(costs: Sequence[float]) -> Iterator[tuple[int, int, float]]:
    """Yield (first, end, sum) of each rise of the costs, up to where it is highest."""
    total = top = 0.0
    start = end = 0
    for at, cost in enumerate(costs):
        if total <= 0:
            total, start, top = 0.0, at, 0.0
        total += cost
        if total > top:
            top, end = total, at + 1
        if top > 0 and (total <= max(top - ALARM, 0) or at + 1 == len(costs)):
            yield start, end, top
            total = top = 0.0


def _highest(costs: Sequence[float]) -> float:
    return max((top for _, _, top in _rises(costs)), default=0.0)


def _without(every: Sequence[float], own: Sequence[float], share: float) -> float:
    """Return the value below which a share of the others lies; both are sorted."""
    rank = int(share * (len(every) - len(own)))

    def others(at: int) -> int:
        return bisect_right(every, every[at]) - bisect_right(own, every[at])

    return every[bisect_right(range(len(every) - 1), rank, key=others)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _last_word(decoded: Decoded) -> Span:
    words = [
        bare(decoded.text, hull(decoded.target_ranges, *word)) for word in words_of(decoded.pieces)
    ]
    spoken = [one for one in words if any(map(str.isalnum, one.of(decoded.text)))]
    return spoken[-1] if spoken else Span(0, len(decoded.text))
