"""What an archive says about the rows: `mine`, `stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from pipeline.cli.glossary.common import Json, folded, load, read_articles, subtag
from pipeline.cli.options import Glossary
from pipeline.cli.shell import DONE, counted, put_json, put_lines, say
from pipeline.glossary.concept import Concept

Lang = Annotated[
    str | None, Option("--lang", metavar="TAG", help="The language of the articles; else detected.")
]
On = Annotated[
    Path, Option("--on", metavar="ARCHIVE", help="A folder of articles, or a file of them.")
]
Archive = Annotated[
    Path, Argument(metavar="ARCHIVE", help="A folder of articles, or a file of them.")
]


_NOUNS = ("de", "lb")  # languages in which every noun has a capital
_FIRED = ("printed", "suggested", "flagged")


def add_to(app: Typer) -> None:
    """Add the commands of this group."""
    app.command()(mine)
    app.command()(stats)


def mine(
    archive: Archive,
    lang: Annotated[
        str, Option("--lang", metavar="TAG", help="The language of the articles.")
    ] = "en",
    least: Annotated[
        int, Option("--least", metavar="N", help="Articles that make a name frequent.")
    ] = 3,
    limit: Annotated[int, Option("--limit", metavar="N", help="Names to list.")] = 50,
    out: Annotated[
        Path | None, Option("--out", metavar="FILE", help="Write proposed rows, for import csv.")
    ] = None,
    folders: Glossary = None,
    as_json: Json = False,
) -> int:
    """List the names in an archive that want a row.

    Foreign acronyms, two spellings of one name, frequent unknown names.
    """
    from pipeline.desk.mine import mine as mined

    language = subtag(lang) or "en"
    plan = load(folders)
    rows = [row for row in plan.glossary.concepts if row.language == language]
    found = mined(
        read_articles(archive), rows, least, _no_names(plan, language), nouns=language in _NOUNS
    )
    if as_json:
        put_json([asdict(one) for one in found[:limit]])
    else:
        put_lines(line for one in found[:limit] for line in _found_lines(one))
    if out is not None:
        _write_rows(out, found[:limit], language)
    say(f"{counted(len(found), 'name')}, {min(limit, len(found)):,} listed")
    return DONE


def stats(
    archive: Archive,
    decisions: Annotated[
        list[Path] | None,
        Option("--decisions", metavar="FILE", help="Reports with verdicts; repeatable."),
    ] = None,
    lang: Lang = None,
    folders: Glossary = None,
    as_json: Json = False,
) -> int:
    """List rows that never fire, and rows that editors reject."""
    from pipeline.desk.impact import alone, counted_by_row, hits_in

    plan = load(folders)
    rows = [
        row
        for row in plan.glossary.concepts
        if row.approved and subtag(lang) in (None, row.language)
    ]
    hits = hits_in(read_articles(archive), alone(plan, plan.glossary.concepts), frozenset(), lang)
    fired = {
        name
        for name, one in counted_by_row(hits).items()
        if any(one[word] for word in ("printed", "suggested", "flagged"))
    }
    idle = [row for row in rows if row.id not in fired]
    rejected, accepted = _verdicts(decisions or ())
    if as_json:
        put_json(
            {
                "rows": len(rows),
                "idle": [{"id": row.id, "language": row.language} for row in idle],
                "rejected": dict(rejected.most_common()),
                "accepted": dict(accepted.most_common()),
            }
        )
        return DONE
    put_lines(_stats_lines(rows, idle, rejected, accepted))
    return DONE


def _no_names(plan: Any, language: str) -> frozenset[str]:
    """Return the words of a language that have capitals and name nothing."""
    locale = plan.locale(language)
    dates = locale.dates
    words = (*dates.months, *dates.months_genitive, *dates.weekdays)
    return frozenset(word.lower() for word in (*words, *locale.words.function_words))


def _found_lines(one: Any) -> list[str]:
    about = {
        "acronym": f"the name in front of it gives {one.preferred}",
        "spellings": "one article spells it in several ways",
        "name": "frequent, and no row knows it",
    }[one.kind]
    forms = ", ".join(f"{form} ({number:,})" for form, number in one.forms.items())
    where = counted(one.articles, "article")
    return [*folded(f"{one.kind}: {forms}; {where}; {about}"), f"    {one.line}"]


def _write_rows(out: Path, found: Sequence[Any], language: str) -> None:
    from pipeline.cli.outputs import replacing
    from pipeline.glossary.exchange import Scope, write
    from pipeline.glossary.exchange.rows import joined, named_rows, new_row

    rows = []
    for one in found:
        kind = "acronym" if one.kind == "acronym" else "other"
        variants = joined(form for form in one.forms if form != one.preferred)
        note = f"{one.kind} in {counted(one.articles, 'article')}: {one.line}"
        row = new_row(one.preferred, language, variants=variants, note=note)
        case = {"case": "upper"} if kind == "acronym" else {}
        rows.append(row | {"type": kind, "action": "suggest"} | case)
    with replacing(out) as file:
        file.write(write(named_rows(rows, ()), Scope("csv")).encode())


def _verdicts(files: Sequence[Path]) -> tuple[Counter[str], Counter[str]]:
    """Count what reports with verdicts reject and accept, by row."""
    from pipeline.cli.decisions import read_reports

    counts: dict[str, Counter[str]] = {"reject": Counter(), "accept": Counter()}
    for file in files:
        unnamed = 0
        for report in read_reports(file):
            for finding in _findings(report):
                row, verdict = finding.get("concept"), finding.get("verdict")
                if verdict in counts and row:
                    counts[verdict][row] += 1
                elif verdict and str(finding.get("rule", "")).startswith("terms."):
                    unnamed += 1
        if unnamed:
            say(f"{file}: {counted(unnamed, 'verdict')} without the row; give the whole report")
    return counts["reject"], counts["accept"]


def _findings(report: Any) -> Iterator[dict[str, Any]]:
    found = report.get("findings", [report]) if isinstance(report, dict) else report
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and "findings" in one:
            yield from _findings(one)
        elif isinstance(one, dict):
            yield one


def _stats_lines(
    rows: Sequence[Concept],
    idle: Sequence[Concept],
    rejected: Counter[str],
    accepted: Counter[str],
) -> Iterator[str]:
    yield f"{counted(len(rows), 'row')}, {len(idle):,} of them change nothing in this archive"
    for row in idle:
        yield f"    {row.id}, {row.language}, {row.file} row {row.row}"
    if rejected:
        yield "rejected most:"
        for name, number in rejected.most_common(20):
            yield f"    {name}: {number:,} rejected, {accepted[name]:,} accepted"
