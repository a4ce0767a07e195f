"""The command `glossary` as an editor runs it: rows changed, undone, proved and tried."""

from __future__ import annotations

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import load_plan
from pipeline.cli import glossary as command
from pipeline.desk.common_words import common_word
from pipeline.glossary.cells import cells_of
from pipeline.glossary.concept import Concept, parse_concept
from pipeline.glossary.history import NAME, Stamp, read_history
from pipeline.glossary.lint import lint as lint_rows
from pipeline.glossary.rewrite import RefusedError, add_row, edit_row, write_change
from pipeline.glossary.sheet import apply_splices, read_sheet
from pipeline.glossary.store import read_glossary
from pipeline.glossary.undo import take_back
from pipeline.glossary.unreadable import read_all
from pipeline.load import glossary_folder

ROWS = (
    "id,preferred,variants,keep,type,case,action,status,example,counter_example\n"
    "place.testopol,Testopol,Testograd|Testopil,Old Testograd,place,smart,apply,approved,"
    "They met in Testograd.,He likes Old Testograd.\n"
)
# Everything a spreadsheet may leave in a file: mark, line ends, quotes nobody needs, blank lines.
ODD = (
    "\ufeffid,preferred,variants,type,case,action,status,note,desk\r\n"
    'place.one,"Onetown",Oneville,place,smart,apply,approved,"says ""so"", twice",north\r\n'
    "\r\n"
    "place.two,Twotown, Twoville ,place,smart,apply,proposed\r\n"
    'place.three,Threetown,Threeville,place,smart,apply,proposed,"two\r\nlines",'
)


class Ran:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out.decode(), err.decode()

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def glossary(capsysbinary, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    put("g/en/places.csv", ROWS)

    def glossary(*args):
        code = command.main([str(arg) for arg in args])
        return Ran(code, *capsysbinary.readouterr())

    return glossary


def put(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def shown(name):
    return Path(name).read_bytes().decode()


# The file


CELLS = st.text(alphabet='ab,"\n \u00e9|', max_size=6)  # csv leaves a lone \\r without quotes


@given(st.text(alphabet='ab,"\r\n \u00e9', max_size=30))
def test_a_sheet_has_the_rows_that_csv_reads(text):
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        wanted = [(row, reader.line_num) for row in reader if row]
    except csv.Error:
        return
    sheet = read_sheet(text)
    rows = [list(record.cells) for record in sheet.records]
    assert [list(sheet.header)][: len(wanted)] + rows == [row for row, _ in wanted]
    assert [record.line for record in sheet.records] == [line for _, line in wanted[1:]]


@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4),
    number=st.integers(0, 3),
    value=CELLS,
    column=st.sampled_from("abc"),
    ends=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_a_rewrite_changes_one_cell_and_goes_back(rows, number, value, column, ends, quoting):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=ends, quoting=quoting).writerows([["a", "b", "c"], *rows])
    sheet = read_sheet(text.getvalue())
    record = sheet.records[number % len(rows)]
    splices = sheet.changed(record, {column: value})
    after = apply_splices(sheet.text, splices)
    wanted = [dict(zip("abc", row, strict=True)) for row in rows]
    wanted[number % len(rows)][column] = value
    changed = read_sheet(after)
    assert [changed.row(one) for one in changed.records] == wanted
    assert after[: record.start] == sheet.text[: record.start]
    assert after.endswith(sheet.text[record.end :])
    assert apply_splices(after, [splice.inverse for splice in splices]) == sheet.text


# Changes


def test_an_edit_leaves_every_other_byte_alone(glossary):
    put("odd/en/names.csv", ODD)
    assert glossary("edit", "place.two", "variants+=Twograd", "--glossary", "odd").code == 0
    assert shown("odd/en/names.csv") == ODD.replace(" Twoville ", "Twoville | Twograd")
    ran = glossary("edit", "place.one", "desk=south, east", "note=", "--glossary", "odd")
    assert ran.code == 0
    assert '"Onetown",Oneville,place,smart,apply,approved,"","south, east"\r\n' in shown(
        "odd/en/names.csv"
    )
    for _ in range(2):
        assert glossary("undo", "--glossary", "odd").code == 0
    assert shown("odd/en/names.csv") == ODD


