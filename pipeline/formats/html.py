"""HTML, pages and fragments: the words that a reader sees, and nothing else of it.

Text is found where it stands in the file; tags, attributes, scripts, code, embeds, comments
and what is marked as not to be translated stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Kind
from pipeline.formats.markup import (
    add_text,
    attributes,
    declared_charset,
    html_entity,
    single_byte,
    speller,
    tokens,
)
from pipeline.formats.segment import Layout, Segment
from pipeline.formats.weave import Weaver
from pipeline.text import Span

_HEADINGS = {f"h{level}": Kind.HEADLINE for level in range(1, 7)}
BLOCKS = {
    **_HEADINGS,
    "title": Kind.HEADLINE,
    "li": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTATION,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
} | dict.fromkeys(
    "address article aside body center dd details dialog div dl dt fieldset figure footer form "
    "head header hgroup hr html legend main menu nav ol optgroup p section summary table tbody "
    "td tfoot th thead tr ul".split(),
    Kind.PARAGRAPH,
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("script style textarea xmp iframe noembed noframes".split())
_CODE = frozenset("code kbd samp var tt".split())  # part of a sentence, and not to be edited
_CLOSED = _RAW | frozenset(
    "pre template svg math object audio video canvas noscript select button map".split()
)
_EMBED = re.compile(
    r"(?:^|[\s_-])embed|\b(?:twitter-|instagram-|tiktok-|bluesky-|mastodon-|fb-)", re.IGNORECASE
)
_MARKED = re.compile(r"translate|class|hidden", re.IGNORECASE)
_COMMENTED_EMBED = re.compile(r"<!--\s*EMBED START\b")
_EMBED_END = re.compile(r"<!--\s*EMBED END\b.*?-->", re.DOTALL)
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_START = re.compile(
    r"\s*<(?:p|div|h[1-6]|article|section|blockquote|ul|ol|figure|table|main|header)\b[^<>]*>",
    re.IGNORECASE,
)
# The tokens of translation engines look like tags, and are none.
_SOME = re.compile(
    r"<(?:!--|/?(?!(?:s|unk|pad|bos|eos|mask)>)[a-zA-Z][a-zA-Z0-9-]{0,40}(?:\s[^<>]*)?/?>)"
)


def looks_like(text: str) -> bool:
    """Tell whether a text is a page, or begins with an element that holds paragraphs."""
    if _PAGE.match(text):
        return True
    return _START.match(text) is not None and "</" in text


def has_tags(text: str) -> bool:
    """Tell whether a value that may be either plain or HTML has tags in it."""
    return "<" in text and _SOME.search(text) is not None


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return the page or fragment as one article."""
    del fields
    charset = declared_charset(text)
    page = fragment(text, charset=charset)
    return Layout((page,) if page.text else (), declares=charset is not None)


def fragment(text: str, *, charset: str | None = None, loose: bool = False) -> Segment:
    """Return the article in some HTML; `loose` for WordPress, where an empty line parts blocks."""
    reader = _Reader(text, loose=loose)
    reader.run()
    nbsp = "&nbsp;" if "&nbsp;" in text else "\xa0"
    segment = reader.weaver.segment(speller(single_byte(charset), nbsp=nbsp))
    if not reader.lang:
        return segment
    return Segment(
        segment.text,
        "",
        segment.blocks,
        segment.protected,
        segment.place,
        segment.boundaries,
        lang=reader.lang,
    )


_SHORTCODE = re.compile(r"\[/?[a-z][\w-]{1,40}(?:\s[^\[\]\n]{0,500}|/)?\]")
_EMPTY_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")


