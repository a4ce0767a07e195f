"""Look rows up: `list`, `show`, `search`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Annotated, Any

from typer import Argument, Typer

from pipeline.cli.glossary.common import (
    WIDTH,
    Id,
    Json,
    Lang,
    named,
    row_lines,
    rows_of,
    values_of,
)
from pipeline.cli.options import Glossary
from pipeline.cli.shell import DONE, counted, put_json, put_lines, say
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import fold


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command("list")(list_rows)
    app.command()(show)
    app.command()(search)


def list_rows(lang: Lang = None, folders: Glossary = None, as_json: Json = False) -> int:
    """List the rows: id, what is printed, and what it replaces."""
    _print_rows(rows_of(folders, lang), as_json=as_json)
    return DONE


def show(concept_id: Id, lang: Lang = None, folders: Glossary = None, as_json: Json = False) -> int:
    """Show everything a row says.

    An id may have rows in several languages and profiles.
    """
    found = named(rows_of(folders, lang), concept_id)
    if as_json:
        put_json([values_of(row) for row in found])
    else:
        put_lines(line for row in found for line in (*_page(row), ""))
    return DONE


def search(
    text: Annotated[str, Argument(metavar="TEXT", help="A part of a form, a note or an id.")],
    lang: Lang = None,
    folders: Glossary = None,
    as_json: Json = False,
) -> int:
    """Find rows by a text in them, or else by one much like it.

    Case and the kind of apostrophe do not matter.
    """
    wanted = fold(text)
    rows = rows_of(folders, lang)
    found = [row for row in rows if any(wanted in fold(string) for string in _strings(row))]
    if not found:
        found = _alike(rows, wanted)
        if found:
            say(f"{text}: stands in no row; these have forms much like it")
    _print_rows(found, as_json=as_json)
    return DONE


def _alike(rows: Sequence[Concept], wanted: str) -> list[Concept]:
    """Return rows with a form a few letters or accents away, the nearest first."""
    from difflib import get_close_matches

    forms: dict[str, list[Concept]] = {}
    for row in rows:
        for form in (row.preferred, *row.variants, *dict(row.forms)):
            forms.setdefault(_bare(form), []).append(row)
    near = get_close_matches(_bare(wanted), list(forms), 10, 0.75)
    return list(dict.fromkeys(row for form in near for row in forms[form]))


def _bare(text: str) -> str:
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFD", fold(text)) if not combining(char))


def _print_rows(rows: Sequence[Concept], *, as_json: bool) -> None:
    if as_json:
        put_json([values_of(row) for row in rows])
        return
    put_lines(line for row in rows for line in row_lines(row))
    say(counted(len(rows), "row"))


def _page(row: Concept) -> Iterator[str]:
    values = values_of(row)
    values |= {key: cell for key, cell in values.pop("extra", {}).items() if cell}
    for key, value in values.items():
        for number, line in enumerate(wrap(_shown(value), WIDTH - 17) or [""]):
            yield f"{key + ' ' if not number else '':<17}{line}"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " | ".join(" > ".join(part) if isinstance(part, tuple) else part for part in value)
    return str(value)


def _strings(row: Concept) -> Iterator[str]:
    yield from (row.id, row.preferred, row.note, row.example, row.counter_example)
    yield from (*row.variants, *row.keep)
    for pair in (*row.forms, *row.native):
        yield from pair
