"""What may go wrong while the service runs: crashes, reloads, too much at once."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx

from pipeline.service.server import _start
from pipeline.workers.reload import Copies, Named
from serving import BAD, GOOD, SAMPLES, SECONDS, serving

HEADER = "id,preferred,variants,type,case,action,status\n"


def test_no_request_is_lost_to_a_crash_a_reload_or_the_end(tmp_path):
    rows = tmp_path / "glossary" / "en" / "names.csv"
    rows.parent.mkdir(parents=True)

    def write(text):
        rows.write_text(HEADER + text)

    def printed():
        return server.clean("They met in Zorbograd.").json()["text"]

    def wait_until(holds):
        end = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < end, server.lines
            time.sleep(0.05)

    def broken():
        return server.client.get("/readyz").json()

    write("x.z,Zorbohrad,Zorbograd,place,as stored,apply,approved\n")
    with serving("--workers", 1, "--glossary", tmp_path / "glossary") as server:
        assert printed() == "They met in Zorbohrad."
        stop, statuses = threading.Event(), []

        def ask():
            with httpx.Client(base_url=server.url, timeout=SECONDS) as client:
                while not stop.wait(0.02):
                    statuses.append(client.post("/v1/clean", json={"text": BAD}).status_code)

        with ThreadPoolExecutor(2) as threads:
            asking = [threads.submit(ask) for _ in range(2)]
            write("x.z,Zorbohrad,Zorbograd,place,as stored,perhaps,approved\n")
            wait_until(lambda: broken()["configuration"] == "the last good one")
            assert "en/names.csv, row 2, column action: found 'perhaps'" in broken()["reason"]
            os.kill(server.workers()[0], signal.SIGKILL)  # the next one reads the last good rows
            assert printed() == "They met in Zorbohrad."
            write("x.z,Zorbopol,Zorbograd,place,as stored,apply,approved\n")
            wait_until(lambda: printed() == "They met in Zorbopol.")
            assert broken() == {"status": "ready", "workers": 1, "configuration": "as on disk"}
            stop.set()
            for done in asking:
                done.result()
        assert len(statuses) > 10
        assert set(statuses) == {200}
        assert [entry["how"] for entry in server.log if entry["event"] == "worker"] == ["lost"]
        long = {"text": SAMPLES[0].read_text("utf-8") * 30}
        with ThreadPoolExecutor(2) as threads:
            last = [
                threads.submit(httpx.post, f"{server.url}/v1/clean", json=long, timeout=SECONDS)
                for _ in range(2)
            ]
            wait_until(lambda: "clean_texts_waiting 1" in server.client.get("/metrics").text)
            server.process.send_signal(signal.SIGTERM)
            assert [answer.result().status_code for answer in last] == [200, 200]
        assert server.process.wait(SECONDS) == 0
        assert server.log[-1]["event"] == "stopped"


def test_house_styles_of_one_name_are_kept_apart(tmp_path):
    for desk, quotes in (("sport", "straight"), ("culture", "curly")):
        (tmp_path / desk).mkdir()
        (tmp_path / desk / "house.toml").write_text(f'quotes = "{quotes}"')
    desks = {desk: str(tmp_path / desk / "house.toml") for desk in ("sport", "culture")}
    copies = Copies(Named("wire-us", desks), _start)
    try:
        told = copies.start(copies.make()).settings
    finally:
        copies.close()
    assert told["house"] == "wire-us"
    assert len(set(told["desks"].values())) == 2
    assert not set(told["desks"].values()) & set(desks.values())


def test_a_house_style_is_read_again(tmp_path):
    house = tmp_path / "desk.toml"
    house.write_text('quotes = "keep"\n')
    text = "He said \u201cyes\u201d."
    with serving("--workers", 1, "--house", house) as server:
        assert server.clean(text).json()["text"] == text
        house.write_text('quotes = "straight"\n')
        server.wait_for("configuration")
        assert server.clean(text).json()["text"] == 'He said "yes".'


def test_too_much_and_too_slow_say_so():
    long = {"text": SAMPLES[0].read_text("utf-8") * 200}
    with serving("--workers", 1, "--queue", 1, "--timeout", 0.6, "--max-text", 10**7) as server:
        assert server.clean().status_code == 200
        with ThreadPoolExecutor(4) as threads:
            asked = [
                threads.submit(httpx.post, f"{server.url}/v1/clean", json=long, timeout=SECONDS)
                for _ in range(4)
            ]
            statuses = sorted(answer.result().status_code for answer in asked)
        assert set(statuses) == {503, 504}
        end = time.monotonic() + SECONDS
        while server.client.get("/readyz").status_code == 503:  # until the next worker is there
            assert time.monotonic() < end
            time.sleep(0.05)
        assert server.clean().json()["text"] == GOOD
