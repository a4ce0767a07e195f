"""Numbers as values: what two languages write differently, and what really differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Source, clean, load_plan
from pipeline.align.number_words import scale_of, value_of
from pipeline.align.numbers import difference
from pipeline.rules._aligned import month_numbers

PLAN = load_plan()


def differs(source: str, target: str, pair: str) -> tuple[list[str], list[str]]:
    one, two = pair.split("-")
    months = month_numbers(PLAN.locale(one)), month_numbers(PLAN.locale(two))
    found = difference(source, target, one, two, months)
    return [span.of(source) for span in found.source], [span.of(target) for span in found.target]


@pytest.mark.parametrize(
    "pair, source, target",
    [
        ("fr-en", "1,5 Md€", "1.5 billion euros"),
        ("fr-en", "30 000 personnes", "30,000 people"),
        ("de-en", "1,2 Billionen Euro", "1.2 trillion euros"),
        ("es-en", "3.000 millones", "3 billion"),
        ("es-en", "1.200 y 15.000", "1,200 and 15 thousand"),
        ("pl-en", "2,5 mln zł i 40 tys. ludzi", "2.5 million zlotys and 40,000 people"),
        ("uk-en", "1,2 млрд гривень", "1.2 billion hryvnias"),
        ("zh-en", "3.5亿元和1万2千人", "350 million yuan and 12,000 people"),
        ("zh-en", "３５人", "35 people"),
        ("en-zh", "35 people in 2019", "三十五人,二〇一九年"),
        ("fr-en", "à 14h30", "at 2:30 p.m."),
        ("de-en", "um 19.30 Uhr", "at 7:30pm"),
        ("de-en", "um 18:00 Uhr", "at 6 p.m."),
        ("cs-en", "12.3.2024", "March 12, 2024"),
        ("de-en", "am 3. Mai", "on 3 May"),
        ("uk-en", "5 серпня", "on Aug. 5"),
        ("fr-en", "au XIXe siècle", "in the 19th century"),
        ("ru-en", "в XIX веке", "in the 19th century"),
        ("en-cs", "the late 1800s", "konec 19. století"),
        ("en-fr", "50% of them and 25% more", "la moitié et un quart de plus"),
        ("en-de", "35 and 21 years old", "fünfunddreißig und einundzwanzigjährig"),
        ("en-cs", "24 years", "čtyřiadvacetiletý"),
        ("en-fr", "95 metres", "quatre-vingt-quinze mètres"),
        ("en-pl", "12 judges and a 3rd", "dwanaście i trzeci"),
        ("en-ru", "5 people, 20 cars", "пятью людьми, двадцать машин"),
        ("fr-en", "30 mètres, 100 km", "98 feet, 62 miles"),
        ("en-fr", "a dozen, hundreds", "une douzaine, des centaines"),
        ("fr-en", "12 fois", "a dozen times"),
        ("en-es", "13,289.40 and 6,306.2 points", "13.289.40 y 6.306.2 puntos"),
        ("uk-en", "з понеділка 4. 4. 2022", "from Monday, 4.2022"),
        ("en-cs", "9 months, 6 months", "tři čtvrtě roku, půl roku"),
        ("zh-en", "三到十万的罚款", "a fine of 30,000 to 100,000 yuan"),
        ("en-de", "the '90s", "die 1990er"),
        ("en-fr", "COVID-19", "le coronavirus"),
        ("en-fr", "It began at 7.00", "Cela a commencé à 7 h"),
    ],
)
def test_the_same_values(pair: str, source: str, target: str) -> None:
    assert differs(source, target, pair) == ([], [])


@pytest.mark.parametrize(
    "pair, source, target, missing, extra",
    [
        ("fr-en", "1,5 Md€", "1.5 million euros", ["1,5"], ["1.5"]),
        ("de-en", "1,2 Billionen Euro", "1.2 billion euros", ["1,2"], ["1.2"]),
        ("en-cs", "3.6 billion", "3,6 bilionu", ["3.6"], ["3,6"]),
        ("de-en", "26 Menschen", "25 people", ["26"], ["25"]),
        ("de-en", "26 Menschen", "people", ["26"], []),
        ("de-en", "Menschen", "26 people", [], ["26"]),
        ("fr-en", "30 000 personnes", "3,000 people", ["30 000"], ["3,000"]),
        ("fr-en", "à 14h30", "at 3:30 p.m.", ["14"], ["3"]),
        ("cs-en", "v roce 1968", "in 1986", ["1968"], ["1986"]),
        ("en-fr", "45%", "la moitié", ["45"], []),
        ("fr-de", "le Covid-19", "Covid-15", [], ["15"]),
        ("zh-en", "1万2千人", "1,200 people", ["1万2千"], ["1,200"]),
    ],
)
def test_a_real_difference(
    pair: str, source: str, target: str, missing: list[str], extra: list[str]
) -> None:
    assert differs(source, target, pair) == (missing, extra)


@pytest.mark.parametrize(
    "language, word, value",
    [
        ("en", "twelfth", 12),
        ("fr", "seize", 16),
        ("de", "dreizehn", 13),
        ("de", "zweihundertfünfzig", 250),
        ("es", "quince", 15),
        ("it", "ventuno", 21),
        ("pt", "vinte", 20),
        ("nl", "vijfentwintig", 25),
        ("pl", "siedemnaście", 17),
        ("cs", "osmnáct", 18),
        ("ru", "одиннадцатый", 11),
        ("uk", "дев'ятнадцять", 19),
        ("en", "house", None),
        ("xx", "three", None),
    ],
)
def test_number_words(language: str, word: str, value: float | None) -> None:
    assert value_of(word, language) == value


def test_billions_differ() -> None:
    assert scale_of("billion", "fr") == 1000 * scale_of("billion", "en")


@given(st.text("0123456789.,' \u00a0XVI万二h%\ud800abпять", max_size=40))
def test_a_text_has_the_numbers_that_it_has(text: str) -> None:
    assert differs(text, text, "en-en") == differs(text, text, "ru-ru") == ([], [])


@pytest.mark.parametrize("source, wanted", [("1.200 Menschen", "1,200"), ("1,2 Menschen", "1.200")])
def test_the_source_decides_what_a_separator_means(source: str, wanted: str) -> None:
    text = "About 1.200 people came."
    assert clean(Source(text, "en", "de", f"Etwa {source} kamen."), PLAN).text.split()[1] == wanted


def test_a_figure_is_judged_by_its_own_paragraph() -> None:
    source = "Etwa 1.200 Menschen kamen am Montag.\n\nDie Rate ist jetzt 1,200 Prozent hoch."
    text = "About 1.200 people came on Monday.\n\nThe rate is now 1.200 percent high."
    cleaned = clean(Source(text, "en", "de", source), PLAN).text
    assert cleaned == text.replace("1.200", "1,200", 1)
