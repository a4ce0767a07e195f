"""The command `glossary variants`: what a row derives, by which system, and what was dropped."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from pipeline.cli.shell import DONE, UnusableError, counted, meant, put_lines, say
from pipeline.glossary.concept import Concept
from pipeline.glossary.derived import Derived, derived_variants, derives

_WHY_NOT = (
    "it derives none: a row derives variants if it is approved, of the type place, person or "
    "organisation, has its name in another script in the column native, and holds for every house, "
    "every source language and every day"
)


def add_to(app: Typer) -> None:
    """Give an app the command `variants`."""
    app.command("variants")(variants)


def variants(
    concept_id: Annotated[str, Argument(metavar="ID", help="The id of a row.")],
    lang: Annotated[
        str | None, Option("--lang", metavar="TAG", help="Only rows that edit text in it.")
    ] = None,
    folders: Annotated[
        list[Path] | None,
        Option("--glossary", metavar="DIR", help="Your own glossary, <lang>/*.csv; repeatable."),
    ] = None,
    as_json: Annotated[bool, Option("--json", help="Print JSON.")] = False,
) -> int:
    """List the variants that nobody typed, by system.

    Those that are not used have the reason.
    """
    concepts = _concepts(folders)
    wanted = lang and lang.partition("-")[0].lower()
    found = {
        number: row
        for number, row in enumerate(concepts)
        if row.id == concept_id and wanted in (None, row.language)
    }
    if not found:
        near = meant(concept_id, dict.fromkeys(row.id for row in concepts))
        raise UnusableError(f"{concept_id}: no row has this id{near or '.'} See glossary search")
    listed = [
        (row, derived_variants(concepts, row.language).get(number, ()))
        for number, row in found.items()
    ]
    if as_json:
        put_lines([_json(listed)])
        return DONE
    for row, derived in listed:
        put_lines(_lines(concepts, row, derived))
        used = sum(not variant.dropped for variant in derived)
        say(f"{row.id} ({row.language}): {counted(used, 'variant')}, {len(derived) - used} dropped")
    return DONE


def _concepts(folders: Sequence[Path] | None) -> Sequence[Concept]:
    from pipeline.load import BadConfiguration, load_plan

    try:
        return tuple(load_plan(glossary=folders or None).glossary.concepts)
    except BadConfiguration as error:
        raise UnusableError(str(error)) from error


def _lines(concepts: Sequence[Concept], row: Concept, derived: Sequence[Derived]) -> Iterator[str]:
    yield f"{row.id}  ({row.language}) prints {row.preferred}"
    for variant in derived:
        told = f"dropped: {variant.dropped}" if variant.dropped else _does(row, variant)
        yield f"    {variant.form}: {variant.reason}; {told}"
    if not derived:
        yield f"    {_none(concepts, row)}"


def _none(concepts: Sequence[Concept], row: Concept) -> str:
    """Return why a row has no derived variant."""
    if not derives(row):
        return _WHY_NOT
    rivals = [
        other.id
        for other in concepts
        if (other.language, other.preferred) == (row.language, row.preferred)
        and other is not row
        and derives(other)
    ]
    return f"{rivals[0]} derives them" if rivals else "no system is known for its native form"


def _does(row: Concept, variant: Derived) -> str:
    if variant.kind == "choice":
        return "the article decides"
    return "suggested" if variant.kind == "suggest" or row.action != "apply" else "replaced"


def _json(listed: Sequence[tuple[Concept, Sequence[Derived]]]) -> str:
    values = [
        {
            "id": row.id,
            "language": row.language,
            "preferred": row.preferred,
            "variants": [asdict(variant) for variant in derived],
        }
        for row, derived in listed
    ]
    return json.dumps(values, ensure_ascii=False, indent=2)
