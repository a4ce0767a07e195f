"""The commands, as a person runs them: what is printed where, what is written, how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import __version__, load_plan
from pipeline.cli import clean as command
from pipeline.cli import glossary as glossary_command
from pipeline.cli import work
from pipeline.cli.inputs import read_stdin
from pipeline.cli.options import Options
from pipeline.cli.shell import UnusableError

ROOT = Path(__file__).resolve().parent.parent
BAD = "The talks  failed .\n"
GOOD = "The talks failed.\n"
PROGRAM = "import sys; from pipeline.cli.clean import main; sys.exit(main())"


class Ran:
    """How a command ended: exit code, standard output as bytes, standard error."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err
        self.text = out.decode("utf-8-sig", "replace")


@pytest.fixture
def run(capsysbinary, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*args, stdin=b"", program=command):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = program.main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return Ran(code, out, err.decode())

    return run


def put(name, content=BAD):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def listed(folder="."):
    return sorted(
        path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()
    )


# One file, standard output


def test_the_cleaned_text_is_all_there_is_on_standard_output(run):
    put("a.txt")
    ran = run("a.txt", "--lang", "en")
    assert (ran.code, ran.out) == (0, GOOD.encode())
    assert ran.err == "a.txt: English (en); 2 edits, 0 suggestions, 0 flags\n"


@pytest.mark.parametrize("args", [("-",), ()], ids=["a dash", "nothing"])
def test_standard_input_is_read(run, args):
    ran = run(*args, "--lang", "en", stdin=BAD.encode())
    assert (ran.code, ran.text) == (0, GOOD)
    assert ran.err.startswith("standard input: English (en)")


def test_a_text_in_no_known_language_says_what_to_do(run):
    ran = run(stdin=b"Xyz.\n")
    assert "language unsure, say which with --lang" in ran.err
    assert ran.out == b"Xyz.\n"


BYTES = [
    pytest.param(BAD.encode(), GOOD.encode(), "", id="utf-8"),
    pytest.param(b"a  b\r\nc  d\r", b"a b\r\nc d\r", "", id="line ends are untouched"),
    pytest.param(b"\xef\xbb\xbfa  b", b"\xef\xbb\xbfa b", "", id="a BOM is kept"),
    pytest.param(
        "Un caf\u00e9  noir, d\u00e9j\u00e0 l\u00e0.".encode("cp1252"),
        "Un caf\u00e9 noir, d\u00e9j\u00e0 l\u00e0.".encode(),
        "windows-1252 in, UTF-8 out",
        id="another charset becomes UTF-8",
    ),
    pytest.param(
        b"\xff\xfe" + "a  b".encode("utf-16-le"),
        b"\xef\xbb\xbfa b",
        "utf-16-le in, UTF-8 out",
        id="UTF-16 becomes UTF-8, its BOM too",
    ),
]


@pytest.mark.parametrize("data, expected, said", BYTES)
def test_output_is_utf8(run, data, expected, said):
    put("a.txt", data)
    ran = run("a.txt", "--lang", "en")
    assert ran.out == expected
    assert said in ran.err


@pytest.mark.parametrize("data, _expected, _said", BYTES)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_undo_gives_the_original_byte_for_byte(run, data, _expected, _said, name):
    put(name, data)
    put("cleaned", run(name, "--lang", "en", "--report", "r.json").out)
    ran = run("undo", "cleaned", "--report", "r.json")
    assert (ran.code, ran.out, ran.err) == (0, data, "")


def test_undo_gives_json_lines_back_with_their_escapes(run):
    lines = (
        '{"headline":"Caf\\u00e9  closed","text":"a  b"}\r\n'
        "broken  line\n"
        '{"other": "c  d", "body" : "caf\u00e9  .\\n\\u0020 x"}'
    )
    put("a.jsonl", lines)
    cleaned = run("a.jsonl", "--lang", "en", "--report", "r.jsonl").out
    put("cleaned.jsonl", cleaned)
    assert cleaned != lines.encode()
    assert run("undo", "cleaned.jsonl", "--report", "r.jsonl").out == lines.encode()


def test_undo_finds_the_report_of_its_file_among_several(run):
    put("in/a.txt", "a  b")
    put("in/b.txt", "c   d")
    run("in", "--out", "out", "--report", "r.jsonl", "--lang", "en")
    assert run("undo", "out/b.txt", "--report", "r.jsonl").out == b"c   d"


