"""How much of the library's speed the service keeps, how evenly it answers, and what it loses.

The machine may be shared: library and service run in turns, and the numbers are ratios. The
service is `clean serve` on this machine, with a worker or two, started and stopped here.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep

from pipeline.bench.corpus import Article
from pipeline.bench.load import Client, Outcome, at_rate, closed_loop
from pipeline.bench.measure import Measure, Report, Table
from pipeline.clean import clean
from pipeline.document import Source
from pipeline.load import load_plan
from pipeline.plan import Plan

SIZE = 3000  # code points of an article
ARTICLES = 40
ROUNDS = 5
SECONDS = 6.0  # of load at a rate


@dataclass(frozen=True, slots=True)
class Served:
    """A running service: its process and its port."""

    pid: int
    port: int

    def workers(self) -> list[int]:
        """Return the process ids of its workers."""
        return [int(pid) for pid in _children(self.pid).read_text().split()]

    def worker_seconds(self) -> tuple[float, float]:
        """Return the seconds that its workers have run, and that they waited for a core."""
        spent = [_schedule(pid) for pid in self.workers()]
        return sum(run for run, _ in spent), sum(wait for _, wait in spent)


def service_load(articles: Sequence[Article]) -> Report:
    """Measure the service with English articles of 3 KB."""
    texts = list(_of_size([article.text for article in articles if article.lang == "en"]))
    if not texts or not _children(os.getpid()).exists():
        return Report("service")
    texts = (texts * (ARTICLES // len(texts) + 1))[:ARTICLES]
    plan = load_plan()
    with serving(1) as served:
        speed, measures = asyncio.run(_throughput(served, texts, plan))
    with TemporaryDirectory() as folder:
        rows = Path(folder) / "en" / "rows.csv"
        rows.parent.mkdir()
        rows.write_text("id,preferred,variants,type,case,action,status\n")
        with serving(1, "--glossary", folder) as served:
            even, more = asyncio.run(_evenness(served, texts, rows))
    n = f"{len(texts)} English articles of {SIZE} code points, {ROUNDS} rounds in turns, 1 worker"
    tables = (
        Table("Service beside the library", ("", "articles/s", "CPU ms", "worker busy"), speed, n),
        Table(
            "Latency at a share of saturation",
            ("", "sent", "p50 ms", "p99 ms", "p99/p50", "errors"),
            even,
            f"{SECONDS:g} s each",
        ),
    )
    return Report("service", tables, (*measures, *more))


@contextmanager
def serving(workers: int, *options: str) -> Iterator[Served]:
    """Run a service on a free port of this machine, and stop it."""
    command = "import sys; from pipeline.cli.clean import main; sys.exit(main())"
    arguments = ["serve", "--port", "0", "--workers", str(workers), "--queue", "1000", *options]
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("w") as file:
            process = subprocess.Popen(  # noqa: S603 - this program
                [sys.executable, "-c", command, *arguments], stderr=file
            )
        try:
            yield Served(process.pid, _port(log, process))
        finally:
            process.terminate()
            try:
                process.wait(30)
            finally:
                process.kill()


def _port(log: Path, process: subprocess.Popen[bytes]) -> int:
    end = perf_counter() + 60
    while perf_counter() < end and process.poll() is None:
        for line in log.read_text().splitlines():
            entry = json.loads(line)
            if entry["event"] == "listening":
                return int(entry["port"])
        sleep(0.05)
    raise RuntimeError(f"the service did not start: {log.read_text()}")


async def _throughput(
    served: Served, texts: Sequence[str], plan: Plan
) -> tuple[list[tuple[str, ...]], tuple[Measure, ...]]:
    """Compare the library in this process with the service that is never idle."""
    client = Client(served.port, "/v1/clean")
    bodies = [_body(text) for text in texts]
    await closed_loop(client, bodies, 4)  # both are warm
    _library(texts, plan)
    rounds = [await _round(served, client, texts, bodies, plan) for _ in range(ROUNDS)]
    await client.close()
    kept = median(each.kept for each in rounds)
    cpu = median(each.cpu_alone / each.cpu_worker for each in rounds)
    busy = median(each.busy for each in rounds)
    rows: list[tuple[str, ...]] = [
        (
            "library, one process",
            *_speed_cells([(r.alone, r.cpu_alone) for r in rounds], texts),
            "",
        ),
        (
            "service, one worker",
            *_speed_cells([(r.served, r.cpu_worker) for r in rounds], texts),
            f"{busy:.2f}",
        ),
        ("share kept", f"{kept:.2f}", f"{cpu:.2f}", ""),
        ("share on a machine of its own", f"{cpu * busy:.2f}", "", ""),
    ]
    return rows, (
        Measure("service.share_of_articles", kept, ROUNDS, True, False),
        Measure("service.share_alone", cpu * busy, ROUNDS, True, False),
    )


@dataclass(frozen=True, slots=True)
class _Round:
    """Seconds for all texts, in the library and in the service; CPU seconds of both.

    `busy` is the share of the time in which the worker ran, or would have had it had a core:
    what is missing to 1 the service wasted, what others took of the machine is left out.
    """

    alone: float
    served: float
    cpu_alone: float
    cpu_worker: float
    busy: float

    @property
    def kept(self) -> float:
        """The service's share of the library's speed, as it was on this machine."""
        return self.alone / self.served


async def _round(
    served: Served, client: Client, texts: Sequence[str], bodies: Sequence[bytes], plan: Plan
) -> _Round:
    start, before = perf_counter(), process_time()
    _library(texts, plan)
    alone, cpu_alone = perf_counter() - start, process_time() - before
    run, wait = served.worker_seconds()
    outcome = await closed_loop(client, bodies, 4)
    run_after, wait_after = served.worker_seconds()
    cpu_worker = run_after - run
    busy = (cpu_worker + wait_after - wait) / outcome.took
    return _Round(alone, outcome.took, cpu_alone, cpu_worker, min(busy, 1.0))


def _speed_cells(spent: Sequence[tuple[float, float]], texts: Sequence[str]) -> tuple[str, str]:
    """Return articles a second, and CPU milliseconds an article."""
    seconds, cpu = (median(column) for column in zip(*spent, strict=True))
    return f"{len(texts) / seconds:.1f}", f"{1000 * cpu / len(texts):.1f}"


async def _evenness(
    served: Served, texts: Sequence[str], rows: Path
) -> tuple[list[tuple[str, ...]], tuple[Measure, ...]]:
    """Measure latencies below saturation, and through a reload and the loss of a worker."""
    client = Client(served.port, "/v1/clean")
    bodies = [_body(text) for text in texts]
    await closed_loop(client, bodies, 4)
    full = (await closed_loop(client, bodies, 4)).rate
    even = await at_rate(client, bodies, 0.8 * full, SECONDS, even=True)
    chance = await at_rate(client, bodies, 0.8 * full, SECONDS, even=False)
    trouble = asyncio.create_task(_trouble(served, rows))
    troubled = await at_rate(client, bodies, 0.4 * full, SECONDS, even=True)
    await trouble
    await client.close()
    runs = {
        "80 %, evenly": even,
        "80 %, by chance": chance,
        "40 %, a reload and a crash": troubled,
    }
    lost = sum(outcome.sent - len(outcome.seconds) for outcome in runs.values())
    table = [(name, *_cells(outcome)) for name, outcome in runs.items()]
    ratio = even.percentile(99) / even.percentile(50)
    sent = sum(outcome.sent for outcome in runs.values())
    return table, (
        Measure("service.p99_over_p50", ratio, even.sent, pinned=False),
        Measure("service.requests_lost", lost, sent, pinned=False),
    )


async def _trouble(served: Served, rows: Path) -> None:
    """Have the glossary read again, and end a worker, while requests come in."""
    await asyncio.sleep(0.2 * SECONDS)
    with rows.open("a") as file:
        file.write("x.zorbograd,Zorbohrad,Zorbograd,place,as stored,apply,approved\n")
    await asyncio.sleep(0.5 * SECONDS)
    for pid in served.workers()[:1]:
        os.kill(pid, signal.SIGKILL)


def _cells(outcome: Outcome) -> tuple[str, ...]:
    middle, high = outcome.percentile(50), outcome.percentile(99)
    errors = ", ".join(sorted(set(outcome.errors))) or "0"
    return (
        f"{outcome.sent}",
        f"{1000 * middle:.1f}",
        f"{1000 * high:.1f}",
        f"{high / middle:.1f}",
        errors,
    )


def _library(texts: Sequence[str], plan: Plan) -> None:
    """Do what a worker does for a request, without the service around it."""
    for text in texts:
        result = clean(Source(text, "en"), plan)
        json.dumps({"text": result.text, **result.to_dict()}, ensure_ascii=False).encode()


def _body(text: str) -> bytes:
    return json.dumps({"text": text, "lang": "en"}).encode()


def _of_size(texts: Sequence[str]) -> Iterator[str]:
    """Yield texts of one size, made of whole paragraphs as far as that goes."""
    paragraphs: list[str] = []
    size = 0
    for text in texts:
        for paragraph in text.split("\n"):
            if paragraph.strip():
                paragraphs.append(paragraph)
                size += len(paragraph) + 2
            if size >= SIZE:
                yield "\n\n".join(paragraphs)[:SIZE]
                paragraphs, size = [], 0


def _children(pid: int) -> Path:
    return Path(f"/proc/{pid}/task/{pid}/children")


def _schedule(pid: int) -> tuple[float, float]:
    """Return the seconds a process has run, and has waited for a core, as sched-stats has it."""
    run, wait, _ = Path(f"/proc/{pid}/schedstat").read_text().split()
    return int(run) / 1e9, int(wait) / 1e9
