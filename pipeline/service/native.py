"""The native interface: `/v1/`, described by `/openapi.json`."""

from __future__ import annotations

import asyncio
import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pipeline.service.asking import Asking, weight_of
from pipeline.service.asks import RefusedError, clean_ask, object_of, shown, text_of
from pipeline.service.front import json_response
from pipeline.service.rawjson import elements, members
from pipeline.workers.frames import Frame

MOST_ROWS = 1000  # of a glossary in one answer


class Native:
    """The routes of the native interface."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._config = asking.config

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/v1/clean", self.clean, methods=["POST"]),
            Route("/v1/clean/batch", self.batch, methods=["POST"]),
            Route("/v1/rules", self.rules),
            Route("/v1/rules/{id}", self.rule),
            Route("/v1/glossary", self.glossary_languages),
            Route("/v1/glossary/{lang}", self.glossary),
            Route("/v1/glossary/{lang}/{id}", self.glossary_row),
        ]

    async def clean(self, request: Request) -> Response:
        """Answer POST /v1/clean."""
        written = text_of(await request.body())
        asked = clean_ask(written, self._config.desks, self._config.text)
        frame = await self._asking.ask(asked, weight_of(asked))
        self._asking.count([frame], request)
        return json_response(frame.body)

    async def batch(self, request: Request) -> Response:
        """Answer POST /v1/clean/batch: each text has its answer or its error, in their order."""
        written = text_of(await request.body())
        if not isinstance(object_of(written).get("items"), list):
            raise RefusedError(400, 'expected {"items": [...]}, each as for /v1/clean')
        texts = list(elements(members(written)["items"]))
        if len(texts) > self._config.batch:
            most = self._config.batch
            raise RefusedError(413, f"{len(texts)} items, at most {most} are taken at once")
        answers = await asyncio.gather(*map(self._one_of_batch, texts))
        self._asking.count([answer for answer in answers if isinstance(answer, Frame)], request)
        parts = (a.body if isinstance(a, Frame) else _problem(a) for a in answers)
        return json_response(b'{"items":[' + b",".join(parts) + b"]}")

    async def rules(self, request: Request) -> Response:
        """Answer GET /v1/rules."""
        return await self._asking.read(
            {"do": "rules", "lang": request.query_params.get("lang", "")}
        )

    async def rule(self, request: Request) -> Response:
        """Answer GET /v1/rules/ID."""
        return await self._asking.read({"do": "rule", **request.path_params})

    async def glossary_languages(self, request: Request) -> Response:
        """Answer GET /v1/glossary."""
        del request
        return await self._asking.read({"do": "glossary languages"})

    async def glossary(self, request: Request) -> Response:
        """Answer GET /v1/glossary/LANG."""
        page = {
            "offset": _number(request, "offset", 0, 10**9),
            "limit": _number(request, "limit", 100, MOST_ROWS),
        }
        words = {"q": request.query_params.get("q", "")}
        return await self._asking.read({"do": "glossary", **request.path_params, **page, **words})

    async def glossary_row(self, request: Request) -> Response:
        """Answer GET /v1/glossary/LANG/ID."""
        return await self._asking.read({"do": "glossary row", **request.path_params})

    async def _one_of_batch(self, written: str) -> Frame | RefusedError:
        try:
            return await self._asking.in_turn(
                clean_ask(written, self._config.desks, self._config.text)
            )
        except RefusedError as error:
            return error


def _problem(error: RefusedError) -> bytes:
    return json.dumps({"error": {"status": error.status, "detail": error.message}}).encode()


def _number(request: Request, name: str, default: int, most: int) -> int:
    given = request.query_params.get(name, str(default))
    if given.isascii() and given.isdigit() and int(given) <= most:
        return int(given)
    raise RefusedError(400, f"{name} is {shown(given)}, expected a number up to {most}")
