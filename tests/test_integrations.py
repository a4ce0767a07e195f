"""The hooks of other systems: their signatures, and what comes back, without them installed."""

from __future__ import annotations

import inspect
import json
import sys
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.integrations import kafka, superdesk
from pipeline.integrations.replacing import replacements
from pipeline.text import Edit, Span, apply_edits, minimal_edit


def story(**more):
    return {
        "_id": object(),
        "language": "en",
        "slugline": "storm  Kiev",
        "headline": "Ferry to  Odessa stopped",
        "abstract": "<p>The ferry will not leave before  Wednesday.</p>",
        "body_html": "<p>Dynamo Kiev won in Kiev, said a fan.</p><p>Trains from Ki<b>ev</b> run.</p>",
        **more,
    }


AFTER = {
    "slugline": "storm  Kiev",
    "headline": "Ferry to Odesa stopped",
    "abstract": "<p>The ferry will not leave before Wednesday.</p>",
    "body_html": "<p>Dynamo Kiev won in Kyiv, said a fan.</p><p>Trains from Ky<b>iv</b> run.</p>",
}


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(superdesk.on_ingest, id="ingest, alone"),
        pytest.param(
            lambda item: superdesk.on_ingest(item, dest_desk_id=1, dest_stage_id=2, rule={}),
            id="ingest, as a rule calls it",
        ),
        pytest.param(
            lambda item: superdesk.on_translation(item, from_language="fr", to_language="en"),
            id="translation",
        ),
        pytest.param(superdesk.after_translation, id="after translation"),
        pytest.param(lambda item: superdesk.interactive(item, desk="d")[0], id="interactive"),
    ],
)
def test_a_macro_changes_the_item_in_place_and_returns_it(call):
    item = story()
    odd = item["_id"]
    assert call(item) is item
    assert {key: item[key] for key in AFTER} == AFTER
    assert item["_id"] is odd


def test_an_item_that_needs_nothing_is_left_alone():
    item = {"headline": "Bridge closed", "body_html": "<p>It is closed.</p>", "abstract": None}
    assert superdesk.interactive(dict(item)) == (item, {})
    assert superdesk.on_ingest({"type": "picture"}) == {"type": "picture"}


def test_a_form_with_kept_places_gets_its_neighbours_into_the_key():
    _, offered = superdesk.interactive(story())
    assert "Kiev" not in offered
    assert offered["Kiev,"] == "Kyiv,"
    assert offered["Kiev run."] == "Kyiv run."
    text = "Dynamo Kiev won in Kiev, said a fan. Trains from Kiev run."
    for old, new in offered.items():
        text = text.replace(old, new)
    assert text == "Dynamo Kiev won in Kyiv, said a fan. Trains from Kyiv run."


WORDS = st.lists(st.sampled_from(["Kiev", "in", "the", "fan,", "Kiev.", "a"]), min_size=1)


@given(WORDS, st.sets(st.integers(0, 20)))
@settings(max_examples=300)
def test_replacing_each_key_wherever_it_stands_does_offered_edits_and_no_more(words, chosen):
    text = " ".join(words)
    edits = []
    at = 0
    for number, word in enumerate(words):
        if number in chosen and word.startswith("Kiev"):
            edits.append(minimal_edit(text, at, at + 4, "Kyiv"))
        at += len(word) + 1
    offered = replacements(text, edits, [Span(0, len(text))])
    after = text
    for old, new in offered.items():
        after = after.replace(old, new)
    assert after == (apply_edits(text, edits) if offered else text)


def test_an_edit_that_cannot_be_told_from_a_kept_place_is_not_offered():
    text = "Kiev\nKiev"
    blocks = [Span(0, 4), Span(5, 9)]
    assert replacements(text, [Edit(Span(1, 3), "yi")], blocks) == {}


def test_the_state_of_the_editor_is_made_anew_where_superdesk_is(monkeypatch):
    calls = []
    utils = ModuleType("superdesk.editor_utils")
    utils.generate_fields = lambda item, fields, **more: calls.append((fields, more))
    monkeypatch.setitem(sys.modules, "superdesk", ModuleType("superdesk"))
    monkeypatch.setitem(sys.modules, "superdesk.editor_utils", utils)
    superdesk.on_ingest(story())
    assert calls == []
    superdesk.on_ingest(story(fields_meta={"body_html": {}}))
    assert calls == [(["headline", "abstract", "body_html"], {"force": True, "reload": True})]


