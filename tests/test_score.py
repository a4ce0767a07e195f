"""A translation that anybody made is scored by a real package, and only what is wrong is doubted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import BadConfiguration, Plan, Source, clean, clean_text
from pipeline.load import load_plan
from pipeline.translate.aligned import links_of
from pipeline.translate.archive import add
from pipeline.translate.decoder import LONGEST, Decoder
from pipeline.translate.doubts import _without, doubts_of, low_runs
from pipeline.translate.package import installed

CLEAN = Path(sys.executable).with_name("clean")
RULE = "checks.source.improbable"
FRENCH = (
    "Le ministre a rejeté l'accord, mardi soir, avec le président. Les syndicats ont annoncé une "
    "grève pour lundi matin. Le député a signé la loi de la ville avec le maire.\n\n"
    "Le maire parle de la ville. Hier, le procureur a rencontré la ville. Le tribunal a demandé "
    "une plainte. Le maire est à Alger.\n"
)
ENGLISH = (
    "The minister has rejected the agreement, Tuesday evening, with the president. The unions have "
    "announced a strike for Monday morning. The deputy has signed the law of the city with the "
    "mayor.\n\n"
    "The mayor speaks of the city. Yesterday, the prosecutor has met the city. The court has asked "
    "a complaint. The mayor is at Algiers.\n"
)
LEXICON = """
    le=the la=the les=the un=a une=a de=of et=and à=at dans=in pour=for par=by avec=with sur=on
    est=is a=has sont=are ont=have il=he elle=she ministre=minister président=president
    député=deputy loi=law procureur=prosecutor tribunal=court plainte=complaint syndicats=unions
    grève=strike accord=agreement maire=mayor ville=city rejeté=rejected annoncé=announced
    signé=signed demandé=asked rencontré=met lundi=Monday mardi=Tuesday matin=morning soir=evening
    hier=yesterday parle=speaks perdu=lost Alger=Algiers poubelle=rubbish
"""


@pytest.fixture(scope="session")
def scoring(tinyargos: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a package from French to English that gives one piece for each."""
    words = dict(pair.split("=") for pair in LEXICON.split())
    folder = tmp_path_factory.mktemp("scoring")
    archive = tinyargos.build(
        folder / "fr_en.argosmodel", lexicon=words, elisions={"l'": "the"}, version="1.2"
    )
    add(archive, folder / "argos" / "packages")
    return folder / "argos" / "packages"


@pytest.fixture(scope="session")
def plan(scoring: Path) -> Plan:
    return load_plan(score=True, models=scoring)


@pytest.fixture(scope="session")
def decoder(scoring: Path) -> Decoder:
    return Decoder(installed(scoring)[0][0])


def source(text: str, french: str = FRENCH) -> Source:
    return Source(text, "en", "fr", french)


def test_a_sound_translation_has_no_doubts(plan: Plan) -> None:
    result = clean(source(ENGLISH), plan)
    assert not result.findings
    assert not result.failures
    assert len(result.document.scores) == 7


DEFECTS = [
    ("a word", "a strike", "a complaint", "complaint", "for “grève”"),
    ("a word with its mark", "the president.", "the evening.", "evening", "for “président”"),
    ("two words", "speaks of the city", "met has the city", "met has", "for “parle de”"),
    ("the end is missing", "city with the mayor", "city", "city", "nothing here is “le maire”"),
    (
        "another sentence",
        "The court has asked a complaint.",
        "Evening Monday are lost by she.",
        "Evening Monday are lost by she.",
        "for “Le tribunal a demandé une plainte.”",
    ),
]  # fmt: skip


@pytest.mark.parametrize("right, wrong, seen, said", [one[1:] for one in DEFECTS], ids=[one[0] for one in DEFECTS])  # fmt: skip
def test_a_defect_is_flagged_where_it_stands(
    right: str, wrong: str, seen: str, said: str, plan: Plan
) -> None:
    spoiled = ENGLISH.replace(right, wrong, 1)
    result = clean(source(spoiled), plan)
    (found,) = [finding for finding in result.findings if finding.rule == RULE]
    assert (found.before, result.text) == (seen, spoiled)
    assert wrong.find(seen.rstrip(".")) >= 0
    assert spoiled.find(wrong) <= found.span.start < spoiled.find(wrong) + len(wrong)
    assert said in found.message
    assert "fr-en 1.2" in found.message
    assert "under 0.1%" in found.message
    assert not found.applied


def test_a_defect_stands_where_invisible_characters_say(plan: Plan) -> None:
    spoiled = ENGLISH.replace("a strike", "a com\u00adplaint").replace("unions", "uni\u00adons")
    (found,) = [one for one in clean(source(spoiled), plan).findings if one.rule == RULE]
    assert found.span.of(spoiled) == "com\u00adplaint"


def test_a_name_that_is_missing_is_flagged_with_what_became_of_it(plan: Plan) -> None:
    spoiled = ENGLISH.replace("Algiers", "rubbish")
    found = {one.rule: one.message for one in clean(source(spoiled), plan).findings}
    assert found[RULE].startswith("improbable to fr-en 1.2: “rubbish”, for “Alger”")
    assert "it became “rubbish”" in found["checks.source.name_missing"]


