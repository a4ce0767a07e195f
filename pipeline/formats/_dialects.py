"""Which elements of each XML format hold text to clean, after the standards; knows no text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.document import Kind

HEADLINE, TEXT, BODY = 0, 1, 2  # the order in which the parts of an article are read

_CLOSED = frozenset(
    "pre code kbd samp script style iframe embed object svg math audio video media template "
    "textarea slugline id guid uri link".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """How the text of an element is read: `html` where it is HTML, escaped or in CDATA.

    HTML without a tag in it is plain text, and with `entities` its entities are still read.
    """

    rank: int
    kind: Kind = Kind.PARAGRAPH
    html: bool = False
    loose: bool = False
    entities: bool = True


_HEAD = Found(HEADLINE, Kind.HEADLINE)
_PLAIN = Found(TEXT)
_ESCAPED = Found(TEXT, html=True)
_ESCAPED_HEAD = Found(HEADLINE, Kind.HEADLINE, html=True)
_BODY = Found(BODY)


@dataclass(frozen=True, slots=True)
class Dialect:
    """One format: its root, the element of a story, and the readers of its elements."""

    root: re.Pattern[str]
    story: str  # the local name of the element that is one story
    find: Callable[[Sequence[str], Mapping[str, str]], Found | None]
    fact: Callable[[Sequence[str], Mapping[str, str]], tuple[str, str] | None]
    sign: str = ""  # that the text must hold
    closed: frozenset[str] = _CLOSED

    def is_root(self, name: str, text: str) -> bool:
        """Tell whether a file with this root element is in the format."""
        return self.root.fullmatch(name) is not None and self.sign in text

    def is_story(self, path: Sequence[str]) -> bool:
        """Tell whether the innermost element of the path is one story."""
        return _local(path[-1]) == self.story and self.story not in map(_local, path[:-1])


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _nitf(path: Sequence[str], given: Mapping[str, str]) -> Found | None:
    del given
    names = [_local(name) for name in path]
    name = names[-1]
    if "body.content" in names and name == "media-caption":
        return Found(BODY, Kind.CAPTION)
    if "body" not in names or "media" in names:
        return None
    if "body.head" in names:
        if name in ("hl1", "hl2") and "hedline" in names:
            return _HEAD
        return _PLAIN if name in ("abstract", "byline", "dateline") else None
    if "body.content" in names and name in ("p", "hl2", "li", "dt", "dd"):
        kinds = {"hl2": Kind.HEADLINE, "li": Kind.LIST_ITEM}
        return Found(BODY, kinds.get(name, Kind.PARAGRAPH))
    return None


def _nitf_fact(path: Sequence[str], given: Mapping[str, str]) -> tuple[str, str] | None:
    if _local(path[-1]) in ("date.issue", "date.release") and given.get("norm"):
        return "date", given["norm"]
    return None


def _newsml(path: Sequence[str], given: Mapping[str, str]) -> Found | None:
    names = [_local(name) for name in path]
    name = names[-1]
    if names[-2:-1] == ["contentMeta"]:
        if name == "headline":
            return _HEAD
        return _PLAIN if name in ("by", "description") else None
    if "contentSet" not in names:
        return None
    if name == "inlineData":
        kind = given.get("contenttype", "text/plain")
        said = "html" in kind
        known = said or kind.startswith("text/")
        return Found(BODY, html=True, entities=said) if known else None
    if "inlineXML" in names and "nitf" in names:
        return _nitf(path, given)
    if "inlineXML" in names and name == "body" and "html" in names:
        return _BODY
    return _BODY if name == "div" and names[-2:-1] == ["inlineXML"] else None


def _newsml_fact(path: Sequence[str], given: Mapping[str, str]) -> tuple[str, str] | None:
    names = [_local(name) for name in path[-2:]]
    if names == ["contentMeta", "language"] and given.get("tag"):
        return "language", given["tag"]
    return ("date", "") if names == ["itemMeta", "versionCreated"] else None


def _rss(path: Sequence[str], given: Mapping[str, str]) -> Found | None:
    del given
    if _local(path[-2]) != "item":
        return None
    if path[-1] == "title":
        return _ESCAPED_HEAD
    if path[-1] == "description":
        return _ESCAPED
    return Found(BODY, html=True) if path[-1] == "content:encoded" else None


def _rss_fact(path: Sequence[str], given: Mapping[str, str]) -> tuple[str, str] | None:
    del given
    return (
        ("date", "")
        if path[-1] in ("pubDate", "dc:date", "wp:post_date")
        else (("language", "") if path[-1] == "dc:language" else None)
    )


def _wxr(path: Sequence[str], given: Mapping[str, str]) -> Found | None:
    if _local(path[-2]) == "item" and path[-1] in ("content:encoded", "excerpt:encoded"):
        return Found(BODY if path[-1][0] == "c" else TEXT, html=True, loose=True)
    return _rss(path, given)


def _atom(path: Sequence[str], given: Mapping[str, str]) -> Found | None:
    if _local(path[-2]) != "entry":
        return None
    rank = {"title": HEADLINE, "summary": TEXT, "content": BODY}.get(_local(path[-1]))
    kind = given.get("type", "text")
    if rank is None or "src" in given:
        return None
    block = Kind.HEADLINE if rank == HEADLINE else Kind.PARAGRAPH
    if kind in ("html", "text/html"):
        return Found(rank, block, html=True)
    return Found(rank, block) if kind in ("text", "xhtml", "text/plain") else None


def _atom_fact(path: Sequence[str], given: Mapping[str, str]) -> tuple[str, str] | None:
    del given
    return ("date", "") if _local(path[-1]) in ("published", "updated") else None


DIALECTS = (
    Dialect(re.compile(r"(?:[\w-]+:)?nitf"), "nitf", _nitf, _nitf_fact),
    Dialect(re.compile(r"(?:[\w-]+:)?(?:newsItem|newsMessage)"), "newsItem", _newsml, _newsml_fact),
    Dialect(re.compile("rss"), "item", _wxr, _rss_fact, "http://wordpress.org/export/"),
    Dialect(re.compile("rss"), "item", _rss, _rss_fact),
    Dialect(re.compile(r"(?:[\w-]+:)?(?:feed|entry)"), "entry", _atom, _atom_fact),
)
