"""A pool of workers for an event loop: who answers what, and what happens when one is lost.

A question that is lost with its worker is asked once more; one that takes too long costs the
worker its life, and the others their place in its queue, but no answer. Knows no texts.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from pipeline.workers.frames import Frame, receive_frame

SHORT = 20_000  # weight; behind a shorter question the next one may wait inside the worker
LOSSES = 2  # workers that one question may cost
PAUSES = (0.0, 0.5, 1.0, 2.0, 5.0)  # seconds before a lost worker is replaced, and again
STARTING = 60.0  # seconds that a worker may take to load


class BusyError(Exception):
    """Too many questions are waiting already, or this one waited too long."""


class LateError(Exception):
    """The answer took longer than allowed; the worker was stopped."""


class LostError(Exception):
    """Every worker that was asked this question ended over it."""


class RefusedStartError(Exception):
    """The workers cannot start with these settings; the message says why."""


@dataclass(frozen=True, slots=True)
class Start:
    """What makes a worker: a module with `prepare(settings)`, and settings that are JSON."""

    module: str
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers, how many questions may wait, and how many seconds one may take."""

    workers: int = 1
    waiting: int = 64
    seconds: float = 20.0


@dataclass(eq=False, slots=True)
class _Task:
    packed: bytes
    weight: int
    reply: asyncio.Future[Frame]
    losses: int = 0
    started: bool = False


@dataclass(eq=False)
class _Worker:
    """One process; the first of its tasks is being answered, a second waits in its pipe."""

    process: Process
    tasks: deque[_Task] = field(default_factory=deque)
    retired: bool = False
    stopped: bool = False  # by us, for being late
    alarm: asyncio.TimerHandle | None = None
    listener: asyncio.Task[None] | None = None

    @property
    def room(self) -> int:
        """How well placed the worker is for another task: 2 idle, 1 nearly done, 0 not at all."""
        if self.retired:
            return 0
        if not self.tasks:
            return 2
        return 1 if len(self.tasks) == 1 and self.tasks[0].weight < SHORT else 0

    def send(self, packed: bytes) -> None:
        if self.process.stdin is not None:
            with suppress(ConnectionError, RuntimeError):  # its listener hears of the end
                self.process.stdin.write(packed)

    def retire(self) -> None:
        """Let the worker go once its tasks are answered."""
        self.retired = True
        if not self.tasks and self.process.stdin is not None:
            self.process.stdin.close()

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()