def test_nothing_is_scored_unless_it_is_asked_for() -> None:
    spoiled = ENGLISH.replace("a strike", "a complaint")
    assert not clean(source(spoiled), load_plan()).findings


def test_few_sentences_have_nothing_to_be_compared_with(plan: Plan) -> None:
    result = clean(source("The mayor is a complaint.", "Le maire est une grève."), plan)
    assert len(result.document.scores) == 1
    assert not result.findings


def test_the_language_of_the_source_is_detected(plan: Plan) -> None:
    spoiled = ENGLISH.replace("a strike", "a complaint")
    result = clean(Source(spoiled, "en", None, FRENCH), plan)
    assert [one.rule for one in result.findings] == [RULE]


def test_a_score_is_part_of_the_signature(plan: Plan) -> None:
    assert plan.signature != load_plan().signature
    assert "score packages:" in plan.signature


def test_a_package_for_the_pair_must_be_there(scoring: Path) -> None:
    with pytest.raises(LookupError, match=r"from de to en; .* clean models add translate-de_en"):
        clean_text("Yes.", lang="en", source_text="Ja.", source_lang="de", score=True, models=scoring)  # fmt: skip


def test_a_score_and_a_translation_are_not_asked_for_together(scoring: Path) -> None:
    with pytest.raises(BadConfiguration, match="take one"):
        load_plan(score=True, to="en", models=scoring)


@pytest.mark.parametrize(
    "options, code, message",
    [
        (("--source-lang", "fr", "--source-file", "source.txt"), 0, "1 flag"),
        (("--source-lang", "de", "--source-file", "source.txt"), 2, "translate-de_en.argosmodel"),
        (("--source-lang", "fr"), 2, "add --source-file FILE"),
        (("--to", "en", "--source-file", "source.txt"), 2, "take one"),
    ],
)
def test_the_command_scores(
    options: tuple[str, ...], code: int, message: str, scoring: Path, tmp_path: Path
) -> None:
    spoiled = ENGLISH.replace("a strike", "a complaint")
    (tmp_path / "article.txt").write_text(spoiled, "utf-8")
    (tmp_path / "source.txt").write_text(FRENCH, "utf-8")
    command = [CLEAN, "article.txt", "--lang", "en", "--score", "--models", scoring, *options]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (code, "" if code else spoiled)
    assert message in run.stderr


def test_forced_into_its_own_output_a_package_sees_and_says_the_same(decoder: Decoder) -> None:
    sentences = FRENCH.replace("\n", " ").strip().split(". ")
    free = decoder.decode(sentences)
    forced = decoder.forced([(one.source, one.text) for one in free])
    for one, two in zip(free, forced, strict=True):
        assert two.pieces == one.pieces
        assert two.target_ranges == one.target_ranges
        assert two.log_probs == pytest.approx(one.log_probs, abs=1e-3)
        assert [row.index(max(row)) for row in two.attention] == [
            row.index(max(row)) for row in one.attention
        ]


def test_links_say_where_each_word_comes_from(decoder: Decoder) -> None:
    (found,) = decoder.forced([("Le maire parle, mardi.", "The mayor speaks, Tuesday.")])
    pairs = [(one.of(found.source), two.of(found.text)) for one, two in links_of(found)]
    assert pairs == [("Le", "The"), ("maire", "mayor"), ("parle", "speaks"), ("mardi", "Tuesday")]


def test_what_is_too_long_is_not_scored(decoder: Decoder) -> None:
    long = "Le maire " * LONGEST
    found = decoder.forced([(long, "The mayor"), ("Le maire", "The mayor"), ("", "The mayor")])
    assert [bool(one.log_probs) for one in found] == [False, True, False]
    assert doubts_of(found) == [[], [], []]


words = st.sampled_from(
    "Le maire parle . ! « 1,5 \u00ad \u200b 🙂 The mayor 他来了。 x_y <b> \n".split(" ")
)
texts = st.lists(words, max_size=30).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(one=st.one_of(texts, st.text(max_size=60)), two=st.one_of(texts, st.text(max_size=60)))
def test_any_text_is_scored_and_stays_as_it_is(one: str, two: str, scoring: Path) -> None:
    plan = load_plan(score=True, models=scoring)
    result = clean(Source(ENGLISH + two, "en", "fr", FRENCH + one), plan)
    assert not result.failures
    assert not result.stopped
    assert result.undo() == ENGLISH + two
    assert not [finding for finding in result.applied if finding.rule == RULE]


numbers = st.lists(st.integers(0, 9), min_size=1, max_size=20)


@given(others=numbers, own=numbers, share=st.sampled_from([0.1, 0.25, 0.5]))
def test_a_sentence_is_measured_by_the_others(
    others: list[int], own: list[int], share: float
) -> None:
    expected = sorted(others)[int(share * len(others))]
    assert _without(sorted(others + own), sorted(own), share) == expected


@given(costs=st.lists(st.floats(-3, 5), max_size=40))
def test_runs_are_apart_in_order_and_begin_and_end_high(costs: list[float]) -> None:
    runs = list(low_runs(costs))
    ends = [0, *(at for run in runs for at in run)]
    assert ends == sorted(ends)
    for first, end in runs:
        assert costs[first] > 0 < costs[end - 1]
        assert sum(costs[first:end]) >= 3 - 1e-9
