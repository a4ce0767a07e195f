"""Where findings stand in a text: regions that nest, for a page that marks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.cli.diff import to_words
from pipeline.document import Kind
from pipeline.result import ReportedFinding, Result
from pipeline.text import Edit, Span

WIDE = 160  # code points; a finding over more than that is marked where it edits


@dataclass
class Region:
    """A span of the source text, the findings (by number) marked there, and regions inside.

    `edits` are those that no inner region has. A region without findings is a block: `head`
    for a headline, or a stretch in another locale.
    """

    span: Span
    findings: list[int] = field(default_factory=list)
    inside: list[Region] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    head: bool = False
    locale: str = ""


def regions_of(result: Result, edits: Sequence[Edit], marked: Sequence[int]) -> Region:
    """Return the whole text as a region, with all others inside; findings by their number."""
    found: dict[Span, Region] = {}
    for number in marked:
        for span in _spans(result.findings[number]):
            grown = _grown(result.source.text, span, edits)
            region = found.setdefault(grown, Region(grown))
            if number not in region.findings:
                region.findings.append(number)
    whole = Region(Span(0, len(result.source.text)))
    _nest(whole, [*_blocks(result, edits), *found.values()])
    for edit in edits:
        _owner(whole, edit.span).edits.append(edit)
    return whole


def _spans(finding: ReportedFinding) -> Iterator[Span]:
    if finding.edits and (len(finding.edits) > 1 or len(finding.span) > WIDE):
        yield from (edit.span for edit in finding.edits)
    else:
        yield finding.span


def _grown(text: str, span: Span, edits: Sequence[Edit]) -> Span:
    """Return the span grown to whole words, to something that can be seen, to whole edits."""
    span = to_words(text, span)
    if not len(span):
        span = to_words(text, _beside(text, span.start))
    start, end = span.start, span.end
    for edit in edits[bisect_left(edits, start, key=lambda edit: edit.span.end) :]:
        if edit.span.start >= end:
            break
        if edit.span.end > start:
            start, end = min(start, edit.span.start), max(end, edit.span.end)
    return Span(start, end)


def _beside(text: str, at: int) -> Span:
    """Return the code point after an offset, or the one before it where that is in a word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if after.isalnum() or not before.isalnum():
        return Span(at, at + len(after.strip("\r\n"))) if after else Span(at, at)
    return Span(at - 1, at)


def _blocks(result: Result, edits: Sequence[Edit]) -> Iterator[Region]:
    """Yield headlines and blocks in another locale than the article, in source offsets."""
    for block in result.document.blocks:
        foreign = "" if block.locale in (result.locale, "und") else block.locale
        if foreign or block.kind is Kind.HEADLINE:
            span = result.source_span(block.span, len(result.revisions))
            if len(span):
                grown = _grown(result.source.text, span, edits)
                yield Region(grown, head=block.kind is Kind.HEADLINE, locale=foreign)


def _nest(whole: Region, regions: list[Region]) -> None:
    """Put the regions inside each other; one that overlaps another without nesting is cut."""
    regions.sort(key=lambda region: (region.span.start, -region.span.end, bool(region.findings)))
    open_regions = [whole]
    for region in regions:
        while len(open_regions) > 1 and open_regions[-1].span.end <= region.span.start:
            open_regions.pop()
        limit = open_regions[-1].span.end
        if region.span.end > limit:
            region.span = Span(region.span.start, limit)
        open_regions[-1].inside.append(region)
        if len(region.span):
            open_regions.append(region)


def _owner(region: Region, span: Span) -> Region:
    """Return the innermost region that holds the span."""
    for inner in region.inside:
        if inner.span.contains(span):
            return _owner(inner, span)
    return region
