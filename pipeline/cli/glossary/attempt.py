"""Try a sentence: `try`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Json, folded, load, subtag
from pipeline.cli.options import Glossary, House, SourceLang
from pipeline.cli.shell import DONE, UnusableError, put_json, put_lines


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command("try")(try_text)


def try_text(
    text: Annotated[str, Argument(metavar="TEXT", help="A sentence to look for rows in.")],
    lang: Annotated[
        str, Option("--lang", metavar="TAG", help="The language of the sentence.")
    ] = "en",
    source_lang: SourceLang = None,
    day: Annotated[
        str | None, Option("--date", metavar="DATE", help="Day of the article, as 2024-03-31.")
    ] = None,
    house: House = None,
    folders: Glossary = None,
    as_json: Json = False,
) -> int:
    """Show what the engine does with a sentence, row by row.

    For each form: where, what it prints, or what stopped it.
    """
    from pipeline.desk.trial import seen_in
    from pipeline.document import Source

    plan = load(folders, house)
    if not any(row.language == subtag(lang) for row in plan.glossary.concepts):
        raise UnusableError(f"--lang {lang}: the glossary has no rows for this language")
    seen = seen_in(Source(text, lang, source_lang=source_lang, date=day), plan)
    if as_json:
        put_json([_seen_values(one, text) for one in seen])
    else:
        put_lines(_seen_lines(seen, text) if seen else ["no row is found here"])
    return DONE


def _seen_lines(seen: Iterable[Any], text: str) -> Iterator[str]:
    """Yield what becomes of each form, and below it the rows that say so."""
    for said, rows in groupby(seen, lambda one: _said(one, text)):
        yield from folded(said)
        for row in (one.row for one in rows):
            profile = f", profile {row.profile}" if row.profile else ""
            yield f"    {row.id}, {row.language}{profile}, {row.file} row {row.row}"


def _said(one: Any, text: str) -> str:
    where = f"{one.span.of(text)!r} at {one.span.start}-{one.span.end}"
    told = {
        "kept": f"kept by {one.why}" if one.why.startswith("keep") else f"kept: {one.why}",
        "left": f"left: {one.why}",
        "asleep": f"asleep: {one.why}; would print {one.printed!r}",
    }.get(one.outcome)
    why = f" ({one.why})" if one.why else ""
    return f"{where}: {told or f'{one.outcome} {one.printed!r}{why}'}"


def _seen_values(one: Any, text: str) -> dict[str, Any]:
    row = one.row
    return {
        "span": [one.span.start, one.span.end],
        "found": one.span.of(text),
        "outcome": one.outcome,
        "printed": one.printed,
        "why": one.why,
        "action": row.action,
        "concept": row.id,
        "language": row.language,
        "file": row.file,
        "row": row.row,
    }
