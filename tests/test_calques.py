"""Idioms are translated by real packages, and what is garbled becomes proposed rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline.cli import glossary as command
from pipeline.desk.calques import read_idioms

IDIOMS = """idiom,preferred,sentences
coup de tuba,sudden noise,Le maire a un coup de tuba. | Il parle d'un coup de tuba.
fin de non-recevoir,flat refusal,
mardi soir,Tuesday evening,
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "idioms.csv").write_text(IDIOMS, encoding="utf-8")
    return tmp_path


def mine(packages: Path, *options: str, to: str = "en") -> int:
    languages = ("--from", "fr", "--to", to, "--models", str(packages))
    return command.main(["mine-calques", "idioms.csv", *languages, *options])


def test_garbled_phrases_are_counted(desk, packages, capsys):
    assert mine(packages, "--json") == 0
    found = {one["idiom"]: one for one in json.loads(capsys.readouterr().out)}
    assert next(iter(found["coup de tuba"]["variants"])) == "blow of tuba"
    assert found["coup de tuba"]["variants"]["blow of tuba"] >= 6  # four frames, two sentences
    assert "end of inadmissibility" in found["fin de non-recevoir"]["variants"]
    assert "Tuesday evening" not in found["mardi soir"]["variants"]  # it is what to print


def test_what_a_clean_archive_has_is_dropped(desk, packages, capsys):
    (desk / "archive").mkdir()
    (desk / "archive" / "a.txt").write_text("A Blow  of tuba, they said.\n")
    assert mine(packages, "--archive", "archive", "--json") == 0
    found = json.loads(capsys.readouterr().out)[0]
    assert "blow of tuba" in found["dropped"]
    assert "blow of tuba" not in found["variants"]


def test_rows_are_proposed_and_can_be_imported(desk, packages, capsys):
    assert mine(packages, "--out", "rows.csv") == 0
    rows = list(csv.DictReader((desk / "rows.csv").read_text("utf-8").splitlines()))
    (row,) = [row for row in rows if row["id"] == "phrase.fr.coup-de-tuba"]
    assert row["status"] == "proposed"
    assert row["preferred"] == "sudden noise"
    assert row["variants"].split(" | ")[0] == "blow of tuba"
    assert (row["type"], row["source_langs"]) == ("phrase", "fr")
    assert "phrase.fr.fin-de-non-recevoir" not in {one["id"] for one in rows}  # a row has it
    (desk / "own" / "en").mkdir(parents=True)
    capsys.readouterr()
    assert command.main(["import", "csv", "rows.csv", "--glossary", "own", "--lang", "en"]) == 0
    imported = "".join(file.read_text("utf-8") for file in (desk / "own" / "en").glob("*.csv"))
    assert "blow of tuba" in imported


def test_idioms_go_by_way_of_english(desk, packages, capsys):
    assert mine(packages, "--json", to="de") == 0
    found = json.loads(capsys.readouterr().out)[0]
    assert "blow of tuba" in found["variants"]  # the German package knows none of it


BAD = [
    ("idiom,meaning\na,b\n", "the column 'preferred' is missing"),
    ("idiom,preferred\na,\n", "row 2: an idiom and what to print"),
    ("idiom,preferred,sentences\na b,c,Il parle.\n", "'a b' does not stand in 'Il parle.'"),
    ("", "the column 'idiom' is missing"),
]


@pytest.mark.parametrize("text, message", BAD)
def test_a_bad_list_is_refused(text, message, desk, packages, capsys):
    (desk / "idioms.csv").write_text(text)
    assert mine(packages) == 2
    assert message in capsys.readouterr().err


def test_a_missing_pair_is_named(desk, packages, capsys):
    assert mine(packages, to="it") == 2
    assert "from fr to it" in capsys.readouterr().err


def test_a_list_keeps_its_sentences():
    (first, *_) = read_idioms(IDIOMS)
    assert len(first.sentences) == 2
