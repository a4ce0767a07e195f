"""Documents of every format, made at random from sentences; knows how each format is written.

What a document is made of comes from a seed: the same one gives the same document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser
from random import Random
from typing import Any
from xml.parsers import expat

SENTENCES = (
    "The ferry to  Odessa stopped after the storm.",
    "Trains from Kiev are running & on time.",
    'The council said: “nobody was hurt" and left.',
    "Dynamo Kiev won 2:1 on Monday.",
    "The the bridge is open again.",
    "Buses take the long way round.",
    "It was an end of inadmissibility, he said.",
    "The inspection cost 4,000 euros and took two days.",
    "The café on the quay is closed until Sunday.",
)
_INLINE = ("b", "em", "i", "strong", "a href='x  Kiev'", 'span class="a  b"')
_NOISE = (
    "<!-- a  comment, Kiev -->",
    '<script>var a = "Kiev  " < 1;</script>',
    "<pre>Kiev  07:10</pre>",
    '<p translate="no">Kiev  time</p>',
    '<img alt="Kiev  1">',
    "\r\n\t ",
)


def html(chance: Random) -> str:
    """Return a fragment of HTML."""
    return "".join(_block(chance) for _ in range(chance.randint(1, 5)))


def nitf(chance: Random) -> str:
    """Return a NITF file."""
    paragraphs = "\n".join(f"<p>{_marked(chance, xml=True)}</p>" for _ in range(3))
    return (
        f"<?xml version='1.0' encoding=\"utf-8\"?>\n<nitf  a = 'Kiev  1'><body><body.head><hedline>"
        f"<hl1>{_marked(chance, xml=True)}</hl1></hedline></body.head><!-- Kiev  -->"
        f"<body.content>{paragraphs}<media><media-producer>Kiev  1</media-producer>"
        "<media-caption>Waves  at Kiev</media-caption></media>"
        "</body.content></body></nitf>\n"
    )


def rss(chance: Random) -> str:
    """Return an RSS feed, its HTML escaped or in CDATA."""
    items = []
    for number in range(chance.randint(1, 3)):
        body = html(chance)
        held = f"<![CDATA[{body}]]>" if chance.random() < 0.5 else escape(body)
        title = escape(chance.choice(SENTENCES), quote=False)
        items.append(
            f"<item><title>{title}</title><guid>Kiev  {number}</guid>"
            f"<description>{held}</description></item>"
        )
    return f'<rss version="2.0"><channel><title>Kiev  news</title>{"".join(items)}</channel></rss>'


def ninjs(chance: Random) -> str:
    """Return an item of ninjs 3."""
    body = html(chance)
    item: dict[str, Any] = {
        "uri": "urn:Kiev  1",
        "language": "en",
        "headlines": [{"value": chance.choice(SENTENCES)}],
        "bodies": [{"contentType": "text/html", "charCount": len(body), "value": body}],
        "urgency": 4.0,
    }
    return json.dumps(item, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))


MAKERS: Mapping[str, tuple[str, Callable[[Random], str]]] = {
    "html": ("html", html),
    "nitf": ("xml", nitf),
    "rss": ("xml", rss),
    "ninjs": ("ninjs", ninjs),
}


def _block(chance: Random) -> str:
    if chance.random() < 0.3:
        return chance.choice(_NOISE)
    name = chance.choice(("p", "p", "p", "h2", "li", "div", "blockquote"))
    return f"<{name}>{_marked(chance)}</{name}>{chance.choice(('', ' ', chr(10)))}"


def _marked(chance: Random, *, xml: bool = False) -> str:
    """Return some sentences with tags at random places, escaped."""
    text = " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 3)))
    for _ in range(chance.randint(0, 2)):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randint(1, 20))
        if "\0" in text[start:end] or "\1" in text[start:end]:
            continue
        text = f"{text[:start]}\0{text[start:end]}\1{text[end:]}"
    tag = "em" if xml else chance.choice(_INLINE)
    text = escape(text, quote=chance.random() < 0.5)
    if chance.random() < 0.3:
        text = text.replace("é", "&#233;")
    return text.replace("\0", f"<{tag}>").replace("\1", f"</{tag.split()[0]}>")


def skeleton(format_name: str, text: str) -> object:
    """Return all of a document that no edit of its text may change."""
    if format_name == "html":
        return _Tags.of(text)
    if format_name == "xml":
        return _xml_skeleton(text)
    return _without_text(json.loads(text))


class _Tags(HTMLParser):
    """The tags of a document as they are written, comments, scripts and code."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._kept = False

    @classmethod
    def of(cls, text: str) -> list[str]:
        """Return what is found in a text."""
        parser = cls()
        parser.feed(text)
        parser.close()
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag as it stands."""
        self._kept = tag in ("script", "pre") or ("translate", "no") in attrs
        self.found.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Keep the end of an element."""
        self._kept = False
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        self.found.append(data)

    def handle_data(self, data: str) -> None:
        """Keep what is no prose."""
        if self._kept:
            self.found.append(data)


def _xml_skeleton(text: str) -> list[object]:
    found: list[object] = []
    names: list[str] = []
    held: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attrs: dict[str, str]) -> None:
        found.append((name, attrs))
        names.append(name)
        held.clear()

    def end(name: str) -> None:
        said = "".join(held)
        if name in ("guid", "media-producer") or names[-2:-1] == ["channel"]:
            found.append(said)
        elif name == "description":
            found.append(_Tags.of(said))
        names.pop()
        held.clear()
        found.append(name)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = held.append
    parser.CommentHandler = found.append
    parser.Parse(text, True)
    return found


def _without_text(value: Any, key: str = "") -> object:
    if isinstance(value, dict):
        return [(name, _without_text(held, name)) for name, held in value.items()]
    if isinstance(value, list):
        return [_without_text(held) for held in value]
    if key == "value":
        return _Tags.of(value)
    return None if re.fullmatch("(?:char|word)count", key, re.IGNORECASE) else value
