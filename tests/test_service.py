"""The service, as its clients see it: a real server on a free port of this machine."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline import Source, clean, clean_text, load_plan
from pipeline.bench.load import Client, at_rate, closed_loop
from pipeline.cli.clean import main
from pipeline.result import undo_report
from pipeline.service.annotated import Annotated
from pipeline.service.asks import RefusedError, clean_ask, fields_of
from pipeline.service.config import Config
from pipeline.service.front import route_of
from pipeline.service.languagetool import KINDS, check, matches
from pipeline.service.openapi import document
from pipeline.service.server import _listener, _start
from pipeline.workers.reload import Copies, Named

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*-en/*/mt.txt"))[:4]
BAD, GOOD = "The talks  failed .", "The talks failed."
KEY = "the-key-of-the-desk-1"
SECONDS = 30.0
HEADER = "id,preferred,variants,type,case,action,status\n"
# The issue types that Superdesk knows; it drops a match with any other.
SUPERDESK = (
    "misspelling whitespace other grammar characters typographical locale-violation"
).split()


# `clean serve` that looks at its files more often.
PROGRAM = """
import sys
from dataclasses import replace
from pipeline.cli.clean import main
from pipeline.service import command
make_config = command.make_config
command.make_config = lambda options: replace(make_config(options), reload_every=0.1)
sys.exit(main())
"""


class Server:
    """A running `clean serve`, what it logs, and a client for it."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "serve", "--port", "0", *map(str, options)],
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        port = self.wait_for("listening")["port"]
        self.url = f"http://127.0.0.1:{port}"
        self.client = httpx.Client(base_url=self.url, timeout=SECONDS)

    def _read(self):
        with self.process.stderr as stream:
            for line in stream:
                self.lines.append(line)

    @property
    def log(self):
        return [json.loads(line) for line in list(self.lines)]

    def wait_for(self, event, count=1):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            found = [entry for entry in self.log if entry["event"] == event]
            if len(found) >= count:
                return found[-1]
            assert self.process.poll() is None, self.lines
            time.sleep(0.02)
        raise AssertionError(f"no {event} in {self.lines}")

    def workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def clean(self, text=BAD, **fields):
        return self.client.post("/v1/clean", json={"text": text, "lang": "en", **fields})

    def close(self):
        self.client.close()
        self.process.terminate()
        try:
            self.process.wait(SECONDS)
        finally:
            self.process.kill()
            self._reader.join(SECONDS)


@contextmanager
def serving(*options):
    server = Server(*options)
    try:
        yield server
    finally:
        server.close()


@pytest.fixture(scope="module")
def server():
    with serving("--workers", "1", "--desk", "wire=wire-us") as running:
        yield running


# The native interface

