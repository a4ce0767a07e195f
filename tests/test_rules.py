"""Every rule the loader finds proves itself by its own examples: written once, runs for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from pipeline import Plan, Source, clean, load_plan
from pipeline.finding import Safety
from pipeline.gate import Gate
from pipeline.load import read_rules
from pipeline.pattern import compiled
from pipeline.plan import RuleSet
from pipeline.rule import Example, Rule

RULES = read_rules()


def cases(*keys: str) -> list[Any]:
    return list(_cases(*keys))


def _cases(*keys: str) -> Iterator[Any]:
    for rule in RULES:
        for number, example in enumerate(rule.examples):
            if not any(getattr(example, key) for key in keys):
                continue
            marks = (
                [pytest.mark.xfail(strict=True, reason=example.known_failure)]
                if example.known_failure
                else []
            )
            yield pytest.param(rule, example, id=f"{rule.id}-{number}", marks=marks)


@cache
def whole_plan(house: tuple[tuple[str, str], ...]) -> Plan:
    return load_plan(house=dict(house))


@cache
def lone_plan(rule: Rule, house: tuple[tuple[str, str], ...]) -> Plan:
    """A plan with one rule; its suggestions are applied, so that they can be seen."""
    plan = whole_plan(house)
    return replace(plan, ruleset=RuleSet([rule]), suggest=True)


def source_of(rule: Rule, example: Example, text: str | None = None) -> Source:
    lang = example.lang or (rule.locales[0] if rule.locales else "en")
    return Source(
        example.text if text is None else text,
        lang,
        example.source_lang or None,
        example.source_text or None,
    )


@pytest.mark.parametrize("rule, example", cases("before"))
def test_before_becomes_after(rule: Rule, example: Example) -> None:
    result = clean(source_of(rule, example), lone_plan(rule, example.house))
    assert result.text == example.after
    assert {finding.rule for finding in result.applied} == {rule.id}


@pytest.mark.parametrize("rule, example", cases("before"))
def test_after_is_a_fixpoint_of_the_rule_and_of_the_plan(rule: Rule, example: Example) -> None:
    again = source_of(rule, example, example.after)
    assert clean(again, lone_plan(rule, example.house)).text == example.after
    assert clean(again, whole_plan(example.house)).text == example.after


@pytest.mark.parametrize("rule, example", cases("before"))
def test_the_whole_plan_makes_the_same_of_it(rule: Rule, example: Example) -> None:
    plan = replace(whole_plan(example.house), suggest=rule.safety is Safety.SUGGEST)
    assert clean(source_of(rule, example), plan).text == example.after


@pytest.mark.parametrize("rule, example", cases("before"))
def test_an_example_survives_windows_line_ends(rule: Rule, example: Example) -> None:
    crlf = example.before.replace("\n", "\r\n")
    result = clean(source_of(rule, example, crlf), lone_plan(rule, example.house))
    assert result.text == example.after.replace("\n", "\r\n")


@pytest.mark.parametrize("rule, example", cases("keep"))
def test_keep_is_untouched_by_the_rule_and_by_the_plan(rule: Rule, example: Example) -> None:
    source = source_of(rule, example)
    assert not clean(source, lone_plan(rule, example.house)).findings
    assert clean(source, whole_plan(example.house)).text == example.keep


@pytest.mark.parametrize("rule, example", cases("flag"))
def test_flag_is_found_and_the_text_left_alone(rule: Rule, example: Example) -> None:
    result = clean(source_of(rule, example), lone_plan(rule, example.house))
    assert any(finding.rule == rule.id for finding in result.findings)
    assert clean(source_of(rule, example), whole_plan(example.house)).text == example.flag


@pytest.mark.parametrize("rule, example", cases("before"))
def test_edits_are_minimal_and_undone_exactly(rule: Rule, example: Example) -> None:
    result = clean(source_of(rule, example), lone_plan(rule, example.house))
    assert result.undo() == example.before
    for revision in result.revisions:
        for finding in revision.applied:
            for edit in finding.edits:
                removed = edit.span.of(revision.before)
                assert removed[:1] != edit.replacement[:1] or not removed
                assert removed[-1:] != edit.replacement[-1:] or not removed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_gate_never_misses_a_match(rule: Rule) -> None:
    gate = Gate([rule.re2])
    for example in rule.examples:
        if rule.pattern and compiled(rule.pattern).search(example.text):
            assert gate.open_for(example.text), example.text
        if example.before or example.flag:
            early = rule.stage in ("decode", "repair")  # a rule before it may change the text
            assert gate.open_for(example.text) or early, example.text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_does_in_sentences(rule: Rule) -> None:
    for text in (rule.summary, rule.why):
        assert text[0].isupper() or not text[0].isalpha()
        assert text.endswith(".")
    assert rule.source
