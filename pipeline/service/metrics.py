"""Counters and one histogram in the text format of Prometheus; no label grows with the input."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

HELP = {
    "clean_requests_total": "Requests answered, by route and status.",
    "clean_findings_total": "Findings in cleaned texts, by what became of them.",
    "clean_texts_total": "Texts that were cleaned.",
    "clean_characters_total": "Code points of the texts that were cleaned.",
    "clean_workers_ended_total": "Workers that ended before their time, by how.",
    "clean_reloads_total": "Reloads of the glossary and the house styles, by outcome.",
    "clean_requests_under_way": "Requests that are being answered.",
    "clean_texts_waiting": "Texts that no worker has taken yet.",
    "clean_texts_running": "Texts that are with a worker.",
    "clean_workers": "Workers that take texts.",
    "clean_request_seconds": "How long requests took, by route.",
}


class Metrics:
    """What has happened since the service started."""

    def __init__(self) -> None:
        self._counts: dict[str, defaultdict[str, float]] = {}
        self._buckets: dict[str, list[int]] = {}
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter."""
        found = self._counts.setdefault(name, defaultdict(float))
        found[_labels(labels)] += amount

    def took(self, route: str, seconds: float) -> None:
        """Add a request to the histogram."""
        buckets = self._buckets.setdefault(route, [0] * (len(BUCKETS) + 1))
        buckets[bisect_left(BUCKETS, seconds)] += 1
        self._seconds[route] += seconds

    def page(self, gauges: Mapping[str, float]) -> str:
        """Return everything as Prometheus reads it; `gauges` is what holds at this moment."""
        lines: list[str] = []
        for name, counts in sorted(self._counts.items()):
            lines += _head(name, "counter")
            lines += (f"{name}{labels} {amount:g}" for labels, amount in sorted(counts.items()))
        for name, value in sorted(gauges.items()):
            lines += (*_head(name, "gauge"), f"{name} {value:g}")
        lines += self._histogram("clean_request_seconds")
        return "\n".join(lines) + "\n"

    def _histogram(self, name: str) -> Iterator[str]:
        yield from _head(name, "histogram")
        for route, buckets in sorted(self._buckets.items()):
            total = 0
            for bound, number in zip((*BUCKETS, "+Inf"), buckets, strict=True):
                total += number
                yield f"{name}_bucket{_labels({'route': route, 'le': str(bound)})} {total}"
            yield f"{name}_sum{_labels({'route': route})} {self._seconds[route]:.6f}"
            yield f"{name}_count{_labels({'route': route})} {total}"


def _head(name: str, kind: str) -> tuple[str, str]:
    return f"# HELP {name} {HELP[name]}", f"# TYPE {name} {kind}"


def _labels(labels: Mapping[str, str]) -> str:
    """Return labels as Prometheus writes them.

    >>> _labels({"route": "/v1/clean", "status": "200"})
    '{route="/v1/clean",status="200"}'
    """
    inside = ",".join(f'{name}="{value}"' for name, value in labels.items())
    return f"{{{inside}}}" if inside else ""
