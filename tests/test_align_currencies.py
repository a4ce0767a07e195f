"""Sums of money keep their currency, whatever language they are written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.align.currencies import currencies_of, other_currencies
from pipeline.align.numbers import read_figures


def names_in(text: str, language: str) -> list[tuple[list[str], str]]:
    figures = read_figures(text, language)
    found = [currencies_of(text, figure, language) for figure in figures]
    return [(sorted(names), span.of(text)) for names, span in found]


WRITTEN = [
    ("en", "5 million dollars", "dollar"),
    ("en", "5 million US dollars", "dollar"),
    ("en", "US$5", "dollar"),
    ("en", "€5m", "euro"),
    ("en", "EUR 5", "euro"),
    ("en", "5 Swiss francs", "franc"),
    ("en", "5-million-pound", "pound"),
    ("fr", "5 millions d'euros", "euro"),
    ("fr", "5 Md€", "euro"),
    ("fr", "5 dollars canadiens", "dollar"),
    ("fr", "5 livres sterling", "pound"),
    ("de", "5 Mio. Euro", "euro"),
    ("de", "5 US-Dollar", "dollar"),
    ("de", "5 Schweizer Franken", "franc"),
    ("de", "5 Tschechische Kronen", "crown"),
    ("es", "5 millones de dólares", "dollar"),
    ("es", "5 libras", "pound"),
    ("it", "5 miliardi di dollari", "dollar"),
    ("it", "5 sterline", "pound"),
    ("pt", "5 milhões de reais", "real"),
    ("pt", "R$ 5", "real"),
    ("nl", "5 miljoen dollar", "dollar"),
    ("nl", "5 pond", "pound"),
    ("pl", "5 mln złotych", "zloty"),
    ("pl", "5 tys. zł", "zloty"),
    ("pl", "5 mld dolarów amerykańskich", "dollar"),
    ("cs", "5 milionů korun", "crown"),
    ("cs", "5 Kč", "crown"),
    ("cs", "5 amerických dolarů", "dollar"),
    ("uk", "5 млн гривень", "hryvnia"),
    ("uk", "5 мільярдів доларів", "dollar"),
    ("uk", "5 євро", "euro"),
    ("ru", "5 тыс. рублей", "rouble"),
    ("ru", "5 миллиардов долларов", "dollar"),
    ("ru", "5 швейцарских франков", "franc"),
    ("tr", "5 milyon lira", "lira"),
    ("sv", "5 miljoner kronor", "crown"),
    ("zh", "5亿美元", "dollar"),
    ("zh", "5万多元", "yuan"),
    ("en", "5 people", ""),
    ("en", "5 people paid euros", ""),
    ("en", "try 5", ""),
    ("en", "5", ""),
]  # fmt: skip


@pytest.mark.parametrize("language, text, name", WRITTEN)
def test_the_currency_of_a_figure(language: str, text: str, name: str) -> None:
    ((names, _),) = names_in(text, language)
    assert names == ([name] if name else [])


def test_the_sign_of_yen_and_yuan_is_either() -> None:
    assert names_in("¥5", "en") == [(["yen", "yuan"], "¥5")]
    assert differing("5 yuans", "¥5", "fr-en") == differing("5 yens", "¥5", "fr-en") == []


def differing(source: str, target: str, pair: str) -> list[tuple[str, str]]:
    one, two = pair.split("-")
    found = other_currencies(source, target, one, two)
    return [(mine.of(source), theirs.of(target)) for mine, theirs in found]


DIFFERENT = [
    ("de-en", "5 Mio. Euro", "5 million dollars"),
    ("en-fr", "£20", "20 euros"),
    ("uk-en", "300 гривень", "300 roubles"),
    ("pl-en", "1,5 mln zł", "1.5 million euros"),
    ("cs-de", "250 korun", "250 Euro"),
    ("es-en", "3.000 millones de pesos", "3 billion dollars"),
    ("ru-uk", "40 рублей", "40 гривень"),
    ("zh-en", "3亿元", "300 million dollars"),
    ("en-zh", "$300 million", "3亿元"),
    ("it-pt", "7 euro", "7 reais"),
    ("nl-en", "7 miljoen euro", "$7 million"),
]  # fmt: skip


@pytest.mark.parametrize("pair, source, target", DIFFERENT)
def test_another_currency_is_seen_from_either_side(pair: str, source: str, target: str) -> None:
    assert differing(source, target, pair) == [(source, target)]
    one, two = pair.split("-")
    assert differing(target, source, f"{two}-{one}") == [(target, source)]


SAME = [
    ("de-en", "5 Mio. Euro", "$5.5 million (5 million euros)"),
    ("de-en", "5 Mio. Euro", "5 million"),
    ("de-en", "5 Euro und 5 Dollar", "5 dollars and 5 euros"),
    ("cs-en", "84 000 korun", "84,000 crowns"),
    ("cs-en", "84 000 korun", "CZK 84,000"),
    ("fr-en", "5 livres", "5 books"),
    ("en-cs", "5 pounds", "5 liber"),
    ("sv-de", "5 kronor", "5 Kronen"),
]  # fmt: skip


@pytest.mark.parametrize("pair, source, target", SAME)
def test_the_same_sum_is_left_alone(pair: str, source: str, target: str) -> None:
    assert differing(source, target, pair) == []


@given(st.text("05.,' \u00a0$€¥元万 euros dollarsdзлkrčUSD'\ud800", max_size=40))
def test_a_text_is_in_its_own_currencies(text: str) -> None:
    assert differing(text, text, "en-en") == []
