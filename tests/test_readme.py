"""What the README shows works: its commands, its Python, and every option is in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.house import House, parse_house

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", README, re.MULTILINE)
PYTHON = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
SAMPLE = ROOT / "samples" / "fr-en" / "danube-pilots" / "mt.txt"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    shutil.copy(SAMPLE, tmp_path / "article.txt")
    shutil.copy(SAMPLE.with_name("source.txt"), tmp_path)
    (tmp_path / "articles").mkdir()
    shutil.copy(SAMPLE, tmp_path / "articles" / "one.txt")
    (tmp_path / "inbox").mkdir()
    shutil.copy(SAMPLE, tmp_path / "inbox")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command: str, desk: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=desk,
        env={**os.environ, "PATH": path},
        capture_output=True,
        check=False,
    )
    assert run.returncode == (1 if "--check" in command else 0), run.stderr


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_of_the_readme_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own page
    capsys.readouterr()


@pytest.mark.parametrize(
    "word", [(), ("watch",), ("serve",), ("models", "list"), ("models", "add")]
)
def test_every_option_is_in_the_readme(word: tuple[str, ...]) -> None:
    clean = Path(sys.executable).with_name("clean")
    command = [clean, *word, "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"^  (--[a-z-]+)", shown, re.MULTILINE))
    assert options
    assert not {option for option in options if f"`{option}" not in README}


def test_every_shipped_house_is_in_the_readme() -> None:
    houses = [path.stem for path in (ROOT / "pipeline" / "houses").glob("*.toml")]
    assert houses
    assert not [name for name in houses if f"`{name}`" not in README]


def test_the_house_style_of_the_readme_is_whole() -> None:
    shown = re.search(r"^```toml\n(quotes = .*?)^```", README, re.MULTILINE | re.DOTALL)
    assert shown
    house = parse_house("readme", tomllib.loads(shown[1]))
    assert {key for key in House.__dataclass_fields__ if key != "name"} == set(
        tomllib.loads(shown[1])
    )
    assert house.names == "bbc"
