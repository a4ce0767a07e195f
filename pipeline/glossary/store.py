"""Read the editors' CSV files: UTF-8, a header, one concept a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from pipeline.glossary.concept import REQUIRED, Concept, parse_concept


def read_glossary(folder: Path) -> tuple[Concept, ...]:
    """Read every `<lang>/*.csv` below a folder; ValueError names file, row and column.

    A later row with the id, language and profile of an earlier one takes its place only
    across folders: inside one folder an id stands once.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; a glossary is a folder of <lang>/*.csv")
    files = sorted(folder.glob("*/*.csv"))
    if not files:
        raise ValueError(f"{folder}: no <lang>/*.csv inside; see glossaries/README.md")
    concepts: list[Concept] = []
    seen: dict[tuple[str, str, str], str] = {}
    for file in files:
        for concept in read_file(file, file.parent.name, f"{file.parent.name}/{file.name}"):
            key = (concept.language, concept.id, concept.profile)
            if key in seen and not (concept.valid_from or concept.valid_to):
                raise ValueError(
                    f"{concept.file}, row {concept.row}, column id: {concept.id!r} stands "
                    f"already in {seen[key]}; give this row an id of its own"
                )
            seen[key] = f"{concept.file}, row {concept.row}"
            concepts.append(concept)
    return tuple(concepts)


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
        raise ValueError(f"{shown}, row 1: the header lacks the column {missing[0]!r}")
    try:
        for row in reader:
            if None in row:
                raise ValueError(
                    f"{shown}, row {reader.line_num}: more cells than the header has columns; "
                    "put cells that hold a comma between double quotes"
                )
            yield parse_concept(row, language, shown, reader.line_num)
    except csv.Error as error:
        raise ValueError(f"{shown}, row {reader.line_num}: {error}") from None


def merge(*glossaries: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return the concepts of several glossaries; a later one replaces a row of the same key."""
    merged: dict[tuple[str, str, str, str], Concept] = {}
    for concepts in glossaries:
        for concept in concepts:
            key = (concept.language, concept.id, concept.profile, concept.valid_from)
            merged[key] = concept
    return tuple(merged.values())
