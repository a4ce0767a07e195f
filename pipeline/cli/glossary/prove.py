"""Prove rows: `lint`, `test`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Json, folded, load
from pipeline.cli.shell import (
    DONE,
    UNUSABLE,
    WOULD_CHANGE,
    UnusableError,
    counted,
    put_json,
    put_lines,
    say,
)
from pipeline.glossary.concept import Concept, parse_concept
from pipeline.glossary.places import Place
from pipeline.glossary.unreadable import Remark, read_all

Dir = Annotated[
    Path | None, Argument(metavar="DIR", help="A glossary; the shipped one if left out.")
]


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command()(lint)
    app.command("test")(prove)


def lint(
    folder: Dir = None,
    own: Annotated[
        Path | None, Option("--glossary", metavar="DIR", help="The same as DIR.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Name what is wrong within rows, and between them.

    Errors and warnings name file, row and column, what is wrong and what to do. Exit code 2
    for an error.
    """
    chosen, files = _files(folder or own)
    found = list(read_all(chosen))
    remarks = [one for one in found if isinstance(one, Remark)]
    rows = [one for one in found if isinstance(one, Concept)]
    remarks += _row_remarks(chosen, rows)
    remarks.sort(key=lambda one: (one.level, one.file, one.row))
    errors = sum(one.level == "error" for one in remarks)
    if as_json:
        put_json({"files": files, "rows": len(rows), "remarks": [asdict(one) for one in remarks]})
    else:
        put_lines(line for one in remarks for line in folded(f"{one.level}: {one}"))
    told = "no row can be used" if not files else counted(errors, "error")
    warned = counted(len(remarks) - errors, "warning")
    say(f"{chosen}: {counted(files, 'file')}, {counted(len(rows), 'row')}, {told}, {warned}")
    return UNUSABLE if errors or not rows else DONE


def prove(
    ids: Annotated[
        list[str] | None, Argument(metavar="ID...", help="Rows; every row if left out.")
    ] = None,
    folder: Annotated[
        Path | None, Option("--glossary", metavar="DIR", help="Your glossary, <lang>/*.csv.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Run each row's own example and trap through the engine.

    Exit code 1 when a row does not do what it promises.
    """
    from pipeline.desk.proof import proofs

    chosen, _ = _files(folder)
    rows = [row for row in read_all(chosen) if isinstance(row, Concept)]
    wanted = [row for row in rows if not ids or row.id in ids]
    missing = sorted(set(ids or ()) - {row.id for row in rows})
    if missing:
        raise UnusableError(f"{missing[0]}: no row has this id. See glossary search")
    proved = list(proofs(wanted, load(None), _among(chosen, rows)))
    failed = [one for one in proved if any(r.level == "error" for r in one.remarks)]
    if as_json:
        put_json([_proof_values(one) for one in proved])
    else:
        shown = proved if ids else [one for one in proved if one.remarks]
        put_lines(line for one in shown for line in _proof_lines(one))
    say(f"{counted(len(proved), 'row')} tried, {len(failed):,} failed")
    return WOULD_CHANGE if failed else DONE


def refuse_unproved(place: Place, folder: Path) -> None:
    """Refuse to approve a row that does not do what its example promises."""
    from pipeline.desk.proof import proofs

    try:
        row = parse_concept(place.cells, place.language, place.file, place.line)
        row = replace(row, status="proposed")
    except ValueError as error:
        raise UnusableError(str(error)) from error
    plan = load(None)
    others = _others(folder, row)
    (proof,) = proofs([row], plan, [*others, row])
    remarks = [*proof.remarks, *_between(row, others, plan)]
    if remarks:
        raise UnusableError(f"not approved: {remarks[0]}")


def _others(folder: Path, row: Concept) -> list[Concept]:
    """Return the rows that a row would stand among; one of another folder has another place."""
    key = (row.language, row.id, row.profile, row.valid_from)
    place = (row.file, row.row)
    folders = [folder] if any(folder.glob("*/*.csv")) else None
    return [
        replace(one, file=f"shipped {one.file}") if (one.file, one.row) == place else one
        for one in load(folders).glossary.concepts
        if one.language == row.language
        and (one.language, one.id, one.profile, one.valid_from) != key
    ]


def _between(row: Concept, others: Sequence[Concept], plan: Any) -> list[Remark]:
    """Return the errors that an approved row would bring about between rows."""
    from pipeline.desk.common_words import common_word
    from pipeline.glossary.lint import lint as lint_rows

    found = lint_rows([*others, replace(row, status="approved")], common_word(plan))
    return [
        one
        for one in found
        if one.level == "error"
        and ((one.file, one.row) == (row.file, row.row) or f"{row.id} ({row.file} " in one.text)
    ]


def _files(folder: Path | None) -> tuple[Path, int]:
    from pipeline.load import glossary_folder

    chosen = folder or glossary_folder()
    if not chosen.is_dir():
        raise UnusableError(f"{chosen}: no such folder; a glossary is a folder of <lang>/*.csv")
    return chosen, len(list(chosen.glob("*/*.csv")))


def _among(folder: Path, rows: Sequence[Concept]) -> list[Concept]:
    """Return the rows with the shipped ones that they do not replace."""
    from pipeline.glossary.store import merge
    from pipeline.load import glossary_folder

    if folder.resolve() == glossary_folder().resolve():
        return list(rows)
    return list(merge(tuple(load(None).glossary.concepts), tuple(rows)))


def _row_remarks(folder: Path, rows: Sequence[Concept]) -> list[Remark]:
    from pipeline.desk.common_words import common_word
    from pipeline.desk.proof import proofs
    from pipeline.glossary.lint import lint as lint_rows

    among, plan = _among(folder, rows), load(None)
    own = {id(row) for row in rows}
    # Rows of two folders may have the same place.
    among = [row if id(row) in own else replace(row, file=f"shipped {row.file}") for row in among]
    files = {row.file for row in rows}
    remarks = [one for one in lint_rows(among, common_word(plan)) if one.file in files]
    return remarks + [one for proof in proofs(rows, plan, among) for one in proof.remarks]


def _proof_lines(proof: Any) -> list[str]:
    lines = [f"{proof.row.id}: {'fails' if proof.remarks else 'holds'}"]
    if not any(one.level == "error" for one in proof.remarks):
        lines[0] = f"{proof.row.id}: holds"
        lines += folded(f"{proof.row.example} -> {proof.after}", "    ") if proof.after else []
    for one in proof.remarks:
        lines += folded(f"{one.level}: {one}", "    ")
    return lines


def _proof_values(proof: Any) -> dict[str, Any]:
    return {
        "id": proof.row.id,
        "language": proof.row.language,
        "example": proof.row.example,
        "after": proof.after,
        "remarks": [asdict(one) for one in proof.remarks],
    }
