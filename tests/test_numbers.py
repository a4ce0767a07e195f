"""What holds for all rules of the numbers pass together, on generated articles."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Plan, Source, clean, load_plan
from pipeline.plan import RuleSet

# Latin letters in an article of another script are a block of another language, and a number
# more or less may decide which: such articles are no case for rules that read one locale.
LATIN = ("en", "en-GB", "de", "de-CH", "fr", "fr-CA", "es", "es-MX", "sv", "tr", "und")
LANGS = (*LATIN, "ru", "hi")
GAPS = st.sampled_from((" ", " ", " ", "\u00a0", "\u202f", "", "-", ", ", ". ", "\n\n"))
WORDS = st.sampled_from(
    [
        "about",
        "of",
        "than",
        "rooms",
        "article",
        "in",
        "on",
        "the",
        "March",
        "May",
        "septembre",
        "Boss",
        "call",
        "US",
        "people",
        "metres",
        "percent",
        "per",
        "cent",
        "million",
        "Mio.",
        "Mrd",
        "Md€",
        "milliards",
        "euros",
        "Euro",
        "€",
        "$",
        "£",
        "%",
        "h",
        "and",
        "or",
        "to",
        "No.",
        "Nr.",
        "n°",
    ]
)
SEPARATORS = st.sampled_from((".", ",", " ", "\u00a0", "\u202f", "'", "/", ":", "-"))
FIGURES = st.builds(
    lambda head, sep, tails: sep.join((head, *tails)),
    st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True),
    SEPARATORS,
    st.lists(st.from_regex(r"[0-9]{1,4}", fullmatch=True), max_size=3),
)
PIECES = st.tuples(st.one_of(WORDS, FIGURES, FIGURES), GAPS)
TEXTS = st.lists(PIECES, max_size=14).map(lambda pieces: "".join(map("".join, pieces)))
QUICK = settings(max_examples=300, deadline=None, derandomize=True)


@cache
def numbers_plan(house: str = "keep") -> Plan:
    plan = load_plan(house={"numbers": house})
    rules = RuleSet(rule for rule in plan.ruleset.rules if rule.stage == "numbers")
    return replace(plan, ruleset=rules)


def digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


@given(text=TEXTS, lang=st.sampled_from(LATIN), house=st.sampled_from(("keep", "locale")))
@QUICK
def test_digits_stay_and_every_edit_can_be_taken_back(text: str, lang: str, house: str) -> None:
    result = clean(Source(text, lang), numbers_plan(house=house))
    assert not result.stopped
    assert digits(result.text) == digits(text)
    assert result.undo() == text


@given(text=TEXTS, lang=st.sampled_from(LATIN), house=st.sampled_from(("keep", "locale")))
@QUICK
def test_cleaning_twice_is_cleaning_once(text: str, lang: str, house: str) -> None:
    plan = numbers_plan(house=house)
    once = clean(Source(text, lang), plan).text
    assert clean(Source(once, lang), plan).text == once


@given(
    head=st.integers(1, 999),
    tail=st.integers(0, 999),
    mark=st.sampled_from((".", ",")),
    lang=st.sampled_from(LANGS),
    unit=st.sampled_from(("people", "Euro", "percent", "million", "m", "on beam")),
)
@QUICK
def test_three_digits_after_one_mark_are_never_changed_without_a_source(
    head: int, tail: int, mark: str, lang: str, unit: str
) -> None:
    text = f"It has {head}{mark}{tail:03} {unit} now."
    assert clean(Source(text, lang), numbers_plan()).text == text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "text",
    [
        "Version 3.5 and 2.10.3 run at 10.0.0.1 and 192.168.100.200.",
        "Kick-off is at 17.30, the score was 3:2, then 6-4, 7-5.",
        "Call +44 7624 800 100 or 021 644 83 46.",
        "ISBN 978-3-16-148410-0 costs nothing.",
        "In 2019, 2020 and 2021, Covid-19 closed Room 12.",
        "In 2015 300 people came, in 2016 450.",
        "A Boeing 737-800 and a Formula 1 car.",
        "Back in the '90s, in '68 and in 1.5.3.",
    ],
)
def test_figures_that_are_no_quantities_stay(text: str, lang: str) -> None:
    assert clean(Source(text, lang), numbers_plan()).text == text


@pytest.mark.parametrize("source_lang", ["de", "es", "id"])
def test_the_source_decides_what_a_mark_means(source_lang: str) -> None:
    source = "Etwa 1.200 Leute und 3,141 Prozent."
    text = "Some 1.200 people and 3,141 percent."
    result = clean(Source(text, "en", source_lang, source), numbers_plan())
    wanted = "Some 1,200 people and 3.141 percent."
    assert result.text == (wanted if source_lang != "id" else text)


def test_a_number_is_mended_while_its_sign_moves() -> None:
    result = clean(Source("Kurz klesl na €1.3730 za barel.", "cs"), numbers_plan())
    assert result.text == "Kurz klesl na 1,3730\u00a0€ za barel."
