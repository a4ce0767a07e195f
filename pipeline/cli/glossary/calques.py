"""What a translator makes of idioms, as proposed rows: `mine-calques`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Json, folded, load, read_articles, subtag
from pipeline.cli.options import Glossary, Models
from pipeline.cli.shell import DONE, UnusableError, counted, put_json, put_lines, say

_List = Annotated[
    Path, Argument(metavar="IDIOMS.csv", help="Columns idiom, preferred and, at will, sentences.")
]
_From = Annotated[str, Option("--from", metavar="TAG", help="The language of the idioms.")]
_To = Annotated[str, Option("--to", metavar="TAG", help="The language to translate into.")]
_Archive = Annotated[
    Path | None,
    Option("--archive", metavar="DIR", help="Clean articles: what stands in them is dropped."),
]
_Out = Annotated[
    Path | None, Option("--out", metavar="FILE", help="Write proposed rows, for import csv.")
]


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command()(mine_calques)


def mine_calques(
    idioms: _List,
    source: _From,
    target: _To,
    archive: _Archive = None,
    out: _Out = None,
    models: Models = None,
    folders: Glossary = None,
    as_json: Json = False,
) -> int:
    """List what the installed Argos packages make of idioms.

    With --out, rows are proposed for it.
    """
    from pipeline.desk.calques import mine_calques as mined
    from pipeline.load import BadConfiguration, load_translator
    from pipeline.translate.package import CannotTranslateError

    listed = _read(idioms)
    articles = (one.text for one in read_articles(archive)) if archive is not None else ()
    try:
        translator = load_translator(target, models)
        found = mined(listed, translator, translator.route(source), articles)
    except (BadConfiguration, CannotTranslateError) as error:
        raise UnusableError(str(error)) from None
    if as_json:
        put_json([asdict(one) for one in found])
    else:
        put_lines(line for one in found for line in _lines(one))
    if out is not None:
        _write(out, found, subtag(source) or source, subtag(target) or target, folders)
    garbled = sum(1 for one in found if one.variants)
    say(f"{counted(len(found), 'idiom')}, {garbled:,} of them garbled")
    return DONE


def _read(path: Path) -> list[Any]:
    from pipeline.desk.calques import read_idioms

    try:
        return read_idioms(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnusableError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UnusableError(f"{path}: not UTF-8; save it as CSV in UTF-8") from None
    except ValueError as error:
        raise UnusableError(f"{path}: {error}") from None


def _lines(one: Any) -> Iterator[str]:
    forms = ", ".join(f"{form} ({number:,})" for form, number in one.variants.items())
    yield from folded(f"{one.idiom}: {forms or 'nothing garbled'}; print {one.preferred}")
    if one.dropped:
        yield from folded(f"in the archive too, dropped: {', '.join(one.dropped)}", "    ")


def _write(
    out: Path, found: Sequence[Any], source: str, target: str, folders: Sequence[Path] | None
) -> None:
    from pipeline.cli.outputs import replacing
    from pipeline.glossary.exchange import Scope, write
    from pipeline.glossary.exchange.rows import joined, named_rows, new_row, slug

    rows = [
        new_row(
            one.preferred,
            target,
            id=f"phrase.{source}.{slug(one.idiom)}",
            variants=joined(one.variants),
            native=f"{source}:{one.idiom}",
            source_langs=source,
            note=f"what Argos makes of {one.idiom}",
            type="phrase",
            case="smart",
        )
        for one in found
        if one.variants
    ]
    known = {row.id for row in load(folders).glossary.concepts}
    fresh = [row for row in rows if row["id"] not in known]
    with replacing(out) as file:
        file.write(write(named_rows(fresh, known), Scope("csv")).encode())
    say(f"{counted(len(fresh), 'proposed row')} in {out}")
