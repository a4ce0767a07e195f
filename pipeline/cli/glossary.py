"""The command `glossary`: look up, try out and check the editors' rows."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from textwrap import wrap
from typing import Annotated, Any

from typer import Argument, Option

from pipeline.cli.glossary_variants import add_variants
from pipeline.cli.shell import (
    DONE,
    UNUSABLE,
    UnusableError,
    call,
    counted,
    finish,
    meant,
    plain_app,
    put_lines,
    say,
)
from pipeline.glossary.concept import Concept, parse_concept
from pipeline.glossary.matcher import Glossary, Hit, fold
from pipeline.glossary.store import read_file, read_glossary

WIDTH = 80

_Lang = Annotated[
    str | None, Option("--lang", metavar="TAG", help="Only rows that edit text in this language.")
]
_Folders = Annotated[
    list[Path] | None,
    Option("--glossary", metavar="DIR", help="Your own glossary, <lang>/*.csv; repeatable."),
]
_Json = Annotated[bool, Option("--json", help="Print JSON.")]

app = plain_app()
add_variants(app)


@app.callback()
def glossary() -> None:
    """Look up, try out and check the rows that decide how names and phrases are printed."""


@app.command("list")
def list_rows(lang: _Lang = None, folders: _Folders = None, as_json: _Json = False) -> int:
    """List the rows: id, what is printed, and what it replaces."""
    _print_rows(_rows(folders, lang), as_json=as_json)
    return DONE


@app.command()
def show(
    concept_id: Annotated[str, Argument(metavar="ID", help="The id of a row.")],
    lang: _Lang = None,
    folders: _Folders = None,
    as_json: _Json = False,
) -> int:
    """Show everything a row says.

    An id may have rows in several languages and profiles.
    """
    rows = _rows(folders, lang)
    found = [row for row in rows if row.id == concept_id]
    if not found:
        near = meant(concept_id, (row.id for row in rows))
        raise UnusableError(f"{concept_id}: no row has this id{near or '.'} See glossary search")
    if as_json:
        put_lines([_json([_values(row) for row in found])])
    else:
        put_lines(line for row in found for line in (*_page(row), ""))
    return DONE


@app.command()
def search(
    text: Annotated[str, Argument(metavar="TEXT", help="A part of a form, a note or an id.")],
    lang: _Lang = None,
    folders: _Folders = None,
    as_json: _Json = False,
) -> int:
    """List the rows in which a text stands.

    Case and the kind of apostrophe do not matter.
    """
    wanted = fold(text)
    found = [row for row in _rows(folders, lang) if any(wanted in fold(s) for s in _strings(row))]
    _print_rows(found, as_json=as_json)
    return DONE


@app.command("try")
def try_text(
    text: Annotated[str, Argument(metavar="TEXT", help="A sentence to look for rows in.")],
    lang: Annotated[
        str, Option("--lang", metavar="TAG", help="The language of the sentence.")
    ] = "en",
    folders: _Folders = None,
    as_json: _Json = False,
) -> int:
    """Show which rows are found in a sentence.

    For each: where, what it prints, or what stopped it.
    """
    lexicon = Glossary(_rows(folders, None)).lexicon(lang.partition("-")[0].lower())
    if not len(lexicon):
        raise UnusableError(f"--lang {lang}: the glossary has no rows for this language")
    hits = list(lexicon.find(text))
    if as_json:
        put_lines([_json([_hit_values(hit, text) for hit in hits])])
    else:
        put_lines(_hit_lines(hits, text) if hits else ["no row is found here"])
    return DONE


@app.command()
def check(
    folder: Annotated[
        Path | None, Argument(metavar="DIR", help="A glossary; the shipped one if left out.")
    ] = None,
    as_json: _Json = False,
) -> int:
    """Read every row and name what cannot be used.

    Errors name file, row and column.
    """
    from pipeline.load import glossary_folder

    chosen = folder or glossary_folder()
    if not chosen.is_dir():
        raise UnusableError(f"{chosen}: no such folder; a glossary is a folder of <lang>/*.csv")
    files = sorted(chosen.glob("*/*.csv"))
    errors = [error for file in files for error in _errors(file)] or _errors_across(chosen)
    if as_json:
        put_lines([_json({"files": len(files), "errors": errors})])
    else:
        put_lines(errors)
    rows = "no row can be used" if not files else f"{counted(len(errors), 'error')}"
    say(f"{chosen}: {counted(len(files), 'file')}, {rows}")
    return UNUSABLE if errors else DONE


def main(argv: Sequence[str] | None = None) -> int:
    """Run `glossary`; returns its exit code: 0 done, 2 unusable input or rows."""
    return finish("glossary", _run, argv)


def _run(argv: Sequence[str]) -> int:
    return int(call(app, "glossary", argv))


def _rows(folders: Sequence[Path] | None, lang: str | None) -> list[Concept]:
    from pipeline.load import BadConfiguration, load_plan

    try:
        concepts = load_plan(glossary=folders or None).glossary.concepts
    except BadConfiguration as error:
        raise UnusableError(str(error)) from error
    wanted = lang and lang.partition("-")[0].lower()
    rows = [row for row in concepts if wanted in (None, row.language)]
    if not rows:
        languages = ", ".join(sorted({row.language for row in concepts})) or "none"
        raise UnusableError(f"--lang {lang}: no rows for this language; there are {languages}")
    return rows


def _print_rows(rows: Sequence[Concept], *, as_json: bool) -> None:
    if as_json:
        put_lines([_json([_values(row) for row in rows])])
        return
    put_lines(line for row in rows for line in _row_lines(row))
    say(counted(len(rows), "row"))


def _row_lines(row: Concept) -> Iterator[str]:
    signs = [row.language, row.profile, "" if row.action == "apply" else row.action]
    signs.append("" if row.approved else row.status)
    yield f"{row.id}  ({', '.join(filter(None, signs))})"
    replaced = " | ".join([*row.variants, *(form for form, _ in row.forms)])
    line = f"{row.preferred} < {replaced}" if replaced else row.preferred
    yield from wrap(line, WIDTH, initial_indent="    ", subsequent_indent="        ")


def _page(row: Concept) -> Iterator[str]:
    for key, value in _values(row).items():
        if key == "extra":
            continue
        for number, line in enumerate(wrap(_shown(value), WIDTH - 17) or [""]):
            yield f"{key if not number else '':<17}{line}"


def _values(row: Concept) -> dict[str, Any]:
    """Return what a row says, without its empty cells."""
    return {key: value for key, value in asdict(row).items() if value not in ("", (), {})}


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


def _hit_lines(hits: Iterable[Hit], text: str) -> Iterator[str]:
    for hit in hits:
        row = hit.term.concept
        where = f"{text[hit.start : hit.end]!r} at {hit.start}-{hit.end}"
        told = f"stopped by {hit.stopped_by!r}" if hit.stopped_by else _does(row, hit)
        yield f"{where}: {told}"
        yield f"    {row.id}, {row.language}, {row.file} row {row.row}"


def _does(row: Concept, hit: Hit) -> str:
    verb = {"apply": "printed", "suggest": "suggested"}.get(row.action, "flagged:")
    limits = [f"only from {', '.join(row.source_langs)}" if row.source_langs else ""]
    limits.append(f"profile {row.profile}" if row.profile else "")
    limits.append(f"from {row.valid_from}" if row.valid_from else "")
    limits.append(f"until {row.valid_to}" if row.valid_to else "")
    limits.append("" if row.in_quotes else "not in quotations")
    limited = ", ".join(filter(None, limits))
    return f"{verb} {hit.replacement!r}{f' ({limited})' if limited else ''}"


def _hit_values(hit: Hit, text: str) -> dict[str, Any]:
    row = hit.term.concept
    return {
        "span": [hit.start, hit.end],
        "found": text[hit.start : hit.end],
        "replacement": hit.replacement,
        "stopped_by": hit.stopped_by,
        "action": row.action,
        "concept": row.id,
        "language": row.language,
        "file": row.file,
        "row": row.row,
    }


def _errors(file: Path) -> Iterator[str]:
    """Yield what is wrong with each row of a file, not with the first one alone."""
    language, shown = file.parent.name, f"{file.parent.name}/{file.name}"
    try:
        for _ in read_file(file, language, shown):
            pass
    except ValueError as error:
        rows = list(_row_errors(file, language, shown))
        yield from rows or [str(error)]
    except OSError as error:
        yield f"{shown}: cannot be read: {error.strerror}"


def _row_errors(file: Path, language: str, shown: str) -> Iterator[str]:
    text = file.read_bytes().decode("utf-8-sig", "replace")
    reader = csv.DictReader(StringIO(text, newline=""))
    for row in reader:
        if None in row:
            yield f"{shown}, row {reader.line_num}: more cells than the header has columns"
            continue
        try:
            parse_concept(row, language, shown, reader.line_num)
        except ValueError as error:
            yield str(error)


def _errors_across(folder: Path) -> list[str]:
    """Return what is wrong between rows that can each be read, such as an id that stands twice."""
    try:
        read_glossary(folder)
    except ValueError as error:
        return [str(error)]
    return []


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
