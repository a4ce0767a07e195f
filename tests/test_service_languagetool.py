"""LanguageTool's interface: its client, its offsets, its annotated text."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import clean_text, load_plan
from pipeline.service.annotated import Annotated
from pipeline.service.asks import RefusedError
from pipeline.service.languagetool import KINDS, check, matches
from serving import BAD, SAMPLES, SECONDS

# The issue types that Superdesk knows; it drops a match with any other.
SUPERDESK = (
    "misspelling whitespace other grammar characters typographical locale-violation"
).split()
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
