"""The pool of workers: every question has one answer, whatever happens to who answers it."""

from __future__ import annotations

import asyncio
import os
import signal
from io import BytesIO

import pytest

from pipeline.workers.frames import Frame, read_frame
from pipeline.workers.pool import (
    BusyError,
    LateError,
    Limits,
    LostError,
    Pool,
    RefusedStartError,
    Start,
)

TOY = """
import os, time
from pathlib import Path
from pipeline.workers.frames import Frame

def prepare(settings):
    if settings.get("refuse"):
        raise ValueError(settings["refuse"])
    if settings.get("die"):
        os._exit(3)
    print("a library says something")
    def answer(asked):
        time.sleep(asked.get("sleep", 0))
        if asked.get("die"):
            os._exit(3)
        if asked.get("once") and not Path(asked["once"]).exists():
            Path(asked["once"]).touch()
            os._exit(3)
        if asked.get("raise"):
            raise RuntimeError("the article said so")
        return Frame({"said": asked.get("say"), "pid": os.getpid(), **settings}, b"body")
    return answer
"""


@pytest.fixture(autouse=True, scope="module")
def toy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("toy")
    (folder / "toy_worker.py").write_text(TOY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        yield


@pytest.fixture(scope="module")
def shared(toy):
    """Run `use(pool, events)` with one pool of a single worker for several tests."""
    events = []
    with asyncio.Runner() as runner:
        pool = Pool(Start("toy_worker", {}), Limits(1, 8, 10.0), events.append)
        runner.run(pool.open())

        def run(use):
            events.clear()
            return runner.run(use(pool, events))

        yield run
        runner.run(pool.close())


def with_pool(use, *, workers=1, waiting=8, seconds=10.0, **settings):
    """Run `use(pool, events)` with a pool of its own."""

    async def run():
        events = []
        limits = Limits(workers, waiting, seconds)
        pool = Pool(Start("toy_worker", settings), limits, events.append)
        await pool.open()
        try:
            return await use(pool, events)
        finally:
            await pool.close()

    return asyncio.run(run())


@pytest.mark.parametrize("body", [b"", b"\x00\xff" * 1000])
def test_a_frame_is_read_as_it_was_written(body):
    frame = Frame({"text": "half \ud800 a pair, \u00e9"}, body)
    assert read_frame(BytesIO(frame.packed())) == frame


@pytest.mark.parametrize("cut", [0, 5, 12, -1])
def test_a_frame_that_breaks_off_is_none(cut):
    assert read_frame(BytesIO(Frame({"a": 1}, b"body").packed()[:cut])) is None


def test_each_answer_belongs_to_its_question(shared):
    async def use(pool, _):
        frames = await asyncio.gather(*(pool.run({"say": n}) for n in range(8)))
        assert [frame.head["said"] for frame in frames] == list(range(8))
        assert {frame.body for frame in frames} == {b"body"}

    shared(use)


def test_workers_work_side_by_side():
    async def use(pool, _):
        asks = [pool.run({"sleep": 0.1}, weight=10**6) for _ in range(4)]
        frames = await asyncio.gather(*asks)
        return {frame.head["pid"] for frame in frames}

    assert len(with_pool(use, workers=2)) == 2


def test_a_question_lost_with_its_worker_is_asked_again(shared, tmp_path):
    async def use(pool, events):
        asks = [{"once": str(tmp_path / "flag")}, *({"say": n} for n in range(5))]
        frames = await asyncio.gather(*map(pool.run, asks))
        assert [frame.head["said"] for frame in frames] == [None, 0, 1, 2, 3, 4]
        assert events == ["lost"]

    shared(use)


def test_a_question_that_ends_every_worker_is_given_up_and_no_other(shared):
    async def use(pool, events):
        found = await asyncio.gather(
            pool.run({"die": True}), *(pool.run({"say": n}) for n in range(3)),
            return_exceptions=True,
        )  # fmt: skip
        assert isinstance(found[0], LostError)
        assert [frame.head["said"] for frame in found[1:]] == [0, 1, 2]
        assert events == ["lost", "lost"]

    shared(use)


def test_a_worker_killed_from_outside_is_replaced(shared):
    async def use(pool, events):
        (pid,) = pool.pids
        os.kill(pid, signal.SIGKILL)
        frames = await asyncio.gather(*(pool.run({"say": n}) for n in range(3)))
        assert {frame.head["pid"] for frame in frames} == set(pool.pids)
        assert pool.pids != [pid]
        assert events == ["lost"]

    shared(use)


def test_a_question_that_takes_too_long_costs_the_others_nothing():
    async def use(pool, events):
        found = await asyncio.gather(
            pool.run({"sleep": 60}), pool.run({"say": 1}), return_exceptions=True
        )
        assert isinstance(found[0], LateError)
        assert found[1].head["said"] == 1
        assert events == ["late"]

    with_pool(use, seconds=0.6)


def test_more_than_may_wait_is_refused_at_once():
    async def use(pool, _):
        asks = [pool.run({"sleep": 0.1}, weight=10**6) for _ in range(4)]
        found = await asyncio.gather(*asks, return_exceptions=True)
        assert [isinstance(entry, BusyError) for entry in found] == [False, False, True, True]

    with_pool(use, waiting=1)


def test_a_defect_is_told_without_the_text(shared):
    async def use(pool, events):
        frame = await pool.run({"raise": True})
        assert frame.head == {"failed": "RuntimeError at toy_worker.py:20"}
        assert (await pool.run({"say": 1})).head["said"] == 1
        assert events == []

    shared(use)


def test_a_question_nobody_waits_for_any_more_is_not_asked(shared, tmp_path):
    async def use(pool, _):
        busy = asyncio.create_task(pool.run({"sleep": 0.2}, weight=10**6))
        left = asyncio.create_task(pool.run({"once": str(tmp_path / "flag")}))
        await asyncio.sleep(0.05)
        left.cancel()
        await busy
        await pool.run({})
        assert not (tmp_path / "flag").exists()

    shared(use)


@pytest.mark.parametrize(
    "settings, said",
    [({"refuse": "the row is wrong"}, "the row is wrong"), ({"die": 1}, "while it was starting")],
)
def test_what_cannot_start_says_why(settings, said):
    async def use(pool, _):
        raise AssertionError

    with pytest.raises(RefusedStartError, match=said):
        with_pool(use, workers=2, **settings)


def test_workers_are_replaced_without_losing_a_question():
    async def use(pool, events):
        old = set(pool.pids)
        asks = [asyncio.create_task(pool.run({"sleep": 0.05, "say": n})) for n in range(6)]
        await asyncio.sleep(0.02)
        await pool.replace(Start("toy_worker", {"generation": 2}))
        frames = await asyncio.gather(*asks)
        assert [frame.head["said"] for frame in frames] == list(range(6))
        assert (await pool.run({})).head["generation"] == 2
        assert not old & set(pool.pids)
        assert events == []

    with_pool(use, workers=2)


def test_a_replacement_that_cannot_start_changes_nothing():
    async def use(pool, _):
        old = pool.pids
        with pytest.raises(RefusedStartError, match="no good"):
            await pool.replace(Start("toy_worker", {"refuse": "no good"}))
        assert pool.pids == old
        os.kill(old[0], signal.SIGKILL)
        assert (await pool.run({})).head["generation"] == 1

    with_pool(use, generation=1)


def test_closing_answers_what_was_asked():
    async def use(pool, _):
        return [asyncio.create_task(pool.run({"sleep": 0.05, "say": n})) for n in range(4)]

    async def run():
        pool = Pool(Start("toy_worker", {}), Limits(1, 8, 10.0))
        await pool.open()
        asks = await use(pool, None)
        await asyncio.sleep(0)
        await pool.close()
        return [ask.result().head["said"] for ask in asks]

    assert asyncio.run(run()) == [0, 1, 2, 3]
