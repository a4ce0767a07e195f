"""The command `glossary variants`: what a row derives, by which system, and what was dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from typer import Typer

from pipeline.cli.glossary.common import Id, Json, Lang, load, named, subtag
from pipeline.cli.options import Glossary
from pipeline.cli.shell import DONE, counted, put_json, put_lines, say
from pipeline.glossary.concept import Concept
from pipeline.glossary.derived import Derived, derived_variants, derives

_WHY_NOT = (
    "it derives none: a row derives variants if it is approved, of the type place, person or "
    "organisation, has its name in another script in the column native, and holds for every house, "
    "every source language and every day"
)


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command("variants")(variants)


def variants(
    concept_id: Id, lang: Lang = None, folders: Glossary = None, as_json: Json = False
) -> int:
    """List the variants that nobody typed, by system.

    Those that are not used have the reason.
    """
    concepts = tuple(load(folders).glossary.concepts)
    within = [n for n, row in enumerate(concepts) if subtag(lang) in (None, row.language)]
    named([concepts[n] for n in within], concept_id)  # or it says which is near
    listed = [
        (concepts[n], derived_variants(concepts, concepts[n].language).get(n, ()))
        for n in within
        if concepts[n].id == concept_id
    ]
    if as_json:
        put_json(_values(listed))
        return DONE
    for row, derived in listed:
        put_lines(_lines(concepts, row, derived))
        used = sum(not variant.dropped for variant in derived)
        say(f"{row.id} ({row.language}): {counted(used, 'variant')}, {len(derived) - used} dropped")
    return DONE


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


def _values(listed: Sequence[tuple[Concept, Sequence[Derived]]]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "language": row.language,
            "preferred": row.preferred,
            "variants": [asdict(variant) for variant in derived],
        }
        for row, derived in listed
    ]
