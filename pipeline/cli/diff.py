"""The word diff of `--diff`: each changed line, the words that change in it, and by which rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.cli.visible import escaped
from pipeline.cli.work import Cleaned
from pipeline.formats import Segment, source_edits
from pipeline.result import ReportedFinding, Result
from pipeline.text import Edit, Span, apply_edits

CONTEXT = 48  # code points kept on either side of a change
_RED, _GREEN = "\x1b[31;9m", "\x1b[32m"
_RED_GROUND, _GREEN_GROUND = "\x1b[41m", "\x1b[42m"  # for spaces, which show no colour
_DIM, _BOLD, _OFF = "\x1b[2m", "\x1b[1m", "\x1b[0m"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # would speak to the terminal
_WORD = re.compile(r"[\w\u2019']")


def diff_lines(cleaned: Cleaned, *, colour: bool) -> Iterator[str]:
    """Yield the diff of a file, nothing where nothing changes."""
    for segment, result in cleaned.articles():
        text = segment.text
        edits = widened(text, source_edits(result))
        for group in _by_line(text, edits):
            place = f"{cleaned.given.name}:{_number(cleaned, segment, group)}"
            rules = ", ".join(_rules(result, group))
            yield f"{_BOLD}{place}{_OFF}  {_DIM}{rules}{_OFF}" if colour else f"{place}  {rules}"
            yield f"    {_line(text, group, colour=colour)}"


def widened(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits grown to whole words, those that then touch as one."""
    spans: list[Span] = []
    for edit in edits:
        grown = _grown(text, edit)
        if spans and grown.start <= spans[-1].end:
            grown = Span(spans.pop().start, grown.end)
        spans.append(grown)
    return [Edit(span, _after(text, span, edits)) for span in spans]


def _grown(text: str, edit: Edit) -> Span:
    """Return the span grown to whole words, those of the text and those that the edit makes."""
    span = to_words(text, edit.span)
    start, end = span.start, span.end
    if _WORD.match(edit.replacement[:1]):
        while start and _WORD.match(text[start - 1]):
            start -= 1
    if _WORD.match(edit.replacement[-1:]):
        while end < len(text) and _WORD.match(text[end]):
            end += 1
    return Span(start, end)


def to_words(text: str, span: Span) -> Span:
    """Return the span grown to whole words, where it starts or ends inside one."""
    start, end = span.start, span.end
    while _inside_word(text, start):
        start -= 1
    while _inside_word(text, end):
        end += 1
    return Span(start, end)


def _inside_word(text: str, at: int) -> bool:
    inside = 0 < at < len(text)
    return inside and bool(_WORD.match(text[at - 1]) and _WORD.match(text[at]))


def _after(text: str, span: Span, edits: Sequence[Edit]) -> str:
    inside = [
        Edit(Span(edit.span.start - span.start, edit.span.end - span.start), edit.replacement)
        for edit in edits
        if span.contains(edit.span)
    ]
    return apply_edits(span.of(text), inside)


def _by_line(text: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits in groups that lie on one line, or on lines joined by an edit."""
    group: list[Edit] = []
    for edit in edits:
        if group and "\n" in text[group[-1].span.end : edit.span.start]:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _number(cleaned: Cleaned, segment: Segment, group: Sequence[Edit]) -> int:
    """Return the number of the line in the file."""
    first = segment.place(group[:1])[0]
    return cleaned.text.count("\n", 0, first.span.start) + 1


def _rules(result: Result, group: Sequence[Edit]) -> list[str]:
    return sorted({finding.rule for finding in result.applied if _is_in(finding, group)})


def _is_in(finding: ReportedFinding, group: Sequence[Edit]) -> bool:
    spans = [edit.span for edit in finding.edits]
    return any(
        span.start <= one.span.end and one.span.start <= span.end for span in spans for one in group
    )


def _line(text: str, group: Sequence[Edit], *, colour: bool) -> str:
    start = text.rfind("\n", 0, group[0].span.start) + 1
    end = text.find("\n", group[-1].span.end)
    pieces: list[str] = []
    for edit in group:
        pieces.append(_shortened(text[start : edit.span.start], head=not pieces))
        pieces.append(_change(edit.span.of(text), edit.replacement, colour=colour))
        start = edit.span.end
    pieces.append(_shortened(text[start : len(text) if end < 0 else end].rstrip("\r"), tail=True))
    return "".join(pieces)


def _shortened(kept: str, *, head: bool = False, tail: bool = False) -> str:
    """Return an unchanged stretch, its middle (or its far end) left out when it is long."""
    kept = _CONTROL.sub(lambda char: escaped(char[0]), kept)
    room = CONTEXT if head or tail else 2 * CONTEXT
    if len(kept) <= room + 8:
        return kept
    before = "" if head else kept[:CONTEXT].rpartition(" ")[0]
    after = "" if tail else kept[-CONTEXT:].partition(" ")[2]
    return f"{before}{'' if head else ' '}\u2026{'' if tail else ' '}{after}"


def _change(before: str, after: str, *, colour: bool) -> str:
    before, after = escaped(before), escaped(after)
    if not colour:
        return (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")
    red = _RED if before.strip() else _RED_GROUND
    green = _GREEN if after.strip() else _GREEN_GROUND
    removed = f"{red}{before}{_OFF}" if before else ""
    return removed + (f"{green}{after}{_OFF}" if after else "")
