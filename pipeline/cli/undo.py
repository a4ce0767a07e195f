"""`clean undo`: print the original of a cleaned file, from its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Annotated, Any

from typer import Argument, Option

from pipeline.cli.decisions import read_reports
from pipeline.cli.inputs import decoded, read_bytes, read_stdin
from pipeline.cli.shell import DONE, UnusableError, parse, put
from pipeline.document import Decoding
from pipeline.formats.decoding import UnencodableError, encode
from pipeline.result import undo_report

_File = Annotated[str, Argument(metavar="CLEANED", help="The cleaned file; - is standard input.")]
_Report = Annotated[
    Path, Option("--report", metavar="FILE", help="What clean --report wrote about it.")
]


@dataclass(frozen=True, slots=True)
class Options:
    """Print the original of a cleaned file, byte for byte."""

    cleaned: _File
    report: _Report


def run(argv: Sequence[str]) -> int:
    """Run `clean undo` with its arguments."""
    options = parse(Options, "clean undo", argv)
    if not isinstance(options, Options):
        return int(options)
    given = options.cleaned
    data = read_stdin() if given == "-" else read_bytes(Path(given), given)
    put(original(given, data, _choose(read_reports(options.report), options)))
    return DONE


def original(name: str, data: bytes, reports: Sequence[dict[str, Any]]) -> bytes:
    """Return the bytes of the original; `reports` are those of its articles."""
    first = reports[0]
    text = decoded(name, data, str(first.get("encoding", "")).partition(":")[0] or None)[0]
    try:
        edits = [tuple(edit) for report in reports for edit in report.get("file_edits", ())]
        edits.sort(key=_place)
        whole = first if "file_edits" not in first else {"revisions": [{"edits": edits}]}
        original_text = undo_report(whole, text)
        bom = bytes.fromhex(first.get("bom", ""))
        return encode(original_text, Decoding(first["encoding"], bom=bom))
    except UnencodableError as error:
        raise UnusableError(f"{name}: {error}") from error
    except ValueError as error:
        raise UnusableError(f"{name}: not the text of this report: {error}") from error
    except (KeyError, TypeError, AttributeError, LookupError) as error:
        raise UnusableError(f"{name}: the report is damaged: {error!r}") from error


def _place(edit: tuple[Any, ...]) -> tuple[int, int]:
    """Return where a file edit stands; two insertions at one place keep their order."""
    start, before, _ = edit
    return start, start + len(before)


def _choose(values: Sequence[Any], options: Options) -> list[dict[str, Any]]:
    """Return the reports about the file, of one report file that may cover several."""
    reports = [value for value in values if isinstance(value, dict) and "revisions" in value]
    if not reports or len(reports) != len(values):
        raise UnusableError(f"{options.report}: not a report of clean --report")
    files = {str(report.get("file", "")) for report in reports}
    if len(files) == 1:
        return reports
    exact = [report for report in reports if report.get("file") == options.cleaned]
    wanted = PurePath(options.cleaned).name
    named = [r for r in reports if PurePath(str(r.get("file", ""))).name == wanted]
    chosen = exact or (named if len({r["file"] for r in named}) == 1 else [])
    if not chosen:
        raise UnusableError(f"{options.report}: no report about {options.cleaned} alone in it")
    return chosen