def test_the_signatures_are_those_that_superdesk_calls():
    assert list(inspect.signature(superdesk.on_ingest).parameters)[:4] == [
        "item",
        "dest_desk_id",
        "dest_stage_id",
        "rule",
    ]
    assert list(inspect.signature(superdesk.on_translation).parameters)[:3] == [
        "item",
        "from_language",
        "to_language",
    ]
    assert list(superdesk.to_languages) == []


def test_the_spellchecker_gives_errors_in_utf_16_units():
    text = "\U0001f600 The talks  failed in Kiev, he said."
    errors = superdesk.Spellchecker().check(text, "en")["errors"]
    assert [(error["startOffset"], error["text"]) for error in errors] == [
        (7, "talks  failed"),
        (24, "Kiev"),
    ]
    assert [error["suggestions"] for error in errors] == [
        [{"text": "talks failed"}],
        [{"text": "Kyiv"}],
    ]
    units = text.encode("utf-16-le")
    for error in errors:
        start = 2 * error["startOffset"]
        assert units[start:].decode("utf-16-le").startswith(error["text"])
        assert error["message"]
        assert error["type"] in ("spelling", "grammar")


def test_the_spellchecker_suggests_and_is_there():
    checker = superdesk.Spellchecker()
    assert checker.suggest("Kiev", "en")["suggestions"] == [{"text": "Kyiv"}]
    assert checker.check("It is closed.") == {"errors": []}
    assert checker.available()


def test_vocabularies_and_rule_sets_are_read():
    vocabulary = {
        "_id": "replace_words",
        "items": [
            {"existing": "Kiev", "replacement": "Kyiv", "is_active": True},
            {"existing": "Odessa", "replacement": "Odesa", "is_active": False},
            {"existing": "same", "replacement": "same", "is_active": True},
        ],
    }
    assert superdesk.replaced_words(vocabulary) == {"Kiev": "Kyiv"}
    assert superdesk.replaced_words({"rules": [{"old": "a", "new": ""}]}) == {"a": ""}


def test_kafka_values_are_cleaned_and_tombstones_go_through():
    value = b'{"language":"en","headline":"Talks  failed","body_text":"In Kiev,  it is said."}'
    after = b'{"language":"en","headline":"Talks failed","body_text":"In Kyiv, it is said."}'
    assert kafka.cleaned_value(value) == after
    assert kafka.cleaned_value(after) == after
    for odd in (b"", b"\x00\x01\x02\x03", b"{broken"):
        assert kafka.cleaned_value(odd) == odd
    sent = []
    records = [SimpleNamespace(key=b"1", value=value), SimpleNamespace(key=b"2", value=None)]
    kafka.run(records, lambda key, found: sent.append((key, found)))
    assert sent == [(b"1", after), (b"2", None)]


FRENCH = {
    "headline": "Le maire parle  de Téhéran",
    "body_html": "<p>Le <b>ministre</b> a rejeté l'accord avec les syndicats hier.</p>",
}
TRANSLATED = {
    "headline": "The mayor speaks of Tehran",
    "body_html": "<p>The <b>minister</b> has rejected the agreement with the unions yesterday.</p>",
}


def test_superdesk_has_an_item_translated(packages):
    item = {**FRENCH, "language": "en", "slugline": "maire"}  # Superdesk sets the language first
    found = superdesk.translate(item, from_language="fr", to_language="en", models=packages)
    assert found is item
    assert item == {**TRANSLATED, "language": "en", "slugline": "maire"}
    assert superdesk.translate(dict(item), None, "en", models=packages) == item  # it is English
    assert superdesk.translate({**FRENCH, "language": "en"}, "fr", models=packages) == {
        **TRANSLATED,
        "language": "en",
    }


def test_superdesk_says_what_is_missing_to_translate(packages):
    item = {**FRENCH, "language": "it"}
    with pytest.raises(LookupError, match=r"from fr to it.* clean models add translate-en_it"):
        superdesk.translate(item, "fr", "it", models=packages)
    assert item == {**FRENCH, "language": "it"}
    with pytest.raises(LookupError, match="give to_language"):
        superdesk.translate(dict(FRENCH), "fr", models=packages)


def test_a_consumer_translates_and_cleans(packages):
    values = [json.dumps({**FRENCH, "language": "fr"}).encode(), b"<p>So  it is.</p>", None]
    sent = []
    records = [SimpleNamespace(key=b"k", value=value) for value in values]
    kafka.run(records, lambda key, value: sent.append(value), to="en", models=packages)
    assert json.loads(sent[0]) == {**TRANSLATED, "language": "fr"}
    assert sent[1:] == [b"<p>So it is.</p>", None]
    assert kafka.cleaned_value(values[0], to="en", models=packages) == sent[0]
    assert kafka.cleaned_value(values[0], to="it", models=packages) == values[0]
