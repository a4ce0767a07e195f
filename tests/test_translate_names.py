"""Names of the glossary reach a translation in their target form, rung by rung."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import Result, clean_text
from pipeline.translate.archive import add

ROWS = """id,preferred,variants,type,case,action,source_langs,status
person.kleber,Kleber,Klebère,person,as stored,apply,,approved
organisation.arbed,Arbed,Sidor,organisation,as stored,apply,,approved
person.stopov,Stopov,Stopoff,person,as stored,apply,,approved
place.vlan,Vlan,Zut,place,as stored,suggest,es,approved
phrase.x,flat no,Pouf,phrase,as stored,apply,,approved
"""
LEXICON = dict(
    pair.split("=")
    for pair in (
        "le=the un=a maire=mayor parle=speaks et=and de=of mange=eats Kleber=adhesive "
        "Klebère=adhesive Sidor=steel Zut=Damn Pouf=Puff"
    ).split()
)


@pytest.fixture(scope="module")
def desk(tinyargos: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    (folder / "glossary" / "en").mkdir(parents=True)
    (folder / "glossary" / "en" / "names.csv").write_text(ROWS, encoding="utf-8")
    archive = tinyargos.build(
        folder / "fr_en.argosmodel", lexicon=LEXICON, stops={";", "Stopov", "Stopoff"}
    )
    add(archive, folder / "packages")
    german = {"the": "der", "mayor": "Bürgermeister", "speaks": "spricht", "adhesive": "Kleister"}
    add(
        tinyargos.build(folder / "en_de.argosmodel", "en", "de", lexicon=german),
        folder / "packages",
    )
    (folder / "glossary" / "de").mkdir()
    (folder / "glossary" / "de" / "names.csv").write_text(ROWS, encoding="utf-8")
    return folder


def translated(text: str, desk: Path, to: str = "en") -> Result:
    return clean_text(text, lang="fr", to=to, models=desk / "packages", glossary=desk / "glossary")


CASES = [
    ("present", "Le maire de Zelensky parle.", "The mayor of Zelensky speaks.", "with the names Zelensky"),
    ("aligned", "Le maire et Kleber parle.", "The mayor and Kleber speaks.", "adhesive became Kleber (person.kleber)"),
    ("variant in the source", "Le maire et Klebère parle.", "The mayor and Kleber speaks.", "adhesive became Kleber"),
    ("article repaired", "Un Sidor parle.", "An Arbed speaks.", "steel became Arbed"),
    ("two names", "Kleber et Sidor parle.", "Kleber and Arbed speaks.", "steel became Arbed"),
    ("carried", "Le maire Stopov parle.", "The mayor Stopov speaks.", "David was swapped for Stopov"),
    ("carried as another form", "Le maire Stopoff parle.", "The mayor Stopov speaks.", "David was swapped for Stopov"),
    ("missing", "Le maire parle ; Kleber mange.", "The mayor speaks", "should have the name Kleber"),
]  # fmt: skip


@pytest.mark.parametrize(
    "text, expected, message", [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_name_is_put_on_its_rung(text: str, expected: str, message: str, desk: Path) -> None:
    result = translated(text, desk)
    assert result.text == expected
    assert any(message in finding.message for finding in result.findings)
    assert result.undo() == text


def test_the_finding_stands_on_the_name_of_the_source(desk: Path) -> None:
    result = translated("Le maire et Kleber parle.", desk)
    (found,) = [finding for finding in result.findings if finding.rule == "translate.name"]
    assert found.before == "Kleber"
    assert found.message.startswith("the name was put where the attention")


def test_a_name_goes_by_way_of_english(desk: Path) -> None:
    result = translated("Le maire Kleber parle.", desk, "de")
    assert result.text == "Der Bürgermeister Kleber spricht."


def test_a_carrier_that_the_source_has_already_is_not_taken(desk: Path) -> None:
    result = translated("David et Stopov parle.", desk)
    assert result.text == "David and Stopov speaks."


def test_tags_and_links_stay_beside_a_name_that_was_put_in(desk: Path) -> None:
    text = "Le maire Stopov parle https://a.fr/x et Kleber."
    result = translated(text, desk)
    assert result.text == "The mayor Stopov speaks https://a.fr/x and Kleber."


@pytest.mark.parametrize(
    "text, expected", [("Zut parle.", "Damn speaks."), ("Pouf parle.", "Puff speaks.")]
)
def test_a_row_for_another_language_and_a_phrase_are_no_names(
    text: str, expected: str, desk: Path
) -> None:
    result = translated(text, desk)
    assert result.text == expected
    assert not [finding for finding in result.findings if finding.rule == "translate.name"]
