"""The command `clean`: from its arguments to an exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

from pipeline.cli.options import Options, refuse
from pipeline.cli.shell import DONE, finish, parse, put, put_lines

# First arguments that are no file: each names a module with `run(arguments)`. A file of that
# name is given as ./undo.
WORDS: Mapping[str, str] = {
    "undo": "pipeline.cli.undo",
    "watch": "pipeline.watch.command",
    "serve": "pipeline.service.command",
    "models": "pipeline.cli.models",
}

EPILOG = (
    "clean undo CLEANED --report REPORT.json prints the original of a cleaned file. "
    "clean watch INBOX OUTBOX cleans files as they arrive, clean serve over HTTP; clean models "
    "has the packages that translate. Each has --help."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run `clean`; returns its exit code: 0 done, 1 would change (--check), 2 unusable input."""
    return finish("clean", _run, argv)


def _run(argv: Sequence[str]) -> int:
    if argv and argv[0] in WORDS:
        code: int = import_module(WORDS[argv[0]]).run(argv[1:])
        return code
    options = parse(Options, "clean", argv, EPILOG)
    return run(options) if isinstance(options, Options) else options


def run(options: Options) -> int:
    """Do what the options ask for."""
    refuse(options)
    if options.version:
        return _show_version()
    if options.explain is not None or options.rules:
        return _show_rules(options)
    from pipeline.cli.batch import clean_all
    from pipeline.cli.setup import make_setup

    return clean_all(make_setup(options))


def _show_version() -> int:
    from pipeline.load import __version__

    put(f"clean {__version__}\n".encode())
    return DONE


def _show_rules(options: Options) -> int:
    from pipeline.cli import pages

    if options.explain is not None:
        put_lines(pages.rule_page(options.explain))
    else:
        from pipeline.cli.setup import make_setup

        put_lines(pages.rule_list(make_setup(options).plan, options.lang))
    return DONE
