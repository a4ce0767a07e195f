"""Reports: what `--report` writes about each article, in the shape of `report.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.cli.outputs import replacing
from pipeline.cli.shell import put
from pipeline.cli.work import Cleaned
from pipeline.formats import Segment, source_edits
from pipeline.result import Result
from pipeline.text import Edit


@contextmanager
def report_to(name: str, *, several: bool) -> Iterator[Callable[[Cleaned], None]]:
    """Give a function that writes the reports of a file, to a file or (`-`) to standard output."""
    if name == "-":
        yield lambda cleaned: put(written(cleaned, several=several))
        return
    with replacing(Path(name)) as file:

        def write(cleaned: Cleaned) -> None:
            file.write(written(cleaned, several=several))

        yield write


def written(cleaned: Cleaned, *, several: bool = False) -> bytes:
    """Return the reports of a file: a single one is indented to be read, else one a line."""
    indent = None if several or len(cleaned.results) != 1 else 2
    return b"".join(_dumped(report, indent) for report in reports(cleaned))


def reports(cleaned: Cleaned) -> Iterator[dict[str, Any]]:
    """Yield the report of each article of a file."""
    for segment, result in cleaned.articles():
        values = {"file": cleaned.given.name, "format": cleaned.format}
        if segment.name:
            values["segment"] = segment.name
        if cleaned.decoding.bom:
            values["bom"] = cleaned.decoding.bom.hex()
        report = values | result.to_dict()
        if not segment.is_file:
            report["file_edits"] = _file_edits(segment, result, cleaned.text)
        yield report


def _dumped(report: dict[str, Any], indent: int | None) -> bytes:
    """Return a report as one line of JSON, or indented; half a surrogate pair stays escaped."""
    try:
        return f"{json.dumps(report, ensure_ascii=False, indent=indent)}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(report, indent=indent)}\n".encode()


def _file_edits(segment: Segment, result: Result, text: str) -> list[tuple[int, str, str]]:
    """Return the edits of the file as [start, before, after], in code points of its text."""
    edits: list[Edit] = segment.place(source_edits(result))
    return [(edit.span.start, edit.span.of(text), edit.replacement) for edit in edits]