NAMES = st.sampled_from(
    "text item items q source target language data srctext annotation lang fields mode decisions "
    "format desk report motherTongue date markup".split()
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_it_answers_what_the_library_does(server, path):
    text = path.read_text("utf-8")
    answer = server.clean(text, source_lang="fr").json()
    result = clean_text(text, lang="en", source_lang="fr")
    assert answer["text"] == result.text
    assert answer["findings"] == json.loads(result.to_json())["findings"]
    assert answer["signature"] == result.signature
    assert answer["changed"] is result.changed


def test_findings_may_be_asked_for_alone(server):
    answer = server.clean(mode="suggest").json()
    assert (answer["text"], answer["changed"]) == (BAD, False)
    assert [finding["applied"] for finding in answer["findings"]] == [False, False]


def test_suggestions_may_be_applied(server):
    text = SAMPLES[0].read_text("utf-8")
    expected = clean(Source(text, "en"), load_plan(suggest=True)).text
    assert server.clean(text, apply_suggestions=True).json()["text"] == expected
    assert expected != clean_text(text, lang="en").text


ITEM = r"""{"headline" : "Mr  Smith", "n": [1.50, 1e400, 12345678901234567890.0],
    "text":"He  said \u00e9\ud83d\ude00 so .", "a": null, "a": {"text": "x  y"}}"""


@pytest.mark.parametrize("batch", [False, True])
def test_an_object_comes_back_as_it_was_written(server, batch):
    written = f' {{ "lang":"en", "item": {ITEM} }} '
    if batch:
        answer = server.client.post("/v1/clean/batch", content=f'{{"items": [{written}]}}')
    else:
        answer = server.client.post("/v1/clean", content=written)
    expected = ITEM.replace("Mr  Smith", "Mr Smith").replace("He  said", "He said")
    assert expected.replace(" so .", " so.") in answer.text
    values = answer.json()["items"][0] if batch else answer.json()
    assert {finding["segment"] for finding in values["findings"]} == {"line 1"}


def test_the_report_undoes(server):
    answer = server.clean(report=True).json()
    assert undo_report(answer["reports"][0], answer["text"]) == BAD


def test_decisions_are_replayed(server):
    finding = server.clean().json()["findings"][0]
    decision = {"rule": finding["rule"], "span": finding["span"], "verdict": "reject"}
    assert server.clean(decisions=[decision]).json()["text"] == "The talks  failed."


def test_a_desk_has_its_house_style(server):
    text = "He said “yes” and it’s so. She said “no”."
    signatures = {server.clean(text, desk=desk).json()["signature"] for desk in ("wire", "")}
    assert len(signatures) == 2
    assert "wire" in server.clean(text, desk="sport").json()["detail"]


@pytest.mark.parametrize("text", ["", "\ud800 half  a pair", "\x00  \x1b", "\u202e" * 50, "a\r\nb"])
def test_no_text_is_too_odd(server, text):
    body = json.dumps({"text": text, "lang": "en"}).encode()
    answer = server.client.post("/v1/clean", content=body)
    assert answer.status_code == 200
    assert answer.json()["text"] == clean_text(text, lang="en").text


def test_a_batch_is_answered_in_its_order(server):
    items = [{"text": f"Number {n}  ."} for n in range(12)]
    items[3], items[7] = {"txt": "a"}, "b"
    answers = server.client.post("/v1/clean/batch", json={"items": items}).json()["items"]
    texts = [answer.get("text") for answer in answers]
    assert texts == [None if n in (3, 7) else f"Number {n}." for n in range(12)]
    assert "unknown field 'txt'" in answers[3]["error"]["detail"]
    assert answers[7]["error"] == {"status": 400, "detail": "found 'b', expected a JSON object"}


REFUSED = [
    ({}, "expected either text, a string, or item"),
    ({"text": "a", "item": {}}, "expected either text, a string, or item"),
    ({"text": 5}, "text is 5, expected a string"),
    ({"item": [1]}, "item is [1], expected a JSON object"),
    ({"text": "a", "langs": "en"}, "unknown field 'langs'"),
    ({"text": "a", "lang": "english!"}, "expected a BCP 47 tag"),
    ({"text": "a", "date": "tomorrow"}, "expected a day such as"),
    ({"text": "a", "mode": "undo"}, "expected one of apply, suggest"),
    ({"text": "a", "report": "yes"}, "expected true or false"),
    ({"text": "a", "fields": "body"}, "expected a list of strings"),
    ({"text": "a", "format": "pdf"}, "expected one of auto"),
    ({"text": "a", "decisions": [{"rule": "a", "span": [2, 1], "verdict": "reject"}]}, "a list of"),
    ({"item": {}, "format": "markdown"}, "format is markdown, and an item is JSON"),
    ({"item": {"n": float("nan")}}, "NaN is no JSON value"),
    ({"text": "a" * 200_001}, "200001 characters, at most 200000"),
]


@pytest.mark.parametrize("fields, said", REFUSED, ids=[said for _, said in REFUSED])
def test_what_is_wrong_is_said(fields, said):
    with pytest.raises(RefusedError, match=re.escape(said)):
        clean_ask(json.dumps(fields), {}, 200_000)


def test_a_refusal_is_a_problem_document(server):
    answer = server.clean(lang="tlh")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("lang is 'tlh', which is no known locale")


@pytest.mark.parametrize("body", [b"", b"[1]", b"text=a", b'{"text": ', b'{"a": "\xff"}'])
def test_a_body_that_is_no_object_is_refused(server, body):
    assert server.client.post("/v1/clean", content=body).status_code == 400


def test_rules_and_rows_can_be_read(server):
    rules = server.client.get("/v1/rules").json()["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in load_plan().ruleset.rules]
    french = server.client.get("/v1/rules", params={"lang": "fr"}).json()["rules"]
    assert 0 < len(french) < len(rules)
    assert server.client.get("/v1/rules/spacing.double").json()["why"]
    rows = server.client.get("/v1/glossary/en", params={"q": "KIEV", "limit": 1}).json()
    assert rows["rows"][0]["preferred"] == "Kyiv"
    every = server.client.get("/v1/glossary/en", params={"limit": 2, "offset": 1}).json()
    assert (every["offset"], len(every["rows"])) == (1, 2)
    assert server.client.get("/v1/glossary").json()["languages"]["en"] == every["total"]
    assert server.client.get("/v1/glossary/en/place.kyiv").json()["total"] >= 1


@pytest.mark.parametrize(
    "path, status",
    [
        ("/v1/rules/no.such", 404),
        ("/v1/glossary/xx", 404),
        ("/v1/glossary/en/no", 404),
        ("/v1/glossary/en?limit=-1", 400),
        ("/v1/glossary/en?limit=5000", 400),
        ("/v1/rules?lang=tlh", 400),
        ("/nowhere", 404),
        ("/v1/clean", 405),
    ],
)
def test_what_is_not_there_says_so(server, path, status):
    answer = server.client.get(path)
    assert (answer.status_code, answer.json()["status"]) == (status, status)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(NAMES, inside, max_size=4),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    path=st.sampled_from(["/v1/clean", "/v1/clean/batch", "/v2/check", "/translate", "/detect"]),
    body=st.binary(max_size=40)
    | st.dictionaries(NAMES, JSON).map(lambda v: json.dumps(v).encode()),
)
def test_no_request_is_a_defect(server, path, body):
    answer = server.client.post(path, content=body)
    assert answer.status_code in (200, 400)


# The description


def requests_of(described):
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield pytest.param(path, method, operation, id=f"{method} {path}")


DESCRIBED = document(Config())


@pytest.mark.parametrize("path, method, operation", list(requests_of(DESCRIBED)))
def test_every_example_of_the_description_is_answered_as_described(server, path, method, operation):
    query = {}
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", parameter["example"])
        else:
            query[parameter["name"]] = parameter["example"]
    content = operation.get("requestBody", {}).get("content", {})
    body = {}
    for label, media in content.items():
        body = {"json" if label == "application/json" else "data": media["example"]}
        validate(media["schema"], media["example"])
    answer = server.client.request(method, path, params=query, **body)
    assert answer.status_code == 200
    label = answer.headers["content-type"].partition(";")[0]
    schema = operation["responses"]["200"]["content"][label]["schema"]
    validate(schema, answer.json() if label == "application/json" else answer.text)


def validate(schema, value):
    Draft202012Validator({**schema, "components": DESCRIBED["components"]}).validate(value)


def test_the_description_names_every_path(server):
    described = server.client.get("/openapi.json").json()
    assert described == DESCRIBED
    for path in described["paths"]:
        assert route_of(re.sub(r"{\w+}", "x", path)) != "other"


# LanguageTool

CLIENT = """
import json, sys
import language_tool_python as client
from language_tool_python.utils import correct
tool = client.LanguageTool("en-GB", remote_server=sys.argv[1])
found = []
for text in json.load(sys.stdin):
    matches = tool.check(text)
    found.append([correct(text, matches), [[m.offset, m.rule_issue_type] for m in matches]])
print(json.dumps(found))
"""


def test_the_client_of_languagetool_gets_the_cleaned_text(server):
    # A process of its own: the client is under the GPL, and this project is not.
    texts = [BAD, "\U0001f600 In Kiev \U0001f600\U0001f600 the talks  failed .", "All is well."]
    ran = subprocess.run(
        [sys.executable, "-c", CLIENT, server.url],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    found = json.loads(ran.stdout)
    assert [text for text, _ in found] == [clean_text(text, lang="en-GB").text for text in texts]
    assert found[1][0] != texts[1]
    assert [offset for offset, _ in found[1][1]] == [
        texts[1].index(w) for w in ("Kiev", "  ", "failed")
    ]
    assert found[2][1] == []


def test_a_form_that_is_labelled_as_json_is_read(server):
    answer = server.client.post(
        "/v2/check",
        content=b"text=The+talks++failed+.&language=auto&preferredVariants=en-GB%2Cde-AT",
        headers={"Content-Type": "application/json"},
    ).json()
    assert [match["offset"] for match in answer["matches"]] == [9, 11]
    assert answer["software"]["apiVersion"] == 1
    assert answer["warnings"] == {"incompleteResults": False}


def in_units(text):
    return text.encode("utf-16-le", "surrogatepass")


def replaced(sent, found):
    """Take the first replacement of each match that is no hint, as an editor's plug-in does."""
    units = in_units(sent)
    for match in reversed(found):
        if match["type"]["typeName"] != "Hint":
            start, end = 2 * match["offset"], 2 * (match["offset"] + match["length"])
            units = units[:start] + in_units(match["replacements"][0]["value"]) + units[end:]
    return units.decode("utf-16-le", "surrogatepass")


def checked(**asked):
    return json.loads(check({"language": "en", **asked}, load_plan()).body)["matches"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("emoji", ["", "\U0001f1fa\U0001f1e6 "])
def test_taking_every_replacement_gives_the_cleaned_text(path, emoji):
    text = path.read_text("utf-8").replace("the ", f"{emoji}the ")
    assert replaced(text, checked(text=text)) == clean_text(text, lang="en").text


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aB.,  \u201c\u201d\"'\n\U0001f600Kiev30%é"), max_size=60))
def test_replacements_of_any_text_give_the_cleaned_text(text):
    found = matches(clean_text(text, lang="en"))
    spans = [match.span for match in found if not match.hint]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(len(match.span) for match in found if text)
    if text:
        assert replaced(text, checked(text=text)) == clean_text(text, lang="en").text


