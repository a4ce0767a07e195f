"""The shipped locale tables: each parses, names its sources and contradicts itself nowhere."""

from __future__ import annotations

import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.locale import ROOT, Locale, best_match, lineage, parse_locales
from pipeline.pattern import compiled
from pipeline.rules.numbers._dates import SCRIPTS, STEMS

FOLDER = Path(pipeline.__path__[0]) / "locales"
FILES = sorted(FOLDER.glob("*.toml"))
LOCALES = parse_locales({path.stem: tomllib.loads(path.read_text("utf-8")) for path in FILES})
CASED = {"Latn", "Cyrl", "Grek"}
SPACES = {"", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"}
GUILLEMETS = ("\u00ab", "\u00bb")
INWARD = ("\u00bb", "\u00ab")
CURLY = ("\u201c", "\u201d")
SINGLE = ("\u2018", "\u2019")
LOW = ("\u201e", "\u201c")
LOW_HIGH = ("\u201e", "\u201d")
RIGHT = ("\u201d", "\u201d")

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_locale = pytest.mark.parametrize("locale", LOCALES.values(), ids=lambda locale: locale.tag)
each_spoken = pytest.mark.parametrize(
    "locale",
    [locale for locale in LOCALES.values() if locale.tag != ROOT],
    ids=lambda locale: locale.tag,
)


@each_file
def test_a_table_holds_no_literal_invisible_character(path: Path) -> None:
    text = path.read_text("utf-8").replace("\n", "").replace(" ", "")
    hidden = [ch for ch in text if unicodedata.category(ch) in ("Cc", "Cf", "Zs", "Zl", "Zp")]
    assert not hidden, [f"U+{ord(ch):04X}" for ch in hidden]


@each_file
def test_a_table_is_composed(path: Path) -> None:
    assert unicodedata.is_normalized("NFC", path.read_text("utf-8"))


@each_locale
def test_a_locale_has_a_name_and_a_source(locale: Locale) -> None:
    assert locale.name
    assert locale.sources
    assert all(source.strip() for source in locale.sources)


@each_spoken
def test_a_locale_has_twelve_months_and_seven_weekdays(locale: Locale) -> None:
    assert len(set(locale.dates.months)) == 12
    assert len(locale.dates.months_genitive) in (0, 12)
    assert len(set(locale.dates.weekdays)) == 7
    names = (*locale.dates.months, *locale.dates.months_genitive, *locale.dates.weekdays)
    assert all(name == name.strip() and name for name in names)


@each_spoken
def test_the_gate_for_dates_knows_how_months_begin(locale: Locale) -> None:
    names = (*locale.dates.months, *locale.dates.months_genitive)
    readable = [name for name in names if locale.script in SCRIPTS]
    assert [name for name in readable if not compiled(STEMS).match(name)] == []


@each_spoken
def test_months_and_weekdays_are_written_as_capitalised_says(locale: Locale) -> None:
    if locale.script in CASED:
        names = (*locale.dates.months, *locale.dates.weekdays)
        assert {name[0].isupper() for name in names} == {locale.dates.capitalised}


@each_locale
def test_quote_pairs_are_two_marks_and_told_once(locale: Locale) -> None:
    quotes = locale.quotes
    pairs = (quotes.primary, quotes.nested, *quotes.admitted)
    assert all(len(pair) == 2 and all(len(mark) == 1 for mark in pair) for pair in pairs)
    assert len(set(quotes.admitted)) == len(quotes.admitted)
    assert quotes.primary not in quotes.admitted
    assert quotes.space in SPACES


@each_spoken
def test_the_nested_pair_is_never_foreign(locale: Locale) -> None:
    assert locale.quotes.nested in (locale.quotes.primary, *locale.quotes.admitted)


@each_locale
def test_number_signs_agree(locale: Locale) -> None:
    numbers = locale.numbers
    assert numbers.decimal not in numbers.groups[:1]
    assert len(set(numbers.groups)) == len(numbers.groups)
    assert numbers.percent not in numbers.percent_admitted
    assert {numbers.percent, *numbers.percent_admitted, numbers.currency_space} <= SPACES
    assert numbers.currency in ("before", "after")
    assert locale.dates.day in ("", ".")


@each_locale
def test_word_lists_repeat_nothing(locale: Locale) -> None:
    words = locale.words
    for listed in (words.function_words, words.abbreviations, words.doubled):
        assert len(set(listed)) == len(listed)
        assert all(word == "".join(word.split()) and word for word in listed)
    assert all(word == word.lower() for word in words.function_words)
    assert not any(short.endswith(".") for short in words.abbreviations)


@pytest.mark.parametrize(
    ("tag", "parents"),
    [
        ("fr-CA", ("fr", ROOT)),
        ("zh-Hant", ("zh", ROOT)),
        ("es-MX", ("es", ROOT)),
        ("fr", (ROOT,)),
        (ROOT, ()),
    ],
)
def test_a_locale_inherits_by_truncation(tag: str, parents: tuple[str, ...]) -> None:
    assert LOCALES[tag].parents == parents


@pytest.mark.parametrize(
    ("tag", "before"),
    [
        ("fr", {";": "\u202f", "!": "\u202f", "?": "\u202f", ":": "\u00a0"}),
        ("fr-BE", {";": "\u202f", "!": "\u202f", "?": "\u202f", ":": "\u00a0"}),
        ("fr-CH", {";": "\u202f", "!": "\u202f", "?": "\u202f", ":": "\u202f"}),
        ("fr-CA", {":": "\u00a0"}),
        ("en", {}),
        ("de", {}),
    ],
)
def test_only_french_has_spaces_before_marks(tag: str, before: dict[str, str]) -> None:
    assert LOCALES[tag].spacing.before == before


@pytest.mark.parametrize(
    ("tag", "primary"),
    [
        ("en-US", CURLY),
        ("en-GB", CURLY),
        ("fr", GUILLEMETS),
        ("de", LOW),
        ("de-AT", LOW),
        ("de-CH", GUILLEMETS),
        ("cs", LOW),
        ("pl", LOW_HIGH),
        ("hu", LOW_HIGH),
        ("es", GUILLEMETS),
        ("es-MX", CURLY),
        ("pt-BR", CURLY),
        ("ru", GUILLEMETS),
        ("uk", GUILLEMETS),
        ("da", INWARD),
        ("sv", RIGHT),
        ("fi", RIGHT),
    ],
)
def test_primary_quotes(tag: str, primary: tuple[str, str]) -> None:
    assert LOCALES[tag].quotes.primary == primary


@pytest.mark.parametrize(
    ("tag", "pair"),
    [
        ("en-GB", SINGLE),
        ("de", INWARD),
        ("fr", CURLY),
        ("es", CURLY),
        ("it", CURLY),
        ("uk", LOW),
        ("uk", LOW_HIGH),
        ("hr", INWARD),
        ("sr", LOW_HIGH),
        ("nl", LOW_HIGH),
        ("ro", CURLY),
        ("da", CURLY),
        ("sv", ("\u00bb", "\u00bb")),
        ("fi", ("\u00bb", "\u00bb")),
        ("nb", CURLY),
        ("zh", ("\u300c", "\u300d")),
    ],
)
def test_what_newspapers_print_is_admitted(tag: str, pair: tuple[str, str]) -> None:
    assert pair in LOCALES[tag].quotes.admitted


@pytest.mark.parametrize(
    ("tag", "decimal", "group"),
    [
        ("en", ".", ","),
        ("fr", ",", "\u202f"),
        ("fr-CA", ",", "\u00a0"),
        ("de", ",", "."),
        ("de-AT", ",", "."),
        ("de-CH", ".", "\u2019"),
        ("es", ",", "."),
        ("es-MX", ".", ","),
        ("uk", ",", "\u00a0"),
        ("hi", ".", ","),
    ],
)
def test_number_signs(tag: str, decimal: str, group: str) -> None:
    numbers = LOCALES[tag].numbers
    assert (numbers.decimal, numbers.groups[0]) == (decimal, group)


@pytest.mark.parametrize("tag", ["de", "de-AT", "de-CH", "cs", "da", "nb", "fi", "hu", "sk", "sl"])
def test_the_day_has_a_full_stop(tag: str) -> None:
    assert LOCALES[tag].dates.day == "."


@pytest.mark.parametrize("tag", ["en", "fr", "es", "it", "pl", "sv", "uk", "ru", "el"])
def test_the_day_has_no_full_stop(tag: str) -> None:
    assert LOCALES[tag].dates.day == ""


def test_a_region_states_only_what_differs() -> None:
    assert LOCALES["de-AT"].dates.months[0] == "J\u00e4nner"
    assert LOCALES["de-AT"].dates.months[1:] == LOCALES["de"].dates.months[1:]
    assert LOCALES["de-CH"].words == LOCALES["de"].words
    assert LOCALES["fr-CA"].quotes == LOCALES["fr"].quotes


@given(st.sampled_from(sorted(LOCALES)))
def test_every_lineage_ends_at_root(tag: str) -> None:
    chain = list(lineage(tag))
    assert chain[-1] == ROOT
    assert all(child.startswith(f"{parent}-") for child, parent in pairwise(chain[:-1]))
    assert all(LOCALES[tag].is_a(parent) for parent in LOCALES[tag].parents)


@given(st.sampled_from(sorted(set(LOCALES) - {ROOT})), st.sampled_from(["", "-x-desk", "-t-uk"]))
def test_a_shipped_tag_is_its_own_best_match(tag: str, extension: str) -> None:
    assert best_match((tag + extension).upper(), LOCALES) == tag


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"quote": {}}, "quote"),
        ({"quotes": {"primery": []}}, "quotes.primery"),
        ({"numbers": {"decimal": [","]}}, "numbers.decimal"),
    ],
)
def test_an_unknown_or_misshapen_key_is_named(table: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        parse_locales({"xx": table})
