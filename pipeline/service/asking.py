"""Asking the workers: what comes back, what is counted, and why there may be no answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pipeline.cli.journal import note
from pipeline.service.asks import RefusedError
from pipeline.service.config import Config
from pipeline.service.front import facts_of, json_response
from pipeline.service.metrics import Metrics
from pipeline.workers.frames import Frame
from pipeline.workers.pool import BusyError, LateError, LostError, Pool


class Asking:
    """What the routes of all interfaces share: the workers, and the figures about them."""

    def __init__(self, config: Config, pool: Pool, metrics: Metrics) -> None:
        self.config = config
        self._pool = pool
        self._metrics = metrics
        self._batches = asyncio.Semaphore(max(1, config.waiting // 2))

    async def ask(self, asked: Mapping[str, Any], weight: int = 0) -> Frame:
        """Return the answer of a worker; RefusedError says why there is none."""
        try:
            frame = await self._pool.run(asked, weight)
        except BusyError:
            raise RefusedError(503, "too many texts are waiting; try again later") from None
        except LateError:
            seconds = self.config.seconds
            raise RefusedError(504, f"the text took longer than {seconds:g} seconds") from None
        except LostError:
            raise RefusedError(500, "the worker ended over this text, and again") from None
        if "refused" in frame.head:
            raise RefusedError(frame.head["refused"], frame.head["message"])
        if "failed" in frame.head:
            note("defect", place=frame.head["failed"])
            raise RefusedError(500, "a defect of the service; its log says where")
        return frame

    async def in_turn(self, asked: Mapping[str, Any]) -> Frame:
        """Ask for one of several texts of a request, which must not fill the queue."""
        async with self._batches:
            return await self.ask(asked, weight_of(asked))

    async def read(self, asked: Mapping[str, Any]) -> Response:
        """Return the answer of a worker as it is."""
        return json_response((await self.ask(asked)).body)

    def count(self, frames: Sequence[Frame], request: Request) -> None:
        """Count the texts of a request and their findings, for the figures and the log."""
        facts = facts_of(request)
        for frame in frames:
            self._metrics.count("clean_texts_total", frame.head["texts"])
            self._metrics.count("clean_characters_total", frame.head["characters"])
            for name in ("texts", "characters"):
                facts[name] = facts.get(name, 0) + frame.head[name]
            for outcome, number in frame.head["findings"].items():
                self._metrics.count("clean_findings_total", number, outcome=outcome)
                facts[outcome] = facts.get(outcome, 0) + number


def weight_of(asked: Mapping[str, Any]) -> int:
    """Return about how long a text is."""
    return len(asked.get("text") or asked.get("item") or str(asked.get("data", "")))
