"""Find the blocks of a plain text and the spans that are never edited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import Block, Document, Kind, Source
from pipeline.pattern import later
from pipeline.plan import Plan
from pipeline.text import Span

HEADLINE_LENGTH = 160  # code points; a longer first line is a paragraph

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+\u2022\u2023\u25aa\u25e6]|\d{1,3}[.)])[ \t]+")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_SENTENCE_END = (".", "!", "?", ":", ";", "\u2026", "\u3002", "\uff01", "\uff1f", "\u0964")
_CLOSERS = "\"')]\u201d\u2019\u00bb\u201c\u300d\u300f \t"

# What an address may end in is decided by giving back the punctuation after it.
_PROTECTED = later(
    r"""
    `[^`\n]+`                                                   # code
    | (?:https?|ftp|mailto|tel|urn|data|file):[^\s<>"\u00ab\u00bb\u201c\u201d]+
    | \bwww\.[^\s<>"\u00ab\u00bb\u201c\u201d]+
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}      # e-mail
    | (?<![\w@/])@\w[\w.]{0,63}(?:@[\w.-]{1,255})?                   # handle
    | (?<![\w&/#])\#\w+                                          # hashtag
    | (?<![\w./-])(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|edu|gov|int|info|io|eu|uk|us|ua|ru|by|fr|de|es|it
        |pt|nl|pl|cz|tv|me|co|br|ch|at|be|ca|au|jp|cn|tr|se|dk|no|fi|ro|hu|gr)(?![\w-])(?:/[^\s<>"\u201d\u00bb]*)?
    | (?<![\w/])(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific
        |Etc)/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?(?![\w/])      # tz database
    | (?<![\w/.-])[\w-]{1,80}(?:/[\w.-]{1,80}){0,8}\.(?:txt|pdf|docx?|xlsx?|pptx?|csv|json|xml|html?|md|py|js
        |jpe?g|png|gif|svg|mp[34]|mov|zip|gz)(?!\w)              # file name
    | \{\{[^{}\n]*\}\} | \$\{[^{}\n]*\} | %\([a-z_]+\)[sd] | \{[a-z_0-9]*\}  # placeholder
    | </?(?!(?:s|unk|pad|bos|eos|mask)>)[A-Za-z][^<>\n]*>       # tag, but no token of an engine
    """,
    re.VERBOSE,
)
# Where one of these stands, the word around it may be one to protect.
_SIGN = re.compile(r"@|#|`|\{|<|:\S|\.[a-z]|/[A-Z]|%\(")
_WINDOW = 2000  # code points; longer than any address that a story prints
_SPACE = re.compile(r"\s")
_TRAILING = ".,;:!?'\u2019\u2018)]}\u2026"


def find_blocks(document: Document, source: Source, plan: Plan) -> Document:
    """Return the document with its blocks and protected spans; a format's own ones are kept."""
    blocks = document.blocks or tuple(lines_of(document.text))
    protected = tuple(merged([*document.protected, *_protected(document.text)]))
    code = [block.span for block in blocks if block.kind is Kind.CODE]
    if code:
        protected = tuple(merged([*protected, *code]))
    return replace(document, blocks=blocks, protected=protected)


def lines_of(text: str) -> Iterator[Block]:
    """Yield each line of a plain text as the block that it seems to be."""
    fenced = False
    lead = 0  # titles seen while the article has not yet begun: headline, kicker
    for match in _LINE.finditer(text):
        line = match[0]
        first = line[0]
        if first.isspace() and line.isspace():
            continue
        span = Span(match.start(), match.end())
        if first in "`~ \t" and _FENCE.match(line):
            fenced = not fenced
            yield Block(span, Kind.CODE)
        elif fenced:
            yield Block(span, Kind.CODE)
        elif lead < 4 and _is_title(line):
            lead += 1
            yield Block(span, Kind.HEADLINE if lead == 1 else Kind.KICKER)
        else:
            lead = 4
            yield Block(span, Kind.PARAGRAPH if first.isalpha() else _kind(line))


def _is_title(line: str) -> bool:
    """Tell whether a line above the first paragraph reads as a headline or a kicker."""
    if len(line) > HEADLINE_LENGTH or _LIST_ITEM.match(line):
        return False
    return not line.rstrip(_CLOSERS).endswith(_SENTENCE_END)


def _kind(line: str) -> Kind:
    if line.startswith(">"):
        return Kind.QUOTATION
    return Kind.LIST_ITEM if _LIST_ITEM.match(line) else Kind.PARAGRAPH


def _protected(text: str) -> Iterator[Span]:
    """Find addresses, code and their kin; every stretch of text is searched once."""
    done = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at < done:
            continue
        if text[at] in "`{<":
            match = _PROTECTED.match(text, at, at + _WINDOW)
            done = at + 1
        else:
            space = _SPACE.search(text, at, at + _WINDOW)
            end = space.start() if space else min(at + _WINDOW, len(text))
            match = _PROTECTED.search(text, max(done, _word_start(text, at)), end)
            done = end
        if match is not None:
            done = _without_trailing(text, match)
            if done > match.start():
                yield Span(match.start(), done)


def _without_trailing(text: str, match: re.Match[str]) -> int:
    """Return where an address ends when the punctuation after it is given back."""
    end = match.end()
    if text[end - 1] not in "`}>":
        while end > match.start() and text[end - 1] in _TRAILING:
            end -= 1
    return end


def _word_start(text: str, at: int) -> int:
    window = text[max(0, at - _WINDOW // 10) : at]
    return at - len(window.rsplit(maxsplit=1)[-1]) if window and not window[-1].isspace() else at


def merged(spans: list[Span]) -> Iterator[Span]:
    """Yield sorted spans, those that touch or overlap as one."""
    current: Span | None = None
    for span in sorted(spans):
        if current is not None and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current
