"""Glossaries in the shapes of other tools: what a shape can carry comes back, the rest is told."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cli import glossary as command
from pipeline.glossary.exchange import FORMATS, Scope, read, write
from pipeline.glossary.exchange.rows import lost, new_row

# What each shape brings back of a row; the forms of Weblate and Pontoon have one term a language.
TBX = {"preferred", "id", "variants", "native", "type", "note", "example", "source_url"}
CARRIED = {
    "csv": {"keep", "forms", "status", "desk", *TBX},
    "tsv": {"keep", "forms", "status", "desk", *TBX},
    "deepl": {"preferred", "native"},
    "google": {"preferred", "native"},
    "google-terms": {"preferred", "native"},
    "amazon": {"preferred", "native"},
    "tbx2": TBX,
    "tbx3": TBX,
    "weblate": TBX,
    "pontoon": TBX,
    "vale": {"preferred", "variants", "keep"},
    "replace-words": {"preferred", "variants"},
    "rule-set": {"preferred", "variants"},
}
MANY_LANGUAGES = {"csv", "tsv", "deepl", "tbx2", "tbx3"}
LETTERS = st.sampled_from("abYZ \u00e9\u0457\u4e2d\"',;:&<>#-.!\u00a0\u2019\U0001f600")


@st.composite
def glossaries(draw):
    """Rows of one language, every term in it its own, as a glossary has them."""
    words = draw(
        st.lists(
            st.text(LETTERS, min_size=1, max_size=6).map(lambda word: f"x{word}x"),
            min_size=5,
            max_size=15,
            unique=True,
        )
    )
    rows = []
    for number in range(0, len(words) - 4, 5):
        preferred, one, two, native, note = words[number : number + 5]
        row = new_row(preferred, "en", id=f"place.n{number}", native=f"uk:{native}", note=note)
        row |= {"variants": f"{one} | {two}", "keep": f"old {one}", "type": "place"}
        row |= {"status": "approved", "forms": f"{one}s>{two}", "desk": note}
        row |= {"example": f"In {one}.", "source_url": f"https://example.org/?a={number}&b"}
        rows.append(row)
    return rows


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=25)
@given(rows=glossaries())
def test_what_a_shape_can_carry_comes_back(form, rows):
    if form in ("rule-set", "vale", "replace-words"):
        rows = [row | {"forms": ""} for row in rows]  # a flat list has no place for them
    text = write(rows, Scope(form, "en", "uk"))
    scope = Scope(form, "en", "uk")
    back = read(text, scope)
    unlike = set(lost(rows, back))
    assert not unlike & {"", *CARRIED[form]}, text
    assert write(back, Scope(form, "en", "uk")).count("\n") <= text.count("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_a_table_of_several_languages_is_written_or_refused(form):
    rows = [new_row("Kiew", "de", id="a.b", native="uk:K"), new_row("Kyiv", "en", id="a.b")]
    if form in MANY_LANGUAGES:
        assert "Kiew" in write(rows, Scope(form))
    elif form not in ("weblate", "pontoon"):
        with pytest.raises(ValueError, match=r"add --lang|add --source-lang"):
            write(rows, Scope(form))


def test_deepl_keeps_its_limits():
    rows = [
        new_row("Kyiv", "en", id="a.one", native="uk:K | ru:K | uk:K"),
        new_row("Kiev", "en", id="a.two", native="uk:K"),
        new_row("X" * 1025, "en", id="a.three", native="uk:X"),
        new_row("Y\tY", "en", id="a.four", native="uk:Y"),
        new_row("Z", "en", id="a.five"),
    ]
    scope = Scope("deepl")
    assert write(rows, scope) == "K,Kyiv,uk,en\nK,Kyiv,ru,en\n"
    assert [one.name for one in scope.unfit] == ["a.two", "a.three", "a.four", "a.five"]


def test_tbx_of_both_versions_has_the_elements_of_the_standard():
    row = new_row("Kyiv", "en", id="place.kyiv", variants="Kiev", native="uk:K & <K>", note="n")
    martif = ET.fromstring(write([row], Scope("tbx2")))  # noqa: S314
    assert martif.tag == "martif"
    assert [one.text for one in martif.iter("term")] == ["K & <K>", "Kyiv", "Kiev"]
    assert [one.text for one in martif.iter("termNote")] == [
        "preferredTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    ]
    tbx = ET.fromstring(write([row], Scope("tbx3")))  # noqa: S314
    space = "{urn:iso:std:iso:30042:ed-2}"
    assert (tbx.tag, tbx.get("style"), tbx.get("type")) == (f"{space}tbx", "dca", "TBX-Basic")
    assert [one.get("id") for one in tbx.iter(f"{space}conceptEntry")] == ["place.kyiv"]
    assert len(list(tbx.iter(f"{space}termSec"))) == 3


FROM_WEBLATE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="uk"><text><body>
<termEntry id="1"><langSet xml:lang="uk"><tig><term>Острів</term></tig></langSet>
<langSet xml:lang="en-GB"><tig><term>Lakeholm</term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="uk"><tig><term>Острів</term></tig></langSet>
<langSet xml:lang="en-GB"><tig><term>Lakolm</term>
<termNote type="administrativeStatus">forbidden</termNote></tig></langSet></termEntry>
<termEntry id="3"><note>Translation needed: No</note>
<langSet xml:lang="uk"><tig><term>Nordlicht</term></tig></langSet></termEntry>
<termEntry id="4"><langSet xml:lang="en"><tig><term>Gone</term>
<termNote type="administrativeStatus">obsolete</termNote></tig></langSet></termEntry>
</body></text></martif>"""

