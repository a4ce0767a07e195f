"""The promises of DESIGN: on samples, on generated text, and against rules that misbehave."""

from __future__ import annotations

import pkgutil
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import pipeline
from pipeline import Decision, Plan, Result, Source, clean, clean_text, load_plan
from pipeline.finding import Finding, Safety, resolve
from pipeline.load import read_rules
from pipeline.plan import RuleSet
from pipeline.result import undo_report
from pipeline.rule import Rule
from pipeline.text import Edit, Span

# Generated cases take constants from the modules that are loaded: they are all loaded here, so that
# the cases do not depend on which tests ran before.
for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
    if not module.name.endswith("__main__"):
        import_module(module.name)

SAMPLES = Path(__file__).parent.parent / "samples"
PLAN = load_plan()
EAGER = load_plan(suggest=True)


@cache
def texts() -> tuple[str, ...]:
    found = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*/*/mt.txt"))]
    found += [example.text for rule in read_rules() for example in rule.examples]
    return tuple(found)


# Pieces that rules care about, thrown together: the worst articles there can be.
PIECES = st.sampled_from(
    [
        *"\"'“”‘’«»„‚‹› .,;:!?()[]-–—%€$\n",
        "\n\n",
        "\r\n",
        "  ",
        " \u00a0",
        "\u202f",
        "Kiev",
        "kyiv's",
        "KIEV",
        "https://example.org/Kiev?x=1",
        "@kiev",
        "#Kiev",
        "Dynamo Kiev",
        "the the",
        "1.200,50",
        "30 000",
        "12,5 %",
        "10 €",
        "15h30",
        "14. September",
        "tactics",
        "nuclear weapons",
        "a strike",
        "said",
        "monday",
        "&quot;",
        "&amp;amp;",
        "cafÃ©",
        "End of inadmissibility",
        "6' 2\"",
        "’90s",
        "<unk>",
        "▁the",
        "М",
        "é",
        "e\u0301",
        "\u200b",
        "\x00",
        "\x85",
        "\ud800",
        "🇺🇦",
        "שלום",
        "مرحبا",
        "你好。",
        "Er sagte",
        "il a dit :",
    ]
)
ARTICLES = st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join)
LANGS = st.sampled_from([None, "en", "fr", "de", "es", "ru", "uk", "pl", "zh", "ar"])
MARKS = st.lists(st.sampled_from("\"'“”‘’«»„‚‹› .,ab"), max_size=14).map("".join)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def holds_all_promises(result: Result, plan: Plan) -> None:
    source = result.source
    assert not result.stopped
    assert not result.failures
    assert result.undo() == source.text
    assert undo_report(result.to_dict(), result.text) == source.text
    again = clean(replace(source, text=result.text), plan)
    assert again.text == result.text, [f.rule for f in again.applied]
    assert bool(result.applied) == result.changed
    for finding in result.findings:
        assert finding.message
        assert finding.before == finding.span.of(source.text)


@FUZZ
@given(ARTICLES, LANGS)
def test_promises_hold_on_generated_text(text: str, lang: str | None) -> None:
    holds_all_promises(clean(Source(text, lang), PLAN), PLAN)


@FUZZ
@given(MARKS, st.sampled_from(["en", "fr", "de", "es", "pl", "da", "sv", "cs", "it", "ru"]))
@example('"."€«', "de")
@example('.«"."€“', "de")
@example("— „„.’\"',,’", "es")
@example('"’„,— „»,‘«»', "pl")
@example("‘’‘“1„›‚»„„‘.„", "fr")
@example("»B‹”›1›„", "da")
@example("He said «no» and „yes « or ” no.", "en")
def test_promises_hold_on_any_marks(text: str, lang: str) -> None:
    holds_all_promises(clean(Source(text, lang), PLAN), PLAN)


@FUZZ
@given(ARTICLES)
def test_promises_hold_with_suggestions_applied(text: str) -> None:
    result = clean(Source(text, "en"), EAGER)
    assert not result.stopped
    assert result.undo() == text


@FUZZ
@given(st.text(max_size=200))
def test_text_never_raises(text: str) -> None:
    holds_all_promises(clean(Source(text), PLAN), PLAN)


@pytest.mark.parametrize("text", texts())
def test_promises_hold_on_samples_and_examples(text: str) -> None:
    holds_all_promises(clean(Source(text), PLAN), PLAN)


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_result_does_not_depend_on_rule_order(shuffle: random.Random) -> None:
    rules = list(PLAN.ruleset.rules)
    shuffle.shuffle(rules)
    shuffled = replace(PLAN, ruleset=RuleSet(rules))
    for text in texts()[:12]:
        assert clean(Source(text), shuffled).to_dict() == clean(Source(text), PLAN).to_dict()


def test_the_result_does_not_depend_on_threads() -> None:
    wanted = [clean(Source(text), PLAN).text for text in texts()[:12]]
    plan = replace(PLAN, ruleset=RuleSet(PLAN.ruleset.rules))
    found: dict[int, list[str]] = {}

    def work(number: int) -> None:
        found[number] = [clean(Source(text), plan).text for text in texts()[:12]]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[number] == wanted for number in range(4))


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_result_does_not_depend_on_the_hash_seed(seed: str) -> None:
    code = (
        "import sys; from pipeline import clean_text;print(clean_text(sys.stdin.read()).to_json())"
    )
    text = texts()[0]
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(SAMPLES.parent), "PYTHONUTF8": "1"},
    )
    assert run.stdout.strip() == clean_text(text).to_json()


def applied_elsewhere(result: Result, decision: Decision) -> list[tuple[str, Span, str]]:
    return [
        (finding.rule, finding.span, finding.after)
        for finding in result.applied
        if (finding.rule, finding.span) != (decision.rule, decision.source_span)
    ]


def rejections() -> Iterator[tuple[Source, Result, Decision]]:
    for text in texts()[:12]:
        source = Source(text)
        result = clean(source, PLAN)
        for finding in result.applied[::5]:
            yield source, result, Decision(finding.rule, finding.span, "reject")


def test_a_rejected_finding_is_set_aside_and_nothing_else_changes() -> None:
    for source, result, decision in rejections():
        again = clean(source, PLAN, [decision])
        rejected = [f for f in again.findings if f.reason == "rejected by a decision"]
        assert (decision.rule, decision.source_span) in {(f.rule, f.span) for f in rejected}
        others = [f for f in again.applied if not f.span.overlaps(decision.source_span)]
        before = [f for f in result.applied if not f.span.overlaps(decision.source_span)]
        lost = {(f.rule, f.span) for f in before} ^ {(f.rule, f.span) for f in others}
        assert len(lost) <= 1, (decision, lost)


def test_an_accepted_suggestion_is_applied() -> None:
    text = "The council met on Friday March 31 in the town hall."
    suggestion = next(f for f in clean_text(text, lang="en").findings if f.safety == "suggest")
    decision = Decision(suggestion.rule, suggestion.span, "accept")
    assert "Friday, March 31" in clean_text(text, lang="en", decisions=[decision]).text


def test_a_verdict_is_accept_or_reject() -> None:
    with pytest.raises(ValueError, match="accept or reject"):
        Decision("spacing.double", Span(0, 1), "maybe")


def plan_of(*rules: tuple[str, str, str]) -> Plan:
    """Make a plan of (id, pattern, replacement) alone."""
    made = [
        Rule("s", "w", "x", "style", pattern=pattern, replace=after, id=name)
        for name, pattern, after in rules
    ]
    return replace(PLAN, ruleset=RuleSet(made))


def test_a_finding_is_said_once() -> None:
    text = "He called it «a caf\ufffd» in Kiev , he said."
    found = [(f.rule, f.span, f.message) for f in clean_text(text, lang="en").findings]
    assert len(found) == len(set(found)) > 2


def test_a_pass_goes_on_until_its_rules_settle() -> None:
    plan = plan_of(("quotes.a", "a", "b"), ("quotes.b", "bb", "c"), ("quotes.c", "cd", "e"))
    result = clean(Source("abd, ad", "en"), plan)
    assert result.text == "e, bd"
    assert [(f.rule, f.span.of("abd, ad")) for f in result.applied] == [
        ("quotes.a", "a"),
        ("quotes.b", "ab"),
        ("quotes.c", "abd"),
        ("quotes.a", "a"),
    ]
    holds_all_promises(result, plan)


def test_a_pass_that_does_not_settle_is_not_applied() -> None:
    plan = plan_of(("quotes.a", "yes", "no"), ("quotes.b", "no", "yes"), ("spacing.c", "x", "y"))
    result = clean(Source("yes x", "en"), plan)
    assert result.text == "yes y"
    assert [f.reason for f in result.findings] == ["would change again", ""]
    holds_all_promises(result, plan)


def finding(rule: str, start: int, end: int, safety: Safety = Safety.APPLY) -> Finding:
    return Finding(rule, Span(start, end), "x", (Edit(Span(start, end), "y"),), safety)


def test_resolution_prefers_safer_then_longer_then_leftmost_then_id() -> None:
    suggestion = finding("a", 0, 9, Safety.SUGGEST)
    long, left, right = finding("c", 2, 6), finding("b", 2, 4), finding("b", 7, 8)
    same = finding("a", 7, 8)
    applied, aside = resolve([right, left, suggestion, long, same])
    assert applied == (long, same)
    assert {(entry.finding, entry.reason) for entry in aside} == {
        (left, "clashes with c"),
        (right, "clashes with a"),
        (suggestion, "clashes with c"),
    }


def test_a_finding_inside_a_protected_span_is_set_aside() -> None:
    applied, aside = resolve([finding("a", 2, 4)], (Span(0, 3),))
    assert not applied
    assert aside[0].reason == "inside a protected span"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/Kiev/ and www.kiev.example.com/Kiev",
        "kiev@example.org wrote to @kiev about #Kiev and Europe/Kiev",
        "the file kiev-report.pdf and the code `Kiev  (x )`",
        "```\nKiev  is here .\n```",
    ],
)
def test_protected_spans_come_back_as_they_were(text: str) -> None:
    assert clean_text(text, lang="en").text == text


def test_a_rule_that_fails_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: object, rule: object) -> object:
        raise RuntimeError("lost its way")

    monkeypatch.setattr("pipeline.rule._find_of", lambda module: fail)
    result = clean_text('He said , “yes” and "no" in kyiv.', lang="en")
    assert result.text == 'He said, “yes” and "no" in kyiv.'
    assert "quotes.mixed: RuntimeError: lost its way" in result.failures


def test_the_guard_watches_protected_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.finding._touches", lambda finding, protected: False)
    text = "He wrote it on `Kiev  is here` and left."
    broken = clean_text(text, lang="en")
    assert broken.text == text
    assert "protected span" in broken.stopped


def test_the_guard_gives_the_source_back_when_a_promise_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Result, "undo", lambda self: "something else")
    result = clean_text("The talks  failed in the end, he said.", lang="en")
    assert result.text == "The talks  failed in the end, he said."
    assert "nothing was changed" in result.stopped
