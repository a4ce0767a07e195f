"""One small detector for each class of artifact, written apart from the rules it measures.

A detector looks at one segment and yields the spans of its hits. It knows neither the
engine nor its rules: the two must be free to disagree. A detector counts correct text too,
so its number means something only beside the number for human text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.bench.corpus import Segment
from pipeline.bench.words import (
    ABBREVIATIONS,
    CALENDAR,
    CYRILLIC,
    DECIMAL_COMMA,
    DEMONYMS,
    FRENCH_TITLE,
    FUNCTION_WORDS,
    LEGAL_DOUBLES,
    MONTHS,
    NAMES,
    OTHER_SCRIPTS,
    OWN_QUOTES,
    SCALES,
    WRONG_LETTERS,
)

Hits = Iterator[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Detector:
    """A class of artifact: its name, how to find it, the languages it is for (none: all).

    With `against_reference` a hit counts only where the human translation has none, since
    translators do lose quotes, numbers and capitals on purpose.
    """

    name: str
    find: Callable[[Segment], Hits]
    langs: frozenset[str] = frozenset()
    against_reference: bool = False

    def hits(self, segment: Segment) -> list[tuple[int, int]]:
        """Return the spans of all hits, none when the detector is not for this language."""
        if self.langs and segment.lang not in self.langs:
            return []
        return list(self.find(segment))


def matches(pattern: str, flags: int = 0) -> Callable[[Segment], Hits]:
    """Return a finder that yields every match of a pattern."""
    compiled = re.compile(pattern, flags)

    def find(segment: Segment) -> Hits:
        for match in compiled.finditer(segment.text):
            yield match.span()

    return find


def matches_by_lang(patterns: dict[str, str], default: str = "") -> Callable[[Segment], Hits]:
    """Return a finder with one pattern for each language; nothing is found in the others."""
    finders = {lang: matches(pattern) for lang, pattern in patterns.items()}
    fallback = matches(default) if default else None

    def find(segment: Segment) -> Hits:
        finder = finders.get(segment.lang, fallback)
        return finder(segment) if finder else iter(())

    return find


_SPACED = re.compile(
    r'(?:(?<=[\s(])|^)" [^"]{1,200} "(?=[\s.,;:!?)]|$)'
    r"|[\u201c\u201e] [^\u201c\u201d]{1,200} [\u201c\u201d]"
)
_STRAIGHT = re.compile('"')
_CURLY = re.compile("[\u201c\u201d\u201e]")
_ANY_QUOTE = re.compile("[\"'\u00ab\u00bb\u2018-\u201f\u2039\u203a\u300a-\u300f\u2032\u2033`]")
_PAIRED = re.compile(
    "\u201c[^\u201c\u201d]+\u201d|\u201e[^\u201c\u201d\u201e]+[\u201c\u201d]"
    "|\u00ab[^\u00ab\u00bb]+\u00bb|\u300c[^\u300d]+\u300d|\u300a[^\u300b]+\u300b"
    r'|\B"[^"]+"\B'
)


def spaced_quotes(segment: Segment) -> Hits:
    """Find a quotation with a space inside each of its marks."""
    if segment.lang != "fr":
        for match in _SPACED.finditer(segment.text):
            yield match.span()


def mixed_quotes(segment: Segment) -> Hits:
    """Find both straight and curly double marks in one segment."""
    straight, curly = _STRAIGHT.search(segment.text), _CURLY.search(segment.text)
    if straight and curly:
        yield straight.span()


def lost_quotes(segment: Segment) -> Hits:
    """Find a segment without any quote mark whose source quotes something."""
    if _PAIRED.search(segment.source) and not _ANY_QUOTE.search(segment.text):
        yield 0, len(segment.text)


def untranslated(segment: Segment) -> Hits:
    """Find words of the source language: function words, and copies with a foreign letter."""
    if segment.lang != "en" or not segment.source:
        return
    foreign = FUNCTION_WORDS.get(segment.source_lang, frozenset())
    source = set(re.findall(r"[^\W\d_]+", segment.source))
    for match in re.finditer(r"(?<![\w'\u2019&/@.-])[^\W\d_]{2,}(?![\w'\u2019@-])", segment.text):
        word = match[0]
        if not word.islower() or word not in source or _beside_name(segment.text, match):
            continue
        if word in foreign or (len(word) > 4 and not word.isascii()):
            yield match.span()


def _beside_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether the word stands beside one with a capital, as in "Ole von Beust"."""
    return bool(
        re.search(r"\b[^\W\d_a-z][\w.'\u2019-]* $", text[: match.start()])
        or re.match(r" ['\"\u201c\u2018]?[^\W\d_a-z]\w", text[match.end() :])
    )


