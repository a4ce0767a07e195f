"""Which blocks begin with a small letter by mistake, and which have capitals at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.analysis.english import FUNCTION_WORDS as SMALL_WORDS
from pipeline.context import Context
from pipeline.document import Block, Kind
from pipeline.finding import Safety
from pipeline.glossary.folding import fold
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rules.artifacts.case._sentences import (
    CLOSING,
    CONTINUERS,
    DETERMINERS,
    ELIDED,
    PARTICLES,
    SMALL_NAMES,
    SUBJECTS,
    ends_as_sentence,
    has_verb,
    is_paragraph,
)
from pipeline.rules.artifacts.case._words import LOWER, capitalise

_FIRST = r"\p{Ll}+(?=[ \u00a0]\p{Ll})"
_SECOND = r"[.!?][\"\u201d\u2019]?[ \u00a0][\"\u201c\u2018]?\p{Lu}"
_OPENING = '["\u201c\u2018\u00ab\u201e]?[\u00a0\u202f]?'
_START = (
    rf"(?<=[\r\n])[ \t]{{0,4}}{_OPENING}(?P<word>[{LOWER}]\p{{Ll}}*)(?:-\p{{Ll}}+)*"
    rf"(?P<next>['\u2019][{LOWER}]|,?[ \u00a0](?P<following>\w))"
)
_REPORTING = frozenset(
    "said says reported reports announced posted confirmed shares stock sales wrote plans has is was will"
    " sold sells and".split()
)
_SPEAKING = frozenset("said says asked asks added wrote told replied explained".split())
GATE = rf"[\r\n][ \t]*{_OPENING}[{LOWER}]"


@dataclass(frozen=True, slots=True)
class Start:
    """The first word of a block, in small letters: where it stands, and with its capital."""

    start: int
    end: int
    after: str
    safety: Safety


def is_cased(context: Context, at: int) -> bool:
    """Tell whether the block at `at` begins with a capital: some write without any on purpose.

    One that lost its capital and gets it back counts as well. Capitals inside it prove nothing:
    the glossary may have put them there.
    """
    starts, cased = context.once(_cased_blocks)
    index = bisect_right(starts, at) - 1
    return index >= 0 and cased[index]


def _cased_blocks(context: Context) -> tuple[list[int], list[bool]]:
    """Return where each block starts and whether its first letter is or becomes a capital."""
    spans = [block.span for block in context.document.blocks]
    letter = compiled(r"\p{L}")
    found = (*context.once(text_start), *context.once(paragraph_starts))
    mended = {one.start for one in found if one.safety is Safety.APPLY}
    firsts = [letter.search(context.text, span.start, span.end) for span in spans]
    return [span.start for span in spans], [
        one is not None
        and (
            one.start() in mended
            or (one[0].isupper() and _has_own_capital(context, span.start, span.end))
        )
        for one, span in zip(firsts, spans, strict=True)
    ]


def _has_own_capital(context: Context, start: int, end: int) -> bool:
    """Tell whether a word has a capital that the glossary cannot have written."""
    own = SMALL_WORDS if context.locale.language == "en" else frozenset()
    known = context.plan.glossary.lexicon(context.locale.language).words
    return any(
        (low := fold(match[0]).removesuffix("'s")) not in known or low in own
        for match in compiled(r"(?<![\p{L}'\u2019])\p{Lu}[\p{L}'\u2019]*").finditer(
            context.text, start, end
        )
    )


def text_start(context: Context) -> tuple[Start, ...]:
    """Return the first word of the text where it lost its capital."""
    text, blocks = context.text, context.document.blocks
    if not text[:1].islower() or not blocks or not is_paragraph(context, 0):
        return ()
    word = compiled(_FIRST).match(text)
    language = context.locale_of(blocks[0]).language
    starters = DETERMINERS.get(language, frozenset()) | SUBJECTS.get(language, frozenset())
    if word is None or word[0] not in starters:
        return ()
    if not all(text[block.span.start].isupper() for block in blocks[1:]):
        return ()
    clause = language == "en" and has_verb(text.split())
    own = clause and _has_own_capital(context, 0, len(text))
    sure = len(blocks) > 1 or compiled(_SECOND).search(text) or own
    safety = Safety.APPLY if sure else Safety.SUGGEST
    return (Start(0, word.end(), capitalise(word[0], language), safety),)


def paragraph_starts(context: Context) -> tuple[Start, ...]:
    """Return the first words of the paragraphs that lost their capital."""
    return tuple(_paragraph_starts(context))


def _paragraph_starts(context: Context) -> Iterator[Start]:
    blocks = context.document.blocks
    for match in compiled(_START).finditer(context.text):
        start, end = match.start("word"), match.end("word")
        index = bisect_right(blocks, start, key=_start) - 1
        if index < 1 or not is_paragraph(context, index):
            continue
        locale = context.locale_of(blocks[index])
        opens_clause = locale.language == "en" and _opens_clause(context, match)
        if not _may_follow(context, index, opens_clause=opens_clause):
            continue
        if _may_begin(match, locale) and _is_exception(context):
            after = capitalise(match["word"], locale.language)
            safety = _safety(match["word"], blocks[index - 1], locale)
            if locale.language == "en" and _is_prose(context, index, match):
                safety = Safety.APPLY
            yield Start(start, end, after, safety)


def _is_prose(context: Context, index: int, match: Match) -> bool:
    """Tell whether an English paragraph is a clause, and its first word no name written small.

    A company speaks or sells where its name stands first.
    """
    before, block = context.document.blocks[index - 1 : index + 1]
    words = block.span.of(context.text).split()
    if before.kind is not Kind.PARAGRAPH or match["word"] in CONTINUERS["en"]:
        return False
    named = len(words) < 6 or words[1].lower() in _REPORTING
    return len(match["word"]) > 3 and has_verb(words) and words[1].islower() and not named


def _safety(word: str, before: Block, locale: Locale) -> Safety:
    """Apply where a clause surely opens; "which" or "said" may go on with the sentence before."""
    language = locale.language
    sure = word in DETERMINERS.get(language, ()) or word in SUBJECTS.get(language, ())
    if language in CONTINUERS and word not in CONTINUERS[language]:
        sure = sure or word in locale.words.function_words
    return Safety.APPLY if sure and before.kind is Kind.PARAGRAPH else Safety.SUGGEST


def _opens_clause(context: Context, match: Match) -> bool:
    """Tell whether a subject opens more than what tells who spoke: the mayor said."""
    word = match["word"]
    if word not in DETERMINERS["en"] and word not in SUBJECTS["en"]:
        return False
    line = context.text[match.start("word") : match.start("word") + 80].partition("\n")[0]
    words = line.split()
    return len(words) > 6 and _SPEAKING.isdisjoint(words[:6]) and has_verb(words)


def _may_follow(context: Context, index: int, *, opens_clause: bool) -> bool:
    """Tell whether the block before has come to an end, so that no sentence runs on."""
    text = context.text
    before, block = context.document.blocks[index - 1 : index + 1]
    line = before.span.of(text).rstrip()
    if before.kind is Kind.PARAGRAPH:
        return ends_as_sentence(line) and (line[-1] not in CLOSING or opens_clause)
    is_title = before.kind in (Kind.HEADLINE, Kind.KICKER) and line[-1] not in ",;:-\u2013\u2014"
    return is_title and text.count("\n", before.span.end, block.span.start) > 1


def _may_begin(match: Match, locale: Locale) -> bool:
    """Tell whether the word can stand at the start of a sentence, and is no name in small."""
    word, follower = match["word"], match["next"]
    known = word in locale.words.function_words
    if not locale.words.function_words or word in SMALL_NAMES:
        return False
    if word in PARTICLES and (match["following"] or "").isupper():
        return False
    if follower[0] in "'\u2019":
        return locale.language in ELIDED or known or word == "i"
    return len(word) > 2 or known


def _is_exception(context: Context) -> bool:
    """Tell whether most paragraphs of the article begin with a capital."""
    small, total = context.once(_small_starts)
    return small == 1 < total or small * 3 <= total


def _small_starts(context: Context) -> tuple[int, int]:
    """Return how many blocks begin with a small letter, and how many there are."""
    firsts = [
        next((char for char in block.span.of(context.text)[:12] if char.isalpha()), "")
        for block in context.document.blocks
        if block.kind is not Kind.CODE
    ]
    return sum(char.islower() for char in firsts), len(firsts)


def _start(block: Block) -> int:
    return block.span.start
