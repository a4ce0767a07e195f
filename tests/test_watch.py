"""The watch folder: each file once, whatever ends the process; nothing that is not whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path, PurePath

import pytest

from pipeline.cli.clean import main
from pipeline.watch.arrivals import EMPTY_LOOKS, Arrivals, mark_of
from pipeline.watch.ledger import CLEANED, NOTE, REPORT, STAGE, Ledger

BAD, GOOD = b"The talks  failed .\n", b"The talks failed.\n"
PROGRAM = "import sys; from pipeline.cli.clean import main; sys.exit(main())"
SECONDS = 30  # nothing here takes more than two; a machine may be busy

# Ends the process by SIGKILL in front of the given call that touches the two folders.
KILLED = """
import os, signal, sys
from pathlib import Path
wanted, count = sys.argv.pop(1), int(sys.argv.pop(1))
def hook(event, args):
    global count
    if event == wanted and any("box" in str(part) for part in args[:2]):
        count -= 1
        if not count:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
from pipeline.cli.clean import main
sys.exit(main())
"""


class Desk:
    """An inbox and an outbox, and a consumer that takes what it finds in the outbox."""

    def __init__(self, root):
        self.inbox, self.outbox, self.taken = root / "inbox", root / "outbox", root / "taken"
        self.inbox.mkdir()
        self.taken.mkdir()

    def put(self, name, content=BAD):
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def command(self, *options, program=(PROGRAM,)):
        return [
            *(sys.executable, "-c", *program, "watch", self.inbox, self.outbox),
            *("--lang", "en", "--interval", "0.05", *options),
        ]

    def once(self, *options, program=(PROGRAM,)):
        command = self.command("--once", *options, program=program)
        env = {**os.environ, "TMPDIR": str(self.inbox.parent)}  # a kill leaves its copies there
        ran = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, env=env)
        ran.log = [json.loads(line) for line in ran.stderr.splitlines() if line.startswith(b"{")]
        return ran

    def take(self):
        """Move what appeared out of the outbox, and count how often each name was seen."""
        for name in listed(self.outbox):
            target = self.taken / name
            while target.exists():
                target = target.with_name(f"{target.name}+")
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.outbox / name).rename(target)
        return listed(self.taken)


def listed(folder):
    return sorted(
        path.relative_to(folder).as_posix()
        for path in Path(folder).rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    )


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_files_are_cleaned_and_move_on(desk, capsysbinary):
    desk.put("a.txt")
    desk.put("wire/b.jsonl", b'{"text": "The talks  failed ."}\n')
    desk.put("c.txt", b"\x89PNG\r\n\x1a\n")
    ran = desk.once("--reports", "--jobs", "2")
    assert ran.returncode == 2
    assert listed(desk.outbox) == [
        "a.txt",
        "a.txt.report.json",
        "wire/b.jsonl",
        "wire/b.jsonl.report.json",
    ]
    assert (desk.outbox / "a.txt").read_bytes() == GOOD
    assert (desk.outbox / "wire/b.jsonl").read_bytes() == b'{"text": "The talks failed."}\n'
    assert listed(desk.inbox) == [
        "_ERROR/c.txt",
        "_ERROR/c.txt.reason.txt",
        "_PROCESSED/a.txt",
        "_PROCESSED/wire/b.jsonl",
    ]
    assert "PNG image" in (desk.inbox / "_ERROR/c.txt.reason.txt").read_text()
    assert (desk.inbox / "_PROCESSED/a.txt").read_bytes() == BAD
    events = {entry.get("file"): entry["event"] for entry in ran.log if "file" in entry}
    assert events == {"a.txt": "cleaned", "wire/b.jsonl": "cleaned", "c.txt": "failed"}
    assert b"talks" not in ran.stderr
    assert ran.stdout == b""
    report = desk.outbox / "a.txt.report.json"
    assert main(["undo", str(desk.outbox / "a.txt"), "--report", str(report)]) == 0
    assert capsysbinary.readouterr().out == BAD


def test_a_second_file_of_a_name_keeps_both_originals(desk):
    for content in (BAD, b"A newer text.\n"):
        path = desk.put("a.txt", content)
        ledger = Ledger(desk.inbox, desk.outbox)
        folder = ledger.open_folder()
        (folder / CLEANED).write_bytes(content.replace(b"  ", b" "))
        assert ledger.deliver(PurePath("a.txt"), mark_of(path), folder)
    assert listed(desk.inbox) == ["_PROCESSED/a.txt", "_PROCESSED/a~2.txt"]
    assert (desk.outbox / "a.txt").read_bytes() == b"A newer text.\n"


# What a run is about to do when it is killed. One that carries on an old file first does so
# by the same calls.
KILLS = [
    ("os.rename", 2),  # move the original
    ("os.rename", 3),  # let the cleaned file appear, when carried on
    ("os.rename", 4),  # let the cleaned file appear
    ("shutil.rmtree", 1),  # sweep up
]


def test_kills_lose_nothing_and_do_nothing_twice(desk):
    names = [f"{letter}.txt" for letter in "abcd"]
    for name in names:
        desk.put(name)
    for event, count in KILLS:
        killed = desk.once("--reports", program=(KILLED, event, str(count)))
        assert killed.returncode == -signal.SIGKILL, (event, count)
        desk.take()
    resumed = desk.once("--reports")
    assert resumed.returncode == 0, resumed.stderr
    assert desk.take() == sorted([*names, *(f"{name}.report.json" for name in names)])
    assert {(desk.taken / name).read_bytes() for name in names} == {GOOD}
    assert listed(desk.inbox) == [f"_PROCESSED/{name}" for name in names]
    assert [entry.name for entry in (desk.outbox / STAGE).iterdir()] == ["lock"]


class Fault(BaseException):
    """The end of the process, as far as the code under test can tell."""


FAULT = {"left": 0, "root": "", "on": False}


def _fault(event, args):
    if not FAULT["on"] or event.partition(".")[0] not in ("os", "open", "shutil"):
        return
    if any(str(part).startswith(FAULT["root"]) for part in args[:2]):
        FAULT["left"] -= 1
        if not FAULT["left"]:
            FAULT["on"] = False
            raise Fault


@pytest.fixture(scope="module")
def faults():
    sys.addaudithook(_fault)

    @contextmanager
    def at(number, root):
        FAULT.update(left=number, root=str(root), on=True)
        try:
            yield
        finally:
            FAULT["on"] = False

    return at


def test_every_single_step_can_be_the_last(tmp_path, faults):
    for number in range(1, 100):
        root = tmp_path / str(number)
        root.mkdir()
        desk = Desk(root)
        path = desk.put("sub/a.txt")
        mark = mark_of(path)
        try:
            with faults(number, root):
                ledger = Ledger(desk.inbox, desk.outbox)
                folder = ledger.open_folder()
                (folder / CLEANED).write_bytes(GOOD)
                (folder / REPORT).write_bytes(b"{}")
                ledger.deliver(PurePath("sub/a.txt"), mark, folder)
            done = True
        except Fault:
            done = False
        before = desk.take()
        ledger = Ledger(desk.inbox, desk.outbox)
        ledger.sweep()
        list(ledger.carry_on())
        if path.exists():  # it had not moved, so that it is cleaned anew
            assert before == []
            assert listed(desk.outbox) == []
        else:
            assert desk.take() == ["sub/a.txt", "sub/a.txt.report.json"]
            assert (desk.inbox / "_PROCESSED/sub/a.txt").read_bytes() == BAD
        assert list((desk.outbox / STAGE).glob("*")) == []
        if done:
            break
    assert done
    assert number > 10


def test_a_sealed_file_of_a_replaced_original_is_thrown_away(desk):
    path = desk.put("a.txt")
    ledger = Ledger(desk.inbox, desk.outbox)
    folder = ledger.open_folder()
    (folder / CLEANED).write_bytes(GOOD)
    old = mark_of(path)
    desk.put("a.txt", b"A newer text.\n")
    assert ledger.deliver(PurePath("a.txt"), old, folder) is False
    assert listed(desk.outbox) == []
    assert path.read_bytes() == b"A newer text.\n"


def test_a_delivery_is_carried_on_when_the_original_was_archived(desk):
    path = desk.put("a.txt")
    ledger = Ledger(desk.inbox, desk.outbox)
    folder = ledger.open_folder()
    (folder / CLEANED).write_bytes(GOOD)
    mark = mark_of(path)
    note = {"name": "a.txt", "kept": "a.txt", "modified": mark.modified, "size": mark.size}
    (folder / NOTE).write_text(json.dumps(note))
    path.unlink()
    assert list(ledger.carry_on()) == [("a.txt", True)]
    assert (desk.outbox / "a.txt").read_bytes() == GOOD


LEFT_ALONE = [".hidden.txt", "a.txt.tmp", "b.part", "c.txt~", "d.filepart", ".dir/e.txt"]


def test_only_whole_files_have_arrived(desk):
    for name in (*LEFT_ALONE, "_ERROR/f.txt", "_PROCESSED/g.txt"):
        desk.put(name)
    grows = desk.put("grows.txt", b"a")
    (desk.inbox / "link.txt").symlink_to(grows)
    desk.put("whole.txt")
    arrivals = Arrivals(desk.inbox)
    assert arrivals.look() == []
    grows.write_bytes(b"ab")
    assert [str(name) for name, _ in arrivals.look()] == ["whole.txt"]
    assert [str(name) for name in arrivals.unfinished()] == ["grows.txt"]
    assert [str(name) for name, _ in arrivals.look()] == ["whole.txt", "grows.txt"]


def test_a_file_arrives_when_it_is_renamed(desk):
    part = desk.put("a.txt.part")
    arrivals = Arrivals(desk.inbox)
    arrivals.look()
    part.rename(desk.inbox / "a.txt")
    assert arrivals.look() == []
    assert [str(name) for name, _ in arrivals.look()] == ["a.txt"]


def test_an_empty_file_is_given_time(desk):
    desk.put("a.txt", b"")
    arrivals = Arrivals(desk.inbox)
    looks = [len(arrivals.look()) for _ in range(EMPTY_LOOKS)]
    assert looks == [0] * (EMPTY_LOOKS - 1) + [1]


def test_the_oldest_file_goes_first(desk):
    for age, name in enumerate(["c.txt", "a.txt", "b.txt"]):
        os.utime(desk.put(name), ns=(age * 10**9, age * 10**9))
    arrivals = Arrivals(desk.inbox)
    arrivals.look()
    assert [str(name) for name, _ in arrivals.look()] == ["c.txt", "a.txt", "b.txt"]


@contextmanager
def watching(desk, *options):
    process = subprocess.Popen(desk.command(*options), stderr=subprocess.PIPE, text=True)
    limit = threading.Timer(SECONDS, process.kill)
    limit.start()
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()
        limit.cancel()


def wait_for(reached, what):
    end = time.monotonic() + SECONDS
    while not reached():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def test_a_watch_goes_on_until_told_to_stop(desk):
    desk.put("a.txt")
    with watching(desk) as process:
        wait_for((desk.outbox / "a.txt").exists, "the first file")
        second = desk.once()
        assert second.returncode == 2
        assert f"process {process.pid} is watching it already" in second.stderr.decode()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        os.kill(int(children.read_text()), signal.SIGKILL)  # its worker; another one takes over
        part = desk.put("b.txt.part")
        part.rename(desk.inbox / "b.txt")
        wait_for((desk.outbox / "b.txt").exists, "the second file")
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0
        assert json.loads(process.stderr.read().splitlines()[-1])["event"] == "stopped"
    assert listed(desk.inbox) == ["_PROCESSED/a.txt", "_PROCESSED/b.txt"]


def test_an_edited_glossary_is_read_again(desk, tmp_path):
    rows = tmp_path / "rows" / "en" / "names.csv"
    rows.parent.mkdir(parents=True)
    header = "id,preferred,variants,type,case,action,status\n"
    rows.write_text(f"{header}x.z,Zorbohrad,Zorbograd,place,as stored,apply,approved\n")
    with watching(desk, "--glossary", tmp_path / "rows") as process:
        for name, printed in (("a.txt", "Zorbohrad"), ("b.txt", "Zorbopol")):
            desk.put(name, b"They met in Zorbograd.\n")
            wait_for((desk.outbox / name).exists, name)
            assert (desk.outbox / name).read_text() == f"They met in {printed}.\n"
            if printed == "Zorbohrad":
                rows.write_text(rows.read_text().replace(printed, "Zorbopol"))
                for line in process.stderr:
                    if '"reloaded"' in line:
                        break


def test_an_outbox_that_cannot_be_written_does_not_condemn_the_file(desk):
    desk.put("sub/a.txt")
    desk.outbox.mkdir()
    (desk.outbox / "sub").write_bytes(b"a file where a folder is needed")
    ran = desk.once()
    assert ran.returncode == 2
    assert [entry["event"] for entry in ran.log if "file" in entry] == ["postponed"]
    assert listed(desk.inbox) == ["sub/a.txt"]
    (desk.outbox / "sub").unlink()
    assert desk.once().returncode == 0
    assert (desk.outbox / "sub/a.txt").read_bytes() == GOOD


def test_a_full_disk_at_the_worst_moment_only_delays_a_file(desk, monkeypatch):
    path = desk.put("a.txt")
    ledger = Ledger(desk.inbox, desk.outbox)
    folder = ledger.open_folder()
    (folder / CLEANED).write_bytes(GOOD)

    def full(staged, target):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("pipeline.watch.ledger._publish", full)
        with pytest.raises(OSError, match="No space"):
            ledger.deliver(PurePath("a.txt"), mark_of(path), folder)
        ledger.discard(folder)
    assert list(ledger.carry_on()) == [("a.txt", True)]
    assert (desk.outbox / "a.txt").read_bytes() == GOOD


@pytest.mark.parametrize(
    "args, said",
    [
        (["in", "out"], "in: no such folder"),
        (["there", "there/out"], "one lies in the other"),
        (["there", "there"], "one lies in the other"),
        (["there", "out", "--interval", "0"], "count from above 0"),
        (["there", "out", "--format", "pdf"], "--format is 'pdf'"),
        (["there", "out", "--house", "nowhere"], "house nowhere"),
        (["there", "out", "--glossary", "nowhere"], "no such folder"),
    ],
)
def test_what_cannot_be_watched_is_refused(tmp_path, monkeypatch, capsys, args, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert main(["watch", *args]) == 2
    assert said in capsys.readouterr().err


def test_the_consumer_of_the_tests_would_see_a_second_copy(desk):
    desk.outbox.mkdir()
    for _ in range(2):
        (desk.outbox / "a.txt").write_bytes(GOOD)
        desk.take()
    assert listed(desk.taken) == ["a.txt", "a.txt+"]
    shutil.rmtree(desk.taken)
