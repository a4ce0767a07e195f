"""What the source, the day, the house and the whole article decide about a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import clean_text, load_plan
from pipeline.glossary.store import read_glossary


@pytest.mark.parametrize(
    "text, source_lang, after",
    [
        ("The UE met.", None, None),
        ("The UE met.", "de", None),
        ("The UE met.", "fr", "The EU met."),
        ("The UE met.", "es-MX", "The EU met."),
        ("The OIT met.", "fr", None),
        ("The OMC met.", "fr", "The WTO met."),
        ("She read a document de l\u2019UE for an hour.", "fr", None),
        ("The UNO met.", "de", "The UN met."),
        ("The UNO met.", "fr", None),
        ("A report by the CIRC came.", "fr", "A report by the IARC came."),
        ("An ONG closed.", "fr", "An NGO closed."),
        ("The CPI rose.", "fr", None),
        ("OTAN met.", "pl", "NATO met."),
        ("He flew to Damas.", None, None),
        ("He flew to Damas.", "fr", "He flew to Damascus."),
        ("MINISTER ONG RESIGNS", None, None),
    ],
)
def test_a_risky_form_takes_its_source_language(text, source_lang, after):
    assert clean_text(text, lang="en", source_lang=source_lang).text == (after or text)


@pytest.mark.parametrize(
    "source_text, after",
    [
        ("L\u2019OMS se r\u00e9unit.", "The WHO met."),
        ("Les promoms se r\u00e9unissent.", "The OMS met."),
    ],
)
def test_the_source_text_decides_where_it_is_known(source_text, after):
    result = clean_text("The OMS met.", lang="en", source_lang="fr", source_text=source_text)
    assert result.text == after


@pytest.mark.parametrize(
    "day, after",
    [
        (None, "He flew to Astana."),
        ("2024-05-01", "He flew to Astana."),
        ("2022-09-17T10:00:00Z", "He flew to Astana."),
        ("2022-09-16", "He flew to Nur-Sultan."),
        ("2020-05-01", "He flew to Nur-Sultan."),
    ],
)
def test_the_day_of_the_article_picks_the_row(day, after):
    assert clean_text("He flew to Nur-Sultan.", lang="en", date=day).text == after


def table(tmp_path: Path, *rows: str) -> Path:
    header = "id,preferred,variants,type,case,action,status,keep,profile,source_langs,in_quotes"
    folder = tmp_path / "g" / "en"
    folder.mkdir(parents=True)
    (folder / "own.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder.parent


def test_the_row_of_a_house_takes_the_place_of_the_general_one(tmp_path):
    own = table(
        tmp_path,
        "place.x,Testopol,Testogrod,place,smart,apply,approved,,,,",
        "place.x,Testopil,Testopol | Testogrod,place,smart,apply,approved,,ap | bbc,,",
    )
    text = "Testogrod sleeps."
    assert clean_text(text, lang="en", glossary=own).text == "Testopol sleeps."
    for house in ("ap", "bbc"):
        result = clean_text(text, lang="en", glossary=own, house={"names": house})
        assert result.text == "Testopil sleeps."
    result = clean_text(text, lang="en", glossary=own, house={"names": "guardian"})
    assert result.text == "Testopol sleeps."


def test_an_id_stands_once_for_a_house(tmp_path):
    row = "place.x,Testopol,Testogrod,place,smart,apply,approved,,{},,"
    with pytest.raises(ValueError, match=r"row 3, column id: 'place\.x' stands already in"):
        read_glossary(table(tmp_path, row.format("ap | bbc"), row.format("bbc")))


@pytest.mark.parametrize(
    "case, text, after",
    [
        (
            "as stored",
            "Testogrod and testogrod and TESTOGROD.",
            "Testopol and testogrod and TESTOGROD.",
        ),
        ("smart", "Testogrod and testogrod and TESTOGROD.", "Testopol and Testopol and TESTOPOL."),
        ("as stored", "testopol and TESTOPOL.", "testopol and TESTOPOL."),
        ("smart", "testopol and TESTOPOL.", "Testopol and TESTOPOL."),
    ],
)
def test_the_case_column_says_which_forms_are_found(tmp_path, case, text, after):
    own = table(tmp_path, f"place.x,Testopol,Testogrod,place,{case},apply,approved,,,,")
    assert clean_text("In " + text, lang="en", glossary=own).text == "In " + after


def test_an_upper_row_finds_capitals_only(tmp_path):
    own = table(tmp_path, "acronym.x,TSTO,OTST,acronym,upper,apply,approved,,,,")
    text = "The OTST met Otst and otst today."
    assert clean_text(text, lang="en", glossary=own).text == "The TSTO met Otst and otst today."


def test_words_of_a_person_stay_where_the_row_says_so(tmp_path):
    own = table(tmp_path, "place.x,Testopol,Testogrod,place,smart,apply,approved,,,,no")
    text = 'He left Testogrod. "I love Testogrod dearly," he said.'
    after = 'He left Testopol. "I love Testogrod dearly," he said.'
    assert clean_text(text, lang="en", glossary=own).text == after


# The article as a whole

TEXAS = """Gunman kills seven in Odessa

