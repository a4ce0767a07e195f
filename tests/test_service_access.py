"""Who is admitted to the service, what is refused, and what it says of itself."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import sys

import pytest

from pipeline.bench.load import Client, at_rate, closed_loop
from pipeline.cli.clean import main
from pipeline.service.config import Config
from pipeline.service.server import _listener
from serving import BAD, serving

KEY = "the-key-of-the-desk-1"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    keys = tmp_path_factory.mktemp("keys") / "keys"
    keys.write_text(f"# the desk\n{KEY}\n")
    options = (
        "--keys",
        keys,
        "--cors",
        "https://desk.example",
        "--max-body",
        2000,
        "--timeout",
        0.5,
    )
    with serving("--workers", 1, "--max-text", 1900, *options) as running:
        yield running


ADMITTED = [
    ("/v1/clean", {"json": {"text": "a"}, "headers": {"Authorization": f"Bearer {KEY}"}}, 200),
    ("/v1/clean", {"json": {"text": "a"}, "headers": {"X-API-Key": KEY}}, 200),
    ("/translate", {"data": {"q": "a", "source": "en", "target": "en", "api_key": KEY}}, 200),
    ("/v2/check", {"data": {"text": "a", "language": "en", "apiKey": KEY}}, 200),
    ("/v1/clean", {"json": {"text": "a"}}, 401),
    ("/v1/clean", {"json": {"text": "a", "api_key": KEY}}, 401),
    ("/v1/clean?api_key=" + KEY, {"json": {"text": "a"}}, 401),
    ("/v1/clean", {"json": {"text": "a"}, "headers": {"X-API-Key": KEY[:-1]}}, 401),
    ("/v2/check", {"data": {"text": "a", "language": "en"}}, 403),
    ("/translate", {"data": {"q": "a", "source": "en", "target": "en"}}, 403),
]


@pytest.mark.parametrize("path, request_, status", ADMITTED)
def test_keys_decide_who_is_admitted(guarded, path, request_, status):
    assert guarded.client.post(path, **request_).status_code == status


@pytest.mark.parametrize("host, status", [("localhost", 200), ("[::1]:1", 200), ("a.example", 403)])
def test_without_keys_only_this_machine_is_served(server, host, status):
    answer = server.client.post("/v1/clean", json={"text": "a"}, headers={"Host": host})
    assert answer.status_code == status


def test_probes_need_no_key_and_figures_do(guarded):
    for path in ("/livez", "/readyz", "/health", "/v2/healthcheck", "/openapi.json"):
        assert guarded.client.get(path).status_code == 200
    assert guarded.client.get("/metrics").status_code == 401
    assert guarded.client.get("/v1/glossary/en").status_code == 401


def test_other_origins_are_named(guarded, server):
    for running, expected in ((guarded, "https://desk.example"), (server, None)):
        answer = running.client.get("/livez", headers={"Origin": "https://desk.example"})
        assert answer.headers.get("access-control-allow-origin") == expected
    other = guarded.client.get("/livez", headers={"Origin": "https://other.example"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    "path, fields, status",
    [
        ("/v1/clean", {"text": "a" * 3000}, 413),
        ("/v2/check", {"text": "a" * 3000}, 413),
        ("/translate", {"q": "a" * 3000}, 400),
    ],
)
def test_a_long_body_is_refused(guarded, path, fields, status):
    headers = {"X-API-Key": KEY}
    assert guarded.client.post(path, json=fields, headers=headers).status_code == status
    chunks = (b"a" * 500 for _ in range(9))
    assert guarded.client.post(path, content=chunks, headers=headers).status_code == status


@pytest.mark.parametrize(
    "args, said",
    [
        (["--host", "0.0.0.0"], "name their keys with --keys FILE"),  # noqa: S104 - refused
        (["--keys", "none"], "cannot be read"),
        (["--keys", "empty"], "no key inside"),
        (["--keys", "short"], "line 1: shorter than 16"),
        (["--keys", "short", "--no-key"], "take one"),
        (["--port", "65536"], "expected 0 to 65535"),
        (["--timeout", "0"], "expected a number above 0"),
        (["--desk", "sport"], "write NAME=HOUSE"),
        (["--house", "nowhere", "--port", "0"], "house nowhere"),
        (["--glossary", "nowhere", "--port", "0"], "nowhere: no such folder"),
        (["--upstream", "file:///etc/passwd", "--port", "0"], "expected an address"),
        (["--upstream-key", "short"], "belongs to --upstream"),
        (["--models", "nowhere"], "--models nowhere: no such folder"),
        (["--models", ".", "--upstream", "http://host"], "take one"),
    ],
)
def test_what_cannot_be_served_is_refused(tmp_path, monkeypatch, capsys, args, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").write_text("# none\n")
    (tmp_path / "short").write_text("abc\n")
    assert main(["serve", *args]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "abc" not in err


def test_answers_do_not_wait_for_more():
    with _listener(Config(port=0)) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # or asyncio leaves Nagle's algorithm on


def test_what_is_not_installed_is_named(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "pipeline.service.server")
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve"]) == 2
    assert "install translation-cleanup[service]" in capsys.readouterr().err


def test_a_port_that_is_taken_is_named(server, capsys):
    port = server.url.rpartition(":")[2]
    assert main(["serve", "--port", port]) == 2
    assert f"127.0.0.1:{port} cannot be listened at" in capsys.readouterr().err


def test_the_log_has_ids_and_sizes_and_no_text(server, guarded):
    server.clean("The  secretary said .").headers["x-request-id"]
    answer = server.client.post(
        "/v1/clean", json={"text": "Resigned  ."}, headers={"X-Request-ID": "desk-42"}
    )
    assert answer.headers["x-request-id"] == "desk-42"
    entry = server.wait_for("request", id="desk-42")
    assert {
        "route": "/v1/clean",
        "id": "desk-42",
        "status": 200,
        "characters": 11,
    }.items() <= entry.items()
    for running in (server, guarded):
        log = "".join(running.lines)
        assert "secretary" not in log
        assert "Resigned" not in log
        assert "talks" not in log
        assert KEY not in log


def test_figures_have_no_label_that_grows(server):
    def labels():
        page = server.client.get("/metrics").text
        assert "clean_workers 1" in page
        return {line.rpartition(" ")[0] for line in page.splitlines() if not line.startswith("#")}

    server.client.get("/a")
    labels()
    before = labels()
    for number in range(5):
        server.client.get(f"/{number}?q={number}")
        server.client.get(f"/v1/rules/{number}")
    server.client.get("/metrics")
    new = {line for line in labels() - before if "/v1/rules/*" not in line}
    assert new == set()
    assert re.search(r'clean_request_seconds_bucket{route="/v1/clean",le="\+Inf"} [1-9]', "".join(
        f"{line}\n" for line in server.client.get("/metrics").text.splitlines()))  # fmt: skip


def test_the_load_generator_counts_what_it_sends(server):
    async def run():
        client = Client(int(server.url.rpartition(":")[2]), "/v1/clean")
        good, bad = json.dumps({"text": BAD, "lang": "en"}).encode(), b"{}"
        closed = await closed_loop(client, [good] * 5 + [bad], 2)
        timed = await at_rate(client, [good], 50, 0.2, even=False)
        await client.close()
        return closed, timed

    closed, timed = asyncio.run(run())
    assert (closed.sent, len(closed.seconds), closed.errors) == (6, 5, ["400"])
    assert (timed.sent, len(timed.seconds), timed.errors) == (10, 10, [])
    assert 0 < timed.percentile(50) <= timed.percentile(99) <= max(timed.seconds)
