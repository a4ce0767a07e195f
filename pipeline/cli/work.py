"""Clean one file: bytes to text, its articles through the engine, and bytes again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline import formats
from pipeline.clean import clean
from pipeline.cli.inputs import Given, decoded, read_given
from pipeline.cli.setup import Setup
from pipeline.cli.shell import UnusableError
from pipeline.document import Decoding
from pipeline.formats import Layout, Segment
from pipeline.result import Decision, Result
from pipeline.text import Edit, apply_edits
from pipeline.translate.package import CannotTranslateError

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
        """The cleaned file: UTF-8, or the charset it declares, and with the BOM of the input."""
        if not self.edits and (is_utf8(self.decoding) or self.layout.declares):
            return self.data
        if self.layout.declares:
            return _as_declared(self)
        text = apply_edits(self.text, self.edits).encode("utf-8", "surrogatepass")
        return BOM + text if self.decoding.bom else text

    @property
    def changed(self) -> bool:
        """Whether the file would read otherwise, byte for byte."""
        return self.output != self.data

    def articles(self) -> list[tuple[Segment, Result]]:
        """Return the articles of the file with their results."""
        return list(zip(self.layout.segments, self.results, strict=True))


def _as_declared(cleaned: Cleaned) -> bytes:
    from pipeline.formats.decoding import UnencodableError, encode

    try:
        return encode(apply_edits(cleaned.text, cleaned.edits), cleaned.decoding)
    except UnencodableError as error:
        raise UnusableError(f"{cleaned.given.name}: {error}, and declare that") from error


def is_utf8(decoding: Decoding) -> bool:
    """Tell whether the bytes were UTF-8 already."""
    name = decoding.encoding.lower().replace("_", "-")
    return name in ("utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii")


def clean_file(given: Given, setup: Setup) -> Cleaned:
    """Read one input and clean its articles; UnusableError says why it cannot be read."""
    data = read_given(given)
    encoding = setup.options.encoding or formats.declared(data)
    text, decoding = decoded(given.name, data, encoding)
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
    if layout.refused:
        raise UnusableError(f"{given.name}: {layout.refused}")
    results = tuple(_clean_segment(segment, given, decoding, setup) for segment in layout.segments)
    return Cleaned(given, data, text, decoding, chosen, layout, results)


def _clean_segment(segment: Segment, given: Given, decoding: Decoding, setup: Setup) -> Result:
    options = setup.options
    decisions: list[Decision] = []
    if setup.decisions is not None:
        decisions = setup.decisions.about(given.name, segment.name)
    source = segment.source(
        options.lang, options.source_lang, setup.source_text, options.date, decoding
    )
    try:
        return clean(source, setup.plan, decisions)
    except CannotTranslateError as error:
        raise UnusableError(f"{given.name}: {error}") from None  # no defect: it quotes no text
    except Exception as error:  # a defect of ours must not stop the other files of a run
        place = ", ".join(filter(None, (given.name, segment.name)))
        raise UnusableError(
            f"{place}: left as it is, because a rule failed: {error!r}; please report this"
        ) from error