class _Reader:
    """One walk over the tokens."""

    def __init__(self, text: str, *, loose: bool) -> None:
        self.text = text
        self.loose = loose
        self.weaver = Weaver()
        self.lang = ""
        self._skip = ""  # the element that is passed over, "" for none
        self._depth = 0
        self._from = 0
        self._shown: list[str] | None = None  # of an element whose text stays in the sentence
        self._until = 0  # where an embed between comments ends

    def run(self) -> None:
        """Read everything."""
        for token in tokens(self.text, _RAW):
            if isinstance(token, tuple):
                if token[1] > self._until:
                    self._text(*token)
            elif token.start() >= self._until:
                self._tag(token)

    def _text(self, start: int, end: int) -> None:
        if self._skip:
            if self._shown is not None:
                self._shown.append(self.text[start:end])
            return
        if not self.loose:
            add_text(self.weaver, self.text, start, end, html_entity)
            return
        for number, part in enumerate(_split(_EMPTY_LINE, self.text, start, end)):
            if number:
                self.weaver.block()
            self._loose(part.start, part.end)

    def _loose(self, start: int, end: int) -> None:
        done = start
        for code in _SHORTCODE.finditer(self.text, start, end):
            add_text(self.weaver, self.text, done, code.start(), html_entity)
            self.weaver.kept(code[0], Span(code.start(), code.end()))
            done = code.end()
        add_text(self.weaver, self.text, done, end, html_entity)

    def _tag(self, token: re.Match[str]) -> None:
        name = token["name"]
        if name is None:
            self._comment(token)
            return
        name = name.lower()
        if self._skip:
            self._inside_skipped(token, name)
        elif token["close"]:
            self._close(name)
        else:
            self._open(token, name)

    def _comment(self, token: re.Match[str]) -> None:
        if not self._skip and _COMMENTED_EMBED.match(token[0]):
            end = _EMBED_END.search(self.text, token.end())
            self._until = end.end() if end else len(self.text)
            self.weaver.block()
        self.weaver.tag()

    def _open(self, token: re.Match[str], name: str) -> None:
        rest = token["rest"]
        if name == "br":
            self.weaver.line_break(Span(token.start(), token.end()))
            return
        if name in BLOCKS:
            self.weaver.block(BLOCKS[name])
        else:
            self.weaver.tag()
        if name == "html" and rest:
            self.lang = attributes(rest).get("lang", "")
        if name in _VOID or (name in ("svg", "math") and rest.endswith("/")):
            return
        if name in _CLOSED or name in _CODE or _is_marked(rest, name):
            self._begin(token, name)

    def _begin(self, token: re.Match[str], name: str) -> None:
        """Pass over the element; one that stands in a sentence is shown there, and kept."""
        self._skip, self._depth, self._from = name, 1, token.end()
        self._shown = None
        if name in _CODE or (name not in _CLOSED and name not in BLOCKS):
            self._shown = []
        elif name not in ("script", "style", "template", "noscript"):
            self.weaver.block()

    def _inside_skipped(self, token: re.Match[str], name: str) -> None:
        if name != self._skip or (self._skip in _RAW and not token["close"]):
            return
        if not token["close"]:
            self._depth += not token["rest"].endswith("/")
            return
        self._depth -= 1
        if self._depth:
            return
        if self._shown is not None and token.start() > self._from:
            shown = " ".join("".join(self._shown).split())
            self.weaver.kept(shown, Span(self._from, token.start()))
        elif self._shown is None and name in BLOCKS:
            self.weaver.block()
        self.weaver.tag()
        self._skip = ""

    def _close(self, name: str) -> None:
        if name in BLOCKS:
            self.weaver.block(Kind.PARAGRAPH)
        else:
            self.weaver.tag()


def _is_marked(rest: str, name: str) -> bool:
    """Tell whether the attributes say that the element is not to be touched."""
    if not rest or not _MARKED.search(rest):
        return False
    found = attributes(rest)
    classes = found.get("class", "")
    if found.get("translate", "").lower() == "no" or "notranslate" in classes.split():
        return True
    return name in ("blockquote", "div", "figure", "section") and bool(_EMBED.search(classes))


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    parts: list[Span] = []
    done = start
    for match in pattern.finditer(text, start, end):
        parts.append(Span(done, match.start()))
        done = match.end()
    return [*parts, Span(done, end)]