def test_a_file_called_like_a_word_is_given_with_its_folder(run):
    put("undo", BAD)
    assert run("./undo", "--lang", "en").text == GOOD


# Several files


def test_a_folder_is_cleaned_into_another(run):
    put("in/a.txt")
    put("in/deep/b.md", "Fine.\n")
    put("in/c.pdf", "%PDF-1.7")
    put("in/.hidden/d.txt")
    ran = run("in", "--out", "out", "--lang", "en")
    assert ran.code == 0
    assert listed("out") == ["a.txt", "deep/b.md"]
    assert Path("out/a.txt").read_text() == GOOD
    assert Path("in/a.txt").read_text() == BAD
    assert ran.out == b""
    assert ran.err.splitlines()[-1].startswith("2 files, 1 changed; 2 edits")


def test_in_place_rewrites_what_changes_and_nothing_else(run):
    bad, good = put("a.txt"), put("b.txt", GOOD)
    bad.chmod(0o640)
    untouched = good.stat().st_mtime_ns, good.stat().st_ino
    assert run("a.txt", "b.txt", "--in-place", "--lang", "en").code == 0
    assert bad.read_text() == GOOD
    assert stat.S_IMODE(bad.stat().st_mode) == 0o640
    assert (good.stat().st_mtime_ns, good.stat().st_ino) == untouched
    assert listed() == ["a.txt", "b.txt"]


def test_a_backup_is_the_original(run):
    put("a.txt")
    put("b.txt", GOOD)
    run("a.txt", "b.txt", "--in-place", "--backup", "--lang", "en")
    assert listed() == ["a.txt", "a.txt.orig", "b.txt"]
    assert Path("a.txt.orig").read_text() == BAD


def test_in_place_follows_a_link(run):
    put("a.txt")
    Path("link.txt").symlink_to("a.txt")
    run("link.txt", "--in-place", "--lang", "en")
    assert Path("link.txt").is_symlink()
    assert Path("a.txt").read_text() == GOOD


def test_many_files_have_one_line_together(run):
    for number in range(30):
        put(f"in/{number}.txt")
    ran = run("in", "--out", "out", "--lang", "en")
    assert ran.err == ("30 files, 30 changed; 60 edits, 0 suggestions, 0 flags; English (en) 30\n")


def test_a_bar_is_drawn_once_it_takes_longer(run, monkeypatch):
    put("in/a.txt")
    put("in/b.txt")
    monkeypatch.setattr("pipeline.cli.progress.PATIENCE", 0)
    monkeypatch.setattr("pipeline.cli.progress.EVERY", 0)
    assert "\r[" not in run("in", "--out", "out", "--lang", "en").err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    ran = run("in", "--out", "out", "--lang", "en")
    assert f"\r[{'#' * 12}{'.' * 12}] 1 of 2 files" in ran.err
    assert ran.err.rpartition("\r")[2].startswith("\x1b[Kin/b.txt: English")


def test_a_bad_file_does_not_stop_the_others(run):
    put("in/a.txt")
    put("in/b.txt", b"\x89PNG\r\n\x1a\n\0\0\0")
    put("in/c.txt", b"")
    put("in/d.txt")
    ran = run("in", "nothing.txt", "--out", "out", "--lang", "en")
    assert ran.code == 2
    assert listed("out") == ["a.txt", "d.txt"]
    for told in ("in/b.txt: this is not text", "in/c.txt: empty", "nothing.txt: no such file"):
        assert f"clean: {told}" in ran.err
    assert ran.err.splitlines()[-1].endswith("3 not done")


def test_a_rule_that_fails_does_not_stop_the_others(run, monkeypatch):
    put("a.txt")
    put("b.txt")
    clean = work.clean

    def fail_once(*_):
        monkeypatch.setattr(work, "clean", clean)
        raise ZeroDivisionError("by a rule")

    monkeypatch.setattr(work, "clean", fail_once)
    ran = run("a.txt", "b.txt", "--out", "out", "--lang", "en")
    assert ran.code == 2
    assert "a.txt: left as it is, because a rule failed: ZeroDivisionError('by a rule')" in ran.err
    assert listed("out") == ["b.txt"]


