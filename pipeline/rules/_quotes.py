"""The quotation marks of an article: what each block uses, and which style it should keep."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.analysis.quotation import (
    DOUBLES,
    SPACES,
    Mark,
    Quotation,
    Role,
    find_marks,
    read_quotation,
)
from pipeline.context import Context
from pipeline.document import Block
from pipeline.house import KEEP
from pipeline.locale import Locale, QuoteFacts
from pipeline.pattern import Match, compiled
from pipeline.rules._guillemets import inner_space
from pipeline.text import Edit, minimal_edit

STRAIGHT = ('"', '"')
CURLY = ("\u201c", "\u201d")
STRAIGHT_SINGLE = ("'", "'")

TITLES = "\u300a\u3008\u300e"  # open titles of works too, so an article has them beside its quotes

Style = tuple[str, str]

# Two commas typed for a low mark, and what typists close it with.
LOW_COMMAS = (
    r"(?<![\w,]),,(?=[\p{L}\p{N}])(?<inside>[^,\"'\u2018-\u201f\r\n]"
    r"(?:,(?!,)|['\u2019](?!['\u2019])|[^,\"'\u2018-\u201f\r\n]){0,400}?)"
    r"(?<closing>''|\u2019\u2019|\u2018\u2018|[\"\u201c\u201d])(?![\p{L}\p{N}])"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The marks of one block and its locale."""

    block: Block
    locale: Locale
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Choice:
    """The style an article keeps for double marks, why, and how many whole pairs it has."""

    style: Style
    why: str
    pairs: int = 0


def read_article(context: Context) -> tuple[Reading, ...]:
    """Read the marks of every block that has any."""
    readings: list[Reading] = []
    marks = find_marks(context.text)
    done = 0
    for block in context.document.blocks:
        first = done
        while first < len(marks) and marks[first].start() < block.span.start:
            first += 1
        done = first
        while done < len(marks) and marks[done].start() < block.span.end:
            done += 1
        if done > first:
            quotation = read_quotation(
                context.text, block.span.start, block.span.end, marks[first:done]
            )
            quotation = _without_low_commas(context, _unprotected(context, quotation))
            if readings:
                quotation = _continued(readings[-1], quotation, block.span.start)
            readings.append(Reading(block, context.locale_of(block), quotation))
    return tuple(readings)


def is_quoted(context: Context, start: int, end: int) -> bool:
    """Tell whether a range lies inside a quotation."""
    spans = context.once(_quotations)
    index = bisect_right(spans, (start, len(context.text))) - 1
    return index >= 0 and end <= spans[index][1]


def _quotations(context: Context) -> Sequence[tuple[int, int]]:
    """Return the outermost quotations, (start, end) in text order."""
    spans: list[tuple[int, int]] = []
    pairs = [pair for reading in context.once(read_article) for pair in reading.quotation.pairs]
    for opening, closing in sorted(pairs, key=lambda pair: pair[0].at):
        if not spans or opening.at >= spans[-1][1]:
            spans.append((opening.at, closing.at))
    return spans


def low_commas(context: Context) -> tuple[Match, ...]:
    """Return the quotations that open with two commas, in locales with low marks and English."""
    if ",," not in context.text:
        return ()
    return tuple(
        match
        for match in compiled(LOW_COMMAS).finditer(context.text)
        if _has_low_commas(context.locale_at(match.start()))
    )


def _has_low_commas(locale: Locale) -> bool:
    """Tell whether two commas open a quotation: in English only a copied one."""
    return locale.is_a("en") or low_style(locale) is not None


def low_style(locale: Locale) -> Style | None:
    """Return the pair of the locale that opens low, None when it has none."""
    facts = locale.quotes
    for style in (facts.primary, facts.nested, *facts.admitted):
        if style[0] == "\u201e":
            return style
    return None


def _unprotected(context: Context, quotation: Quotation) -> Quotation:
    hidden = context.document.is_protected
    if not context.document.protected:
        return quotation
    return Quotation(
        tuple(
            pair
            for pair in quotation.pairs
            if not any(hidden(mark.at, mark.at + 1) for mark in pair)
        ),
        tuple(mark for mark in quotation.odd if not hidden(mark.at, mark.at + 1)),
        tuple(mark for mark in quotation.apostrophes if not hidden(mark.at, mark.at + 1)),
    )


def _without_low_commas(context: Context, quotation: Quotation) -> Quotation:
    """Drop the marks that close what two commas opened: they have a partner."""
    taken = context.once(_low_closers)
    if not taken:
        return quotation
    odd = tuple(mark for mark in quotation.odd if mark.at not in taken)
    return replace(quotation, odd=odd)


def _low_closers(context: Context) -> frozenset[int]:
    return frozenset(match.start("closing") for match in context.once(low_commas))


def _continued(previous: Reading, quotation: Quotation, start: int) -> Quotation:
    """Drop the closing mark with which a paragraph takes up a quotation, as Spanish has it."""
    last = next((mark for mark in previous.quotation.odd if mark.role is Role.OPEN), None)
    glyphs = {"\u00ab": "\u00bb", "\u201c": "\u201d", "\u00bb": "\u00bb", "\u201d": "\u201d"}
    glyph = glyphs.get(last.char) if last else None
    if glyph is None:
        return quotation
    for pair in quotation.pairs[:1]:
        if pair[0].at == start and pair[0].char == glyph:
            odd = sorted((pair[1], *quotation.odd), key=lambda mark: mark.at)
            return replace(quotation, pairs=quotation.pairs[1:], odd=tuple(odd))
    return quotation


def style_of(opening: Mark, closing: Mark) -> Style:
    """Return the characters of a pair."""
    return opening.char, closing.char


