"""A source text beside its translation: what stands for what, and what is left over."""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Source, clean, load_plan
from pipeline.align.article import Splitting, pair_sentences, source_of_blocks
from pipeline.align.beads import PARAGRAPHS, align
from pipeline.align.sentences import sentences
from pipeline.align.units import unit_of

FRENCH = (
    "Le port de Brest rouvre",
    "Le maire, Yann Le Goff, a signé lundi le décret 412, qui rouvre le port aux chalutiers.",
    "« Nous attendions cela depuis trois ans », a dit Maria Kerleo, qui vend du poisson au marché.",
    "Le port avait fermé en 2021 après la tempête Alex. Personne n'avait été blessé.",
)
ENGLISH = (
    "The port of Brest reopens",
    "The mayor, Yann Le Goff, signed decree 412 on Monday, which reopens the port to trawlers.",
    '"We had waited three years for this," said Maria Kerleo, who sells fish at the market.',
    "The port had closed in 2021 after the storm Alex. Nobody had been hurt.",
)


def test_as_many_paragraphs_stand_side_by_side() -> None:
    assert source_of_blocks("\n\n".join(FRENCH), ENGLISH, Splitting()) == FRENCH


@pytest.mark.parametrize("missing", range(4))
def test_a_missing_paragraph_shifts_no_other(missing: int) -> None:
    left = [text for number, text in enumerate(ENGLISH) if number != missing]
    wanted = tuple(text for number, text in enumerate(FRENCH) if number != missing)
    assert source_of_blocks("\n".join(FRENCH), left, Splitting()) == wanted


@pytest.mark.parametrize("added", range(4))
def test_an_added_paragraph_has_no_source(added: int) -> None:
    left = [text for number, text in enumerate(FRENCH) if number != added]
    found = source_of_blocks("\n\n".join(left), ENGLISH, Splitting())
    assert found[added] is None
    assert [text for text in found if text] == left


def test_a_headline_that_the_machine_repeats_is_added() -> None:
    found = source_of_blocks("\n\n".join(FRENCH), (ENGLISH[0], *ENGLISH), Splitting())
    assert found.count(None) == 1
    assert found[2:] == FRENCH[1:]


def test_a_paragraph_cut_in_two_has_its_sentences_on_both_sides() -> None:
    cut = (*ENGLISH[:3], "The port had closed in 2021 after the storm Alex.", "Nobody was hurt.")
    assert source_of_blocks("\n\n".join(FRENCH), cut, Splitting())[3:] == (
        "Le port avait fermé en 2021 après la tempête Alex.",
        "Personne n'avait été blessé.",
    )


@pytest.mark.parametrize("width", [30, 60])
def test_a_source_with_wrapped_lines(width: int) -> None:
    wrapped = "\n\n".join("\n".join(wrap(text, width)) for text in FRENCH)
    found = source_of_blocks(wrapped, ENGLISH, Splitting())
    assert [" ".join((part or "").split()) for part in found[1:]] == list(FRENCH[1:])


def test_a_source_in_one_line() -> None:
    found = source_of_blocks(" ".join(FRENCH[1:]), ENGLISH[1:], Splitting())
    assert list(found) == list(FRENCH[1:])


def test_two_sentences_become_one() -> None:
    one, two = "Il a payé 12 euros. Il est parti à Lyon.", "He paid 12 euros and left for Lyon."
    (pair,) = pair_sentences(one, two, Splitting())
    assert (pair.source.of(one), pair.target.of(two)) == (one, two)


@pytest.mark.parametrize(
    "text, abbreviations, wanted",
    [
        ("He left. She stayed.", (), ["He left.", "She stayed."]),
        ("Dr. Roe left.", ("Dr",), ["Dr. Roe left."]),
        (
            "J. K. Roe left the U.S. Army. He wept.",
            (),
            ["J. K. Roe left the U.S. Army.", "He wept."],
        ),
        ("Er kam am 3. Mai. Es war 2024. Ja.", (), ["Er kam am 3. Mai.", "Es war 2024.", "Ja."]),
        ("他走了。她留下。", (), ["他走了。", "她留下。"]),
        ("He said “No.” “Why?” she asked.", (), ["He said “No.”", "“Why?” she asked."]),
        ("It cost 3.5 million", (), ["It cost 3.5 million"]),
        (" \n ", (), []),
    ],
)
def test_sentences(text: str, abbreviations: tuple[str, ...], wanted: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, abbreviations)] == wanted


WORDS = st.sampled_from("a Kyiv 12 3,5 maire . ! « port 。 \ud800 2024 Москва ? \n the".split(" "))
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=12))
def test_every_unit_is_in_one_bead_in_order(one: list[str], two: list[str]) -> None:
    beads = align([unit_of(text) for text in one], [unit_of(text) for text in two], PARAGRAPHS)
    mine = [at for bead in beads for at in range(*bead.source)]
    theirs = [at for bead in beads for at in range(*bead.target)]
    assert mine == list(range(len(one)))
    assert theirs == list(range(len(two)))


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS)
def test_any_source_text_does_no_harm(text: str, source_text: str) -> None:
    result = clean(Source(text, "en", "fr", source_text), load_plan())
    assert result.undo() == text
    assert not result.failures
    assert not result.stopped
