"""The tokens of HTML and XML with their offsets, and their entities; knows no element's meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from html import unescape
from html.entities import html5

from pipeline.formats.weave import Weaver
from pipeline.text import Span

# A tag as the HTML standard reads one: a quote opens a value only after an equals sign.
_PATTERN = r"""
    <!--(?:>|->|.*?--!?>)
    | <!\[CDATA\[(?P<cdata>.*?)\]\]>
    | %s | <!(?!--|\[CDATA\[)[^>]*+>
    | <(?P<close>/?)(?P<name>%s)
      (?P<rest>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+)>
    """
_HTML = re.compile(_PATTERN % (r"<\?[^>]*+>", r"[A-Za-z][^\s/>]*+"), re.VERBOSE | re.DOTALL)
# Of a document that a parser has found well-formed.
_XML = re.compile(_PATTERN % (r"<\?.*?\?>", r"[^\s/>!?<=&]++"), re.VERBOSE | re.DOTALL)
_OPENS = re.compile(r"<(?=/?[A-Za-z]|[!?])")
ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,40});?")
# A bare sign and what follows it: an edit there could make a tag or an entity of the two.
_SIGN = re.compile(rf"(?P<entity>{ENTITY.pattern})|[<&][^\n\r<&]?")

_CHARSET = re.compile(r"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
_META = re.compile(r"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048  # bytes in which a charset is declared
_XML_NAMES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


def attributes(rest: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case, the first of a name.

    >>> attributes(' Class="a b" translate=no hidden')
    {'class': 'a b', 'translate': 'no', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(rest):
        value = next((part for part in match.groups()[1:] if part is not None), "")
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


def declared_charset(text: str) -> str | None:
    """Return the charset that a document says it is written in."""
    head = text[:_HEAD]
    match = _CHARSET.search(head) or _META.search(head)
    return match[1] if match else None


def html_entity(entity: str, after: str) -> str | None:
    """Return what an entity of HTML stands for, None where it is not one.

    >>> html_entity("&eacute;", ""), html_entity("&copy", " "), html_entity("&copy", "=")
    ('é', '©', None)
    """
    if not entity.endswith(";"):
        legacy = entity.startswith("&#") or entity[1:] in html5
        if not legacy or after == "=" or after.isalnum():
            return None
    found = unescape(entity)
    return None if found == entity else found


def xml_entity(entity: str, _after: str) -> str | None:
    """Return what an entity of XML stands for, "" where only a DTD would say."""
    if not entity.endswith(";"):
        return None
    return unescape(entity) if entity[1] == "#" else _XML_NAMES.get(entity, "")


def add_text(
    weaver: Weaver, text: str, start: int, end: int, entity: Callable[[str, str], str | None]
) -> None:
    """Add a run of character data, its entities read."""
    if text.find("&", start, end) < 0 and text.find("<", start, end) < 0:
        weaver.text(text[start:end], start)
        return
    done = start
    for match in _SIGN.finditer(text, start, end):
        meant = entity(match[0], text[match.end() : match.end() + 1]) if match["entity"] else None
        stop = match.end()
        if meant is None and match["entity"]:
            stop = match.start() + 2
        weaver.text(text[done : match.start()], done)
        done = stop
        span = Span(match.start(), stop)
        if meant is not None and len(meant) == 1:
            weaver.char(meant, span)
        else:
            weaver.kept(span.of(text) if meant is None else meant or "\ufffc", span)
    weaver.text(text[done:end], done)


def speller(charset: str | None, *, nbsp: str = "\xa0") -> Callable[[str], str]:
    """Return how new text is written in markup; what the charset lacks becomes a reference."""

    def spell(text: str) -> str:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if nbsp != "\xa0":
            text = text.replace("\xa0", nbsp)
        if charset is None or text.isascii():
            return text
        return text.encode(charset, "xmlcharrefreplace").decode(charset)

    return spell


def single_byte(charset: str | None) -> str | None:
    """Return the charset if there are characters that it lacks and Python knows it."""
    import codecs

    if charset is None:
        return None
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return None
    return None if name.startswith("utf") else name


def tokens(
    text: str, raw: Container[str] = frozenset(), *, xml: bool = False
) -> Iterator[re.Match[str] | tuple[int, int]]:
    """Yield tags, comments and their kin as matches, and text as (start, end).

    A tag without an end takes the rest with it, as in a browser: nothing is yielded for it.
    Inside an element of `raw` nothing is a tag but its own end. `xml` is well-formed XML.
    """
    token = _XML if xml else _HTML
    done = at = 0
    while True:
        at = text.find("<", at)
        if at < 0:
            break
        match = token.match(text, at)
        if match is None:
            if _OPENS.match(text, at):
                if done < at:
                    yield done, at
                return
            at += 1
            continue
        if done < at:
            yield done, at
        yield match
        done = at = match.end()
        if match["name"] and not match["close"] and match["name"].lower() in raw:
            end = re.compile(f"</{match['name']}(?=[\\s/>])", re.IGNORECASE).search(text, at)
            if end is None:
                return
            done = at = end.start()
    if done < len(text):
        yield done, len(text)
