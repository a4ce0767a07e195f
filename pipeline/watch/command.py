"""`clean watch`: from its arguments to a watch that runs until it is told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, fields
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

from pipeline.cli import options as clean_options
from pipeline.cli.journal import note
from pipeline.cli.options import (
    Date,
    Encoding,
    Field,
    Glossary,
    House,
    Lang,
    Models,
    SourceLang,
    Suggest,
    To,
)
from pipeline.cli.shell import DONE, UNUSABLE, UnusableError, parse
from pipeline.watch.arrivals import DONE as PROCESSED
from pipeline.watch.arrivals import FAILED
from pipeline.watch.ledger import Ledger, locked
from pipeline.watch.rounds import Rounds
from pipeline.workers.pool import Limits, Pool, RefusedStartError, Start
from pipeline.workers.reload import Copies, Named, Reloader, kept_fresh

SECONDS = 3600.0  # for one file; some hold a hundred thousand articles

EPILOG = (
    "The originals move to INBOX/_PROCESSED, those that cannot be cleaned to INBOX/_ERROR with "
    "the reason beside them. What happens is said on standard error, one JSON object a line."
)

_Inbox = Annotated[Path, Argument(metavar="INBOX", help="The folder in which files arrive.")]
_Outbox = Annotated[Path, Argument(metavar="OUTBOX", help="The folder for the cleaned files.")]
_Format = Annotated[str, Option("--format", metavar="NAME", help="As of clean; auto detects it.")]
_Reports = Annotated[
    bool, Option("--reports", help="Write OUTBOX/NAME.report.json beside each file.")
]
_Interval = Annotated[
    float, Option("--interval", metavar="SECONDS", help="From one look at the inbox to the next.")
]
_Once = Annotated[bool, Option("--once", help="Clean what is there and stop.")]
_Jobs = Annotated[int, Option("--jobs", metavar="N", help="Files that are cleaned side by side.")]


@dataclass(frozen=True, slots=True)
class Options:
    """Clean each file that arrives in a folder, once.

    A file has arrived when it looks alike at two looks. Names that begin with a dot or end in
    .tmp, .part and the like are left alone until they are renamed.
    """

    inbox: _Inbox
    outbox: _Outbox
    lang: Lang = None
    source_lang: SourceLang = None
    to: To = None
    models: Models = None
    house: House = None
    glossary: Glossary = None
    date: Date = None
    encoding: Encoding = None
    format: _Format = "auto"
    field: Field = None
    suggest: Suggest = False
    reports: _Reports = False
    interval: _Interval = 1.0
    once: _Once = False
    jobs: _Jobs = 1


def run(argv: Sequence[str]) -> int:
    """Run `clean watch` with its arguments."""
    options = parse(Options, "clean watch", argv, EPILOG)
    if not isinstance(options, Options):
        return int(options)
    _refuse(options)
    with ExitStack() as stack:
        for folder in (options.inbox, options.outbox):
            try:
                stack.enter_context(locked(folder))
            except OSError as error:
                raise UnusableError(f"{folder}: cannot be used: {error.strerror}") from error
        named = Named(options.house, {}, tuple(options.glossary or ()))
        copies = Copies(named, partial(_start, options))
        stack.callback(copies.close)
        try:
            return asyncio.run(_watch(options, copies))
        except RefusedStartError as error:
            raise UnusableError(str(error)) from error


async def _watch(options: Options, copies: Copies) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    folder = copies.make()
    limits = Limits(options.jobs, 2 * options.jobs, SECONDS)
    pool = Pool(copies.start(folder), limits, _lost)
    reloader = Reloader(copies, pool, _reloaded)
    await reloader.open(folder)
    rounds = Rounds(Ledger(options.inbox, options.outbox), pool, options.jobs, options.interval)
    note("started", inbox=str(options.inbox), outbox=str(options.outbox), jobs=options.jobs)
    try:
        rounds.recover()
        async with kept_fresh(reloader, options.interval):
            await (rounds.once() if options.once else rounds.until(stop))
    finally:
        await pool.close()
    note("stopped")
    return UNUSABLE if options.once and rounds.failures else DONE


def _lost(how: str) -> None:
    note("worker", how=how)


def _reloaded(outcome: str, reason: str) -> None:
    """Say what became of an edit of the glossary; the reason names the row that is wrong."""
    note("configuration", outcome=outcome, reason=reason)


def _start(options: Options, named: Named) -> Start:
    """Return what the workers are told, as JSON: the options that they share with `clean`."""
    shared = _shared(options)
    shared["house"] = named.house
    shared["models"] = str(options.models) if options.models else None
    shared["glossary"] = [str(folder) for folder in named.glossaries] or None
    settings = {**shared, "inbox": str(options.inbox), "reports": options.reports}
    return Start("pipeline.watch.cleaning", settings)


def _shared(options: Options) -> dict[str, Any]:
    known = {entry.name for entry in fields(clean_options.Options)}
    return {name: value for name, value in asdict(options).items() if name in known}


def _refuse(options: Options) -> None:
    clean_options.refuse(clean_options.Options(**_shared(options)))
    if not options.inbox.is_dir():
        raise UnusableError(f"{options.inbox}: no such folder; make it, or name the right one")
    if options.interval <= 0 or options.jobs < 1:
        raise UnusableError("--interval and --jobs count from above 0")
    inbox, outbox = options.inbox.resolve(), options.outbox.resolve()
    if inbox == outbox or inbox in outbox.parents or outbox in inbox.parents:
        raise UnusableError(
            f"{options.inbox} and {options.outbox}: one lies in the other, so that cleaned files "
            "would arrive again; take two folders side by side"
        )
    for folder in (options.inbox / PROCESSED, options.inbox / FAILED):
        try:
            folder.mkdir(exist_ok=True)
            device = os.stat(folder).st_dev  # noqa: PTH116 - beside the one below
        except OSError as error:
            raise UnusableError(f"{folder}: cannot be made: {error.strerror}") from error
        if device != os.stat(inbox).st_dev:  # noqa: PTH116
            raise UnusableError(f"{folder}: on another disk than the inbox; files cannot move")