def test_an_interrupted_write_leaves_nothing_behind(run, monkeypatch):
    put("a.txt")

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", stop)
    ran = run("a.txt", "--in-place", "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (130, b"", "")
    assert listed() == ["a.txt"]
    assert Path("a.txt").read_text() == BAD


def test_a_device_is_written_and_not_replaced(run):
    put("a.txt")
    assert run("a.txt", "--lang", "en", "--report", os.devnull).code == 0
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)


# Looking without writing


def test_check_lists_what_would_change(run):
    put("a.txt")
    put("b.txt", GOOD)
    ran = run("a.txt", "b.txt", "--check", "--lang", "en")
    assert (ran.code, ran.text) == (1, "a.txt\n")
    assert ran.err.splitlines()[-1].startswith("2 files, 1 to change; 2 edits")
    assert run("b.txt", "--check", "--lang", "en").code == 0
    assert Path("a.txt").read_text() == BAD


def test_a_diff_shows_words_and_rules(run):
    put("a.txt", "Fine.\nThe talks  failed .\n")
    ran = run("a.txt", "--diff", "--lang", "en")
    assert ran.code == 0
    assert ran.text == (
        "a.txt:2  spacing.before_mark, spacing.double\n    The talks [- -]failed[- -].\n"
    )


def test_a_diff_shows_the_word_that_an_edit_makes(run):
    put("a.txt", 'It is a zone " exclusive".\n')
    ran = run("a.txt", "--diff", "--lang", "en")
    assert ran.text.splitlines()[1].endswith('[-a zone " exclusive"-]{+an "exclusive" zone+}.')


