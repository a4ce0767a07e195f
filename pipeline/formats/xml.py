"""The XML of newsrooms: NITF, NewsML-G2, RSS, Atom and WordPress exports, told by their root.

The file must be well-formed, which the parser of the standard library says; text is then
found where it stands. Only the elements named in `_dialects` are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from pipeline.document import Kind
from pipeline.formats import html
from pipeline.formats._dialects import DIALECTS, Dialect, Found
from pipeline.formats.markup import (
    ENTITY,
    add_text,
    attributes,
    declared_charset,
    single_byte,
    speller,
    tokens,
    xml_entity,
)
from pipeline.formats.segment import Layout, Piece, Segment, place_by
from pipeline.formats.tags import date_of, languages_of
from pipeline.formats.weave import Weaver, inside, joined
from pipeline.text import Span

_ROOT = re.compile(
    r"\s*(?:<\?xml\b|<!--|<!DOCTYPE\s+nitf\b|<(?:[\w-]+:)?(?:nitf|newsItem|newsMessage|rss|feed|entry)\b)"
)


_MARKUP = re.compile(r"<[^>]*+>")
_DEEPEST = 200  # elements inside one another; what is deeper is left as it is


class _RefusedError(ValueError):
    """A document that is built to do harm; the message says how."""


def looks_like(text: str) -> bool:
    """Tell whether a text begins as an XML file, or with the root of a format known here."""
    return _ROOT.match(text) is not None and not re.match(r"\s*<!--", text)


def read(text: str, fields: Sequence[str] = ()) -> Layout:
    """Return one article for each story in the file.

    A file that is not well-formed is left as it is with a remark; entities that are declared
    in the file are refused.
    """
    del fields
    try:
        _check(text)
    except _RefusedError as error:
        return Layout((), refused=str(error))
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        what = expat.errors.messages.get(error.code, str(error.code))
        return Layout((), (f"not well-formed XML: {what} at {place}; left as it is",))
    except UnicodeEncodeError as error:
        return Layout((), (f"not XML: half a surrogate pair at {error.start}; left as it is",))
    charset = declared_charset(text)
    reader = _Reader(text, charset)
    reader.run()
    if reader.dialect is None:
        known = "NITF, NewsML-G2, RSS, Atom and WordPress exports"
        return Layout((), (f"root element <{reader.root}> is of none of {known}; left as it is",))
    return Layout(tuple(reader.articles()), declares=charset is not None)


def _check(text: str) -> None:
    """Raise what is wrong with the text: not well-formed, or hostile."""
    parser = expat.ParserCreate(namespace_separator=None)

    def declared(name: str, parameter: int, value: str | None, *_: object) -> None:
        what = "an external entity" if value is None else "an entity"
        sign = "%" if parameter else "&"
        raise _RefusedError(
            f"declares {what} {sign}{name}; in its DOCTYPE: refused, because such a file can read "
            "others or grow without end; write out the entities and take the declaration away"
        )

    parser.EntityDeclHandler = declared
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.Parse(text, True)


@dataclass
class _Element:
    """One open element: its name, whether its text is read, and into what."""

    name: str
    language: str
    found: Found | None = None
    weaver: Weaver | None = None
    start: int = 0
    skipped: bool = False
    kept_in: Weaver | None = None  # where the text of a skipped element is shown


@dataclass
class _Story:
    """One article on its way: parts with their rank, and what is known about it."""

    name: str
    parts: list[tuple[int, Segment]] = field(default_factory=list)
    language: str = ""
    date: str = ""


class _Reader:
    """One walk over the tokens, with the path of open elements."""

    def __init__(self, text: str, charset: str | None) -> None:
        self.text = text
        self.charset = single_byte(charset)
        self.stories: list[_Story] = []
        self.dialect: Dialect | None = None
        self.root = ""
        self._open: list[_Element] = []
        self._story: _Story | None = None
        self._fact = ""

    def run(self) -> None:
        """Read everything."""
        for token in tokens(self.text, xml=True):
            if isinstance(token, tuple):
                self._text(*token)
            elif token["name"] is not None:
                self._tag(token)
            elif token["cdata"] is not None:
                self._cdata(token)
            elif (weaver := self._weaver()) is not None:
                weaver.tag()

    def articles(self) -> Iterator[Segment]:
        """Yield the stories that have text."""
        for story in self.stories:
            parts = [part for _, part in sorted(story.parts, key=_rank)]
            headlines = sum(rank == 0 for rank, _ in story.parts)
            if not any(part.text for part in parts):
                continue
            name = story.name if len(self.stories) > 1 else ""
            lang, source_lang = languages_of(story.language)
            article = joined(parts, name, headlines=headlines)
            yield replace(article, lang=lang, source_lang=source_lang, date=date_of(story.date))

    def _weaver(self) -> Weaver | None:
        return self._open[-1].weaver if self._open else None

    def _tag(self, token: re.Match[str]) -> None:
        if token["close"]:
            self._end(token.start())
            return
        empty = token["rest"].endswith("/")
        self._begin(token)
        if empty:
            self._end(token.end())

    def _begin(self, token: re.Match[str]) -> None:
        name = token["name"]
        given = attributes(token["rest"].rstrip("/")) if token["rest"].strip(" /") else {}
        above = self._open[-1] if self._open else None
        if above is None:
            self.root = name
            self.dialect = next((one for one in DIALECTS if one.is_root(name, self.text)), None)
        language = given.get("xml:lang") or (above.language if above else "")
        element = _Element(name, language, start=token.end())
        self._open.append(element)
        if self.dialect is None or len(self._open) > _DEEPEST:
            return
        path = [one.name for one in self._open]
        if self.dialect.is_story(path):
            self._story = _Story(f"article {len(self.stories) + 1}", language=language)
            self.stories.append(self._story)
        if self._story is None:
            return
        self._note(self.dialect.fact(path, given), language)
        element.skipped = (above is not None and above.skipped) or _kept(given)
        if above is not None and above.weaver is not None:
            self._inside(element, above, token)
        elif not element.skipped and len(path) > 1:
            self._found(element, self.dialect.find(path, given))

    def _found(self, element: _Element, found: Found | None) -> None:
        if found is None:
            return
        element.found = found
        if not found.html:
            element.weaver = Weaver()
            element.weaver.block(found.kind)

    def _inside(self, element: _Element, above: _Element, token: re.Match[str]) -> None:
        """Go on weaving: a block, or a tag inside one; what is not to be touched is passed over."""
        weaver = above.weaver
        if weaver is None or self.dialect is None:
            return
        local = element.name.rpartition(":")[2]
        if local == "br":
            weaver.line_break(Span(token.start(), token.end()))
        elif local in html.BLOCKS:
            weaver.block(html.BLOCKS[local])
        else:
            weaver.tag()
        if not (element.skipped or local in self.dialect.closed):
            element.weaver = weaver
            return
        element.skipped = True
        element.kept_in = weaver

    def _end(self, at: int) -> None:
        element = self._open.pop()
        above = self._open[-1] if self._open else None
        if self._story is not None and element.found is not None:
            self._take(element, at)
        elif above is not None and above.weaver is not None:
            local = element.name.rpartition(":")[2]
            if element.kept_in is not None and at > element.start:
                said = " ".join(_MARKUP.sub(" ", self.text[element.start : at]).split())
                element.kept_in.kept(said, Span(element.start, at))
            if local in html.BLOCKS:
                above.weaver.block(Kind.PARAGRAPH)
            else:
                above.weaver.tag()
        if self._story is not None and self._fact:
            self._fact = ""

    def _take(self, element: _Element, at: int) -> None:
        found = element.found
        if found is None or self._story is None:
            return
        if element.weaver is not None:
            part = element.weaver.segment(speller(self.charset))
        else:
            part = _nested(self.text, element.start, at, self.charset, found)
        if part.text:
            self._story.parts.append((found.rank, part))

    def _text(self, start: int, end: int) -> None:
        weaver = self._weaver()
        if weaver is not None:
            add_text(weaver, self.text, start, end, xml_entity)
        elif self._fact:
            what, self._fact = self._fact, ""
            self._note((what, self.text[start:end].strip()), "")

    def _cdata(self, token: re.Match[str]) -> None:
        weaver = self._weaver()
        if weaver is not None:
            # An escape would be shown as it is in here, so that the text can only be kept.
            weaver.kept(token["cdata"], Span(token.start("cdata"), token.end("cdata")))

    def _note(self, fact: tuple[str, str] | None, language: str) -> None:
        """Take note of the language and the day of the story."""
        story = self._story
        if story is None:
            return
        story.language = story.language or language
        if fact is None:
            return
        what, value = fact
        if not value:
            self._fact = what  # it is the text of the element
        elif what == "date":
            story.date = story.date or value
        else:
            story.language = value


def _rank(part: tuple[int, Segment]) -> int:
    return part[0]


def _kept(given: dict[str, str]) -> bool:
    return given.get("translate", "").lower() == "no" or (
        "notranslate" in given.get("class", "").split()
    )


def _nested(text: str, start: int, end: int, charset: str | None, found: Found) -> Segment:
    """Return the article in HTML that is the escaped text of an element, or its CDATA."""
    read = _unescaped(text, start, end)
    if read is None:
        return Segment("")
    plain, pieces, escaped = read
    place = place_by(pieces, speller(charset) if escaped else _in_cdata)
    if found.loose or html.has_tags(plain) or (ENTITY.search(plain) and found.entities):
        return inside(html.fragment(plain, charset=charset, loose=found.loose), place)
    weaver = Weaver()
    weaver.block(found.kind)
    weaver.text(plain, 0)
    return inside(weaver.segment(str), place)


def _unescaped(text: str, start: int, end: int) -> tuple[str, list[Piece], bool] | None:
    """Return what an element says, its pieces, and whether it is escaped (else in CDATA).

    None where it is parted by elements or comments, or both escaped and in CDATA.
    """
    chunks = [
        token
        for token in tokens(text[start:end], xml=True)
        if not (isinstance(token, tuple) and not text[start:end][slice(*token)].strip())
    ]
    if len(chunks) != 1:
        return None
    (chunk,) = chunks
    if isinstance(chunk, tuple):
        plain, pieces = _parts(text, start + chunk[0], start + chunk[1])
        return plain, pieces, True
    if not chunk["cdata"]:
        return None
    span = Span(start + chunk.start("cdata"), start + chunk.end("cdata"))
    return span.of(text), [Piece(Span(0, len(span)), span)], False


def _parts(text: str, start: int, end: int) -> tuple[str, list[Piece]]:
    """Return what a run of character data says, and its pieces."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0

    def add(said: str, begin: int, until: int) -> None:
        nonlocal at
        if said:
            parts.append(said)
            pieces.append(Piece(Span(at, at + len(said)), Span(begin, until)))
            at += len(said)

    done = start
    for match in ENTITY.finditer(text, start, end):
        meant = xml_entity(match[0], "")
        if meant and len(meant) == 1:
            add(text[done : match.start()], done, match.start())
            add(meant, match.start(), match.end())
            done = match.end()
    add(text[done:end], done, end)
    return "".join(parts), pieces


def _in_cdata(text: str) -> str:
    return text.replace("]]>", "]]]]><![CDATA[>")
