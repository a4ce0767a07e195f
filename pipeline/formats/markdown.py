"""Markdown: prose is cleaned, everything that is markup is protected.

A line scanner after CommonMark 0.31, which errs on the side of protecting: code, front
matter, link targets, HTML, table pipes and every marker stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.document import Block, Kind
from pipeline.formats.segment import Layout, Segment
from pipeline.passes.structure import merged
from pipeline.text import Span

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?\1[ \t]*(?=\r?\n|\Z)")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|\Z)")
_CLOSING = re.compile(r"(?<![#\\])#++\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_LIST = re.compile(r"([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]+\]:.*")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_TABLE_RULE = re.compile(
    r"[ \t]*+\|?+[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?+[ \t]*+\Z"
)
_PIPE = re.compile(r"(?:(?<![ \t])[ \t]++)?(?<!\\)\|[ \t]*+")
_INDENTED = re.compile(r"(?: {0,3}\t| {4})")
_BLANK = re.compile(r"\n[ \t]*\r?\n")
_TICKS = re.compile(r"`+")
_OPAQUE = re.compile(r"<(script|style|pre|textarea)\b", re.IGNORECASE)

_INLINE = re.compile(
    r"""
    \]\([^()\n]{0,2000}+(?:\([^()\n]{0,2000}+\)[^()\n]{0,2000}+){0,4}+\)  # the target of a link
    | \]\[[^\[\]\n]{0,200}\] | \[\^[^\[\]\s]{1,80}\]                    # references
    | </?[A-Za-z][^<>]*> | <[!?][^<>]*> | <[a-z+.-]+:[^\s<>]*>      # tags, addresses
    | \\[!-/:-@\[-`{-~]                                             # an escaped mark
    | [*_]+ | ~~                                                    # emphasis
    | (?<![ ])[ ]{2,}(?=\r?\n)                                              # a line break
    | &(?:amp|lt|gt);                                               # an escaped sign
    """,
    re.VERBOSE,
)
_SIGN = re.compile(
    r"^(?: {0,3}#{1,6} \S|```|~~~|\[[^\]]+\]: \S|(?:=|-){4,}$|\|.*\|$)"
    r"|\]\(\S{1,300}\)|\*\*\w[^*\n]*\*\*",
    re.MULTILINE,
)