class Pool:
    """Workers that share one queue of questions; used from one event loop."""

    def __init__(
        self, start: Start, limits: Limits, lost: Callable[[str], None] = lambda _: None
    ) -> None:
        """`lost` is told "lost", "late" or "refused" when a worker ends before its time."""
        self._start = start
        self._limits = limits
        self._lost = lost
        self._workers: list[_Worker] = []
        self._retired: set[_Worker] = set()
        self._queue: deque[_Task] = deque()
        self._helpers: set[asyncio.Task[None]] = set()
        self._closing = False

    @property
    def alive(self) -> int:
        """The number of workers that take questions."""
        return len(self._workers)

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers that take questions."""
        return [worker.process.pid for worker in self._workers]

    @property
    def waiting(self) -> int:
        """The number of questions that no worker has taken yet."""
        return len(self._queue)

    @property
    def running(self) -> int:
        """The number of questions that are with a worker."""
        return sum(len(worker.tasks) for worker in (*self._workers, *self._retired))

    async def open(self) -> None:
        """Start the workers; RefusedStartError says why they cannot start."""
        self._adopt(await self._fresh(self._start))

    async def replace(self, start: Start) -> None:
        """Put workers with other settings in the place of these, which finish what they have.

        RefusedStartError when they cannot start; then nothing has changed.
        """
        fresh = await self._fresh(start)
        self._start = start
        old, self._workers = self._workers, []
        for worker in old:
            self._retired.add(worker)
            worker.retire()
        self._adopt(fresh)

    async def run(self, ask: Mapping[str, Any], weight: int = 0) -> Frame:
        """Return the answer; `weight` is about how long it takes, in code points of text.

        Raises BusyError, LateError or LostError.
        """
        if self._closing or len(self._queue) >= self._limits.waiting:
            raise BusyError
        reply: asyncio.Future[Frame] = asyncio.get_running_loop().create_future()
        task = _Task(Frame(ask).packed(), weight, reply)
        self._queue.append(task)
        self._dispatch()
        try:
            await asyncio.wait([reply], timeout=self._limits.seconds)
            if not (reply.done() or task.started):
                raise BusyError
            # A worker has it, or has had it and is being replaced; its alarm is the first to ring.
            await asyncio.wait([reply], timeout=2 * self._limits.seconds + STARTING)
            if not reply.done():
                raise LateError
            return reply.result()
        finally:
            reply.cancel()

    async def close(self) -> None:
        """Stop the workers once everything that was asked is answered."""
        self._closing = True
        if self._queue:
            replies = [task.reply for task in self._queue]
            await asyncio.wait(replies, timeout=2 * self._limits.seconds + STARTING)
        for helper in self._helpers:
            helper.cancel()
        workers = [*self._workers, *self._retired]
        for worker in workers:
            worker.retire()
        listeners = [worker.listener for worker in workers if worker.listener is not None]
        if listeners:
            _, late = await asyncio.wait(listeners, timeout=2 * self._limits.seconds)
            for worker in workers if late else ():
                worker.kill()
            await asyncio.gather(*listeners, return_exceptions=True)
        await asyncio.gather(*self._helpers, return_exceptions=True)

    def _adopt(self, fresh: Iterable[_Worker]) -> None:
        for worker in fresh:
            self._workers.append(worker)
            worker.listener = asyncio.create_task(self._listen(worker))
        self._dispatch()

    async def _fresh(self, start: Start) -> list[_Worker]:
        attempts = (_spawned(start) for _ in range(self._limits.workers))
        found = await asyncio.gather(*attempts, return_exceptions=True)
        workers = [entry for entry in found if isinstance(entry, _Worker)]
        for error in found:
            if isinstance(error, BaseException):
                for worker in workers:
                    worker.kill()
                    await _ended(worker)
                raise error
        return workers

    def _dispatch(self) -> None:
        """Give waiting tasks to workers that have room, idle ones first."""
        while self._queue:
            if self._queue[0].reply.done():  # whoever asked is gone
                self._queue.popleft()
                continue
            best = max(self._workers, key=lambda worker: worker.room, default=None)
            if best is None or not best.room:
                return
            task = self._queue.popleft()
            task.started = True
            best.tasks.append(task)
            best.send(task.packed)
            if len(best.tasks) == 1:
                self._set_alarm(best)

    def _set_alarm(self, worker: _Worker) -> None:
        if worker.alarm is not None:
            worker.alarm.cancel()
        worker.alarm = None
        if worker.tasks:
            loop = asyncio.get_running_loop()
            worker.alarm = loop.call_later(self._limits.seconds, self._stop_late, worker)

    def _stop_late(self, worker: _Worker) -> None:
        task = worker.tasks.popleft()
        if not task.reply.done():
            task.reply.set_exception(LateError())
        worker.stopped = True
        self._lost("late")
        worker.kill()

    async def _listen(self, worker: _Worker) -> None:
        """Pass answers on until the worker ends."""
        stream = worker.process.stdout
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while stream is not None:
                frame = await receive_frame(stream)
                if not worker.tasks:
                    continue  # the answer to a task that was late at this very moment
                task = worker.tasks.popleft()
                self._set_alarm(worker)
                if not task.reply.done():
                    task.reply.set_result(frame)
                if worker.retired:
                    worker.retire()
                self._dispatch()
        await self._bury(worker)

    async def _bury(self, worker: _Worker) -> None:
        """Take the worker out, ask its questions again elsewhere, and start another one."""
        if worker.alarm is not None:
            worker.alarm.cancel()
        known = worker in self._workers
        if known:
            self._workers.remove(worker)
        self._retired.discard(worker)
        if not worker.stopped and (worker.tasks or not worker.retired):
            self._lost("lost")
            if worker.tasks:
                worker.tasks[0].losses += 1
        for task in reversed(worker.tasks):
            if task.reply.done():
                continue
            if task.losses >= LOSSES:
                task.reply.set_exception(LostError())
            else:
                self._queue.appendleft(task)
        if (known and not self._closing) or (self._queue and not self._workers):
            helper = asyncio.create_task(self._replace_lost())
            self._helpers.add(helper)
            helper.add_done_callback(self._helpers.discard)
        self._dispatch()
        await _ended(worker)

    async def _replace_lost(self) -> None:
        for attempt in range(sys.maxsize):
            await asyncio.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])
            if len(self._workers) >= self._limits.workers:
                return  # a new generation has come meanwhile
            start = self._start
            try:
                worker = await _spawned(start)
            except RefusedStartError:
                self._lost("refused")
                continue
            if start is self._start and len(self._workers) < self._limits.workers:
                self._adopt([worker])
                return
            worker.kill()
            await _ended(worker)


async def _spawned(start: Start) -> _Worker:
    """Return a worker that is ready; RefusedStartError says why it is not."""
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # nothing is imported from the folder that the service happens to run in
            "-m",
            "pipeline.workers.child",
            stdin=PIPE,
            stdout=PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise RefusedStartError(f"a worker cannot be started: {error.strerror}") from error
    worker = _Worker(process)
    worker.send(Frame({"module": start.module, "settings": start.settings}).packed())
    problem = "a worker ended while it was starting"
    try:
        async with asyncio.timeout(STARTING):
            if process.stdout is not None:
                frame = await receive_frame(process.stdout)
                if "ready" in frame.head:
                    return worker
                problem = str(frame.head.get("refused", problem))
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    except TimeoutError:
        problem = f"a worker was not ready after {STARTING:.0f} seconds"
    except asyncio.CancelledError:
        worker.kill()
        await _ended(worker)
        raise
    worker.kill()
    await _ended(worker)
    raise RefusedStartError(problem)


async def _ended(worker: _Worker) -> None:
    """Wait for the process, and close its pipes."""
    if worker.process.stdin is not None:
        worker.process.stdin.close()
        with suppress(ConnectionError):
            await worker.process.stdin.wait_closed()
    await worker.process.wait()
