"""Clean one file of an inbox inside a worker, and lay the result down for delivery."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

from pipeline.cli.inputs import Given
from pipeline.cli.options import Options
from pipeline.cli.report import written
from pipeline.cli.setup import Setup, make_setup
from pipeline.cli.shell import UnusableError
from pipeline.cli.summary import tally
from pipeline.cli.work import Cleaned, clean_file
from pipeline.watch.ledger import CLEANED, REPORT
from pipeline.workers.child import Answer, told
from pipeline.workers.frames import Frame


def prepare(settings: Mapping[str, Any]) -> Answer:
    """Return what cleans the files; ValueError says which setting cannot be used."""
    values = dict(settings)
    inbox, reported = Path(values.pop("inbox")), bool(values.pop("reports"))
    try:
        setup = make_setup(Options(**values))
    except UnusableError as error:
        raise ValueError(str(error)) from error
    return lambda asked: _answer(inbox, asked["name"], Path(asked["folder"]), setup, reported)


def _answer(inbox: Path, name: str, folder: Path, setup: Setup, reported: bool) -> Frame:
    try:
        cleaned = clean_file(Given(name, inbox / name, PurePath(name)), setup)
    except UnusableError as error:
        if error.__cause__ is not None:  # a defect, whose message may quote the article
            return Frame({"failed": told(error.__cause__)})
        return Frame({"unusable": str(error).removeprefix(f"{name}: ")})
    try:
        if reported:
            _lay_down(folder / REPORT, written(cleaned))
        _lay_down(folder / CLEANED, cleaned.output)
    except OSError as error:  # a full disk is not the file's fault
        return Frame({"later": error.strerror or str(error)})
    return Frame({"cleaned": _facts(cleaned)})


def _lay_down(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _facts(cleaned: Cleaned) -> dict[str, Any]:
    """Return what is logged about a cleaned file."""
    counts = tally(cleaned.results)
    return {
        "format": cleaned.format,
        "articles": len(cleaned.results),
        "locales": sorted({result.locale for result in cleaned.results}),
        "bytes_in": len(cleaned.data),
        "bytes_out": len(cleaned.output),
        "sha256": sha256(cleaned.data).hexdigest(),
        "edits": counts["edit"],
        "suggestions": counts["suggestion"],
        "flags": counts["flag"],
        "stopped": [result.stopped for result in cleaned.results if result.stopped],
        "left_out": sorted({f.partition(":")[0] for r in cleaned.results for f in r.failures}),
        "remarks": list(cleaned.layout.remarks),
    }