def test_a_match_has_all_that_clients_read():
    for match in checked(text="In Kiev the  talks failed. He said he said so."):
        assert match["rule"]["issueType"] in SUPERDESK
        assert match["rule"]["category"]["id"]
        assert match["rule"]["description"]
        context = match["context"]
        assert context["text"][context["offset"] :][: context["length"]]
        assert match["sentence"].startswith(("In Kiev", "He said"))


def test_every_pass_has_a_kind_of_match():
    stages = {rule.stage for rule in load_plan().ruleset.rules}
    assert stages <= set(KINDS)
    assert {issue for issue, _, _ in KINDS.values()} <= set(SUPERDESK)


def test_offsets_of_annotated_text_count_the_markup():
    data = json.dumps(
        {
            "annotation": [
                {"markup": "<p>", "interpretAs": "\n\n"},
                {"text": "\U0001f600 The talks  failed "},
                {"markup": "<b>"},
                {"text": "in Kiev"},
                {"markup": "</b>"},
                {"text": "."},
            ]
        }
    )
    sent = "<p>\U0001f600 The talks  failed <b>in Kiev</b>."
    assert Annotated.read(data).sent == sent
    found = checked(data=data)
    assert replaced(sent, found) == "<p>\U0001f600 The talks failed <b>in Kyiv</b>."


