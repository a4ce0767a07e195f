"""The command `clean` as a process: pipes, signals, a full disk, quick to start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands import BAD, GOOD
from pipeline import load_plan

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import sys; from pipeline.cli.clean import main; sys.exit(main())"


def start(*args, cwd, program=("-c", PROGRAM), **more):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, *program, *args], cwd=cwd, env=environment, **more)


@pytest.mark.parametrize("program", [("-c", PROGRAM), ("-m", "pipeline")], ids=["clean", "-m"])
def test_the_command_runs(tmp_path, program):
    (tmp_path / "a.txt").write_text(BAD)
    with start("a.txt", cwd=tmp_path, program=program, stdout=-1, stderr=-1) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (0, GOOD.encode())
    assert err.count(b"\n") == 1


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
