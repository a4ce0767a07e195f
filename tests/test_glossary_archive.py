"""What rows do to existing articles, and the names that existing articles want rows for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cli import glossary as command
from pipeline.desk.archive import Article
from pipeline.desk.mine import mine

ROWS = (
    "id,preferred,variants,keep,type,case,action,status\n"
    "place.testopol,Testopol,Testograd,Old Testograd,place,smart,apply,proposed\n"
    "place.unseen,Unseen,Unsehen,,place,smart,apply,approved\n"
)
FILES = {
    "arch/a.txt": "They met in Testograd. He likes Old Testograd.\n",
    "arch/deep/b.jsonl": '{"text": "In Testograd it rained."}\n{"text": "Nothing at all."}\n',
    "arch/c.txt": "The Testograd Gazette is a newspaper.\n",
    "arch/bad.txt": b"\xff\xfe\x00",
    "arch/.hidden.txt": "Testograd",
    "arch/d.bin": "Testograd",
}


@pytest.fixture
def run(capsysbinary, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name, content in {"g/en/x.csv": ROWS, **FILES}.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(*args):
        code = command.main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_the_impact_of_a_proposed_row_is_shown_with_its_context(run):
    args = ["--on", "arch", "--lang", "en", "--glossary", "g"]
    code, out, _ = run("impact", "place.testopol", *args)
    assert code == 0
    assert out.startswith("place.testopol: 4 forms in 3 articles\n\nprinted: 2 in 2 articles\n")
    assert "  a.txt\n    They met in [Testograd > Testopol]. He likes Old Testogr" in out
    assert "  a.txt: keep 'Old Testograd' of this row\n" in out
    assert "  c.txt: part of another name\n" in out
    assert max(map(len, out.splitlines())) <= 80
    hits = json.loads(run("impact", "place.testopol", *args, "--json")[1])
    assert [(hit["place"], hit["outcome"]) for hit in hits] == [
        ("a.txt", "printed"),
        ("a.txt", "kept"),
        ("c.txt", "kept"),
        ("deep/b.jsonl line 1", "printed"),
    ]


def test_the_impact_of_a_change_is_what_becomes_of_it(run):
    args = ["--on", "arch", "--lang", "en", "--glossary", "g", "--json"]
    changes = ["keep-=Old Testograd", "keep+=In Testograd it"]
    found = json.loads(run("impact", "place.testopol", *changes, *args)[1])
    assert [(hit["place"], hit["before"], hit["outcome"]) for hit in found] == [
        ("a.txt", "kept", "printed"),
        ("deep/b.jsonl line 1", "printed", "kept"),
    ]
    dropped = json.loads(run("impact", "place.testopol", "variants=Testograt", *args)[1])
    assert {hit["outcome"] for hit in dropped} == {"untouched"}
    assert Path("g/en/x.csv").read_text() == ROWS


def test_the_impact_of_all_rows_is_a_table(run):
    code, out, _ = run("impact", "--all", "--on", "arch", "--lang", "en")
    assert (code, out.count("\n")) == (0, 1)
    Path("arch/a.txt").write_text("They met in Kiev and ate chicken Kiev.\n")
    out = run("impact", "--all", "--on", "arch", "--lang", "en")[1]
    assert out.splitlines()[1].split() == ["place.kyiv", "1", "0", "0", "1", "0", "1"]


def test_the_impact_of_a_row_for_a_house_takes_the_house(run):
    row = "place.testopol,Testopil,Testograd,,place,smart,apply,approved,ap\n"
    Path("g/en/x.csv").write_text(ROWS.partition("\n")[0] + ",profile\n" + row)
    args = ["impact", "place.testopol", "--on", "arch/a.txt", "--lang", "en", "--glossary", "g"]
    assert run(*args)[1] == "place.testopol: 0 forms in 0 articles\n"
    Path("ap.toml").write_text('names = "ap"\n')
    assert "[Testograd > Testopil]" in run(*args, "--house", "ap.toml")[1]


def test_rows_that_do_nothing_and_rows_that_are_rejected_are_counted(run):
    Path("arch/a.txt").write_text("They met in Kiev.\n")
    report = {"findings": [{"rule": "terms.glossary", "span": [0, 1], "concept": "place.kyiv"}]}
    report["findings"][0]["verdict"] = "reject"
    Path("r.json").write_text(json.dumps([report, report]))
    args = ["arch", "--lang", "en", "--glossary", "g", "--decisions", "r.json"]
    code, out, _ = run("stats", *args)
    assert code == 0
    assert "    place.unseen, en, en/x.csv row 3\n" in out
    assert "    place.kyiv: 2 rejected, 0 accepted\n" in out
    assert "    place.kyiv, en" not in out
    told = json.loads(run("stats", *args, "--json")[1])
    assert told["rejected"] == {"place.kyiv": 2}


@pytest.mark.parametrize(
    "texts, kind, preferred, forms",
    [
        (["The World Health Office (OMS) said so."], "acronym", "WHO", {"OMS": 1}),
        (["The Fishery Union of Peru (UFP) met."], "acronym", "FUP", {"UFP": 1}),
        (
            ["When Lukasenko came, the aide of Lukashenko and Lukashenko's son left."],
            "spellings",
            "Lukashenko",
            {"Lukashenko": 2, "Lukasenko": 1},
        ),
        (
            ["Тоді Чаушеску пішов. Про Чаушиску, про Чаушеску говорили."],
            "spellings",
            "Чаушеску",
            {"Чаушеску": 2, "Чаушиску": 1},
        ),
        (["It was Ostrava again."] * 3, "name", "Ostrava", {"Ostrava": 3}),
    ],
)
def test_a_name_that_needs_a_row_is_found(texts, kind, preferred, forms):
    archive = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    found = [one for one in mine(archive, [], 3) if one.kind == kind]
    assert [(one.preferred, one.forms) for one in found] == [(preferred, forms)]


@pytest.mark.parametrize(
    "text",
    [
        "The World Health Organization (WHO) said so.",
        "The Federal Bureau of Prisons (BOP) said so.",
        "The envoy of Israel met an Israeli and some Israelis.",
        "Ukraine met the Ukrainian envoy of Ukraine. A Pole and some Poles in Poland met.",
        "Yesterday it rained. However, it did not snow.",
        "A long prison term (OMS) said so.",
        "TALKS OF LUKASENKO AND LUKASHENKO",
        "It rained in the north. Ostrava",
        "Une éruption, des éruptions, le président de l’été.",
        "Про острів і острови, у Києві, до Києва, з Києвом.",
        "",
        "See https://example.org/Ostrava and #Ostrava and @Ostrava.",
        "In January and on Monday it rained.",
    ],
)
def test_what_needs_no_row_is_left(text):
    archive = [Article(f"{number}.txt", text) for number in range(3)]
    words = {"january", "monday"}
    least = 3 if "Ostrava" in text or "January" in text else 9
    assert not mine(archive, [], least, words)


def test_where_nouns_have_capitals_a_name_has_several_words():
    text = (
        "Gestern sahen auch die Kandidatin und mehrere andere Kandidaten zuerst Präsident "
        "Lukaschenko, dann aber nicht mehr Herrn Lukoschenko."
    )
    found = mine([Article("a.txt", text)], [], 1, nouns=True)
    assert [one.preferred for one in found if one.kind == "spellings"] == ["Lukaschenko"]
    assert not [one for one in found if "Kandidat" in one.preferred]


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="Ab .(),\n'-\u00c9\u2019@", max_size=40), max_size=3))
def test_any_text_is_mined(texts):
    mine([Article(f"{number}.txt", text) for number, text in enumerate(texts)], [], 1)


def test_names_are_mined_in_linear_time(assert_linear):
    sentence = "It rained when Lukasenko of Ostrava (OMS) met the aide of Lukashenko. "

    def work(size):
        archive = [Article("a.txt", sentence * size)]
        return lambda: mine(archive, [], 3)

    assert_linear(work, 2000)


def test_mined_names_are_written_as_proposed_rows(run):
    Path("arch/a.txt").write_text("The World Fishery Union (UMF) met.\n")
    code, out, err = run("mine", "arch", "--out", "rows.csv")
    assert (code, err.endswith("1 name, 1 listed\n")) == (0, True)
    assert "acronym: UMF (1); 1 article; the name in front of it gives WFU" in out
    assert run("import", "csv", "rows.csv", "--glossary", "own")[0] == 0
    rows = json.loads(run("show", "term.wfu", "--glossary", "own", "--json")[1])
    assert (rows[0]["status"], rows[0]["variants"], rows[0]["case"]) == (
        "proposed",
        ["UMF"],
        "upper",
    )


@pytest.mark.parametrize(
    "args, told",
    [
        (["impact", "--on", "arch"], "which row?"),
        (["impact", "place.x", "--all", "--on", "arch"], "which row?"),
        (["impact", "place.kyi", "--on", "arch"], "did you mean place.kyiv"),
        (["impact", "place.kyiv", "--on", "none"], "none: no such file or folder"),
        (["impact", "place.kyiv", "--on", "g/en"], "no article inside; looked for .json"),
        (["impact", "place.kyiv", "type=town", "--on", "arch"], "write one of place"),
        (["stats", "arch", "--decisions", "none.json"], "none.json: no such file"),
        (["mine", "none"], "none: no such file or folder"),
    ],
    ids=str,
)
def test_what_cannot_be_surveyed_is_said(run, args, told):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert told in err
