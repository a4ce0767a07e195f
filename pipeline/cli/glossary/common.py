"""What the commands of `glossary` share: options, the rows they name, and how these are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from inspect import getdoc, signature
from pathlib import Path
from textwrap import wrap
from typing import Annotated, Any, TypeVar

from typer import Argument, Option, Typer

from pipeline.cli.shell import UnusableError, meant, say
from pipeline.glossary.concept import Concept

T = TypeVar("T")
WIDTH = 80

Lang = Annotated[
    str | None, Option("--lang", metavar="TAG", help="Only rows that edit text in this language.")
]
Own = Annotated[
    Path | None, Option("--glossary", metavar="DIR", help="The glossary to change, <lang>/*.csv.")
]
Json = Annotated[bool, Option("--json", help="Print JSON.")]
Id = Annotated[str, Argument(metavar="ID", help="The id of a row.")]


def command(
    app: Typer, name: str, fields: type[T], do: Callable[[T], int], about: str | None = None
) -> None:
    """Add a command whose arguments and options are the fields of a dataclass."""

    def run(**given: Any) -> int:
        return do(fields(**given))

    run.__signature__ = signature(fields, eval_str=True)  # type: ignore[attr-defined]
    app.command(name, help=about or getdoc(do))(run)


def load(folders: Sequence[Path] | None, house: str | None = None) -> Any:
    """Return the plan with these glossaries; UnusableError says what is wrong with them."""
    from pipeline.load import BadConfiguration, load_plan

    try:
        return load_plan(house=house, glossary=folders or None)
    except BadConfiguration as error:
        raise UnusableError(str(error)) from error


def subtag(lang: str | None) -> str | None:
    """Return the language of a tag in small letters, as the folders are named."""
    return lang and lang.partition("-")[0].lower()


def rows_of(folders: Sequence[Path] | None, lang: str | None) -> list[Concept]:
    """Return the rows of the shipped glossary and of these."""
    concepts = load(folders).glossary.concepts
    wanted = subtag(lang)
    rows = [row for row in concepts if wanted in (None, row.language)]
    if not rows:
        languages = ", ".join(sorted({row.language for row in concepts})) or "none"
        raise UnusableError(f"--lang {lang}: no rows for this language; there are {languages}")
    return rows


def named(rows: Sequence[Concept], concept_id: str) -> list[Concept]:
    """Return the rows with this id; UnusableError names the nearest ones."""
    found = [row for row in rows if row.id == concept_id]
    if not found:
        near = meant(concept_id, dict.fromkeys(row.id for row in rows))
        raise UnusableError(f"{concept_id}: no row has this id{near or '.'} See glossary search")
    return found


def own_folder(folder: Path | None) -> Path:
    """Return the glossary that may be changed; UnusableError says how to start one."""
    from pipeline.load import CHECKOUT, glossary_folder

    shipped = glossary_folder().resolve()
    if folder is None:
        raise UnusableError(
            "which glossary? Name your own with --glossary DIR; a new folder is started for "
            "you, and its rows take the place of shipped rows with the same id"
        )
    if not CHECKOUT and folder.resolve() == shipped:
        raise UnusableError(
            f"{folder}: the shipped glossary is replaced with each update and is not changed; "
            "start your own with --glossary DIR, its rows go before the shipped ones"
        )
    if folder.exists() and not folder.is_dir():
        raise UnusableError(f"{folder}: a file; a glossary is a folder of <lang>/*.csv")
    return folder


def values_of(row: Concept) -> dict[str, Any]:
    """Return what a row says, without its empty cells."""
    return {key: value for key, value in asdict(row).items() if value not in ("", (), {})}


def row_lines(row: Concept) -> Iterator[str]:
    """Yield a row as two or more lines: its id and signs, what it prints and replaces."""
    signs = [row.language, row.profile, "" if row.action == "apply" else row.action]
    signs.append("" if row.approved else row.status)
    yield f"{row.id}  ({', '.join(filter(None, signs))})"
    replaced = " | ".join([*row.variants, *(form for form, _ in row.forms)])
    line = f"{row.preferred} < {replaced}" if replaced else row.preferred
    yield from folded(line, "    ")


def folded(line: str, indent: str = "") -> list[str]:
    """Return a line as lines that fit the screen; what follows the first stands further in."""
    return wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ") or [""]


def read_articles(archive: Path) -> Iterator[Any]:
    """Yield the articles of an archive; what is passed over is said."""
    from pipeline.desk.archive import articles

    try:
        for one in articles(archive):
            if isinstance(one, str):
                say(one)
            else:
                yield one
    except ValueError as error:
        raise UnusableError(str(error)) from error