def other_script(segment: Segment) -> Hits:
    """Find runs of letters of a script that the language is not written in."""
    pattern = OTHER_SCRIPTS.get(segment.lang)
    if pattern is not None:
        for match in pattern.finditer(segment.text):
            yield match.span()


def lower_start(segment: Segment) -> Hits:
    """Find a segment that starts in lower case although its source does not."""
    start = re.match(r"[\"'\u201c\u2018\u00ab\u201e(]*([^\W\d_]+)", segment.text)
    source = re.search(r"[^\W\d_]", segment.source)
    if start and source and source[0].isupper() and start[1].islower():
        yield start.span(1)


def lower_after_stop(segment: Segment) -> Hits:
    """Find a sentence that starts in lower case inside a segment."""
    for match in re.finditer(r"([^\W\d_]{3,})([.?!]) +([^\W\d_]{2,})", segment.text):
        before, after = match[1], match[3]
        if after.islower() and before.islower() and before not in ABBREVIATIONS:
            yield match.span(3)


_DOUBLED = re.compile(r"(?<![\w'\u2019-])([^\W\d_]{2,}) (\1)(?![\w'\u2019-])", re.IGNORECASE)
_LOOP = re.compile(r"\b(\w{2,}(?: \w+){1,5})(?:,? \1\b)+|\b(\w{2,})(?:,? \2\b){2,}", re.IGNORECASE)


def doubled_word(segment: Segment) -> Hits:
    """Find one word twice in a row, where that is not the grammar of the language."""
    for match in _DOUBLED.finditer(segment.text):
        legal = match[1].lower() in LEGAL_DOUBLES.get(segment.lang, frozenset())
        if not legal and match[2].islower():
            yield match.span(2)


def loop(segment: Segment) -> Hits:
    """Find a phrase of two to six words twice in a row, or one word three times."""
    for match in _LOOP.finditer(segment.text):
        yield match.span()


def missing_number(segment: Segment) -> Hits:
    """Find a segment that lacks a number of three to nine digits of its source."""
    if not segment.source or segment.source_lang in ("zh", "ja"):
        return
    words = segment.text.lower()
    if any(scale in words for scale in SCALES):
        return
    here = "".join(char for char in segment.text if char.isdecimal())
    for match in _NUMBER.finditer(segment.source):
        digits = re.sub(r"\D", "", match[0])
        follows = segment.source[match.end() :].lstrip().lower()
        timed = ":" in match[0] or _TIME.fullmatch(match[0])
        if not 3 <= len(digits) <= 9 or timed or follows.startswith(SCALES):
            continue
        if digits.rstrip("0") not in here:
            yield 0, len(segment.text)
            return


_NUMBER = re.compile(r"\d+(?:[ .,\u00a0\u202f'\u2019]\d{3}(?!\d))*(?:[.,:]\d+)*")
_TIME = re.compile(r"\d{1,2}[.:]\d\d")


def _words(words: tuple[str, ...], after: str) -> str:
    """Return a pattern for these words outside addresses, handles and compounds."""
    return rf"(?<![\w@#/.-])(?:{'|'.join(words)}){after}"


EN = frozenset({"en"})
COMMA_LANGS = frozenset(DECIMAL_COMMA)
MONEY = "\u20ac$\u00a3"
_CALENDAR = {
    lang: rf"(?<=[a-z\u00e0-\u04ff\d,] )(?:{'|'.join(words)})\b" for lang, words in CALENDAR.items()
}

