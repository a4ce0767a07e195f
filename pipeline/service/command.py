"""`clean serve`: from its arguments to a service that runs until it is told to stop."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from typer import Option

from pipeline.cli.options import Glossary, House
from pipeline.cli.shell import UnusableError, parse
from pipeline.service.config import Config
from pipeline.service.keys import is_loopback

LARGEST = 1_000_000_000  # what the limits themselves are limited to

_Host = Annotated[str, Option("--host", metavar="ADDRESS", help="Where to listen.")]
_Port = Annotated[int, Option("--port", metavar="N", help="0 takes a free one.")]
_Workers = Annotated[
    int | None, Option("--workers", metavar="N", help="Processes that clean; one for each core.")
]
_Keys = Annotated[
    Path | None, Option("--keys", metavar="FILE", help="Admit these keys only, one a line.")
]
_NoKey = Annotated[bool, Option("--no-key", help="Admit everybody who can reach the address.")]
_Cors = Annotated[
    list[str] | None,
    Option("--cors", metavar="ORIGIN", help="Let pages of this origin ask; repeatable."),
]
_Desk = Annotated[
    list[str] | None,
    Option("--desk", metavar="NAME=HOUSE", help="House style of a desk; repeatable."),
]
_Upstream = Annotated[
    str, Option("--upstream", metavar="URL", help="A LibreTranslate server that translates.")
]
_Models = Annotated[
    Path | None,
    Option("--models", metavar="DIR", help="The Argos packages, if not where Argos has them."),
]
_UpstreamKey = Annotated[
    Path | None, Option("--upstream-key", metavar="FILE", help="Its key, alone in a file.")
]
_Body = Annotated[int, Option("--max-body", metavar="BYTES", help="Longest body.")]
_Text = Annotated[int, Option("--max-text", metavar="N", help="Longest text, in characters.")]
_Batch = Annotated[int, Option("--max-batch", metavar="N", help="Most texts of one request.")]
_Seconds = Annotated[float, Option("--timeout", metavar="SECONDS", help="Longest for one text.")]
_Waiting = Annotated[int, Option("--queue", metavar="N", help="Texts that may wait their turn.")]


@dataclass(frozen=True, slots=True)
class Options:
    """Clean over HTTP: an interface of its own, LanguageTool's and LibreTranslate's.

    GET /openapi.json describes it. The glossary and the house styles are read again when they
    change. What happens is said on standard error, one JSON object a line.
    """

    host: _Host = "127.0.0.1"
    port: _Port = 8081
    workers: _Workers = None
    keys: _Keys = None
    no_key: _NoKey = False
    cors: _Cors = None
    house: House = None
    glossary: Glossary = None
    desk: _Desk = None
    models: _Models = None
    upstream: _Upstream = ""
    upstream_key: _UpstreamKey = None
    max_body: _Body = 4_000_000
    max_text: _Text = 200_000
    max_batch: _Batch = 100
    timeout: _Seconds = 20.0
    queue: _Waiting = 64


def run(argv: Sequence[str]) -> int:
    """Run `clean serve` with its arguments."""
    options = parse(Options, "clean serve", argv)
    if not isinstance(options, Options):
        return int(options)
    config = make_config(options)
    try:
        from pipeline.service.server import serve
    except ImportError as error:
        raise UnusableError(
            f"clean serve needs {error.name}; install translation-cleanup[service]"
        ) from None
    return serve(config)


def make_config(options: Options) -> Config:
    """Return what the options say; UnusableError says which of it cannot be used, and why."""
    _refuse(options)
    return Config(
        host=options.host,
        port=options.port,
        workers=options.workers or _cores(),
        waiting=options.queue,
        seconds=options.timeout,
        body=options.max_body,
        text=options.max_text,
        batch=options.max_batch,
        keys=_keys(options.keys),
        only_local=options.keys is None and not options.no_key,
        origins=tuple(options.cors or ()),
        house=options.house,
        desks=_desks(options.desk or ()),
        glossaries=tuple(options.glossary or ()),
        models=options.models,
        upstream=options.upstream,
        upstream_key=_secret(options.upstream_key),
    )


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _refuse(options: Options) -> None:
    limits = {
        "--max-body": options.max_body,
        "--max-text": options.max_text,
        "--max-batch": options.max_batch,
        "--timeout": options.timeout,
        "--queue": options.queue,
        "--workers": options.workers or 1,
    }
    for name, value in limits.items():
        if not 0 < value <= LARGEST:
            raise UnusableError(f"{name} is {value:g}, expected a number above 0")
    if not 0 <= options.port < 2**16:
        raise UnusableError(f"--port is {options.port}, expected 0 to 65535")
    if options.keys is not None and options.no_key:
        raise UnusableError("--keys admits some and --no-key everybody; take one")
    if options.keys is None and not options.no_key and not is_loopback(options.host):
        raise UnusableError(
            f"--host {options.host} can be reached by others: name their keys with --keys FILE, "
            "or say --no-key to admit everybody"
        )
    if options.models is not None and not options.models.is_dir():
        raise UnusableError(f"--models {options.models}: no such folder")
    if options.models is not None and options.upstream:
        raise UnusableError("--models translates here and --upstream elsewhere; take one")
    if options.upstream_key is not None and not options.upstream:
        raise UnusableError("--upstream-key belongs to --upstream; add that")


def _keys(path: Path | None) -> tuple[bytes, ...]:
    from pipeline.service.keys import read_keys

    if path is None:
        return ()
    try:
        return read_keys(path)
    except OSError as error:
        raise UnusableError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UnusableError(f"{path}: not UTF-8; write one key a line") from None
    except ValueError as error:
        raise UnusableError(str(error)) from None


def _secret(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableError(f"{path}: cannot be read: {type(error).__name__}") from None


def _desks(given: Sequence[str]) -> dict[str, str]:
    desks = {}
    for entry in given:
        name, found, house = entry.partition("=")
        if not (name and found and house):
            raise UnusableError(f"--desk {entry}: write NAME=HOUSE, such as sport=bbc")
        desks[name] = house
    return desks
