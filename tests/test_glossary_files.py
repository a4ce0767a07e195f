"""Every shipped row proves itself by its example and its trap, and no two rows disagree."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from re import escape, search

import pytest

from pipeline import Plan, Source, clean, load_plan
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Glossary, Hit, Lexicon, entries_of
from pipeline.glossary.store import read_glossary
from pipeline.load import glossary_folder
from pipeline.plan import RuleSet
from pipeline.result import Result

FOLDER = glossary_folder()
FILES = sorted(FOLDER.glob("*/*.csv"))
ROWS = read_glossary(FOLDER)
LANGUAGES = sorted({row.language for row in ROWS})


def named(row: Concept) -> str:
    return f"{row.file}:{row.row} {row.id}"


@cache
def plan(language: str) -> Plan:
    """A plan with the glossary rule alone and every row of a language awake; it asks nobody."""
    whole = load_plan()
    rule = whole.ruleset.by_id["terms.glossary"]
    rows = [replace(row, status="approved") for row in ROWS if row.language == language]
    return replace(whole, ruleset=RuleSet([rule]), glossary=Glossary(rows), suggest=True)


def cleaned(row: Concept, text: str) -> Result:
    source = Source(
        text,
        row.language,
        source_lang=row.source_langs[0] if row.source_langs else None,
        date=row.valid_from or row.valid_to or None,
    )
    house = replace(plan(row.language).house, names=(row.profiles or ("keep",))[0])
    return clean(source, replace(plan(row.language), house=house))


def own_hits(row: Concept, text: str) -> list[Hit]:
    """Return what the row alone finds in a text, where no context stops it."""
    awake = [replace(row, status="approved")]
    lexicon = Lexicon(awake, entries_of(awake, row.language))
    return [hit for hit in lexicon.find(text) if not hit.stopped_by]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_file_is_plain_utf_8_with_one_header(file: Path) -> None:
    raw = file.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    header = next(csv.reader(FILES[0].read_text("utf-8").splitlines()))
    for number, cells in enumerate(csv.reader(raw.decode().splitlines()), 1):
        assert len(cells) == len(header), f"row {number}"
        assert number > 1 or cells == header


def test_there_are_as_many_rows_as_promised() -> None:
    counts = {language: sum(row.language == language for row in ROWS) for language in LANGUAGES}
    assert counts["en"] >= 400
    assert all(counts[language] >= 90 for language in ("fr", "de", "es", "uk"))


def test_an_id_stands_once_for_each_house_and_time() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for row in ROWS:
        key = (row.language, row.id, row.profile, row.valid_from)
        assert key not in seen, f"{named(row)} and {seen.get(key)}"
        seen[key] = named(row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_names_its_source_its_example_and_its_trap(language: str) -> None:
    for row in of(language):
        assert row.source_name, named(row)
        assert row.source_url.startswith("https://") or row.source_url.startswith("http://")
        assert row.checked_on, named(row)
        assert row.example, named(row)
        assert row.counter_example, named(row)
        assert row.variants or row.forms, named(row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_is_changed_and_each_trap_is_not(language: str) -> None:
    wrong = []
    for row in of(language):
        if not any(hit.replacement for hit in own_hits(row, row.example)):
            wrong.append(f"{named(row)}: finds nothing in {row.example!r}")
        if own_hits(row, row.counter_example) and row.id in concepts(row, row.counter_example):
            wrong.append(f"{named(row)}: edits its trap {row.counter_example!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_is_changed_by_the_rule_and_then_rests(language: str) -> None:
    wrong = []
    for row in of(language):
        if row.action == "suggest" and row.type in CHOICES and not row.source_langs:
            continue  # the article decides: a sentence with one form in it stays
        result = cleaned(row, row.example)
        if row.id not in {finding.concept for finding in result.findings}:
            wrong.append(f"{named(row)}: no finding in {row.example!r}")
        elif cleaned(row, result.text).text != result.text:
            wrong.append(f"{named(row)}: {result.text!r} is changed once more")
    assert not wrong, "\n".join(wrong)


CHOICES = ("place", "person", "organisation", "country")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_variant_leads_to_two_preferred_forms(language: str) -> None:
    leads: dict[str, list[tuple[Concept, str]]] = defaultdict(list)
    for row in of(language):
        for variant in row.variants:
            leads[variant].append((row, row.preferred))
        for form, replacement in row.forms:
            leads[form].append((row, replacement))
    wrong = [
        f"{form}: {named(one)} prints {left}, {named(other)} prints {right}"
        for form, rows in leads.items()
        for (one, left), (other, right) in combinations(rows, 2)
        if left != right and one.overlaps(other)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_preferred_form_is_edited_by_another_row(language: str) -> None:
    """What one row prints, no other row may change: that would not rest."""
    rows = [row for row in of(language) if row.approved]
    lexicon = Lexicon(rows, entries_of(rows, language))
    wrong = [
        f"{named(row)} prints {printed!r}, which {named(hit.term.concept)} edits"
        for row in rows
        for printed in {row.preferred, *[replacement for _, replacement in row.forms]}
        for hit in lexicon.find(printed)
        if not hit.stopped_by
        and hit.term.concept.overlaps(row)
        and hit.term.concept.action == "apply"
    ]
    assert not wrong, "\n".join(wrong)


def of(language: str) -> Iterator[Concept]:
    return (row for row in ROWS if row.language == language)


def concepts(row: Concept, text: str) -> set[str]:
    return {finding.concept for finding in cleaned(row, text).findings if finding.edits}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_holds_the_variant_as_a_word(language: str) -> None:
    for row in of(language):
        forms = (*row.variants, *dict(row.forms))
        assert any(search(rf"(?i)(?<!\w){escape(form)}", row.example) for form in forms), named(row)