@pytest.mark.parametrize(
    "environment, coloured",
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_a_diff_has_colour_on_a_terminal_that_wants_it(run, monkeypatch, environment, coloured):
    put("a.txt")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert ("\x1b[" in run("a.txt", "--diff", "--lang", "en").text) is coloured


def test_a_diff_never_speaks_to_the_terminal_for_the_text(run):
    put("a.txt", "A \x9b31m control  here.\n")
    assert "\x9b" not in run("a.txt", "--diff", "--lang", "en").text


def test_a_rejected_finding_is_not_applied(run):
    put("a.txt")
    run("a.txt", "--lang", "en", "--report", "r.json")
    report = json.loads(Path("r.json").read_text())
    for finding in report["findings"]:
        if finding["rule"] == "spacing.double":
            finding["verdict"] = "reject"
    put("verdicts.json", json.dumps(report))
    assert (
        run("a.txt", "--lang", "en", "--decisions", "verdicts.json").text == "The talks  failed.\n"
    )


def test_a_decision_may_stand_alone(run):
    put("a.txt", "The talks  failed.\n")
    decision = {"rule": "spacing.double", "span": [9, 11], "verdict": "reject"}
    put("d.json", json.dumps([decision]))
    ran = run("a.txt", "--lang", "en", "--decisions", "d.json")
    assert ran.text == "The talks  failed.\n"
    assert "met no finding" not in ran.err


def test_a_decision_about_nothing_is_said(run):
    put("a.txt")
    put("d.json", '[{"rule": "spacing.double", "span": [0, 1], "verdict": "reject"}]')
    ran = run("a.txt", "--lang", "en", "--decisions", "d.json")
    assert ran.code == 0
    assert "1 decision of d.json met no finding, such as spacing.double at 0-1" in ran.err


def test_json_lines_say_how_many_articles_there_were(run):
    put("a.jsonl", '{"text":"a  b"}\nbroken\n')
    ran = run("a.jsonl", "--lang", "en")
    assert ran.text == '{"text":"a b"}\nbroken\n'
    assert "1 article, English (en); 1 edit" in ran.err
    assert "a.jsonl: line 2 is not a JSON record" in ran.err


def test_a_field_is_named(run):
    put("a.jsonl", '{"item":{"b":"a  b"},"text":"c  d"}\n')
    ran = run("a.jsonl", "--lang", "en", "--field", "item.b")
    assert ran.text == '{"item":{"b":"a b"},"text":"c  d"}\n'


# Pages


def test_the_list_of_rules_fits_80_columns(run):
    ran = run("--rules")
    assert ran.code == 0
    assert max(map(len, ran.text.splitlines())) <= 80
    assert "  double              One space stands between words.\n" in ran.text


def test_the_list_of_rules_can_be_that_of_a_locale(run):
    assert len(run("--rules", "--lang", "fr").text) < len(run("--rules").text)


@pytest.mark.parametrize("rule", ["spacing.double", "quotes.unbalanced"])
def test_a_rule_has_a_page(run, rule):
    ran = run("--explain", rule)
    assert ran.code == 0
    assert ran.text.startswith(f"{rule}\n")
    for part in ("Why", "Source", "Safety", "Locales", "Left alone"):
        assert re.search(f"^{part}", ran.text, re.MULTILINE)


def test_examples_of_several_lines_stand_apart(run):
    page = run("--explain", "repeats.block").text
    assert "winter.\n\n  Bridge stays closed\n" in page
    assert "\n\n\n" not in page.partition("Repaired")[2]


def test_the_version(run):
    assert run("--version").text == f"clean {__version__}\n"


def test_help_names_every_option_and_word(run):
    text = run("--help").text
    for name in Options.__dataclass_fields__:
        assert "FILE..." if name == "files" else f"--{name.replace('_', '-')}" in text
    for word in command.WORDS:
        assert f"clean {word}" in text
    assert max(map(len, text.splitlines())) <= 80


def test_no_line_about_a_command_of_the_glossary_is_cut(run):
    text = run("--help", program=glossary_command).text
    assert len(text.splitlines()) > 20
    assert "..." not in text.partition("Commands:")[2]


# What cannot be used

MESSAGES = [
    (["nothing.txt"], {}, "nothing.txt: no such file"),
    (["artcle.txt"], {"article.txt": BAD}, "no such file; did you mean article.txt?"),
    (["a.txet"], {"b.txet": BAD, "a.md": BAD}, "no such file; did you mean a.md?\n"),
    (["a.png"], {"a.png": b"\x89PNG\r\n\x1a\n\0"}, "a.png: this is not text but a PNG image"),
    (["a.txt"], {"a.txt": b"\0\1\2\3" * 40}, "control characters"),
    (["a.txt"], {"a.txt": b""}, "a.txt: empty; there is nothing to clean"),
    (["-"], {}, "standard input: empty"),
    (["d", "--check"], {"d/a.pdf": b"%PDF"}, "d: no text inside; looked for"),
    (["a\0b"], {}, "cannot be read"),
    (["a.txt", "b.txt"], {"a.txt": BAD, "b.txt": BAD}, "add --out DIR or --in-place"),
    (["d"], {"d/a.txt": BAD}, "several articles do not fit on standard output"),
    (["a.txt", "--lang", "e!"], {"a.txt": BAD}, "--lang e!: not a BCP 47 tag"),
    (["a.txt", "--lang", "english"], {"a.txt": BAD}, "no such locale; did you mean en?"),
    (["a.txt", "--lang", "xx"], {"a.txt": BAD}, "--lang xx: no such locale"),
    (["a.txt", "--source-lang", "?"], {"a.txt": BAD}, "--source-lang ?: not a BCP 47 tag"),
    (["a.txt", "--source-file", "no.txt"], {"a.txt": BAD}, "no.txt: no such file"),
    (["a.txt", "b.txt", "--check", "--source-file", "s"], {}, "--source-file belongs to one"),
    (["a.txt", "--date", "31.3.2024"], {"a.txt": BAD}, "--date 31.3.2024: not a day"),
    (["a.txt", "--date", "20240331"], {"a.txt": BAD}, "write it as 2024-03-31"),
    (["a.txt", "--encoding", "nope"], {"a.txt": BAD}, "--encoding nope: no such charset"),
    (["a.txt", "--house", "nope"], {"a.txt": BAD}, "house nope: neither a file nor one of"),
    (["a.txt", "--house", "h.toml"], {"a.txt": BAD, "h.toml": "x"}, "h.toml: "),
    (["a.txt", "--house", "h.toml"], {"h.toml": 'quots = "curly"'}, "unknown key 'quots'"),
    (["a.txt", "--house", "h.toml"], {"h.toml": 'quotes = "up"'}, "quotes is 'up', expected one"),
    (["a.txt", "--glossary", "none"], {"a.txt": BAD}, "none: no such folder"),
    (["a.txt", "--glossary", "g"], {"g/en/x.csv": "id,type\n"}, "the header lacks the column"),
    (["a.txt", "--glossary", "g"], {"g/en/x.csv": "id;preferred\n"}, "save it with commas"),
    (
        ["a.txt", "--glossary", "g"],
        {"g/en/x.csv": 'id,preferred,type,case,action,status\nx,"X,place\n'},
        "unexpected end of data; see glossary lint",
    ),
    (
        ["a.txt", "--glossary", "g"],
        {"g/en/x.csv": "id,preferred,type,case,action,status\nx,X,town,smart,apply,approved\n"},
        "en/x.csv, row 2, column type: found 'town'",
    ),
    (["a.txt", "--format", "docx"], {}, "--format is 'docx', expected one of"),
    (["a.txt", "--format", "text", "--field", "x"], {}, "--field names fields of JSON lines"),
    (["a.txt", "--in-place", "--out", "o"], {}, "take one"),
    (["a.txt", "--backup"], {}, "add --in-place"),
    (["a.txt", "--diff", "--in-place"], {}, "--diff and --check write nothing"),
    (["a.txt", "--diff", "--report", "-"], {}, "cannot share standard output"),
    (["-", "--in-place"], {}, "standard input is none"),
    (["a.txt", "--out", "o"], {"a.txt": BAD, "o": "a file"}, "--out o: cannot be made a folder"),
    (["a.txt", "--out", "."], {"a.txt": BAD}, "--out would overwrite it"),
    (["x/a.txt", "y/a.txt", "--out", "o"], {"x/a.txt": BAD, "y/a.txt": BAD}, "would both become"),
    (["a.txt", "--report", "no/r.json"], {"a.txt": BAD}, "no/r.json: cannot be written"),
    (["a.txt", "--html", "no/r.html"], {"a.txt": BAD}, "no/r.html: cannot be written"),
    (["a.txt", "--report", "a.txt"], {"a.txt": BAD}, "--report a.txt: is read or written already"),
    (["a.txt", "--html", "d/../a.txt"], {"d/b": ""}, "--html d/../a.txt: is read or written"),
    (["d", "--check", "--report", "d/a.txt"], {"d/a.txt": BAD}, "d/a.txt: is read or written"),
    (["a.txt", "--source-file", "s", "--html", "s"], {"s": GOOD}, "s: is read or written"),
    (["a.txt", "--decisions", "j", "--report", "j"], {"j": "[]"}, "j: is read or written"),
    (["a.txt", "--report", "r", "--html", "r"], {"r": ""}, "--html r: is read or written"),
    (
        ["a.txt", "--in-place", "--backup"],
        {"a.txt": BAD, "a.txt.orig": ""},
        "a.txt.orig exists already",
    ),
    (["a.txt", "--decisions", "no.json"], {"a.txt": BAD}, "no.json: no such file"),
    (["a.txt", "--decisions", "d"], {"a.txt": BAD, "d": "{"}, "d: not JSON"),
    (["a.txt", "--decisions", "d"], {"a.txt": BAD, "d": "5"}, "expected a list of"),
    (["a.txt", "--decisions", "d"], {"a.txt": BAD, "d": "[{}]"}, "decision 1: rule is None"),
    (
        ["a.txt", "--decisions", "d"],
        {"a.txt": BAD, "d": '[{"rule": "x", "span": [2, 1]}]'},
        "span is [2, 1], expected [start, end]",
    ),
    (
        ["a.txt", "--decisions", "d"],
        {"a.txt": BAD, "d": '[{"rule": "x", "span": [1, 2], "verdict": "yes"}]'},
        "verdict is 'yes', expected accept or reject",
    ),
    (["--explain", "spacing.duble"], {}, "no such rule; did you mean spacing.double"),
    (["--explain", "../load"], {}, "no such rule"),
    (["--explain", "double"], {}, "did you mean spacing.double"),
    (["--nope"], {}, "No such option"),
    (["undo"], {}, "Missing argument 'CLEANED'"),
    (["undo", "a.txt"], {"a.txt": BAD}, "Missing option '--report'"),
    (["undo", "no.txt", "--report", "r"], {"r": '{"revisions": []}'}, "no.txt: no such file"),
    (["undo", "a.txt", "--report", "r"], {"a.txt": BAD, "r": "[1]"}, "r: not a report"),
    (["undo", "a.txt", "--report", "r"], {"a.txt": BAD, "r": "x"}, "r: not JSON"),
    (
        ["undo", "a.txt", "--report", "r"],
        {"a.txt": BAD, "r": '{"encoding": "utf-8", "revisions": [{"edits": [[0, "a", "b"]]}]}'},
        "a.txt: not the text of this report",
    ),
    (
        ["undo", "a.txt", "--report", "r"],
        {"a.txt": BAD, "r": '{"encoding": "utf-8", "revisions": [{"edits": 5}]}'},
        "a.txt: the report is damaged",
    ),
    (
        ["undo", "a.txt", "--report", "r"],
        {"a.txt": BAD, "r": '{"file":"b","revisions":[]}\n{"file":"c","revisions":[]}'},
        "r: no report about a.txt alone in it",
    ),
]


@pytest.mark.parametrize("args, files, told", MESSAGES, ids=[f"{m[0]} {m[2]}" for m in MESSAGES])
def test_what_cannot_be_used_is_said(run, args, files, told):
    for name, content in files.items():
        put(name, content)
    if "a.txt" in args and "a.txt" not in files:
        put("a.txt")
    before = {name: Path(name).read_bytes() for name in listed()}
    ran = run(*args)
    assert (ran.code, ran.out) == (2, b"")
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert {name: Path(name).read_bytes() for name in listed()} == before


@pytest.mark.parametrize("option", ["--report", "--html"])
def test_what_is_written_about_nothing_replaces_nothing(run, option):
    put("old", "the last one")
    put("a.txt", b"")
    assert run("a.txt", "b.txt", option, "old").code == 2
    assert listed() == ["a.txt", "old"]
    assert Path("old").read_text() == "the last one"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
@pytest.mark.parametrize(
    "mode, args, told",
    [(0o200, [], "cannot be read"), (0o400, ["--in-place"], "read-only")],
)
def test_a_file_that_is_not_ours_is_said(run, mode, args, told):
    put("a.txt").chmod(mode)
    ran = run("a.txt", *args, "--lang", "en")
    assert ran.code == 2
    assert told in ran.err


def test_nothing_is_waited_for_on_a_terminal(monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    with pytest.raises(UnusableError, match="name a file"):
        read_stdin()


# The real command


def start(*args, cwd, **more):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *args], cwd=cwd, env=environment, **more
    )


