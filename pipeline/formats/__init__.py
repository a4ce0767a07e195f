"""The formats of articles: how to tell them apart, and the one way to write edits back.

A format is one module with `looks_like(text)` and `read(text, fields)`, and one row here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from operator import attrgetter
from pathlib import PurePath
from typing import Protocol, cast

from pipeline.formats.segment import Layout, Segment, source_edits
from pipeline.result import Result
from pipeline.text import Edit, apply_edits

__all__ = [
    "FORMATS",
    "Layout",
    "Segment",
    "declared",
    "detect",
    "file_edits",
    "read",
    "source_edits",
    "write",
]

# The name of each module, and the suffixes of its files; the first that recognises a text
# without such a suffix reads it, and plain text recognises every one.
FORMATS: Mapping[str, tuple[str, ...]] = {
    "ninjs": (".json", ".ninjs"),
    "jsonl": (".jsonl", ".ndjson", ".jsonlines"),
    "xml": (".xml", ".nitf", ".newsml", ".rss", ".atom", ".wxr"),
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "text": (".txt", ".text"),
}
# These begin with one of these characters, so that other texts do not load their modules.
_MARKED = frozenset({"ninjs", "jsonl", "xml", "html"})
_FIRST = frozenset("{[<")


class Format(Protocol):
    """What the module of a format offers."""

    def looks_like(self, text: str) -> bool:
        """Tell whether a text without a telling file name is in this format."""

    def read(self, text: str, fields: Sequence[str]) -> Layout:
        """Find the articles in a text; `fields` name parts of a record, () for the usual ones."""


def detect(name: str, text: str) -> str:
    """Return the format of a file by the suffix of its name, else by its text.

    >>> detect("story.md", ""), detect("-", '{"body": "Hello"}'), detect("-", "Hello")
    ('markdown', 'jsonl', 'text')
    """
    suffix = PurePath(name).suffix.lower()
    for known, suffixes in FORMATS.items():
        if suffix in suffixes:
            return known
    marked = text.lstrip()[:1] in _FIRST
    return next(
        known
        for known in FORMATS
        if (marked or known not in _MARKED) and _module(known).looks_like(text)
    )


def read(name: str, text: str, fields: Sequence[str] = ()) -> Layout:
    """Find the articles in a text of the named format; bad text never raises."""
    return _module(name).read(text, fields)


def file_edits(layout: Layout, results: Iterable[Result]) -> list[Edit]:
    """Return the edits of the file, sorted; `results` are those of the segments in order."""
    edits: list[Edit] = []
    for segment, result in zip(layout.segments, results, strict=True):
        edits += segment.place(source_edits(result))
    # Two insertions at one tag stay in their order: they stand on its two sides.
    return sorted(edits, key=attrgetter("span"))


def write(text: str, layout: Layout, results: Iterable[Result]) -> str:
    """Return the text of the file with the edits in their places and the rest as it was."""
    return apply_edits(text, file_edits(layout, results))


def declared(data: bytes) -> str | None:
    """Return the charset that the first bytes of an HTML or XML file name, None for none."""
    if b"<" not in data[:2048]:
        return None
    from pipeline.formats.markup import declared_charset

    return declared_charset(data[:2048].decode("latin-1"))


def _module(name: str) -> Format:
    return cast("Format", import_module(f"pipeline.formats.{name}"))
