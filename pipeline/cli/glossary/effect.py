"""What a row, or a change of one, does to an archive: `impact`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Json, folded, load, named, read_articles, subtag
from pipeline.cli.glossary.target import told
from pipeline.cli.options import Glossary, House, SourceLang
from pipeline.cli.shell import DONE, UnusableError, counted, put_json, put_lines
from pipeline.glossary.cells import cells_of, changed_cells
from pipeline.glossary.concept import Concept, parse_concept

Lang = Annotated[
    str | None, Option("--lang", metavar="TAG", help="The language of the articles; else detected.")
]
On = Annotated[
    Path, Option("--on", metavar="ARCHIVE", help="A folder of articles, or a file of them.")
]
OUTCOMES = ("printed", "suggested", "flagged", "kept", "left")


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command()(impact)


def impact(
    archive: On,
    concept_id: Annotated[
        str | None, Argument(metavar="ID", help="The id of a row.", show_default=False)
    ] = None,
    changes: Annotated[
        list[str] | None,
        Argument(metavar="CHANGE...", help="A change to try, as for edit; nothing is written."),
    ] = None,
    every: Annotated[bool, Option("--all", help="Every row.")] = False,
    lang: Lang = None,
    source_lang: SourceLang = None,
    house: House = None,
    limit: Annotated[int, Option("--limit", metavar="N", help="Lines of each kind.")] = 10,
    folders: Glossary = None,
    as_json: Json = False,
) -> int:
    """Show what a row, or a change of it, does to articles.

    A row that is not approved is shown as if it were.
    """
    if every == (concept_id is not None):
        raise UnusableError("which row? Name its id, or take --all")
    from pipeline.desk.impact import alone, changed_hits, hits_in

    plan = load(folders, house)
    told_langs = (lang, source_lang)
    rows: Sequence[Concept] = plan.glossary.concepts
    if concept_id is None:
        hits = list(hits_in(read_articles(archive), alone(plan, rows), frozenset(), *told_langs))
        _print_all(hits, as_json=as_json)
        return DONE
    ids = frozenset({concept_id})
    before = _with(rows, concept_id, lang, ())
    after = _with(rows, concept_id, lang, changes or ())
    hits = list(hits_in(read_articles(archive), alone(plan, after), ids, *told_langs))
    if changes:
        old = list(hits_in(read_articles(archive), alone(plan, before), ids, *told_langs))
        changed = list(changed_hits(old, hits))
        _print_changed(changed, limit, as_json=as_json)
    elif as_json:
        put_json([asdict(hit) for hit in hits])
    else:
        _print_hits(concept_id, hits, limit)
    return DONE


def _with(
    rows: Sequence[Concept], concept_id: str, lang: str | None, changes: Sequence[str]
) -> list[Concept]:
    """Return the rows with those of an id awake and changed."""
    wanted = [row for row in named(rows, concept_id) if subtag(lang) in (None, row.language)]
    if not wanted:
        raise UnusableError(f"{concept_id}: no such row for --lang {lang}")
    changed = {id(row): told(partial(_awake, row, changes)) for row in wanted}
    return [changed.get(id(row), row) for row in rows]


def _awake(row: Concept, changes: Sequence[str]) -> Concept:
    cells = cells_of(row)
    cells |= changed_cells(cells, changes)
    parsed = parse_concept(cells, row.language, row.file, row.row)
    return replace(parsed, status="approved")


def _print_hits(concept_id: str, hits: Sequence[Any], limit: int) -> None:
    places = len({hit.place for hit in hits})
    put_lines([f"{concept_id}: {counted(len(hits), 'form')} in {counted(places, 'article')}"])
    for outcome in OUTCOMES:
        chosen = [hit for hit in hits if hit.outcome == outcome]
        if chosen:
            files = len({hit.place for hit in chosen})
            put_lines(["", f"{outcome}: {len(chosen):,} in {counted(files, 'article')}"])
            put_lines(line for hit in chosen[:limit] for line in _hit_lines(hit))
            if len(chosen) > limit:
                put_lines([f"  and {len(chosen) - limit:,} more; see --limit"])


def _hit_lines(hit: Any) -> list[str]:
    return [*folded(f"{hit.place}{f': {hit.why}' if hit.why else ''}", "  "), f"    {hit.line}"]


def _print_changed(changed: Sequence[tuple[Any, str]], limit: int, *, as_json: bool) -> None:
    if as_json:
        put_json([{**asdict(hit), "before": was} for hit, was in changed])
        return
    kinds = Counter((was, hit.outcome) for hit, was in changed)
    put_lines([f"the change gives {counted(len(changed), 'form')} another outcome"])
    for (was, now), number in kinds.most_common():
        put_lines(["", f"{was} -> {now}: {number:,}"])
        chosen = [hit for hit, old in changed if (old, hit.outcome) == (was, now)]
        put_lines(line for hit in chosen[:limit] for line in _hit_lines(hit))
        if number > limit:
            put_lines([f"  and {number - limit:,} more; see --limit"])


def _print_all(hits: Sequence[Any], *, as_json: bool) -> None:
    from pipeline.desk.impact import counted_by_row

    counts = counted_by_row(hits)
    if as_json:
        put_json(counts)
        return
    columns = (*OUTCOMES, "articles")
    put_lines([f"{'':<36}{''.join(f'{name[:6]:>7}' for name in columns)}"])
    put_lines(
        f"{row[:35]:<36}{''.join(f'{numbers[name]:>7,}' for name in columns)}"
        for row, numbers in counts.items()
    )
