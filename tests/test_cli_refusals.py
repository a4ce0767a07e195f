"""What `clean` cannot use: the message says so, and nothing has changed."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from commands import BAD, GOOD, listed, put
from pipeline.cli.inputs import read_stdin
from pipeline.cli.shell import UnusableError

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