FROM_PONTOON = """<tbx style="dca" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><descrip type="definition">A town.</descrip>
<langSec xml:lang="en"><termSec><term>Lakeholm</term></termSec></langSec>
<langSec xml:lang="uk"><termSec><term>Острів</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""

VALE = """extends: substitution
swap:
  # towns
  Lakolm: Lakeholm
  'Lac''olm': Lakeholm # as in old books
  (?:a|b)c: d
"""

READ = [
    ("weblate", FROM_WEBLATE, "Lakeholm", "Lakolm", "uk:Острів"),
    ("pontoon", FROM_PONTOON, "Lakeholm", "", "uk:Острів"),
    ("deepl", "Острів,Lakeholm,UK,EN-GB\n", "Lakeholm", "", "uk:Острів"),
    ("deepl", "Острів\tLakeholm\n", "Lakeholm", "", "uk:Острів"),
    ("google-terms", "en,uk,pos\nLakeholm,Острів,noun\n", "Lakeholm", "", "uk:Острів"),
    ("amazon", "uk,en\nОстрів,Lakeholm\n", "Lakeholm", "", "uk:Острів"),
    (
        "vale",
        VALE,
        "Lakeholm",
        "Lakolm | Lac'olm",
        "",
    ),
    (
        "replace-words",
        '{"_items": [{"items": [{"existing": "Lakolm", "replacement": "Lakeholm"}]}]}',
        "Lakeholm",
        "Lakolm",
        "",
    ),
    (
        "rule-set",
        '{"rules": [{"old": "Lakolm", "new": "Lakeholm"}, {"old": "a.*b", "new": "c"}]}',
        "Lakeholm",
        "Lakolm",
        "",
    ),
]


@pytest.mark.parametrize("form, text, preferred, variants, native", READ)
def test_files_of_other_tools_are_read(form, text, preferred, variants, native):
    row = read(text, Scope(form, "en", "uk"))[0]
    assert (row["preferred"], row.get("variants", ""), row.get("native", "")) == (
        preferred,
        variants,
        native,
    )
    assert row["status"] == "proposed"


def test_a_term_that_needs_no_translation_prints_itself():
    scope = Scope("weblate", "en")
    assert [row["preferred"] for row in read(FROM_WEBLATE, scope)] == ["Lakeholm", "Nordlicht"]
    assert [one.name for one in scope.unfit] == ["4"]


def test_replacements_that_are_off_come_in_as_deprecated():
    text = '[{"existing": "a", "replacement": "b", "is_active": false}]'
    assert read(text, Scope("replace-words", "en"))[0]["status"] == "deprecated"


HOSTILE = [
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><martif>&b;</martif>',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>',
    '<!doctype x [<!entity a "b">]><martif/>',
    '<!DOCTYPE x SYSTEM "a"><!DOCTYPE y [<!ENTITY a "b">]><martif/>',
    '<!DOCTYPE x SYSTEM "https://example.org/x.dtd"><martif>&a;</martif>',
    "<martif><",
    "",
    "\x00",
    "a" * 100,
]
BROKEN = [
    ("csv", "a,b\n1,2\n"),
    ("deepl", "a,b\n"),
    ("google", "a\n"),
    ("google-terms", "en,de,fr\na,b,c\n"),
    ("vale", "extends: existence\n"),
    ("vale", "extends: substitution\nswap:\n  - x\n"),
    ("replace-words", "{"),
    ("replace-words", '["x"]'),
    ("rule-set", '[{"old": 1}]'),
    *[("tbx2", text) for text in HOSTILE],
]


@pytest.mark.parametrize("form, text", BROKEN, ids=str)
def test_a_file_that_cannot_be_used_is_refused_and_nothing_is_written(form, text, run):
    Path("in.txt").write_text(text)
    code, out, err = run("import", form, "in.txt", "--glossary", "own")
    assert (code, out) == (2, "")
    assert err.startswith("glossary: in.txt: ")
    assert "Traceback" not in err
    assert not Path("own").exists()


@settings(max_examples=60)
@given(st.text(max_size=60), st.sampled_from(list(FORMATS)))
def test_any_text_is_read_or_refused(text, form):
    try:
        rows = read(text, Scope(form, "en", "uk"))
    except ValueError:
        return
    assert all(row["preferred"] for row in rows)


@pytest.fixture
def run(capsysbinary, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*args):
        code = command.main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_an_import_is_proposed_proved_and_taken_back(run):
    Path("words.json").write_text(
        '[{"existing": "Lakolm", "replacement": "Lakeholm"},'
        ' {"existing": "Lacolm", "replacement": "Lakeholm"}]'
    )
    args = ["replace-words", "words.json", "--glossary", "own", "--lang", "en"]
    code, _, err = run("import", *args)
    assert (code, err) == (0, "en/imported.csv: 1 row added (change 1)\n")
    assert json.loads(run("log", "--glossary", "own", "--json")[1])[0]["what"] == "import"
    rows = json.loads(run("show", "term.lakeholm", "--glossary", "own", "--json")[1])
    assert (rows[0]["variants"], rows[0]["status"]) == (["Lakolm", "Lacolm"], "proposed")
    assert run("undo", "--glossary", "own")[0] == 0
    assert not Path("own/en/imported.csv").exists()


def test_own_tables_are_exported_and_imported_without_loss(run):
    assert run("export", "tsv", "--lang", "fr", "--out", "fr.tsv")[0] == 0
    code, _, err = run("import", "tsv", "fr.tsv", "--glossary", "own", "--file", "names")
    assert (code, "added (change 1)" in err) == (0, True)
    assert run("export", "tsv", "--glossary", "own", "--out", "again.tsv")[0] == 0
    first, second = (
        read(Path(name).read_text("utf-8"), Scope("tsv")) for name in ("fr.tsv", "again.tsv")
    )
    assert not lost(first, second)
    _, _, err = run("import", "tsv", "fr.tsv", "--glossary", "own")
    assert "left out: the id stands already" in err


HEAD = "language,id,preferred,variants,type,case,action,status\n"
GOOD = "de,term.a,A,B,place,smart,apply,proposed\n"


@pytest.mark.parametrize(
    "rows, told",
    [
        (GOOD + "en,term.a,A,B,town,smart,apply,proposed\n", "column type: found 'town'"),
        (GOOD + "../x,term.a,A,B,place,smart,apply,proposed\n", "not a language tag"),
        ("en,term.old,A,B,place,smart,apply,proposed\n", "no row to add"),
    ],
)
def test_an_import_is_whole_or_nothing(run, rows, told):
    Path("own/en").mkdir(parents=True)
    Path("own/en/x.csv").write_text(HEAD[9:] + "term.old,A,B,place,smart,apply,proposed\n")
    Path("in.csv").write_text(HEAD + rows)
    code, out, err = run("import", "csv", "in.csv", "--glossary", "own")
    assert (code, out) == (2, "")
    assert told in err
    assert [path.name for path in Path().rglob("*.csv")] == ["in.csv", "x.csv"]


def test_one_id_may_stand_in_two_languages(run):
    Path("in.csv").write_text(HEAD + GOOD + GOOD.replace("de", "EN-GB", 1))
    code, _, err = run("import", "csv", "in.csv", "--glossary", "own")
    assert (code, err.count("1 row added")) == (0, 2)


def test_what_a_shape_does_not_carry_is_listed(run):
    code, out, err = run("export", "deepl", "--lang", "en", "--source-lang", "uk")
    assert code == 0
    assert "\u041a\u0438\u0457\u0432,Kyiv,uk,en\n" in out
    assert "deepl does not carry, in so many rows: id (" in err
    assert "left out" in err
    assert max(map(len, err.splitlines())) <= 80


def test_an_export_as_json_holds_the_text_and_what_is_lost(run):
    args = ["export", "deepl", "--lang", "en", "--source-lang", "uk"]
    told = json.loads(run(*args, "--json")[1])
    assert told["text"] == run(*args)[1]
    assert told["not_carried"]["id"] == told["rows"] - told["left_out"]
    assert {one["why"] for one in told["unfit"]} >= {"no native form in uk"}


def test_an_export_into_a_file_says_as_json_where_it_is(run):
    args = ["export", "csv", "--lang", "en", "--out", "rows.csv", "--json"]
    told = json.loads(run(*args)[1])
    assert (told["file"], told["left_out"], told["unfit"]) == ("rows.csv", 0, [])
    assert "text" not in told
    assert Path("rows.csv").read_text(encoding="utf-8").count("\n") > told["rows"]


@pytest.mark.parametrize(
    "args, told",
    [
        (["export", "tbx"], "did you mean tbx"),
        (["export", "google"], "add --source-lang and --lang"),
        (["export", "vale"], "add --lang"),
        (["export", "csv", "--lang", "xx"], "no row to export"),
        (["import", "csv", "none.csv", "--glossary", "own"], "none.csv: no such file"),
        (["import", "csv", "none.csv"], "which glossary?"),
    ],
    ids=str,
)
def test_what_cannot_be_exchanged_is_said(run, args, told):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert told in err
