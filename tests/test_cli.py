"""The command `clean`, as a person runs it: what is printed where, what is written."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from commands import BAD, GOOD, listed, put
from pipeline import __version__
from pipeline.cli import clean as command
from pipeline.cli import glossary as glossary_command
from pipeline.cli import work
from pipeline.cli.options import Options

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
