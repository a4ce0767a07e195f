"""Sums of money: which currency a figure is in, and where two texts give the same sum in another.

Dollars are one currency here, and so are crowns, pounds, francs and pesos: a text seldom says
whose it means. Knows words and signs, not rates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from pipeline.align.number_words import scale_of
from pipeline.align.numbers import Figure, read_figures
from pipeline.pattern import compiled
from pipeline.text import Span

# A star stands for an ending of up to four letters; codes count in capitals only.
_TABLE: Mapping[str, str] = {
    "euro": "euro euros eur eura euri euron euroa eurot EUR € евро євро evro avro ευρώ"
    " 欧元 歐元 ユーロ",
    "dollar": "dollar* dolar* dolár* dólar* доллар* долар* dol dól дол долл USD CAD AUD"
    " us$ a$ c$ hk$ $ 美元 美金 港元 加元 澳元 ドル",
    "pound": "pound* livre livres pfund libra libras sterlin* sterline esterlin* ponden pond funt*"
    " libr* liber фунт* GBP £ 英镑 英鎊 ポンド",
    "yen": "yen yens iene* jen jeny jenů jenów иен* йен* єн* JPY 日元 日圆",
    "yuan": "yuan* yuans yüan juan* юан* renminbi RMB CNY 元 人民币",
    "rouble": "rouble* ruble* rubel* rubl* rublo rublos roebel* рубл* руб RUB ₽ 卢布",
    "hryvnia": "hryvnia* hryvnya* hryvni* hrywn* hřivn* grivna* grivnia* griwna* hrivna* гривен*"
    " гривн* гривень грн UAH ₴ 格里夫纳",
    "zloty": "zloty* złot* zlot* zlatých zł злот* PLN 兹罗提",
    "crown": "crown crowns koruna koruny korun korunám korunách krone* kronor krona kronen"
    " couronne* corona coronas corone coroa* kroon kronen koron* крон* kč CZK SEK NOK DKK kr 克朗",
    "franc": "franc francs franken frank* franco francos franchi CHF франк* frs sfr 法郎",
    "peso": "peso* pesos песо MXN ARS 比索",
    "real": "reais reales BRL r$ реал* 雷亚尔",
    "rupee": "rupee* roupie* rupie* rupia* rúpia* rupij* roepie* рупи* рупі* INR ₹ 卢比",
    "lira": "lira lire liras lires liry lir лир* лір* TRY ₺ 里拉",
    "won": "won wons wonů вон* KRW ₩ 韩元",
    "forint": "forint* форинт* HUF",
    "mark": "marks mark marek марок DM",
    "shekel": "shekel* sheqel* schekel* šekel* szekl* шекел* ILS ₪",
}
_SIGNS: Mapping[str, tuple[str, ...]] = {"¥": ("yen", "yuan"), "￥": ("yen", "yuan")}
_MARKS = "$€£¥￥₽₴₹₺₩₪"
_SPACE = "[ \u00a0\u2009\u202f]"
_TOKEN = rf"(?:{_SPACE}|-)?(?P<word>[\p{{L}}]{{0,3}}[{_MARKS}]|[\p{{L}}\p{{M}}]+)[.]?"
_BEFORE = rf"(?:^|(?<![\p{{L}}$]))(?P<word>[A-Z]{{0,3}}[{_MARKS}]|[\p{{L}}]{{2,3}}){_SPACE}?\Z"
_SMALL = frozenset("de d di of da do du a us of".split())
_ENDING = 4
_OTHERS = 1  # words between a figure and its currency that are none of these: Swiss francs
_FAR = 60  # code points
_SPACELESS = "\u2e80"  # from here on scripts go without spaces
_MULTIPLY = "十百千万亿萬億多余"
_NONE: frozenset[str] = frozenset()


def currencies_of(text: str, figure: Figure, language: str) -> tuple[frozenset[str], Span]:
    """Return what a figure may be in, nothing where it is no money, and the span of all of it.

    >>> text = "Sie zahlten 5 Mio. US-Dollar."
    >>> names, span = currencies_of(text, read_figures(text, "de")[0], "de")
    >>> sorted(names), span.of(text)
    (['dollar'], '5 Mio. US-Dollar')
    """
    start, end = figure.span.start, figure.span.end
    match = compiled(_BEFORE).search(text, max(0, start - 5), start)
    if match is not None and (names := _named(match["word"])):
        return names, Span(match.start("word"), _scaled_end(text, end, language))
    for word, stop in _behind(text, end, language):
        names = _named(word)
        if names:
            return names, Span(start, stop)
    return _NONE, figure.span


def other_currencies(
    source: str, target: str, source_language: str, language: str
) -> list[tuple[Span, Span]]:
    """Return the sums that are the same figure on both sides, in currencies that differ.

    >>> other_currencies("5 Mio. Euro", "5 million dollars", "de", "en")
    [(Span(start=0, end=11), Span(start=0, end=17))]
    """
    mine = _sums(source, source_language)
    if not any(names for _, _, names in mine):
        return []
    theirs = _sums(target, language)
    found = []
    for span, values, names in mine:
        same = [other for other in theirs if other[1] & values]
        back = [one for one in mine if any(one[1] & other[1] for other in same)]
        if not names or not same or not all(other[2] for other in (*same, *back)):
            continue
        if (
            frozenset()
            .union(*(one[2] for one in back))
            .isdisjoint(frozenset().union(*(other[2] for other in same)))
        ):
            found.append((span, same[0][0]))
    return found


def _sums(text: str, language: str) -> list[tuple[Span, frozenset[float], frozenset[str]]]:
    found = []
    for figure in read_figures(text, language):
        names, span = currencies_of(text, figure, language)
        found.append((span, figure.values, names))
    return found


def _scaled_end(text: str, end: int, language: str) -> int:
    """Return where the scale words behind a figure end: $300 million."""
    for word, stop in _behind(text, end, language):
        if scale_of(word.lower(), language) is None:
            break
        end = stop
    return end


def _behind(text: str, at: int, language: str) -> Iterator[tuple[str, int]]:
    """Yield the words behind a figure that may name its currency, and where each ends."""
    others, last = 0, at + _FAR
    while at < len(text) and text[at] in _MULTIPLY:
        at += 1
    while others <= _OTHERS and (match := compiled(_TOKEN).match(text, at, last)) is not None:
        word = match["word"]
        yield word, match.end("word")
        scaled = scale_of(word.lower(), language) is not None
        others += not scaled and word.lower() not in _SMALL
        at = match.end() if scaled else match.end("word")
        if text[at : at + 1] in "'’":
            at += 1


@lru_cache(maxsize=20_000)
def _named(word: str) -> frozenset[str]:
    """Return the currencies that a word or a sign may name.

    >>> sorted(_named("dolarów")), sorted(_named("¥")), sorted(_named("people"))
    (['dollar'], ['yen', 'yuan'], [])
    """
    if word in _SIGNS:
        return frozenset(_SIGNS[word])
    forms = _forms()
    if word in forms:
        return forms[word]
    if word[-1] in _MARKS and len(word) > 1:  # Md€
        return _named(word.lower()) if word != word.lower() else _named(word[-1])
    if word[0] >= _SPACELESS:
        return next((forms[word[:size]] for size in (4, 3, 2, 1) if word[:size] in forms), _NONE)
    word = word.lower()
    if word in forms:
        return forms[word]
    for length in range(len(word), max(len(word) - _ENDING, 2) - 1, -1):
        if (found := forms.get(word[:length] + "*")) is not None:
            return found
    return _NONE


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in _TABLE.items():
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {name}
    return found
