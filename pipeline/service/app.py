"""The application: the routes of every interface, behind one front."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pipeline.service.asking import Asking
from pipeline.service.asks import RefusedError
from pipeline.service.config import Config
from pipeline.service.errors import error_response
from pipeline.service.front import Front
from pipeline.service.metrics import CONTENT_TYPE, Metrics
from pipeline.service.native import Native
from pipeline.service.openapi import document
from pipeline.service.theirs import LanguageTool, LibreTranslate
from pipeline.service.translator import Translator
from pipeline.workers.pool import Pool
from pipeline.workers.reload import Reloader


class Probes:
    """The routes for whoever runs the service."""

    def __init__(self, config: Config, pool: Pool, reloader: Reloader, metrics: Metrics) -> None:
        self._config = config
        self._pool = pool
        self._reloader = reloader
        self._metrics = metrics

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/livez", self.live),
            Route("/readyz", self.ready),
            Route("/metrics", self.metrics),
            Route("/openapi.json", self.openapi),
        ]

    async def live(self, request: Request) -> Response:
        """Answer GET /livez."""
        del request
        return PlainTextResponse("OK")

    async def ready(self, request: Request) -> Response:
        """Answer GET /readyz: 200 while texts are taken; says when an edit is not in use."""
        alive = self._pool.alive
        values: dict[str, Any] = {"status": "ready" if alive else "no worker", "workers": alive}
        values["configuration"] = "as on disk"
        if self._reloader.broken:
            values["configuration"] = "the last good one"
            if request.scope["state"]["admitted"]:  # it may quote the glossary
                values["reason"] = self._reloader.broken
        return JSONResponse(values, 200 if alive else 503)

    async def metrics(self, request: Request) -> Response:
        """Answer GET /metrics."""
        gauges = {
            "clean_requests_under_way": request.app.state.front.under_way,
            "clean_texts_waiting": self._pool.waiting,
            "clean_texts_running": self._pool.running,
            "clean_workers": self._pool.alive,
        }
        return Response(self._metrics.page(gauges), media_type=CONTENT_TYPE)

    async def openapi(self, request: Request) -> Response:
        """Answer GET /openapi.json."""
        del request
        return JSONResponse(document(self._config))


def make_app(
    config: Config,
    pool: Pool,
    reloader: Reloader,
    metrics: Metrics,
    translator: Translator | None,
) -> ASGIApp:
    """Return the ASGI application; its caller opens and closes the pool."""
    asking = Asking(config, pool, metrics)
    parts = (
        Native(asking),
        LanguageTool(asking),
        LibreTranslate(asking, translator),
        Probes(config, pool, reloader, metrics),
    )
    handlers: Any = {RefusedError: _refused, HTTPException: _http_error}
    inner = Starlette(
        routes=[route for part in parts for route in part.routes()], exception_handlers=handlers
    )
    front = Front(inner, config, metrics)
    inner.state.front = front
    if not config.origins:
        return front
    return CORSMiddleware(
        front,
        allow_origins=config.origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type", "X-API-Key", "X-Request-ID"],
        expose_headers=["X-Request-ID"],
    )


def _refused(request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, RefusedError) else 500
    return error_response(request.url.path, status, str(error))


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = {404: "no such path; see /openapi.json", 405: "not with this method"}
    response = error_response(request.url.path, status, told.get(status, "refused"))
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response
