"""The command `glossary`: what an editor does with the rows, one module for a group of commands."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.cli.shell import DONE, call, finish, plain_app

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run `glossary`; returns its exit code: 0 done, 1 something to look at, 2 unusable."""
    return finish("glossary", _run, argv)


def _run(argv: Sequence[str]) -> int:
    from pipeline.cli.glossary import (
        attempt,
        calques,
        change,
        derived,
        effect,
        look,
        past,
        prove,
        survey,
        trade,
    )

    app = plain_app()
    app.callback()(_about)
    for group in (look, change, past, prove, attempt, effect, survey, calques, trade, derived):
        group.add_to(app)
    return int(call(app, "glossary", argv or ["--help"]) or DONE)


def _about() -> None:
    """Look up, change, prove and exchange the rows that decide how names are printed."""
