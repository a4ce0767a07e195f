"""Every rule the loader finds proves itself by its own examples: written once, runs for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline import Plan, Source, clean, load_plan
from pipeline.document import Doubt, Scored
from pipeline.finding import Safety
from pipeline.gate import Gate
from pipeline.load import read_rules
from pipeline.pattern import compiled
from pipeline.plan import RuleSet
from pipeline.rule import Example, Rule
from pipeline.text import Span
from pipeline.translate.decoder import Decoded
from pipeline.translate.package import Package
from pipeline.translate.passage import Passage
from pipeline.translate.route import Route

RULES = read_rules()


class Scripted:
    """Stands for a translator: gives what an example says that a decoder gives."""

    signature = "scripted"

    def __init__(self, example: Example) -> None:
        self.target = example.to
        self._known = {entry[0]: entry for entry in example.engine}

    def route(self, source: str) -> Route:
        return (Package(Path(), source, self.target),)

    def parts(self, text: str, route: Route) -> list[tuple[int, int]]:
        return [(0, len(text))]

    def translate(self, texts: Sequence[str], route: Route) -> list[Passage]:
        return [self._passage(text) for text in texts]

    def _passage(self, text: str) -> Passage:
        _, target, kind, words, english = (*self._known.get(text, (text, text)), "", "", "")[:5]
        inputs = [text, english] if english else [text]
        steps = zip(inputs, [*inputs[1:], target], strict=True)
        start = max(text.find(words), 0)
        end = start + len(words) if words in text and words else len(text)
        flags = ((kind, start, end, words),) if kind else ()
        return Passage(tuple(Decoded(a, b, (), (), (), (), (), ()) for a, b in steps), flags)


class ScriptedScorer:
    """Stands for a scorer: doubts what an example says that a package doubts."""

    signature = "scripted"

    def __init__(self, example: Example) -> None:
        self._doubts = example.doubts

    def package(self, source: str, target: str) -> Package:
        return Package(Path(), source, target)

    def score(self, pairs: Sequence[tuple[str, str]], package: Package) -> list[Scored]:
        return [self._scored(source, text, package.pair) for source, text in pairs]

    def _scored(self, source: str, text: str, by: str) -> Scored:
        doubts = [
            (kind, Span(text.find(words), text.find(words) + len(words)), said)
            for kind, words, said in self._doubts
            if words in text
        ]
        return Scored(
            Span(0, len(text)),
            source,
            by,
            tuple(Doubt(kind, at, 0.001, 0.7, said) for kind, at, said in doubts if kind != "link"),
            tuple(
                (Span(source.find(said), source.find(said) + len(said)), at)
                for _, at, said in doubts
                if said in source
            ),
        )


def translating(plan: Plan, example: Example) -> Plan:
    if example.doubts:
        plan = replace(plan, scorer=ScriptedScorer(example))
    return replace(plan, translator=Scripted(example)) if example.to else plan


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


def lone(rule: Rule, example: Example) -> Plan:
    return translating(lone_plan(rule, example.house), example)


def whole(example: Example) -> Plan:
    return translating(whole_plan(example.house), example)


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
    result = clean(source_of(rule, example), lone(rule, example))
    assert result.text == example.after
    assert {finding.rule for finding in result.applied} == {rule.id}


@pytest.mark.parametrize("rule, example", cases("before"))
def test_after_is_a_fixpoint_of_the_rule_and_of_the_plan(rule: Rule, example: Example) -> None:
    again = source_of(rule, example, example.after)
    assert clean(again, lone(rule, example)).text == example.after
    assert clean(again, whole(example)).text == example.after


@pytest.mark.parametrize("rule, example", cases("before"))
def test_the_whole_plan_makes_the_same_of_it(rule: Rule, example: Example) -> None:
    plan = replace(whole(example), suggest=rule.safety is Safety.SUGGEST)
    assert clean(source_of(rule, example), plan).text == example.after


@pytest.mark.parametrize("rule, example", cases("before"))
def test_an_example_survives_windows_line_ends(rule: Rule, example: Example) -> None:
    crlf = example.before.replace("\n", "\r\n")
    result = clean(source_of(rule, example, crlf), lone(rule, example))
    assert result.text == example.after.replace("\n", "\r\n")


@pytest.mark.parametrize("rule, example", cases("keep"))
def test_keep_is_untouched_by_the_rule_and_by_the_plan(rule: Rule, example: Example) -> None:
    source = source_of(rule, example)
    assert not clean(source, lone(rule, example)).findings
    assert clean(source, whole(example)).text == example.keep


@pytest.mark.parametrize("rule, example", cases("flag"))
def test_flag_is_found_and_the_text_left_alone(rule: Rule, example: Example) -> None:
    result = clean(source_of(rule, example), lone(rule, example))
    assert any(finding.rule == rule.id for finding in result.findings)
    translated = {entry[0]: entry[1] for entry in example.engine}
    expected = translated.get(example.flag, example.flag)
    assert clean(source_of(rule, example), whole(example)).text == expected


@pytest.mark.parametrize("rule, example", cases("before"))
def test_edits_are_minimal_and_undone_exactly(rule: Rule, example: Example) -> None:
    result = clean(source_of(rule, example), lone(rule, example))
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