IN_ANY: tuple[Detector, ...] = (
    Detector("html entity", matches(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")),
    Detector("other script", other_script),
    Detector("source quotes lost", lost_quotes, against_reference=True),
    Detector("space inside quotes", spaced_quotes),
    Detector(
        "space before mark",
        matches_by_lang(
            {"fr": r"(?<=\w) [,.](?=\s|$)"}, r"(?<=[\w)\"]) (?:[,.](?=\s|$)|[;:!?](?=[\s\"]|$))"
        ),
    ),
    Detector(
        "foreign quote marks",
        matches_by_lang({lang: f"[{marks}]" for lang, marks in OWN_QUOTES.items()}),
    ),
    Detector("mixed quotes", mixed_quotes),
    Detector("lower-case start", lower_start, against_reference=True),
    Detector("lower case after stop", lower_after_stop),
    Detector("number missing", missing_number, against_reference=True),
    Detector("doubled word", doubled_word),
    Detector("phrase loop", loop),
    Detector("double space", matches(r"(?<=\S)  +(?=\S)")),
    Detector(
        "CJK punctuation",
        matches("[\u3001\u3002\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09\u3008-\u3011]"),
    ),
    Detector(
        "mojibake",
        matches("[\u0080-\u009f\ufffd]|\u00c3[\u0080-\u00bf]|\u00e2\u20ac|\u00c2[\u00a0-\u00bf]"),
    ),
    Detector(
        "control or zero width",
        matches("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\u2060\ufeff]"),
    ),
    Detector("engine leftover", matches("<unk>|</?s>|\u2047|\u2581|@@|\u266a|&apos")),
)

IN_ENGLISH: tuple[Detector, ...] = (
    Detector("untranslated word", untranslated, EN),
    Detector("name in lower case", matches(_words(NAMES, r"(?![\w@/-]|\.\w)")), EN),
    Detector("demonym in lower case", matches(_words(DEMONYMS, r"s?\b(?!-)")), EN),
    Detector(
        "'30 000'",
        matches(r"(?<![\d.,] )(?<![\w.,-])[1-9]\d{0,2}(?: \d{3})+(?![\w-]| \d)"),
        EN,
    ),
    Detector(
        "decimal comma",
        matches(rf"(?<![\w.,{MONEY}-])\d{{1,3}},(?:\d{{1,2}}|\d{{4,}})(?![\d,]|\.\d)"),
        EN,
    ),
    Detector("'40 %'", matches(r"\d[ \u00a0]%"), EN),
    Detector(
        "currency side",
        matches(rf"\d ?[{MONEY}](?!\w)|(?<!\w)[{MONEY}] (?=\d)|\bU\.?S\.? \$"),
        EN,
    ),
    Detector(
        "'14. September'",
        matches(
            rf"\b\d{{1,2}}\. (?:{'|'.join(MONTHS)})\b"
            r"|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{2,4}\b(?!\.)"
        ),
        EN,
    ),
    Detector("leftover 'M.'", matches(FRENCH_TITLE), EN),
    Detector("calque phrase", matches(r"\b[Ii]n the framework of\b|\b[Aa]t the level of\b"), EN),
)

IN_OTHERS: tuple[Detector, ...] = (
    Detector(
        "number in English style",
        matches(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,])"),
        COMMA_LANGS,
    ),
    Detector(
        "decimal point",
        matches(r"(?<![\w.,:/-])\d{1,3}\.\d{1,2}(?![\w.:/-]|[ \u00a0](?:Uhr|hod))"),
        COMMA_LANGS - {"es"},
    ),
    Detector("calendar word in capitals", matches_by_lang(_CALENDAR)),
    Detector(
        "fr: mark without space",
        matches(r"(?<=[^\W\d_])[;!?](?=\s|$)|(?<=[^\W\d_]):(?=\s)"),
        frozenset({"fr"}),
    ),
    Detector(
        "es: question not opened",
        matches(r"^[^\u00bf\u00a1]*[^\u00bf\u00a1?!\"]\?"),
        frozenset({"es"}),
    ),
    Detector(
        "letter of another language",
        matches_by_lang({lang: f"[{letters}]" for lang, letters in WRONG_LETTERS.items()}),
    ),
    Detector(
        "Latin in a Cyrillic word",
        matches(rf"\b(?=\w*[A-Za-z])(?=\w*[{CYRILLIC}])\w+"),
        frozenset({"ru", "uk"}),
    ),
)

DETECTORS = IN_ANY + IN_ENGLISH + IN_OTHERS