def test_what_lies_across_markup_is_shown_and_not_replaced():
    parts = [{"text": "In Ki"}, {"markup": "<b>"}, {"text": "ev the talks failed."}]
    (match,) = checked(data=json.dumps({"annotation": parts}))
    assert (match["offset"], match["length"], match["replacements"]) == (3, 7, [])


def test_what_markup_stands_for_is_never_edited():
    parts = [{"text": "He "}, {"markup": "\\cite{x}", "interpretAs": "Kiev  ."}, {"text": " won."}]
    sent = "He \\cite{x} won."
    found = checked(data=json.dumps({"annotation": parts}))
    assert "\\cite{x}" in replaced(sent, found)


@pytest.mark.parametrize(
    "data",
    ["", "{", "[]", '{"annotation": 1}', '{"annotation": [{"text": 1}]}', '{"annotation": ["a"]}'],
)
def test_annotations_that_cannot_be_read_are_refused(data):
    with pytest.raises(RefusedError, match="data"):
        Annotated.read(data)


def test_the_source_sentence_is_used():
    text = "Il a plu hier soir sur la ville entiere."
    alone = checked(text=text)
    beside = checked(text=text, srctext=text, motherTongue="fr")
    assert alone != beside


def test_rules_can_be_switched_off(server):
    def rules(**fields):
        data = {"text": BAD, "language": "en", **fields}
        found = server.client.post("/v2/check", data=data).json()["matches"]
        return [match["rule"]["id"] for match in found]

    both = ["spacing.double", "spacing.before_mark"]
    assert sorted(rules()) == sorted(both)
    assert rules(disabledRules="spacing.double") == both[1:]
    assert rules(enabledRules="spacing.double", enabledOnly="true") == both[:1]
    assert rules(disabledCategories="TYPOGRAPHY") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "a"},
        {"language": "en"},
        {"text": "a", "language": "tlh"},
        {"text": "a", "data": "{}", "language": "en"},
    ],
)
def test_languagetool_says_errors_in_plain_text(server, fields):
    answer = server.client.post("/v2/check", data=fields)
    assert answer.status_code == 400
    assert answer.text.startswith("Error: ")
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_check_may_be_a_query(server):
    answer = server.client.get("/v2/check", params={"text": BAD, "language": "en-US"}).json()
    assert answer["language"]["code"] == "en-US"
    assert len(answer["matches"]) == 2


