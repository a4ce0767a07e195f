"""XML as terminologists exchange it, read and written with the standard library.

A document type may be named and is never followed; one that declares anything is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]*>")
_DECLARES = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE = " \t\r\n"
_BREAK = re.compile(f"[{_WHITE}]+")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Element = ET.Element


def parse_xml(text: str) -> Element:
    """Return the root of a document; ValueError for one that is broken or declares entities."""
    bare = _DOCTYPE.sub("", text.removeprefix("\ufeff"), count=1)
    if _DECLARES.search(bare):
        raise ValueError("the file declares a document type of its own; it is not read")
    try:
        return ET.fromstring(bare)  # noqa: S314 - no document type is left in it
    except (ET.ParseError, ValueError) as error:
        raise ValueError(f"not XML: {error}") from None


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def below(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names below one, in the order of the text."""
    for found in element.iter():
        if found is not element and local(found) in names:
            yield found


def content(element: Element) -> str:
    """Return the text of an element without outer white space; broken lines become one."""
    text = "".join(element.itertext()).strip(_WHITE)
    return _BREAK.sub(" ", text) if "\n" in text else text


def lang_of(element: Element) -> str:
    """Return the language subtag of an element in small letters."""
    tag = element.get(_LANG) or element.get("lang") or ""
    return tag.replace("_", "-").partition("-")[0].lower()


def is_writable(text: str) -> bool:
    """Tell whether XML can hold a text."""
    return _NOT_XML.search(text) is None


def element(name: str, text: str, **attributes: str) -> str:
    """Return an element with its text; `lang` is written as xml:lang."""
    given = "".join(
        f" {'xml:lang' if key == 'lang' else key}={quoteattr(value)}"
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{given}>{escape(text, {chr(13): '&#13;'})}</{name}>"
