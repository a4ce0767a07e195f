"""Clean one item of any queue: bytes, text or a mapping in, the same out; knows no transport."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pipeline import formats
from pipeline.clean import clean
from pipeline.document import Decoding
from pipeline.formats.decoding import UndecodableError, UnencodableError, decode, encode
from pipeline.load import load_plan
from pipeline.plan import Plan
from pipeline.result import Decision, Result
from pipeline.text import Edit, apply_edits
from pipeline.translate.package import CannotTranslateError

T = TypeVar("T", bytes, str, dict[str, Any])


@dataclass(frozen=True)
class CleanedItem(Generic[T]):
    """An item after cleaning, with the results of its articles.

    `edits` are those of the text of the item, sorted: a mapping is its JSON. `remarks` say
    what was passed over; `refused` why the item came back untouched, "" otherwise.
    """

    item: T
    results: tuple[Result, ...] = ()
    edits: tuple[Edit, ...] = ()
    remarks: tuple[str, ...] = ()
    refused: str = ""

    @property
    def changed(self) -> bool:
        """Whether anything of the item was edited."""
        return bool(self.edits)


def clean_item(
    item: T,
    *,
    format: str = "auto",  # noqa: A002 - the name of the option
    fields: Sequence[str] = (),
    lang: str | None = None,
    source_lang: str | None = None,
    date: str | None = None,
    plan: Plan | None = None,
    decisions: Iterable[Decision] = (),
) -> CleanedItem[T]:
    """Return an item cleaned; what cannot be read comes back as it was, and `refused` says why.

    `format` is a name of `pipeline.formats.FORMATS`, told from the item when not given; a
    mapping is read as ninjs. What is given here goes before what the item says of itself.
    """
    plan = plan or load_plan()
    given = tuple(decisions)
    try:
        text, decoding = _text_of(item)
    except (UndecodableError, TypeError) as error:
        return CleanedItem(item, refused=str(error))
    if format == "auto":
        format = "ninjs" if isinstance(item, dict) else formats.detect("", text)  # noqa: A001
    layout = formats.read(format, text, fields)
    if layout.refused:
        return CleanedItem(item, refused=layout.refused)
    try:
        results = tuple(
            clean(segment.source(lang, source_lang, None, date, decoding), plan, given)
            for segment in layout.segments
        )
        edits = tuple(formats.file_edits(layout, results))
        whole = apply_edits(text, edits)
        after = _as_given(item, text, whole, decoding, layout.declares) if edits else item
    except (CannotTranslateError, UnencodableError) as error:
        return CleanedItem(item, refused=str(error))
    return CleanedItem(after, results, edits, layout.remarks)


def _text_of(item: bytes | str | Mapping[str, Any]) -> tuple[str, Decoding]:
    if isinstance(item, bytes):
        return decode(item, formats.declared(item))
    if isinstance(item, str):
        return item, Decoding()
    if not isinstance(item, dict):
        raise TypeError(f"an item is bytes, text or a dict; this is a {type(item).__name__}")
    return json.dumps(item, ensure_ascii=False, default=str, skipkeys=True), Decoding()


def _as_given(item: T, before: str, after: str, decoding: Decoding, declares: bool) -> T:
    if isinstance(item, bytes):
        if declares:
            return encode(after, decoding)
        wide = decoding.encoding.startswith("utf") and decoding.encoding != "utf-8"
        bom = "\ufeff".encode() if wide else decoding.bom
        return (bom if decoding.bom else b"") + after.encode("utf-8", "surrogatepass")
    if isinstance(item, str):
        return after
    merged: T = _merged(item, json.loads(before), json.loads(after))
    return merged


def _merged(given: Any, before: Any, after: Any) -> Any:
    """Return the given value with what differs between the two; what JSON lacks stays."""
    if before == after:
        return given
    if isinstance(given, dict):
        return {
            key: _merged(value, before[key], after[key]) if key in before else value
            for key, value in given.items()
        }
    if isinstance(given, list | tuple):
        return type(given)(map(_merged, given, before, after))
    return after