def test_the_health_of_languagetool(server):
    assert server.client.get("/v2/healthcheck").text == "OK"
    codes = server.client.get("/v2/languages").json()
    assert {"name": "British English", "code": "en", "longCode": "en-GB"} in codes


# LibreTranslate


def test_the_client_of_libretranslate_gets_the_cleaned_text(server):
    from libretranslatepy import LibreTranslateAPI

    client = LibreTranslateAPI(server.url)
    assert client.translate(BAD, "en", "en-GB") == GOOD
    assert client.detect("The minister said that the talks had failed.")[0]["language"] == "en"
    english = next(entry for entry in client.languages() if entry["code"] == "en")
    assert english == {"code": "en", "name": "English", "targets": ["en"]}


def test_texts_may_come_as_a_list_and_in_an_unnamed_language(server):
    text = "The minister  said that the talks had failed."
    asked = {"q": [text, text], "source": "auto", "target": "en", "alternatives": 1}
    answer = server.client.post("/translate", json=asked).json()
    assert answer["translatedText"] == [text.replace("  ", " ")] * 2
    assert [entry["language"] for entry in answer["detectedLanguage"]] == ["en", "en"]
    assert answer["alternatives"] == [[], []]


def test_half_a_character_passes(server):
    text = "He said \ud800  so."
    asked = json.dumps({"q": [text], "source": "en", "target": "en"})
    answer = server.client.post("/translate", content=asked.encode())
    assert answer.json()["translatedText"] == [clean_text(text, lang="en").text]


def test_what_is_in_no_language_is_cleaned(server):
    asked = {"q": "1  2", "source": "auto", "target": "en"}
    answer = server.client.post("/translate", data=asked).json()
    assert answer["translatedText"] == "1 2"
    assert answer["detectedLanguage"] == {"confidence": 0.0, "language": "und"}


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"source": "en", "target": "en"}, "missing q"),
        ({"q": "a", "target": "en"}, "missing source"),
        ({"q": 5, "source": "en", "target": "en"}, "expected text or a list"),
        ({"q": "a", "source": "e!", "target": "en"}, "expected a language code"),
        ({"q": "a", "source": "en", "target": "en", "format": "pdf"}, "not supported"),
        ({"q": "a", "source": "fr", "target": "en"}, "fr is not translated to en here"),
        ({"q": "a", "source": "tlh", "target": "tlh"}, "no known locale"),
        ({"q": "a" * 200_001, "source": "en", "target": "en"}, "at most 200000"),
    ],
)
def test_libretranslate_says_errors_in_json(server, fields, said):
    answer = server.client.post("/translate", json=fields)
    assert answer.status_code == 400
    assert said in answer.json()["error"]


