"""Listen, and stop when told to: what was taken on is finished first."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from pipeline.cli.journal import note
from pipeline.cli.shell import DONE, UnusableError
from pipeline.service.app import make_app
from pipeline.service.config import Config
from pipeline.service.metrics import Metrics
from pipeline.service.translator import make_translator
from pipeline.workers.pool import Limits, Pool, RefusedStartError, Start
from pipeline.workers.reload import Copies, Named, Reloader, kept_fresh

CONNECTIONS = 128  # beyond those whose texts wait; each may hold a body
# Seconds; longer than proxies keep a connection, so that none breaks in their hands.
KEEP_ALIVE = 75


class Server(uvicorn.Server):
    """A server whose signals are those of its event loop, so that it ends with an exit code."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Tell the server to stop at SIGINT and SIGTERM."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        yield

    def stop(self) -> None:
        """Take no more, and end when everything is answered."""
        note("stopping")
        self.should_exit = True


def serve(config: Config) -> int:
    """Serve until told to stop; UnusableError says why it cannot begin."""
    listener = _listener(config)
    copies = Copies(Named(config.house, config.desks, config.glossaries), _start)
    try:
        with listener:
            asyncio.run(_serve(config, copies, listener))
    except (RefusedStartError, ValueError) as error:
        raise UnusableError(str(error)) from None
    finally:
        copies.close()
    note("stopped")
    return DONE


def _listener(config: Config) -> socket.socket:
    """Return a listening socket; UnusableError says why there can be none."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    # With the protocol named, asyncio turns off Nagle's algorithm, which costs 40 ms an answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((config.host, config.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        place = f"{config.host}:{config.port}"
        raise UnusableError(f"{place} cannot be listened at: {error.strerror}") from None
    return listener


def _start(named: Named) -> Start:
    settings = {
        "house": named.house,
        "desks": named.desks,
        "glossaries": [str(folder) for folder in named.glossaries],
    }
    return Start("pipeline.service.work", settings)


async def _serve(config: Config, copies: Copies, listener: socket.socket) -> None:
    metrics = Metrics()

    def lost(how: str) -> None:
        metrics.count("clean_workers_ended_total", how=how)
        note("worker", how=how)

    def said(outcome: str, reason: str) -> None:
        metrics.count("clean_reloads_total", outcome=outcome)
        note("configuration", outcome=outcome, reason=reason)

    translator = make_translator(config)
    folder = copies.make()
    limits = Limits(config.workers, config.waiting, config.seconds)
    pool = Pool(copies.start(folder), limits, lost)
    reloader = Reloader(copies, pool, said)
    await reloader.open(folder)
    app = make_app(config, pool, reloader, metrics, translator)
    _log_as_json()
    server = Server(_settings(app, config))
    host, port = listener.getsockname()[:2]
    note("listening", host=host, port=port, workers=config.workers, keys=len(config.keys))
    try:
        async with kept_fresh(reloader, config.reload_every):
            await server.serve(sockets=[listener])
    finally:
        await pool.close()


def _settings(app: ASGIApp, config: Config) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        limit_concurrency=config.waiting + CONNECTIONS,
        timeout_graceful_shutdown=int(3 * config.seconds) + 1,
    )


class _JsonHandler(logging.Handler):
    """Says what the libraries log, without tracebacks, whose messages may quote a text."""

    def emit(self, record: logging.LogRecord) -> None:
        note("server", level=record.levelname.lower(), message=record.msg)


def _log_as_json() -> None:
    for name in ("uvicorn", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [_JsonHandler()]
        logger.propagate = False
        logger.setLevel(logging.WARNING)
