"""Numbers in words that can only be numbers: three to twenty, where nothing joins them to others.

A word of the wide tables answers a figure; a word of this one may be missed itself. Left out is
what is another word too: Italian sei, French neuf.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.align.number_words import scale_of, value_of
from pipeline.pattern import Match, compiled
from pipeline.text import Span

_WORD = r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*"
_FIRST = 3
# From three on, in their order; forms of one number are joined by a stroke, a dash is none.
_TABLE: Mapping[str, str] = {
    "en": "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty",
    "fr": "trois quatre cinq six sept huit - dix onze douze treize quatorze quinze seize"
    " - - - vingt",
    "de": "drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig",
    "es": "tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte",
    "it": "tre quattro cinque - sette otto nove dieci undici dodici tredici quattordici quindici"
    " sedici diciassette diciotto diciannove venti",
    "pt": "três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze"
    " dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte",
    "nl": "drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig",
    "pl": "trzy/trzech/trzem cztery/czterech/czterem pięć/pięciu sześć/sześciu siedem/siedmiu"
    " osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu"
    " trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu"
    " siedemnaście/siedemnastu osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu"
    " dwadzieścia/dwudziestu",
    "cs": "tři/třem čtyři/čtyřem/čtyř pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti"
    " deset/deseti jedenáct/jedenácti dvanáct/dvanácti třináct/třinácti čtrnáct/čtrnácti"
    " patnáct/patnácti šestnáct/šestnácti sedmnáct/sedmnácti osmnáct/osmnácti"
    " devatenáct/devatenácti dvacet/dvaceti",
    "uk": "три/трьох/трьом чотири/чотирьох/чотирьом п'ять/п'яти шість/шести сім/семи вісім/восьми"
    " дев'ять/дев'яти десять/десяти одинадцять/одинадцяти дванадцять/дванадцяти"
    " тринадцять/тринадцяти чотирнадцять/чотирнадцяти п'ятнадцять/п'ятнадцяти"
    " шістнадцять/шістнадцяти сімнадцять/сімнадцяти вісімнадцять/вісімнадцяти"
    " дев'ятнадцять/дев'ятнадцяти двадцять/двадцяти",
    "ru": "три/трех/трёх/трем/трём четыре/четырех/четырёх/четырем/четырём пять/пяти шесть/шести"
    " семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати"
    " двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати"
    " пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати"
    " восемнадцать/восемнадцати девятнадцать/девятнадцати двадцать/двадцати",
}


def spelt_out(text: str, language: str) -> Iterator[tuple[Span, float]]:
    """Yield each such word with its value.

    >>> text = "Twelve of the twenty-five came, three million did not, seven slept."
    >>> [(span.of(text), value) for span, value in spelt_out(text, "en")]
    [('Twelve', 12), ('seven', 7)]
    """
    known = _known(language)
    if not known:
        return
    words = list(compiled(_WORD).finditer(text))
    for at, match in enumerate(words):
        value = known.get(match[0].lower().replace("’", "'"))
        if value is None:
            continue
        beside = [words[other] for other in (at - 1, at + 1) if 0 <= other < len(words)]
        if not any(_joins(text, _ends(match), _ends(other), language) for other in beside):
            yield Span(match.start(), match.end()), value


def _ends(match: Match) -> tuple[int, int]:
    return match.start(), match.end()


def _joins(text: str, one: tuple[int, int], two: tuple[int, int], language: str) -> bool:
    """Tell whether a word beside a number is a number too: of the same, or of a fraction."""
    between = text[min(one[1], two[1]) : max(one[0], two[0])]
    word = text[two[0] : two[1]].lower()
    if between.strip(" \u00a0-"):
        return False
    return value_of(word, language) is not None or scale_of(word, language) is not None


@cache
def _known(language: str) -> Mapping[str, float]:
    return {
        form: value
        for value, forms in enumerate(_TABLE.get(language, "").split(), _FIRST)
        for form in forms.split("/")
        if form != "-"
    }