class Upstream(BaseHTTPRequestHandler):
    """Speaks as much LibreTranslate as the service asks of an upstream."""

    asked: list = []  # noqa: RUF012 - one server at a time

    def do_GET(self):
        self._answer(200, [{"code": "fr", "name": "French", "targets": ["en", "fr"]}])

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(asked)
        if asked["source"] == "de":
            self._answer(400, {"error": "de is not supported"})
            return
        translated = [f"The talks  of {text} failed ." for text in asked["q"]]
        self._answer(200, {"translatedText": translated})

    def _answer(self, status, values):
        body = json.dumps(values).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def upstream():
    with ThreadingHTTPServer(("127.0.0.1", 0), Upstream) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def test_other_pairs_are_translated_upstream_and_cleaned(tmp_path):
    (tmp_path / "key").write_text("secret\n")
    with (
        upstream() as url,
        serving("--workers", 1, "--upstream", url, "--upstream-key", tmp_path / "key") as server,
    ):
        fields = {"q": "Kiev", "source": "fr", "target": "en"}
        answer = server.client.post("/translate", data=fields)
        assert answer.json() == {"translatedText": "The talks of Kyiv failed."}
        sent = {"q": ["Kiev"], "source": "fr", "target": "en", "format": "text"}
        assert Upstream.asked == [{**sent, "api_key": "secret"}]
        french = [e for e in server.client.get("/languages").json() if e["code"] == "fr"]
        assert french[0]["targets"] == ["en", "fr"]
        refused = server.client.post("/translate", data={**fields, "source": "de"})
        assert refused.status_code == 500
        assert "de is not supported" in refused.json()["error"]
        assert "secret" not in "".join(server.lines)


def test_a_translation_that_takes_too_long_is_answered_and_the_next_one_is_made(packages):
    long = " ".join(["Le maire de la ville a rejeté l'accord avec le président."] * 6000)
    fields = {"source": "fr", "target": "en", "format": "text"}
    more = ("--max-text", 10**6, "--max-body", 10**7, "--timeout", 1.5)
    with serving("--workers", 1, "--models", packages, *more) as server:
        server.client.post("/translate", json={**fields, "q": "Le maire parle."})
        started = time.monotonic()
        late = server.client.post("/translate", json={**fields, "q": long})
        assert time.monotonic() - started < 5
        assert late.status_code == 500
        assert late.json() == {"error": "the translation took longer than 1.5 seconds"}
        for _ in range(20):
            after = server.client.post("/translate", json={**fields, "q": "Le maire parle."})
            if after.status_code == 200:
                break
            assert after.status_code in (429, 500)
        assert after.json() == {"translatedText": "The mayor speaks."}
        assert not [line for line in server.lines if "defect" in line or "exception" in line]


def test_installed_packages_translate_and_the_result_is_cleaned(packages):
    with serving("--workers", 1, "--models", packages) as server:

        def ask(**fields):
            return server.client.post("/translate", json={"source": "fr", "target": "en", **fields})

        assert ask(q="Le maire parle de Téhéran.").json() == {
            "translatedText": "The mayor speaks of Tehran."
        }
        page = "<p>Le <b>maire</b> parle  de la ville.</p>"
        assert ask(q=[page], format="html").json() == {
            "translatedText": ["<p>The <b>mayor</b> speaks of the city.</p>"]
        }
        german = ask(q="Le maire parle.", target="de").json()
        assert german == {"translatedText": "Der Bürgermeister spricht."}
        found = ask(
            q="Le ministre a rejeté l'accord avec les syndicats hier.", source="auto"
        ).json()
        assert (
            found["translatedText"]
            == "The minister has rejected the agreement with the unions yesterday."
        )
        assert found["detectedLanguage"]["language"] == "fr"
        refused = ask(q="Il sindaco parla.", source="it")
        assert refused.status_code == 400
        assert "no Argos package translates from it to en" in refused.json()["error"]
        targets = {e["code"]: e["targets"] for e in server.client.get("/languages").json()}
        assert targets["fr"] == ["de", "en", "fr"]
        assert targets["it"] == ["it"]
        assert "maire" not in "".join(server.lines)


# Keys, limits, logs


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
    entry = server.wait_for("request")
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


# What may go wrong while it runs


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


@pytest.mark.parametrize(
    "body, label, expected",
    [
        (b"a=1&b=%20", "", {"a": "1", "b": " "}),
        (b'{"a": 1}', "text/plain", {"a": 1}),
        (b"", "", {}),
        (b"a=", "", {"a": ""}),
    ],
)
def test_fields_are_read_whatever_the_label(body, label, expected):
    assert fields_of(body, "", label) == expected


@pytest.mark.parametrize("body, label", [(b"\xff", ""), (b"{", ""), (b"x", "multipart/form-data")])
def test_bodies_that_cannot_be_read_are_refused(body, label):
    with pytest.raises(RefusedError):
        fields_of(body, "", label)
