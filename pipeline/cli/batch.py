"""Clean everything that was named, file after file, and give each result to what was asked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress

from pipeline.cli.inputs import Given, expand
from pipeline.cli.outputs import (
    refuse_collisions,
    refuse_overwriting,
    rewrite,
    write_below,
)
from pipeline.cli.progress import Progress
from pipeline.cli.setup import Setup
from pipeline.cli.shell import (
    DONE,
    UNUSABLE,
    WOULD_CHANGE,
    UnusableError,
    has_colour,
    put,
    put_lines,
    say,
)
from pipeline.cli.summary import Totals, summary
from pipeline.cli.work import Cleaned, clean_file

FEW = 20  # files; of more, not each has its line
Show = Callable[[Cleaned], None]


class _NothingDoneError(Exception):
    """No input could be cleaned, so that an earlier report stays."""


def clean_all(setup: Setup) -> int:
    """Clean every input; a bad one is reported and the others are still done."""
    options = setup.options
    found = list(expand(options.files or ["-"]))
    inputs = [entry for entry in found if isinstance(entry, Given)]
    totals = Totals(len(inputs))
    for entry in found:
        if isinstance(entry, UnusableError):
            totals.fail(entry)
    refuse_overwriting(options, inputs)
    if options.out is not None:
        refuse_collisions(inputs)
    with suppress(_NothingDoneError), ExitStack() as stack:
        shows = _shows(setup, stack)
        progress = stack.enter_context(Progress(len(inputs)))
        for given in inputs:
            progress.step()
            try:
                _clean_one(given, setup, shows, totals, progress)
            except UnusableError as error:
                progress.wipe()
                totals.fail(error)
        if totals.failed and not totals.done:
            raise _NothingDoneError  # what is being written takes the place of nothing
    if options.several:
        say(totals.line(setup.plan, written=options.writes))
    return _exit_code(setup, totals)


def _clean_one(
    given: Given, setup: Setup, shows: list[Show], totals: Totals, progress: Progress
) -> None:
    cleaned = clean_file(given, setup)
    for show in shows:
        show(cleaned)
    totals.add(cleaned)
    lines = summary(cleaned, setup)
    if totals.files > FEW:
        del lines[0]  # the remarks alone; the rest is in the line about all files
    if lines:
        progress.wipe()
    for line in lines:
        say(line)


def _exit_code(setup: Setup, totals: Totals) -> int:
    if totals.failed:
        return UNUSABLE
    return WOULD_CHANGE if setup.options.check and totals.changed else DONE


def _shows(setup: Setup, stack: ExitStack) -> list[Show]:
    """Return what is done with each cleaned file, as the options ask."""
    options = setup.options
    shows: list[Show] = []
    if options.report is not None:
        from pipeline.cli.report import report_to

        shows.append(stack.enter_context(report_to(options.report, several=options.several)))
    if options.html is not None:
        from pipeline.cli.html import page_to

        shows.append(stack.enter_context(page_to(options.html, setup.plan)))
    if options.diff:
        from pipeline.cli.diff import diff_lines

        colour = has_colour()
        shows.append(lambda cleaned: put_lines(diff_lines(cleaned, colour=colour)))
    elif options.check and not options.prints:
        shows.append(_list_changed)
    if options.writes:
        shows.append(lambda cleaned: _write(cleaned, setup))
    elif not (options.several or options.check or options.prints):
        shows.append(lambda cleaned: put(cleaned.output))
    return shows


def _list_changed(cleaned: Cleaned) -> None:
    if cleaned.changed:
        put_lines([cleaned.given.name])


def _write(cleaned: Cleaned, setup: Setup) -> None:
    options = setup.options
    given = cleaned.given
    if options.out is not None:
        write_below(options.out, given, cleaned.output)
    elif given.path is not None and cleaned.changed:
        rewrite(given.path, cleaned.output, backup=options.backup)