def test_a_row_is_added_to_a_file_as_the_file_is_written(glossary):
    put("odd/en/names.csv", ODD)
    args = ["preferred=Fourtown", "variants=Fourville", "--glossary", "odd", "--by", "Desk"]
    assert glossary("add", "place.four", *args).code == 0
    assert shown("odd/en/names.csv") == (
        ODD + "\r\nplace.four,Fourtown,Fourville,place,as stored,apply,proposed,,\r\n"
    )
    assert glossary("undo", "--glossary", "odd").code == 0
    assert shown("odd/en/names.csv") == ODD


def test_a_row_goes_from_added_to_approved(glossary):
    own = ["--glossary", "own", "--by", "Desk"]
    cells = ["preferred=Lakeholm", "variants=Lakolm"]
    ran = glossary("add", "place.lakeholm", *cells, *own, "--lang", "en")
    assert (ran.code, "status: proposed" in ran.out) == (0, True)
    ran = glossary("approve", "place.lakeholm", *own)
    assert ran.code == 2
    assert "not approved: en/names.csv, row 2, column example: no example; write a" in ran.err
    proof = ["example=A ferry left Lakolm.", "counter_example=A ferry left Lakeholm."]
    assert glossary("edit", "place.lakeholm", *proof, *own).code == 0
    asleep = glossary("try", "She likes Lakolm.", "--glossary", "own").out
    assert "asleep: proposed, not approved; would print 'Lakeholm'" in asleep
    assert glossary("approve", "place.lakeholm", *own, "--why", "desk meeting").code == 0
    assert "'Lakolm' at 10-16: printed 'Lakeholm'" in (
        glossary("try", "She likes Lakolm.", "--glossary", "own").out
    )
    log = glossary("log", "place.lakeholm", "--glossary", "own", "--json").json
    assert [entry["what"] for entry in log] == ["approve", "edit", "add"]
    assert log[0]["stamp"]["by"] == "Desk"
    assert log[0]["stamp"]["why"] == "desk meeting"
    assert "status: proposed -> approved" in glossary("log", "--glossary", "own").out
    for _ in log:
        assert glossary("undo", *own).code == 0
    assert not Path("own/en/names.csv").exists()
    ran = glossary("undo", *own)
    assert (ran.code, "no change stands" in ran.err) == (2, True)


def test_an_example_that_fails_keeps_a_row_from_being_approved(glossary):
    own = ["--glossary", "own"]
    cells = ["preferred=Lakeholm", "variants=Lakolm", "example=A ferry left Lakolm."]
    trap = "counter_example=The SS Lakolm left; the Lakolm Gazette and Lakolm said so."
    assert glossary("add", "place.lakeholm", *cells, trap, *own, "--lang", "en").code == 0
    ran = glossary("approve", "place.lakeholm", *own)
    assert (ran.code, "column counter_example" in ran.err, "must stay" in ran.err) == (
        2,
        True,
        True,
    )


@pytest.mark.parametrize(
    "preferred, variant, told",
    [
        ("Otherholm", "Testograd", "'Testograd' is printed 'Otherholm' here and 'Testopol' by"),
        ("Testograd", "Testogrod", "place.testopol replaces what this row prints"),
        ("Otherholm", "Testopol", "'Testopol' is printed, which place.other (en/names.csv row 2)"),
    ],
)
def test_a_row_that_clashes_is_not_approved(glossary, preferred, variant, told):
    cells = [f"preferred={preferred}", f"variants={variant}", f"example=In {variant} it rained."]
    own = ["--glossary", "g"]
    trap = "counter_example=He came."
    assert glossary("add", "place.other", *cells, trap, *own).code == 0
    ran = glossary("approve", "place.other", *own)
    assert (ran.code, "not approved" in ran.err) == (2, True)
    assert told in ran.err


