"""The rim of the service: ids, keys, sizes, metrics and the log, around every request.

It sees bytes and never a text; what it says is one JSON object a line.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from hashlib import sha256
from time import perf_counter
from typing import Any
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.cli.journal import note
from pipeline.service.asks import RefusedError, fields_of
from pipeline.service.config import Config
from pipeline.service.errors import LANGUAGETOOL, LIBRETRANSLATE, error_response
from pipeline.service.keys import admits, given_key, is_loopback, named_host
from pipeline.service.metrics import Metrics
from pipeline.workers.child import told

OPEN = ("/livez", "/readyz", "/health", "/v2/healthcheck", "/openapi.json")  # without a key
ROUTES = (
    *OPEN,
    *LANGUAGETOOL,
    *LIBRETRANSLATE,
    "/v1/clean",
    "/v1/clean/batch",
    "/v1/rules",
    "/v1/glossary",
    "/metrics",
)
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
BODY_SECONDS = 30.0  # in which a body has to arrive


def route_of(path: str) -> str:
    """Return the name of a path in metrics and logs: one of few, whatever is asked for.

    >>> route_of("/v1/rules/spacing.double"), route_of("/v1/glossary/en"), route_of("/x")
    ('/v1/rules/*', '/v1/glossary/*', 'other')
    """
    if path in ROUTES:
        return path
    for parent in ("/v1/rules", "/v1/glossary"):
        if path.startswith(f"{parent}/"):
            return f"{parent}/*"
    return "other"


class Front:
    """An ASGI application around another one, which finds the body read and the key checked."""

    def __init__(self, app: ASGIApp, config: Config, metrics: Metrics) -> None:
        self._app = app
        self._config = config
        self._metrics = metrics
        self.under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; other messages are passed on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self.under_way += 1
        try:
            await self._answer(scope, receive, send)
        finally:
            self.under_way -= 1

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = perf_counter()
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _ID.fullmatch(given) else uuid4().hex
        facts: dict[str, Any] = {}
        scope["state"] = {**scope.get("state", {}), "facts": facts}
        sent = _Sent(send, request_id)
        path: str = scope["path"]
        try:
            body = await self._body(receive, headers)
            facts |= {"bytes_in": len(body)}
            if body:
                facts["digest"] = sha256(body).hexdigest()[:16]
            self._admit(scope, headers, body)
            await self._app(scope, _again(body, receive), sent)
        except RefusedError as error:
            await error_response(path, error.status, error.message)(scope, receive, sent)
        except Exception as error:  # noqa: BLE001 - the last resort; its message may quote a text
            facts["defect"] = told(error)
            if not sent.status:
                message = "a defect of the service; its log has the request id"
                await error_response(path, 500, message)(scope, receive, sent)
        seconds = perf_counter() - start
        self._tell(scope, request_id, sent, seconds, facts)

    def _tell(
        self, scope: Scope, request_id: str, sent: _Sent, seconds: float, facts: Mapping[str, Any]
    ) -> None:
        route = route_of(scope["path"])
        self._metrics.count("clean_requests_total", route=route, status=str(sent.status))
        self._metrics.took(route, seconds)
        if route in OPEN and sent.status == 200:
            return  # probes come every few seconds
        note(
            "request",
            id=request_id,
            method=scope["method"],
            route=route,
            status=sent.status,
            ms=round(1000 * seconds, 1),
            bytes_out=sent.size,
            **facts,
        )

    async def _body(self, receive: Receive, headers: Headers) -> bytes:
        limit = self._config.body
        announced = headers.get("content-length", "0")
        if announced.isdecimal() and int(announced) > limit:
            raise RefusedError(413, f"the body has {announced} bytes, at most {limit} are taken")
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(BODY_SECONDS):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise RefusedError(400, "the body broke off")
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > limit:
                        raise RefusedError(413, f"the body has more than {limit} bytes")
                    if not message.get("more_body"):
                        return b"".join(parts)
        except TimeoutError:
            raise RefusedError(408, f"no body within {BODY_SECONDS:.0f} seconds") from None

    def _admit(self, scope: Scope, headers: Headers, body: bytes) -> None:
        path = scope["path"]
        host = named_host(headers.get("host", ""))
        if self._config.only_local and not is_loopback(host):
            # A page can have its own name lead to this machine, and then read the answers.
            raise RefusedError(
                403, "without keys only this machine is served, by its own name; add --keys FILE, "
                "or --no-key to admit everybody"
            )  # fmt: skip
        scope["state"]["admitted"] = admitted = self._is_admitted(path, headers, body)
        if not admitted and path not in OPEN and scope["method"] != "OPTIONS":
            raise RefusedError(401, "no key, or a wrong one; send it as Authorization: Bearer KEY")

    def _is_admitted(self, path: str, headers: Headers, body: bytes) -> bool:
        if not self._config.keys:
            return True
        in_body = path in LANGUAGETOOL or path in LIBRETRANSLATE
        fields = fields_of(body, "", headers.get("content-type", "")) if in_body else {}
        return admits(self._config.keys, given_key(headers, fields))


class _Sent:
    """Passes an answer on, and remembers its status and size."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._id = request_id
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["x-request-id"] = self._id
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives the body once more, and then waits for the connection."""
    parts = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return parts.pop() if parts else await receive()

    return again


async def fields(request: Request) -> dict[str, Any]:
    """Return the fields of a request, from its query and its body."""
    label = request.headers.get("content-type", "")
    return fields_of(await request.body(), request.url.query, label)


def facts_of(request: Request) -> dict[str, Any]:
    """Return the facts that are logged about a request, to add to."""
    found: dict[str, Any] = request.scope["state"]["facts"]
    return found


def json_response(body: bytes, status: int = 200) -> Response:
    """Return an answer whose JSON a worker has written."""
    return Response(body, status, media_type="application/json")
