"""Read the editors' CSV files: UTF-8, a header, one concept a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

from pipeline.glossary.concept import REQUIRED, Concept, parse_concept


def read_glossary(folder: Path) -> tuple[Concept, ...]:
    """Read every `<lang>/*.csv` below a folder; ValueError names file, row and column.

    Inside one folder an id stands once for each house and each time: a row with a `profile`
    may have the id of a general row, which it then replaces for that house.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; a glossary is a folder of <lang>/*.csv")
    files = sorted(folder.glob("*/*.csv"))
    if not files:
        raise ValueError(f"{folder}: no <lang>/*.csv inside; see glossaries/README.md")
    seen: dict[tuple[str, str], list[Concept]] = {}
    concepts: list[Concept] = []
    for file in files:
        for concept in read_file(file, file.parent.name, f"{file.parent.name}/{file.name}"):
            rows = seen.setdefault((concept.language, concept.id), [])
            _refuse_double(concept, rows)
            rows.append(concept)
            concepts.append(concept)
    return tuple(concepts)


def _refuse_double(concept: Concept, rows: list[Concept]) -> None:
    for row in rows:
        if row.overlaps(replace(concept, source_langs=())):
            raise ValueError(
                f"{concept.file}, row {concept.row}, column id: {concept.id!r} stands already in "
                f"{row.file}, row {row.row}, for the same house and time; give this row an id of "
                "its own, a profile, or dates"
            )


def read_file(path: Path, language: str, shown: str) -> Iterator[Concept]:
    """Read one CSV file; `shown` is the name that messages give it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{shown}: byte {error.start} is not UTF-8; save the file as CSV UTF-8"
        ) from None
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    missing = [column for column in REQUIRED if column not in (reader.fieldnames or ())]
    if missing:
        hint = "; save it with commas" if ";" in text.partition("\n")[0] else ""
        raise ValueError(f"{shown}, row 1: the header lacks the column {missing[0]!r}{hint}")
    try:
        for row in reader:
            if None in row:
                raise ValueError(
                    f"{shown}, row {reader.line_num}: more cells than the header has columns; "
                    "put cells that hold a comma between double quotes"
                )
            yield parse_concept(row, language, shown, reader.line_num)
    except csv.Error as error:
        raise ValueError(f"{shown}, row {reader.line_num}: {error}; see glossary lint") from None


def merge(*glossaries: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return the concepts of several glossaries; a later one replaces a row of the same key."""
    merged: dict[tuple[str, str, str, str], Concept] = {}
    for concepts in glossaries:
        for concept in concepts:
            key = (concept.language, concept.id, concept.profile, concept.valid_from)
            merged[key] = concept
    return tuple(merged.values())