@pytest.mark.parametrize("verdict, status", [("reject", "rejected"), ("deprecate", "deprecated")])
def test_a_shipped_row_is_overruled_by_a_copy(glossary, verdict, status):
    assert "printed 'Lviv'" in glossary("try", "They met in Lvov.").out
    assert glossary(verdict, "place.lviv", "--lang", "en", "--glossary", "own").code == 0
    told = glossary("try", "They met in Lvov.", "--glossary", "own").out
    assert f"asleep: {status}, not approved" in told
    assert glossary("lint", "own").code == 0


def test_undo_finds_a_row_in_a_file_that_was_saved_anew(glossary):
    edit = ["edit", "place.testopol", "keep+=New Testograd", "--glossary", "g"]
    assert glossary(*edit).code == 0
    path = Path("g/en/places.csv")
    saved = (
        path.read_text().replace("\n", "\r\n") + "place.x,X,Xx,,place,smart,apply,proposed,,\r\n"
    )
    put(path, saved)
    assert glossary("undo", "--glossary", "g").code == 0
    assert shown(path) == saved.replace(" | New Testograd", "")
    assert glossary(*edit).code == 0
    put(path, shown(path).replace("New Testograd", "Other"))
    ran = glossary("undo", "--glossary", "g")
    assert (ran.code, "was changed again after change 3" in ran.err) == (2, True)


VALUES = st.text(alphabet='ab,"\n \u00e9', max_size=8).map(str.strip)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["place.one", "place.two", "new"]), VALUES), min_size=1, max_size=6
)


@settings(max_examples=20)
@given(changes=CHANGES)
def test_undoing_every_change_gives_the_first_file_byte_for_byte(changes, tmp_path_factory):
    folder, stamp = tmp_path_factory.mktemp("g"), Stamp("2024-03-31T12:00:00+00:00", "Desk")
    path = folder / "en" / "names.csv"
    path.parent.mkdir()
    path.write_bytes(ODD.encode())
    states = [ODD.encode()]
    for number, (row, value) in enumerate(changes):
        line = {"place.one": 2, "place.two": 4}.get(row)
        cells = {"id": f"place.n{number}", "preferred": "X", "type": "place", "case": "smart"}
        new = cells | {"action": "apply", "status": "proposed", "note": value, "house": value}
        make = edit_row(line, {"note": value, "house": value}) if line else add_row(new)
        try:
            write_change(folder, "en/names.csv", "edit", stamp, make)
        except RefusedError:
            continue  # the row says so already
        states.append(path.read_bytes())
    while len(states) > 1:
        assert path.read_bytes() == states.pop()
        take_back(folder, stamp)
    assert path.read_bytes() == ODD.encode()


def test_an_earlier_change_is_taken_back_and_later_ones_stay(glossary):
    for change in ("note=first", "keep+=New Testograd", "source_url=https://example.org"):
        assert glossary("edit", "place.testopol", change, "--glossary", "g").code == 0
    assert glossary("undo", "2", "--glossary", "g").code == 0
    (row,) = glossary("show", "place.testopol", "--glossary", "g", "--json").json
    assert (row["keep"], row["note"]) == (["Old Testograd"], "first")
    assert row["source_url"] == "https://example.org"
    assert glossary("undo", "2", "--glossary", "g").code == 2


def test_editors_at_one_time_lose_nothing(tmp_path):
    path = put(tmp_path / "en" / "names.csv", ODD)
    stamp = Stamp("2024-03-31T12:00:00+00:00", "Desk")
    base = {"preferred": "X", "type": "place", "case": "smart", "action": "apply"}

    def edit(number):
        row = base | {"id": f"place.n{number}", "status": "proposed"}
        write_change(tmp_path, "en/names.csv", "add", stamp, add_row(row))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(edit, range(16)))
    entries = read_history(tmp_path)
    assert sorted(entry.number for entry in entries) == list(range(1, 17))
    assert len(read_sheet(path.read_text("utf-8")).records) == 3 + 16


