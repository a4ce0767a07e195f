"""What several test modules share: CPU time that may only grow with the length of a text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

collect_ignore = ["golden.py"]  # a program beside the tests

RATIO = 10  # for four times the text; linear is 4, quadratic 16
FLOOR = 0.25  # seconds of CPU; shorter times say nothing
TRIES = 3  # a time may have been disturbed, or have compiled a pattern: the best counts

Work = Callable[[], object]
Linear = Callable[[Callable[[int], Work], int], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--large", action="store_true", help="texts four times as long, for timing")


@pytest.fixture(scope="session")
def assert_linear(request: pytest.FixtureRequest) -> Linear:
    """Give the check `(make, size)`: `make(size)` returns the work to be timed on that size."""
    scale = 1 if request.config.getoption("--large") else 4

    def check(make: Callable[[int], Work], size: int) -> None:
        size = max(1, size // scale)
        small, large = make(size), make(4 * size)
        before, after = 9e9, 9e9
        for _ in range(TRIES):
            after = min(after, cpu(large))
            if after < FLOOR:
                return
            before = min(before, cpu(small))
            if after < RATIO * before:
                return
        pytest.fail(f"{before:.3f} s for {size}, {after:.3f} s for {4 * size}")

    return check


def cpu(work: Work) -> float:
    """Return the seconds of CPU that some work takes; what it returns is dropped."""
    start = time.process_time()
    work()
    return time.process_time() - start