Police in Odessa, Texas, said on Sunday that a gunman had opened fire.

Odessa's mayor asked people to stay at home. Odessa police found the car.
"""


def test_an_article_on_a_town_in_texas_keeps_its_name_everywhere():
    result = clean_text(TEXAS, lang="en")
    assert result.text == TEXAS
    assert [f.safety for f in result.findings if f.concept == "place.odesa"] == ["suggest"] * 3


def test_the_name_of_the_state_is_enough():
    text = TEXAS.replace("Odessa, Texas,", "the Texas town of Odessa")
    assert clean_text(text, lang="en").text == text


def test_an_article_on_the_port_is_printed_as_the_row_says():
    text = TEXAS.replace("Odessa, Texas,", "Odessa, Ukraine,")
    assert clean_text(text, lang="en").text == text.replace("Odessa", "Odesa")


def test_an_article_that_keeps_to_one_form_has_no_finding():
    text = "Zelenskyy spoke in Lviv. Zelenskyy's wife left. Erdo\u011fan met Zelenskyy."
    assert clean_text(text, lang="en").findings == ()


def test_each_place_has_one_finding():
    result = clean_text("Erdo\u011fan sat. Erdogan sat. Erdo\u011fan ran.", lang="en")
    assert [(f.before, f.after) for f in result.findings] == [("Erdogan", "Erdo\u011fan")]


def test_two_names_of_one_place_are_not_unified_unasked(tmp_path):
    own = table(tmp_path, "place.x,Testopol,Gradimir,place,smart,suggest,approved,,,,")
    result = clean_text("Testopol was Gradimir. Testopol is big.", lang="en", glossary=own)
    assert not result.changed
    assert [f.after for f in result.findings] == ["Testopol"]


def test_a_name_beside_a_capitalised_word_is_asked_about():
    text = "Macau is rich. Macau is small. He studied at Macao Polytechnic. Macao grew."
    result = clean_text(text, lang="en")
    assert result.text == text.replace("Macao grew", "Macau grew")
    assert [f.safety for f in result.findings] == ["suggest", "apply"]


def test_an_invisible_character_leaves_the_offsets_exact():
    text = "On Mon\u00adday the may\u200bor of Ki\u00adev left for Khar\u00adkov."
    found = [f for f in clean_text(text, lang="en").applied if f.concept]
    lexicon = load_plan().glossary.lexicon("en")
    seen = dict.fromkeys(text[h.start : h.end] for h in lexicon.find(text))
    assert list(seen) == ["Ki\u00adev", "Khar\u00adkov"]
    assert all(re.fullmatch("Ki\u00ad?ev|Khar\u00ad?kov", f.before) for f in found)