def test_a_history_from_elsewhere_writes_nothing_outside(glossary):
    assert glossary("edit", "place.testopol", "note=x", "--glossary", "g").code == 0
    log = Path("g", NAME)
    log.write_text(log.read_text().replace("en/places.csv", "../../victim.csv") + "\n")
    ran = glossary("undo", "--glossary", "g")
    assert (ran.code, "not an entry of the history" in ran.err) == (2, True)


def test_a_change_that_a_crash_kept_from_its_file_is_struck_out(glossary):
    assert glossary("edit", "place.testopol", "note=first", "--glossary", "g").code == 0
    before = shown("g/en/places.csv")
    assert glossary("edit", "place.testopol", "note=second", "--glossary", "g").code == 0
    put("g/en/places.csv", before)  # the log was written, the file was not
    with Path("g", NAME).open("a") as file:
        file.write('{"number": 3, "wh')  # and the next entry not whole
    assert [entry.number for entry in read_history(Path("g"))] == [1, 2]
    assert "note: first" in glossary("undo", "--glossary", "g").out
    assert glossary("log", "--glossary", "g").code == 0


def test_a_file_that_cannot_be_written_is_left_whole(glossary, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device", "g/en/places.csv")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        ran = glossary("edit", "place.testopol", "note=x", "--glossary", "g")
    assert (ran.code, "No space left" in ran.err) == (2, True)
    assert [path.name for path in Path("g/en").iterdir()] == ["places.csv"]
    assert shown("g/en/places.csv") == ROWS
    ran = glossary("undo", "--glossary", "g")
    assert (ran.code, "no change stands" in ran.err) == (2, True)


@pytest.mark.parametrize(
    "args, told",
    [
        (["edit", "place.testopol", "note=x"], "which glossary? Name your own with --glossary DIR"),
        (["edit", "place.testopl", "note=x", "--glossary", "g"], "did you mean place.testopol"),
        (["edit", "place.testopol", "notes=x", "--glossary", "g"], "did you mean note"),
        (["edit", "place.testopol", "note", "--glossary", "g"], "write column=text"),
        (["edit", "place.testopol", "note+=x", "--glossary", "g"], "note holds no list"),
        (["edit", "place.testopol", "keep-=x", "--glossary", "g"], "'x' is not in this cell"),
        (["edit", "place.testopol", "type=town", "--glossary", "g"], "write one of place, person"),
        (["edit", "place.testopol", "valid_from=May", "--glossary", "g"], "write a date as 2024"),
        (["edit", "place.testopol", "preferred=", "--glossary", "g"], "must not be empty"),
        (["edit", "place.testopol", "status=approved", "--glossary", "g"], "glossary approve"),
        (["edit", "place.testopol", "type=place", "--glossary", "g"], "nothing to change"),
        (["add", "place.testopol", "preferred=X", "--glossary", "g"], "stands already in"),
        (["add", "Place X", "preferred=X", "--glossary", "g"], "'Place X' is no id; write a kind"),
        (["add", "place.x", "preferred=\x07", "--glossary", "g"], "a control character"),
        (["add", "place.x", "preferred=\udcff", "--glossary", "g"], "a control character"),
        (["add", "place.new", "variants=X", "--glossary", "g"], "what is to be printed"),
        (["add", "place.new", "preferred=X", "--glossary", "new"], "which language?"),
        (
            ["add", "place.new", "preferred=X", "--glossary", "g/en/places.csv"],
            "a file; a glossary",
        ),
        (["log", "place.none", "--glossary", "g"], "no change of this row"),
        (["undo", "7", "--glossary", "g"], "change 7 does not stand"),
        (["undo", "--glossary", "nowhere"], "nowhere: no such folder"),
        (["test", "place.none", "--glossary", "g"], "no row has this id"),
    ],
    ids=str,
)
def test_what_cannot_be_changed_is_said_and_left(glossary, args, told):
    ran = glossary(*args)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert shown("g/en/places.csv") == ROWS
    assert not Path("g", NAME).exists()


def test_a_broken_row_elsewhere_does_not_stop_an_edit_and_can_be_mended(glossary):
    bad = ROWS + "place.bad,Bad,Baad,,town,smart,apply,approved,,\n"
    put("g/en/places.csv", bad)
    assert glossary("edit", "place.testopol", "keep+=x", "--glossary", "g").code == 0
    assert glossary("edit", "place.bad", "type=place", "--glossary", "g").code == 0
    assert glossary("list", "--glossary", "g").code == 0


# Proofs


def test_help_is_shown_without_arguments(glossary):
    ran = glossary()
    assert ran.code == 0
    assert "approve" in ran.out


def test_search_finds_what_is_spelled_much_like_it(glossary):
    ran = glossary("search", "Tesstopol", "--glossary", "g")
    assert ran.out.startswith("place.testopol")
    assert "stands in no row" in ran.err


def test_every_bad_row_is_named(glossary):
    assert glossary("lint", "g").code == 0
    header = ROWS.partition("\n")[0]
    put("g/en/bad.csv", f"{header}\na,A,,,town,smart,apply,approved\nb,,,,,,,\n")
    ran = glossary("lint", "--glossary", "g")
    assert ran.code == 2
    assert [line.partition(": ")[2].partition(":")[0] for line in ran.out.splitlines()[:4:2]] == [
        "en/bad.csv, row 2, column type",
        "en/bad.csv, row 3, column preferred",
    ]
    remarks = glossary("lint", "g", "--json").json["remarks"]
    assert [(one["level"], one["row"], one["column"]) for one in remarks] == [
        ("error", 2, "type"),
        ("error", 3, "preferred"),
    ]


def row(concept_id, preferred, *variants, **more):
    more = {"type": "place", "language": "en", "file": "en/x.csv", "row": 2} | more
    return Concept(concept_id, preferred, variants, **more)


@pytest.mark.parametrize(
    "rows, column, told",
    [
        ([row("a", "Aa", "X"), row("b", "Bb", "X")], "variants", "is printed 'Bb' here and 'Aa'"),
        ([row("a", "Bb", "Aa"), row("b", "Cc", "Bb")], "preferred", "a chain"),
        ([row("a", "Bb", "Aa"), row("b", "Aa", "Bb")], "preferred", "a circle"),
        ([row("a", "Aa")], "variants", "nothing to replace"),
        ([row("a", "Aa", "Aa")], "variants", "is what the row prints"),
        ([row("a", "Aa", "Bb", "Bb")], "variants", "stands twice"),
        ([row("a", "Aa", "Bb", keep=("Bb",))], "keep", "replaced and kept"),
        (
            [row("a", "Aa", "Bb", valid_from="2022-01-02", valid_to="2021-01-01")],
            "valid_from",
            "is later than valid_to",
        ),
        ([row("a", "Aa", "often")], "variants", "also a common word (told)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_between_rows_is_found(rows, column, told):
    remarks = list(lint_rows(rows, lambda form, _: "told" if form == "often" else ""))
    assert any(one.column == column and told in one.text for one in remarks), remarks


@pytest.mark.parametrize(
    "rows",
    [
        [row("a", "Aa", "X", profile="ap"), row("b", "Bb", "X", profile="bbc")],
        [row("a", "Aa", "X", valid_to="2020-01-01"), row("b", "Bb", "X", valid_from="2020-01-02")],
        [row("a", "Aa", "X", source_langs=("fr",)), row("b", "Bb", "X", source_langs=("de",))],
        [row("a", "Aa", "X"), row("b", "Bb", "X", status="rejected")],
        [row("a", "Bb City", "Aa"), row("b", "Cc", "Bb")],  # the longer form stands by itself
        [row("a", "Bb City", "Aa", status="proposed"), row("b", "Cc", "Bb")],
    ],
    ids=["houses", "times", "source languages", "retired", "a form inside", "a proposed form"],
)
def test_what_is_right_between_rows_is_left(rows):
    assert not list(lint_rows(rows, lambda *_: ""))


SHIPPED = read_glossary(glossary_folder())


def test_no_two_shipped_rows_clash():
    assert not list(lint_rows(SHIPPED, lambda *_: ""))


def test_both_readers_of_the_files_agree():
    assert tuple(read_all(glossary_folder())) == SHIPPED


def test_what_a_proposed_row_would_do_is_a_warning():
    rows = [row("a", "Bb", "Aa", status="proposed"), row("b", "Cc", "Bb")]
    assert [one.level for one in lint_rows(rows, lambda *_: "")] == ["warning"]


def test_a_row_is_the_same_after_a_way_through_its_cells():
    for one in SHIPPED:
        assert parse_concept(cells_of(one), one.language, one.file, one.row) == one


def test_a_common_word_is_told_by_the_locale_or_by_its_frequency():
    common = common_word(load_plan())
    assert common("the", "en") == "a function word"
    assert not common("Zzyzx", "en")
    assert not common("WHO", "en")


def test_a_row_that_does_not_do_what_it_promises_fails(glossary):
    assert glossary("test", "place.testopol", "--glossary", "g").out == (
        "place.testopol: holds\n    They met in Testograd. -> They met in Testopol.\n"
    )
    put(
        "g/en/places.csv",
        ROWS.replace("in Testograd.", "elsewhere.").replace("Old Test", "Test", 1),
    )
    ran = glossary("test", "--glossary", "g", "--json")
    assert ran.code == 1
    assert {one["column"] for one in ran.json[0]["remarks"]} == {"example"}
    ran = glossary("lint", "g")
    assert (ran.code, "has no form of this row" in " ".join(ran.out.split())) == (2, True)


@pytest.mark.parametrize(
    "text, args, outcome, why",
    [
        ("From Old Testograd.", [], "kept", "keep 'Old Testograd' of this row"),
        ("In Testograd.", [], "printed", ""),
        ("Testopol, formerly known as Testograd.", [], "kept", "the text is about the name"),
        ("See https://example.org/Testograd now.", [], "kept", "protected"),
        ("Zelenskyy spoke.", [], "left", "newsrooms differ, and the article has one form of it"),
        (
            "The OMS met.",
            ["--source-lang", "uk"],
            "asleep",
            "for translations from another language",
        ),
        ("The OMS met.", [], "suggested", ""),
        ("Nur-Sultan is cold.", ["--date", "2020-01-01"], "asleep", "not on this day"),
    ],
)
def test_try_shows_what_the_engine_does(glossary, text, args, outcome, why):
    own = ["--glossary", "g"] if "Test" in text else []
    seen = glossary("try", text, "--json", *own, *args).json
    assert (outcome, why) in [(one["outcome"], one["why"]) for one in seen]


def test_try_fits_the_screen(glossary):
    told = glossary("try", "Nur-Sultan and Zelenskyy, chicken Kiev.", "--date", "2020-01-01").out
    assert "'Nur-Sultan' at 0-10: asleep: not on this day; would print 'Astana'" in told
    assert "'Kiev' at 34-38: kept by keep 'chicken Kiev' of this row" in told
    assert max(map(len, told.splitlines())) <= 80
    assert glossary("try", "Nothing.").out == "no row is found here\n"


def test_rows_that_say_the_same_of_a_form_stand_below_one_line(glossary):
    told = glossary("try", "The mayor of Kiev ate chicken Kiev.").out
    assert told.count("asleep: for another house; would print 'Kyiv'") == 1
    assert "    place.kyiv, en, profile ap, en/houses.csv row " in told
    assert "    place.kyiv, en, profile bbc, en/houses.csv row " in told
