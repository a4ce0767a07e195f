"""The native interface of the service, as its clients see it, and its description."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline import Source, clean, clean_text, load_plan
from pipeline.result import undo_report
from pipeline.service.asks import RefusedError, clean_ask, fields_of
from pipeline.service.config import Config
from pipeline.service.front import route_of
from pipeline.service.openapi import document
from serving import BAD, SAMPLES

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
