"""Exchange rows with other tools: `import`, `export`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from pipeline.cli.glossary.change import By, Lang, Why, entry_values
from pipeline.cli.glossary.common import Json, Own, folded, load, own_folder, subtag
from pipeline.cli.glossary.target import stamped, told
from pipeline.cli.inputs import decoded, read_bytes
from pipeline.cli.options import Glossary, SourceLang
from pipeline.cli.shell import DONE, UnusableError, counted, meant, put, put_json, say
from pipeline.glossary.cells import cells_of, new_cells
from pipeline.glossary.concept import Concept
from pipeline.glossary.exchange import FORMATS, Row, Scope, read, write
from pipeline.glossary.exchange.rows import lost, named_rows
from pipeline.glossary.history import Entry, Stamp
from pipeline.glossary.places import places
from pipeline.glossary.rewrite import add_rows, write_change
from pipeline.glossary.undo import take_back

_ABOUT = "One of " + ", ".join(FORMATS) + "."
Format = Annotated[str, Argument(metavar="FORMAT", help=_ABOUT)]


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command("import")(import_rows)
    app.command("export")(export)


def import_rows(
    form: Format,
    file: Annotated[Path, Argument(metavar="FILE", help="A glossary of another tool.")],
    folder: Own = None,
    lang: Lang = None,
    source_lang: SourceLang = None,
    name: Annotated[
        str, Option("--file", metavar="NAME", help="The file that the rows are added to.")
    ] = "imported.csv",
    by: By = None,
    why: Why = "",
    as_json: Json = False,
) -> int:
    """Add the rows of another tool's file.

    Where it does not know our columns, they are proposed. What cannot be carried over is listed
    on standard error.
    """
    chosen = own_folder(folder)
    scope = _scope(form, lang, source_lang)
    text, _ = decoded(str(file), read_bytes(file, str(file)))
    try:
        found = read(text.removeprefix("\ufeff"), scope)
    except ValueError as error:
        raise UnusableError(f"{file}: {error}") from error
    _say_unfit(file.name, scope)
    stamp = stamped(by, why or f"imported from {file.name}")
    rows = _new_rows(chosen, found, stamp)
    told(lambda: _add(chosen, name, rows, stamp, as_json=as_json))
    return DONE


def export(
    form: Format,
    lang: Lang = None,
    source_lang: SourceLang = None,
    folders: Glossary = None,
    out: Annotated[
        Path | None, Option("--out", metavar="FILE", help="The file to write; else it is printed.")
    ] = None,
    every: Annotated[
        bool, Option("--all", help="Also rows that are not approved, or hold no longer.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Write the rows in the shape of another tool.

    What it has no room for is listed on standard error, and with --json in the answer, which
    holds the text itself where no file is named.
    """
    scope = _scope(form, lang, source_lang)
    rows = [
        {**cells_of(row), "language": row.language}
        for row in _chosen(folders, scope, every=every or form in ("csv", "tsv"))
    ]
    try:
        text = write(rows, scope)
    except ValueError as error:
        raise UnusableError(f"{form}: {error}") from error
    left_out, missing = _lost(rows, text, scope)
    if out is not None:
        from pipeline.cli.outputs import replacing

        with replacing(out) as opened:
            opened.write(text.encode("utf-8", "surrogatepass"))
    elif not as_json:
        put(text.encode("utf-8", "surrogatepass"))
    _say_unfit(form, scope)
    _say_lost(len(rows), left_out, missing, scope)
    if as_json:
        where = {"text": text} if out is None else {"file": str(out)}
        unfit = [asdict(one) for one in scope.unfit]
        loss = {"left_out": left_out, "not_carried": missing, "unfit": unfit}
        put_json({"format": form, "rows": len(rows), **loss, **where})
    return DONE


