"""The spaces inside the guillemets of an article: which there are, and which is usual."""

from __future__ import annotations

from collections import Counter

from pipeline.analysis.quotation import SPACES, closes_before, opens_after
from pipeline.context import Context
from pipeline.pattern import compiled
from pipeline.text import Span


def inner_sides(context: Context) -> list[Span]:
    """Return the spaces, empty or not, inside guillemets where the locale sets one there."""
    text, found = context.text, []
    for match in compiled("[\u00ab\u00bb]").finditer(text):
        if not context.locale_at(match.start()).quotes.space:
            continue
        start, end = match.start(), match.end()
        opens = match[0] == "\u00ab"
        if not (
            opens_after(text[start - 1 : start]) if opens else closes_before(text[end : end + 1])
        ):
            continue  # which way the mark faces is not certain
        if opens:
            start = end
            while end < len(text) and text[end] in SPACES:
                end += 1
            quoted = text[end : end + 1]
        else:
            end = start
            while start > 0 and text[start - 1] in SPACES:
                start -= 1
            quoted = text[start - 1] if start else ""
        if quoted and not quoted.isspace() and quoted not in "\u00ab\u00bb":
            found.append(Span(start, end))
    return found


def inner_space(context: Context) -> str:
    """Return the space that most guillemets of the article have inside, "" if none has one."""
    spaces = Counter(span.of(context.text) for span in context.once(inner_sides))
    no_break = sum(count for space, count in spaces.items() if space not in ("", " "))
    if no_break < spaces[" "]:
        return " "
    return next(
        (space for space, _ in spaces.most_common() if len(space) == 1 and space != " "), ""
    )
