"""Look, clean, deliver, and look again, until told to stop."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from time import monotonic

from pipeline.cli.journal import note
from pipeline.watch.arrivals import Arrivals, Mark
from pipeline.watch.ledger import Ledger
from pipeline.workers.frames import Frame
from pipeline.workers.pool import BusyError, LateError, LostError, Pool

LATER = 10  # intervals until a file is tried again that could not be delivered


class Rounds:
    """The work of one watch: which files are under way, and which have to wait."""

    def __init__(self, ledger: Ledger, pool: Pool, jobs: int, interval: float) -> None:
        self._ledger = ledger
        self._pool = pool
        self._interval = interval
        self._arrivals = Arrivals(ledger.inbox)
        self._places = asyncio.Semaphore(jobs)
        self._under_way: dict[PurePath, asyncio.Task[None]] = {}
        self._later: dict[PurePath, tuple[str, float]] = {}
        self._said = ""
        self._stuck = False  # whether something sealed waits to be delivered
        self.failures = 0

    def recover(self) -> None:
        """Carry on what a killed watch has left."""
        self._ledger.sweep()
        self._carry_on()

    def _carry_on(self) -> None:
        """Deliver what could not be delivered when it was ready."""
        self._stuck = False
        try:
            for name, delivered in self._ledger.carry_on():
                note("carried on", file=name, delivered=delivered)
        except OSError as error:
            self._stuck = True
            self.failures += 1
            self._say_once(f"the outbox cannot be written: {error.strerror}")

    async def until(self, stop: asyncio.Event) -> None:
        """Look again and again; what is under way when told to stop is finished."""
        while not stop.is_set():
            self._look()
            try:
                async with asyncio.timeout(self._interval):
                    await stop.wait()
            except TimeoutError:
                continue
        await self._finished()

    async def once(self) -> None:
        """Look twice, and clean what is whole by then."""
        self._look()
        await asyncio.sleep(self._interval)
        self._look()
        await self._finished()
        for name in self._arrivals.unfinished():
            note("unfinished", file=str(name))

    def _look(self) -> None:
        if self._stuck:
            self._carry_on()
        try:
            whole = self._arrivals.look()
        except OSError as error:  # a network share may come back
            self.failures += 1
            self._say_once(f"the inbox cannot be read: {error.strerror}")
            return
        self._said = self._said if self._stuck else ""
        for name, mark in whole:
            until = self._later.get(name, ("", 0.0))[1]
            if name not in self._under_way and monotonic() >= until:
                self._under_way[name] = asyncio.create_task(self._take(name, mark))

    async def _finished(self) -> None:
        await asyncio.gather(*self._under_way.values())

    async def _take(self, name: PurePath, mark: Mark) -> None:
        try:
            async with self._places:
                await self._clean(name, mark)
        except OSError as error:
            self._stuck = True
            self._postpone(name, error.strerror or str(error))
        finally:
            del self._under_way[name]

    async def _clean(self, name: PurePath, mark: Mark) -> None:
        start = monotonic()
        folder = self._ledger.open_folder()
        try:
            reply = await self._reply(name, str(folder))
            if "cleaned" in reply.head:
                if self._ledger.deliver(name, mark, folder):
                    self._later.pop(name, None)
                    seconds = round(monotonic() - start, 3)
                    note("cleaned", file=str(name), seconds=seconds, **reply.head["cleaned"])
            elif "later" in reply.head:
                self._postpone(name, reply.head["later"])
            else:
                self._fail(name, mark, _reason(reply))
        finally:
            self._ledger.discard(folder)

    async def _reply(self, name: PurePath, folder: str) -> Frame:
        try:
            return await self._pool.run({"name": str(name), "folder": folder})
        except LostError:
            return Frame({"unusable": "the process that cleaned it ended, and again when retried"})
        except BusyError:
            return Frame({"later": "no worker can be started; the log says since when"})
        except LateError:
            return Frame({"unusable": "cleaning it took longer than allowed"})

    def _fail(self, name: PurePath, mark: Mark, reason: str) -> None:
        if self._ledger.fail(name, mark, reason):
            self.failures += 1
            note("failed", file=str(name), reason=reason)

    def _postpone(self, name: PurePath, reason: str) -> None:
        self.failures += 1
        known = self._later.get(name, ("", 0.0))[0]
        self._later[name] = (reason, monotonic() + LATER * self._interval)
        if known != reason:
            note("postponed", file=str(name), reason=reason)

    def _say_once(self, reason: str) -> None:
        if reason != self._said:
            self._said = reason
            note("waiting", reason=reason)


def _reason(reply: Frame) -> str:
    if "unusable" in reply.head:
        return str(reply.head["unusable"])
    return f"a defect of clean, please report it: {reply.head.get('failed', 'no answer')}"
