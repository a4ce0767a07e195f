"""Clean one file: bytes to text, its articles through the engine, and bytes again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline import formats
from pipeline.clean import clean
from pipeline.cli.inputs import Given, decoded, read_given
from pipeline.cli.setup import Setup
from pipeline.cli.shell import UnusableError
from pipeline.document import Decoding, Source
from pipeline.formats import Layout, Segment
from pipeline.result import Decision, Result
from pipeline.text import Edit, apply_edits

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Cleaned:
    """One file with the results of its articles, in the order of the file."""

    given: Given
    data: bytes
    text: str
    decoding: Decoding
    format: str
    layout: Layout
    results: tuple[Result, ...]

    @cached_property
    def edits(self) -> list[Edit]:
        """The edits of the decoded file, sorted."""
        return formats.file_edits(self.layout, self.results)

    @cached_property
    def output(self) -> bytes:
        """The cleaned file: UTF-8, with a byte order mark where the input had one."""
        if not self.edits and is_utf8(self.decoding):
            return self.data
        text = apply_edits(self.text, self.edits).encode("utf-8", "surrogatepass")
        return BOM + text if self.decoding.bom else text

    @property
    def changed(self) -> bool:
        """Whether the file would read otherwise, byte for byte."""
        return self.output != self.data

    def articles(self) -> list[tuple[Segment, Result]]:
        """Return the articles of the file with their results."""
        return list(zip(self.layout.segments, self.results, strict=True))


def is_utf8(decoding: Decoding) -> bool:
    """Tell whether the bytes were UTF-8 already."""
    name = decoding.encoding.lower().replace("_", "-")
    return name in ("utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii")


def clean_file(given: Given, setup: Setup) -> Cleaned:
    """Read one input and clean its articles; UnusableError says why it cannot be read."""
    data = read_given(given)
    text, decoding = decoded(given.name, data, setup.options.encoding)
    return clean_decoded(given, data, text, decoding, setup)


def clean_decoded(
    given: Given, data: bytes, text: str, decoding: Decoding, setup: Setup
) -> Cleaned:
    """Clean the articles in a text that has been read already, from `data` or from elsewhere."""
    options = setup.options
    chosen = options.format
    if chosen == "auto":
        chosen = formats.detect(given.name, text)
    layout = formats.read(chosen, text, tuple(options.field or ()))
    results = tuple(_clean_segment(segment, given, decoding, setup) for segment in layout.segments)
    return Cleaned(given, data, text, decoding, chosen, layout, results)


def _clean_segment(segment: Segment, given: Given, decoding: Decoding, setup: Setup) -> Result:
    options = setup.options
    decisions: list[Decision] = []
    if setup.decisions is not None:
        decisions = setup.decisions.about(given.name, segment.name)
    source = Source(
        segment.text,
        options.lang,
        options.source_lang,
        setup.source_text,
        options.date,
        decoding,
        segment.blocks,
        segment.protected,
    )
    try:
        return clean(source, setup.plan, decisions)
    except Exception as error:  # a defect of ours must not stop the other files of a run
        place = ", ".join(filter(None, (given.name, segment.name)))
        raise UnusableError(
            f"{place}: left as it is, because a rule failed: {error!r}; please report this"
        ) from error
