"""The commands `list`, `show` and `search` of `glossary`."""

from __future__ import annotations

import json

import pytest

from commands import put
from pipeline.cli import glossary as glossary_command

ROWS = (
    "id,preferred,variants,keep,type,case,action,status\n"
    "place.testopol,Testopol,Testograd|Testopil,Old Testograd,place,smart,apply,approved\n"
)


@pytest.fixture
def glossary(run):
    put("g/en/places.csv", ROWS)

    def glossary(*args):
        return run(*args, program=glossary_command)

    return glossary


def test_rows_are_listed_shown_and_searched(glossary):
    assert (
        "place.testopol  (en)\n    Testopol < Testograd | Testopil\n"
        in glossary("list", "--lang", "en", "--glossary", "g").text
    )
    assert (
        "variants         Testograd | Testopil\n"
        in glossary("show", "place.testopol", "--glossary", "g").text
    )
    assert glossary("search", "testOGR", "--glossary", "g").text.startswith("place.testopol")


@pytest.mark.parametrize(
    "args", [("list",), ("show", "place.testopol"), ("search", "testograd")], ids=lambda a: a[0]
)
def test_rows_are_given_as_json(glossary, args):
    rows = json.loads(glossary(*args, "--glossary", "g", "--json").text)
    assert "place.testopol" in {row["id"] for row in rows}


@pytest.mark.parametrize(
    "args, told",
    [
        (["show", "place.testopl", "--glossary", "g"], "did you mean place.testopol"),
        (["list", "--lang", "xx"], "--lang xx: no rows for this language; there are"),
        (["try", "x", "--lang", "xx"], "--lang xx: the glossary has no rows"),
        (["lint", "nowhere"], "nowhere: no such folder"),
        (["list", "--glossary", "nowhere"], "nowhere: no such folder"),
        (["nope"], "No such command"),
    ],
    ids=str,
)
def test_what_the_glossary_cannot_use_is_said(glossary, args, told):
    ran = glossary(*args)
    assert (ran.code, ran.out) == (2, b"")
    assert told in ran.err
