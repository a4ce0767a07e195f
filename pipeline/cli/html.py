"""The page of `--html`: the cleaned text with every finding marked, and the findings by rule.

One self-contained file: nothing is fetched, it reads without a script, on paper as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pipeline.cli.marked import KINDS, Writer, change, kind_in, marked_in, offers
from pipeline.cli.marks import regions_of
from pipeline.cli.outputs import replacing
from pipeline.cli.shell import counted, put
from pipeline.cli.summary import encoding_name, locale_name, tally
from pipeline.cli.work import Cleaned, is_utf8
from pipeline.document import UNSURE
from pipeline.formats import source_edits
from pipeline.plan import Plan
from pipeline.result import Result

RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})


@contextmanager
def page_to(name: str, plan: Plan) -> Iterator[Callable[[Cleaned], None]]:
    """Give a function that adds a file to the page; it is written at the end, `-` prints it."""
    sections: list[str] = []
    rows: list[tuple[str, Counter[str]]] = []

    def add(cleaned: Cleaned) -> None:
        for segment, result in cleaned.articles():
            title = ", ".join(filter(None, (cleaned.given.name, segment.name)))
            rows.append((title, tally((result,))))
            sections.append(_section(_Article(len(rows), title, cleaned, result, plan)))

    if name == "-":
        yield add
        put(page(sections, rows, plan).encode("utf-8", "replace"))
        return
    with replacing(Path(name)) as file:
        yield add
        file.write(page(sections, rows, plan).encode("utf-8", "replace"))


def page(sections: Sequence[str], rows: Sequence[tuple[str, Counter[str]]], plan: Plan) -> str:
    """Return the whole page."""
    total: Counter[str] = Counter()
    for _, counts in rows:
        total.update(counts)
    title = rows[0][0] if len(rows) == 1 else counted(len(rows), "article")
    css = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    switches = "".join(
        f'<input class="switch" type="checkbox" id="s-{kind}" checked>' for kind in KINDS
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}: {_counts(total)}</title>\n"
        f"<style>\n{css}</style>\n</head>\n<body>\n"
        f'{switches}<input class="switch" type="checkbox" id="s-before">\n<main>\n'
        f"<h1>{escape(title)}</h1>\n{_bar(total)}\n"
        f"{_index(rows) if len(rows) > 1 else ''}{''.join(_numbered(sections, rows))}"
        f'<p class="meta">{escape(plan.signature)}</p>\n</main>\n</body>\n</html>\n'
    )


def _numbered(sections: Sequence[str], rows: Sequence[tuple[str, Counter[str]]]) -> Iterator[str]:
    for number, (section, (title, _)) in enumerate(zip(sections, rows, strict=True), 1):
        heading = f"<h2>{escape(title)}</h2>" if len(rows) > 1 else ""
        yield f'<section class="file" id="a{number}">{heading}{section}</section>\n'


def _counts(counts: Counter[str]) -> str:
    return ", ".join(counted(counts[kind], kind) for kind in KINDS)


def _bar(counts: Counter[str]) -> str:
    """Return the counts, which are the switches of the findings as well."""
    labels = [f'<label for="s-{kind}">{counted(counts[kind], kind)}</label>' for kind in KINDS]
    labels.append('<label for="s-before">show what was there</label>')
    hint = "Point at a mark, or go to it with the Tab key, to read the reason."
    hint = f'<p class="meta hint">{hint}</p>' if counts.total() else ""
    return f'<div class="bar">{"".join(labels)}</div>{hint}'


def _index(rows: Sequence[tuple[str, Counter[str]]]) -> str:
    head = "".join(f"<th>{kind}s</th>" for kind in KINDS)
    body = "".join(
        f'<tr><td><a href="#a{number}">{escape(title)}</a></td>'
        f"{''.join(f'<td>{counts[kind]:,}</td>' for kind in KINDS)}</tr>\n"
        for number, (title, counts) in enumerate(rows, 1)
    )
    return f"<table><tr><th>article</th>{head}</tr>\n{body}</table>\n"


@dataclass(frozen=True, slots=True)
class _Article:
    """One article on the page, the `number`th."""

    number: int
    title: str
    cleaned: Cleaned
    result: Result
    plan: Plan


def _section(article: _Article) -> str:
    """Return one article: its facts, its text, its findings by rule."""
    result = article.result
    regions = regions_of(result, source_edits(result), marked_in(result))
    text = Writer(result, article.number).render(regions)
    return (
        f'<p class="meta">{escape("; ".join(_facts(article)))}</p>\n'
        f'<article class="text" lang="{escape(result.locale)}" dir="{_direction(article)}">'
        f"{text}</article>\n<h2>Findings by rule</h2>\n{_groups(article)}"
    )


def _facts(article: _Article) -> Iterator[str]:
    yield locale_name(article.result.locale, article.plan)
    decoding = article.cleaned.decoding
    if not is_utf8(decoding):
        yield f"{encoding_name(decoding)} in, UTF-8 out: {decoding.evidence}"
    if article.result.stopped:
        yield article.result.stopped


def _direction(article: _Article) -> str:
    tag = article.result.locale
    if tag == UNSURE:
        return "auto"
    return "rtl" if article.plan.locale(tag).script in RIGHT_TO_LEFT else "ltr"


def _groups(article: _Article) -> str:
    groups: dict[tuple[int, str], list[int]] = {}
    for number, finding in enumerate(article.result.findings):
        kind = kind_in(finding)
        rank = KINDS.index(kind) if kind in KINDS else len(KINDS)
        groups.setdefault((rank, finding.rule), []).append(number)
    if not groups:
        return '<p class="quiet">Nothing was found.</p>\n'
    ordered = sorted(groups.items(), key=lambda pair: (pair[0][0], -len(pair[1]), pair[0][1]))
    return "".join(
        _group((*KINDS, "set aside")[rank], rule, numbers, article)
        for (rank, rule), numbers in ordered
    )


def _group(kind: str, rule_id: str, numbers: Sequence[int], article: _Article) -> str:
    rule = article.plan.ruleset.by_id.get(rule_id)
    about = ""
    if rule is not None:
        about = f"<p>{escape(rule.summary)} <span class=why>{escape(rule.why)}</span></p>"
    heading = counted(len(numbers), kind) if kind in KINDS else f"{len(numbers)} {kind}"
    entries = "".join(_entry(number, kind, article) for number in numbers)
    return (
        f'<div class="group {kind.replace(" ", "-")}"><h3>{escape(rule_id)} '
        f"<small>{heading}</small></h3>{about}<ol>{entries}</ol></div>\n"
    )


def _entry(number: int, kind: str, article: _Article) -> str:
    finding = article.result.findings[number]
    name = f"{number + 1}"
    link = f'<a href="#f{article.number}-{name}">{name}</a>' if kind in KINDS else f"<b>{name}</b>"
    reason = f' <span class="why">{escape(finding.reason)}</span>' if finding.reason else ""
    changed = change(finding, article.result.source.text)
    return (
        f"<li>{link}<div>{changed}<p>{escape(finding.message)}{reason}</p>"
        f"{offers(finding)}</div></li>"
    )