def _scope(form: str, lang: str | None, source_lang: str | None) -> Scope:
    if form not in FORMATS:
        near = meant(form, FORMATS)
        raise UnusableError(f"{form}: no such format{near}; there are {', '.join(FORMATS)}")
    return Scope(form, subtag(lang) or "", subtag(source_lang) or "")


def _chosen(folders: Sequence[Path] | None, scope: Scope, *, every: bool) -> list[Concept]:
    """Return the rows of the folders, or else of the shipped glossary."""
    from pipeline.glossary.store import merge, read_glossary

    load(folders)  # says what is wrong with them
    concepts = merge(*map(read_glossary, folders)) if folders else load(None).glossary.concepts
    rows = [
        row
        for row in concepts
        if (every or (row.approved and not row.valid_to)) and scope.language in ("", row.language)
    ]
    if not rows:
        raise UnusableError("no row to export; --all also takes those that are not approved")
    return rows


def _new_rows(folder: Path, found: Sequence[Row], stamp: Stamp) -> list[Row]:
    """Return the rows that the folder does not have yet, with ids and the cells they lack."""
    known = {(place.language, place.id) for place in told(lambda: list(places(folder)))}
    rows = [{**row, "language": _language(row["language"])} for row in found]
    old = [row for row in rows if (row["language"], row.get("id")) in known]
    if old:
        say(f"{counted(len(old), 'row')} left out: the id stands already, such as {old[0]['id']}")
    fresh = [row for row in rows if (row["language"], row.get("id")) not in known]
    day = date.fromisoformat(stamp.at[:10])
    return [
        {**new_cells(row["id"], day, stamp.by), **row}
        for row in named_rows(fresh, {name for _, name in known})
    ]


def _language(found: str) -> str:
    """Return the folder of a language; it may have come from a file of somebody else."""
    language = found.partition("-")[0].lower()
    if not (language.isascii() and language.isalpha()):
        raise UnusableError(f"{found!r}: not a language tag; write it as en or fr")
    return language


def _add(folder: Path, name: str, rows: Sequence[Row], stamp: Stamp, *, as_json: bool) -> None:
    if not rows:
        raise UnusableError("no row to add")
    name = (name if name.endswith(".csv") else f"{name}.csv").rpartition("/")[2]
    made: list[Entry] = []
    for language in sorted({row["language"] for row in rows}):
        own = [row for row in rows if row["language"] == language]
        make = add_rows([{k: v for k, v in row.items() if k != "language"} for row in own])
        try:
            made.append(write_change(folder, f"{language}/{name}", "import", stamp, make))
        except (ValueError, OSError):
            for entry in reversed(made):  # all of a file, or nothing
                take_back(folder, stamp, entry.number)
            raise
    for entry in made:
        number = counted(len(entry.changes), "row")
        say(f"{entry.file}: {number} added (change {entry.number})")
    if as_json:
        put_json([entry_values(entry) for entry in made])


def _say_unfit(name: str, scope: Scope) -> None:
    for one in scope.unfit[:10]:
        for line in folded(f"{name}: left out {one.name}: {one.why}"):
            say(line)
    if len(scope.unfit) > 10:
        say(f"{name}: and {len(scope.unfit) - 10:,} more")


def _lost(rows: Sequence[Row], text: str, scope: Scope) -> tuple[int, dict[str, int]]:
    """Return how many rows a text does not hold, and of the others the cells by column."""
    languages = {row["language"] for row in rows}
    language = scope.language or (languages.pop() if len(languages) == 1 else "")
    missing = dict(lost(rows, read(text, Scope(scope.format, language, scope.source))))
    return missing.pop("", 0), missing


def _say_lost(number: int, left_out: int, missing: Mapping[str, int], scope: Scope) -> None:
    if left_out:
        say(f"{scope.format}: {counted(left_out, 'row')} of {number:,} left out")
    if missing:
        columns = ", ".join(f"{name} ({number:,})" for name, number in missing.items())
        for line in folded(f"{scope.format} does not carry, in so many rows: {columns}"):
            say(line)