def looks_like(text: str) -> bool:
    """Tell whether a text has front matter, or two signs of Markdown of different places."""
    if _FRONT_MATTER.match(text):
        return True
    signs = _SIGN.finditer(text[:20_000])
    return next(signs, None) is not None and next(signs, None) is not None


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return the document as one article with its blocks and protected spans."""
    del fields
    scan = _Scan(text)
    scan.run()
    hidden = list(_opaque(text))
    hidden += _code_spans(text, list(merged([*scan.protected, *hidden])))
    found = [Span(match.start(), match.end()) for match in _INLINE.finditer(text)]
    protected = tuple(merged([*scan.protected, *hidden, *found]))
    return Layout((Segment(text, blocks=tuple(scan.blocks), protected=protected),))


@dataclass
class _Scan:
    """The lines read so far: blocks, protected spans, and what the next line may continue."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    protected: list[Span] = field(default_factory=list)
    fence: str = ""
    after_blank: bool = True
    in_list: bool = False
    in_table: bool = False
    paragraph: bool = False  # whether the next line may go on with the last block

    def run(self) -> None:
        """Read every line."""
        front = _FRONT_MATTER.match(self.text)
        at = front.end() if front else 0
        if at:
            self.protected.append(Span(0, at))
        for match in _LINE.finditer(self.text, at):
            start, line = match.start(1), match[1]
            if self.after_blank and line[:1].strip() and not _LIST.match(line):
                self.in_list = False
            quote = _QUOTE.match(line)
            indent = quote.end() if quote else 0
            if indent:
                self.protected.append(Span(start, start + indent))
            self._read(line[indent:], start + indent, quoted=bool(indent))

    def _read(self, line: str, at: int, *, quoted: bool) -> None:
        if self._read_fenced(line, at):
            return
        if not line.strip():
            self.after_blank, self.paragraph, self.in_table = True, False, False
            return
        if self._is_code(line):
            self._keep(line, at, Kind.CODE)
        elif not (self._read_marker(line, at) or self._read_table(line, at)):
            self._read_prose(line, at, quoted=quoted)
        self.after_blank = False

    def _read_fenced(self, line: str, at: int) -> bool:
        fence = _FENCE.match(line)
        if not self.fence and not fence:
            return False
        if not self.fence and fence:
            if fence[1][0] == "`" and "`" in line[fence.end() :]:
                return False  # code inside a line
            self.fence = fence[1]
        elif fence and fence[1].startswith(self.fence) and not line[fence.end() :].strip():
            self.fence = ""
        self._keep(line, at, Kind.CODE)
        self.paragraph = False
        return True

    def _is_code(self, line: str) -> bool:
        """Tell whether the line is indented code; in a list four spaces continue an entry."""
        last = self.blocks[-1].kind if self.blocks else None
        deep = line.startswith(" " * 8 if self.in_list else "    ") or (
            not self.in_list and _INDENTED.match(line) is not None
        )
        return deep and not self.paragraph and (self.after_blank or last is Kind.CODE)

    def _read_marker(self, line: str, at: int) -> bool:
        """Read a line that is markup, or a heading."""
        heading = _HEADING.match(line)
        if heading:
            title = line.rstrip(" \t")
            closing = _CLOSING.search(title, heading.end())
            if closing and title[closing.start() - 1] in " \t":
                title = title[: closing.start()].rstrip(" \t")
            end = max(len(title), heading.end())
            self._block(at + heading.end(), at + end, Kind.HEADLINE)
            self._protect(at, at + heading.end())
            self._protect(at + end, at + len(line))
            return True
        last = self.blocks[-1] if self.paragraph else None
        if last and last.kind is Kind.PARAGRAPH and _UNDERLINE.match(line):
            self.blocks[-1] = Block(last.span, Kind.HEADLINE)
            self.paragraph = False
            self._keep(line, at)
            return True
        if _RULE.match(line) or _DEFINITION.match(line):
            self.paragraph = False
            self._keep(line, at)
            return True
        return False

    def _read_table(self, line: str, at: int) -> bool:
        if "|" not in line:
            self.in_table = False
            return False
        if _TABLE_RULE.match(line):
            self.in_table = True
            self._keep(line, at)
            return True
        if not self.in_table and not line.lstrip().startswith("|"):
            # It may be the head of a table: its pipes are kept, the line is read as prose.
            self._pipes(line, at)
            return False
        self._pipes(line, at)
        self._block(at + len(line) - len(line.lstrip(" \t|")), at + len(line.rstrip(" \t|")))
        return True

    def _pipes(self, line: str, at: int) -> None:
        for pipe in _PIPE.finditer(line):
            self._protect(at + pipe.start(), at + pipe.end())

    def _read_prose(self, line: str, at: int, *, quoted: bool) -> None:
        marker = _LIST.match(line)
        footnote = None if marker else _FOOTNOTE.match(line)
        prefix = marker or footnote
        begin = prefix.end() if prefix else len(line) - len(line.lstrip(" \t"))
        self._protect(at, at + begin)
        start, end = at + begin, at + len(line.rstrip(" \t"))
        if marker:
            self.in_list = True
            self._block(start, end, Kind.QUOTATION if quoted else Kind.LIST_ITEM)
            self.paragraph = not quoted and start < end
        elif quoted:
            self._block(start, end, Kind.QUOTATION)
        elif self.paragraph:
            last = self.blocks[-1]
            self.blocks[-1] = Block(Span(last.span.start, end), last.kind)
        else:
            self._block(start, end)
            self.paragraph = True

    def _block(self, start: int, end: int, kind: Kind = Kind.PARAGRAPH) -> None:
        self.paragraph = False
        if start < end:
            self.blocks.append(Block(Span(start, end), kind))

    def _keep(self, line: str, at: int, kind: Kind | None = None) -> None:
        self._protect(at, at + len(line))
        if kind is not None and line:
            self._block(at, at + len(line), kind)

    def _protect(self, start: int, end: int) -> None:
        if start < end:
            self.protected.append(Span(start, end))


def _opaque(text: str) -> Iterator[Span]:
    """Yield HTML comments and the elements whose content is no prose."""
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at)
        end = len(text) if end < 0 else end + 3
        yield Span(at, end)
        at = text.find("<!--", end)
    opening = _OPAQUE.search(text)
    while opening:
        closing = re.compile(rf"</{opening[1]}\s*>", re.IGNORECASE).search(text, opening.end())
        end = closing.end() if closing else len(text)
        yield Span(opening.start(), end)
        opening = _OPAQUE.search(text, end)


def _code_spans(text: str, hidden: Sequence[Span]) -> Iterator[Span]:
    """Yield the code inside lines: a run of backticks, up to the next run of its length."""
    runs = [match.span() for match in _TICKS.finditer(text) if not _in(match.start(), hidden)]
    blanks = [match.start() for match in _BLANK.finditer(text)] if runs else []
    number = 0
    while number < len(runs):
        start, end = runs[number]
        after = bisect_right(blanks, end)
        limit = blanks[after] if after < len(blanks) else len(text)
        number += 1
        for other in range(number, len(runs)):
            if runs[other][0] >= limit:
                break
            if runs[other][1] - runs[other][0] == end - start:
                yield Span(start, runs[other][1])
                number = other + 1
                break


def _in(offset: int, spans: Sequence[Span]) -> bool:
    """Tell whether one of sorted, disjoint spans covers the offset."""
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < spans[index].end