def choose_style(context: Context) -> Choice:
    """Return the style of double marks the article keeps: house, majority, or on a tie the first.

    Every outer mark counts for the style it belongs to, whether it has a partner or not.
    """
    facts = context.locale.quotes
    forced = {"straight": STRAIGHT, "curly": _curly(facts), "locale": facts.primary}
    if context.house.quotes != KEEP:
        return Choice(forced[context.house.quotes], "house style")
    counts = _counts(context, facts)
    pairs = sum(
        opening.double and not opening.depth
        for reading in context.once(read_article)
        for opening, _ in reading.quotation.pairs
    )
    if not counts:
        straight = any(mark.char == "'" for mark in _apostrophes(context))
        style = STRAIGHT if straight else facts.primary
        return Choice(style, "these marks are not at home in the language", pairs)
    total = counts.total()
    if counts[STRAIGHT] <= 2 and len(counts) > 1 and not context.locale.is_a("en"):
        del counts[STRAIGHT]  # one pair of a keyboard's marks is no style beside printed ones
    most = max(counts.values())
    level = [style for style in counts if counts[style] == most]
    # English print has straight marks too, so the first decide; elsewhere they are a typist's.
    style = level[0] if context.locale.is_a("en") or level[0] != STRAIGHT else level[-1]
    mostly = "uses" if most == total else "mostly uses"
    return Choice(style, f"the article {mostly} {describe(style)}", pairs)


def _counts(context: Context, facts: QuoteFacts) -> Counter[Style]:
    """Count the outer marks of each style that is at home in the locale of the article."""
    counts: Counter[Style] = Counter()
    styles = [STRAIGHT, facts.primary, *(pair for pair in facts.admitted if is_double(pair))]
    styles = [style for style in styles if style[0] not in TITLES]
    for reading in context.once(read_article):
        if reading.locale.tag != context.locale.tag:
            continue
        for opening, closing in reading.quotation.pairs:
            if opening.double and opening.depth == 0:
                counts.update(_styles_of(style_of(opening, closing), styles))
        for mark in reading.quotation.odd:
            if mark.double and mark.depth == 0:
                side = 0 if mark.role is Role.OPEN else 1
                counts.update([style for style in styles if style[side] == mark.char][:1])
    return counts


def _styles_of(pair: Style, styles: list[Style]) -> Iterator[Style]:
    """Yield the style of a pair twice, or those its two marks belong to."""
    if pair in styles:
        yield pair
        yield pair
        return
    for side, char in enumerate(pair):
        yield from [style for style in styles if style[side] == char][:1]


def _apostrophes(context: Context) -> Iterator[Mark]:
    for reading in context.once(read_article):
        yield from reading.quotation.apostrophes


def is_double(style: Style) -> bool:
    """Tell whether a pair does the work of double marks."""
    return style[0] in DOUBLES


def _curly(facts: QuoteFacts) -> Style:
    return facts.primary if facts.primary[0] != '"' else CURLY


def is_foreign(style: Style, facts: QuoteFacts) -> bool:
    """Tell whether a pair is in no style of the locale, in none of its two marks' places."""
    homes = _homes(facts)
    if any(is_foreign_mark(char, facts) for char in style):
        return True
    return STRAIGHT[0] not in style and not any(style[0] == home[0] for home in homes)


def is_foreign_mark(char: str, facts: QuoteFacts) -> bool:
    """Tell whether a mark belongs to no style of the locale."""
    return all(char not in home for home in _homes(facts))


def _homes(facts: QuoteFacts) -> tuple[Style, ...]:
    return (STRAIGHT, STRAIGHT_SINGLE, facts.primary, facts.nested, *facts.admitted)


def regional_pairs(context: Context) -> tuple[Style, ...]:
    """Return the pairs of a region, where it is unsaid and the whole article writes as there."""
    if "-" in context.locale.tag:
        return ()
    outer = {
        style_of(opening, closing)
        for reading in context.once(read_article)
        for opening, closing in reading.quotation.pairs
        if opening.double and not opening.depth
    }
    regions = (
        locale.quotes
        for locale in context.plan.locales.values()
        if locale.language == context.locale.language and locale.tag != context.locale.tag
    )
    region = next((facts for facts in regions if outer == {facts.primary}), None)
    return () if region is None else (region.primary, region.nested, *region.admitted)


def describe(style: Style) -> str:
    """Name a style in words an editor uses.

    >>> describe(('"', '"'))
    'straight quotes'
    """
    if style in (STRAIGHT, STRAIGHT_SINGLE):
        return "straight quotes"
    return f"{style[0]} {style[1]}"


def pair_edits(
    context: Context, pair: tuple[Mark, Mark], style: Style, locale: Locale
) -> list[Edit | None]:
    """Return the edits that write a pair in a style, with or without the space inside it."""
    opening, closing = pair
    first = mark_edit(context, opening, style, locale)
    if first is not None and first.span.end >= closing.at:
        return [minimal_edit(context.text, opening.at, closing.at + 1, style[0] + style[1])]
    return [first, mark_edit(context, closing, style, locale)]


def mark_edit(context: Context, mark: Mark, style: Style, locale: Locale) -> Edit | None:
    """Return the edit that writes one mark in a style, with or without the space inside it."""
    text = context.text
    start, end = mark.at, mark.at + 1
    house = style == locale.quotes.primary and bool(locale.quotes.space)
    inner = context.once(inner_space) or locale.quotes.space if house else ""
    spaced = house or mark.char in "\u00ab\u00bb\u2039\u203a"
    if mark.role is Role.OPEN:
        while spaced and end < len(text) and text[end] in SPACES:
            end += 1
        return minimal_edit(text, start, end, style[0] + inner)
    while spaced and start > 0 and text[start - 1] in SPACES:
        start -= 1
    return minimal_edit(text, start, end, inner + style[1])
