"""What the editors' guide shows happens: its commands, in their order, print what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from pipeline.cli import glossary as command
from pipeline.glossary.exchange import FORMATS

GUIDE = (Path(__file__).parent.parent / "glossaries" / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
ARCHIVE = {
    "monday.txt": "The mayor of Drogobych opened a school on Monday.\n\n"
    "Fans of Halychyna Drogobych sang.\n",
    "tuesday.txt": "The castle near Drogobych was sold.\n",
}


def test_the_worked_example_works(tmp_path, monkeypatch, capsysbinary):
    monkeypatch.chdir(tmp_path)
    Path("archive").mkdir()
    for name, text in ARCHIVE.items():
        Path("archive", name).write_text(text)
    commands = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", "".join(BLOCKS), re.MULTILINE)
    assert len(commands) > 8
    for line, shown in commands:
        program, *args = shlex.split(line)
        assert program == "glossary"
        code = command.main(args)
        out, err = capsysbinary.readouterr()
        printed = (out + err).decode()
        assert code == (2 if shown.startswith("glossary: ") else 0), printed
        for told in shown.splitlines():
            assert told in printed.splitlines(), printed


@pytest.fixture
def helped(capsysbinary):
    assert command.main(["--help"]) == 0
    out = capsysbinary.readouterr()[0].decode()
    return re.findall(r"^  ([a-z]+)  ", out.partition("Commands:")[2], re.MULTILINE)


def test_every_command_and_every_format_is_in_the_guide(helped):
    assert len(helped) > 15
    table = GUIDE.partition("## The commands")[2].partition("\n## ")[0]
    assert not [name for name in helped if not re.search(rf"`{name}[ `]", table)]
    assert not [name for name in FORMATS if f"`{name}`" not in GUIDE]
