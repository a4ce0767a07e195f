"""A load generator for one HTTP service on this machine: closed loop, or at a given rate.

At a given rate a request counts from the moment it was due, so that a service that stalls does
not hide the requests that it kept from being sent.
"""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from random import Random
from statistics import quantiles
from time import perf_counter

PATIENCE = 30.0  # seconds for one answer


@dataclass
class Outcome:
    """What became of the requests of a run; `seconds` has one entry for each answer."""

    sent: int = 0
    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    took: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.took if self.took else 0.0

    def percentile(self, percent: int) -> float:
        """Return the seconds within which so many percent were answered."""
        return quantiles(self.seconds, n=100, method="inclusive")[percent - 1]


class Client:
    """Connections to one address that are kept and shared."""

    def __init__(self, port: int, path: str) -> None:
        self._port = port
        self._path = path
        self._free: list[tuple[StreamReader, StreamWriter]] = []

    async def post(self, body: bytes) -> int:
        """Send a body and return the status; OSError when the connection breaks."""
        reader, writer = await self._connection()
        head = (
            f"POST {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(answer.partition("content-length:")[2].partition("\r\n")[0])
        await reader.readexactly(length)
        self._free.append((reader, writer))
        return int(answer.split(" ", 2)[1])

    async def _connection(self) -> tuple[StreamReader, StreamWriter]:
        while self._free:
            reader, writer = self._free.pop()
            if not reader.at_eof():
                return reader, writer
            writer.close()
        return await asyncio.open_connection("127.0.0.1", self._port)

    async def close(self) -> None:
        """Close every connection."""
        for _, writer in self._free:
            writer.close()
            await writer.wait_closed()


async def closed_loop(client: Client, bodies: Sequence[bytes], side_by_side: int) -> Outcome:
    """Send all bodies, so many at a time: the service is never idle."""
    outcome = Outcome()
    waiting = iter(bodies)

    async def keep_asking() -> None:
        for body in waiting:
            await _ask(client, body, perf_counter(), outcome)

    start = perf_counter()
    await asyncio.gather(*(keep_asking() for _ in range(side_by_side)))
    outcome.took = perf_counter() - start
    return outcome


async def at_rate(
    client: Client, bodies: Sequence[bytes], rate: float, seconds: float, *, even: bool
) -> Outcome:
    """Send so many bodies a second, evenly or as independent readers would (Poisson)."""
    outcome = Outcome()
    tasks = []
    start = perf_counter()
    count = max(1, int(rate * seconds))
    for due, body in zip(_moments(rate, even), islice(cycle(bodies), count), strict=False):
        await asyncio.sleep(max(0.0, start + due - perf_counter()))
        tasks.append(asyncio.create_task(_ask(client, body, start + due, outcome)))
    await asyncio.gather(*tasks)
    outcome.took = perf_counter() - start
    return outcome


def _moments(rate: float, even: bool) -> Iterator[float]:
    random = Random(0)  # noqa: S311 - the same moments in every run
    due = 0.0
    while True:
        yield due
        due += 1 / rate if even else random.expovariate(rate)


async def _ask(client: Client, body: bytes, due: float, outcome: Outcome) -> None:
    outcome.sent += 1
    try:
        async with asyncio.timeout(PATIENCE):
            status = await client.post(body)
    except (OSError, EOFError, TimeoutError) as error:
        outcome.errors.append(type(error).__name__)
        return
    if status == 200:
        outcome.seconds.append(perf_counter() - due)
    else:
        outcome.errors.append(str(status))