def test_the_command_runs(tmp_path):
    (tmp_path / "a.txt").write_text(BAD)
    with start("a.txt", cwd=tmp_path, stdout=-1, stderr=-1) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (0, GOOD.encode())
    assert err.count(b"\n") == 1


def test_the_package_runs_as_the_command(tmp_path):
    (tmp_path / "a.txt").write_text(BAD)
    ran = subprocess.run(
        [sys.executable, "-m", "pipeline", "a.txt"], cwd=tmp_path, capture_output=True, check=True
    )
    assert ran.stdout == GOOD.encode()


def test_a_closed_pipe_is_quiet(tmp_path):
    (tmp_path / "a.txt").write_text("A line  here.\n" * 20_000)
    read, write = os.pipe()
    os.close(read)
    with start("a.txt", cwd=tmp_path, stdout=write, stderr=-1) as process:
        os.close(write)
        _, err = process.communicate()
    assert (process.returncode, err) == (141, b"")


def test_a_full_disk_is_said(tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    (tmp_path / "a.txt").write_text(BAD)
    with (
        Path("/dev/full").open("wb") as full,
        start("a.txt", cwd=tmp_path, stdout=full, stderr=-1) as process,
    ):
        _, err = process.communicate()
    assert process.returncode == 2
    assert err.startswith(b"clean: the output cannot be written")


def test_an_interrupt_is_quiet(tmp_path):
    with start("-", cwd=tmp_path, stdin=-1, stdout=-1, stderr=-1) as process:
        assert process.stdin is not None
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: it is reading by now
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize(
    "args, absent",
    [
        (["a.txt", "--lang", "en"], ("rich", "jsonschema", "html", "chardet", "ftfy")),
        (["--help"], ("rich", "re2", "ahocorasick_rs", "chardet", "ftfy")),
        (["--version"], ("rich", "ahocorasick_rs", "chardet", "ftfy")),
    ],
    ids=["clean", "help", "version"],
)
def test_nothing_is_imported_before_it_is_needed(tmp_path, args, absent):
    (tmp_path / "a.txt").write_text(GOOD)
    load_plan()  # in a checkout the first one to come renews the pack, which imports much
    program = (
        "import sys; from pipeline.cli.clean import main; main(sys.argv[1:]); "
        f"print([name for name in {absent!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", program, *args],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert ran.stderr.decode().splitlines()[-1] == "[]"


# The glossary

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
