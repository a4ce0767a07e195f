"""Whether the formats keep what is not text, and how fast they are beside plain text."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from random import Random
from typing import Any

from pipeline import formats
from pipeline.bench.corpus import Article
from pipeline.bench.documents import MAKERS, skeleton
from pipeline.bench.measure import Measure, Report, Table
from pipeline.bench.speed import interleaved
from pipeline.clean import clean
from pipeline.items import clean_item
from pipeline.load import load_plan
from pipeline.plan import Plan
from pipeline.text import apply_edits, invert_edits

DOCUMENTS = 10_000


def lossless(articles: Sequence[Article], count: int = DOCUMENTS, limit: int = 60) -> Report:
    """Clean generated documents and compare what no edit may change; time the formats."""
    plan = load_plan()
    rows: list[tuple[str, ...]] = []
    broken = edits = 0
    for name in MAKERS:
        own = [broken_document(name, seed, plan) for seed in range(count // len(MAKERS))]
        wrong = sum(bool(reason) for reason, _ in own)
        changed = sum(number for _, number in own)
        rows.append((name, f"{len(own)}", f"{changed}", f"{wrong}"))
        broken, edits = broken + wrong, edits + changed
    made = Table(
        "Generated documents", ("format", "documents", "edits", "broken"), rows, f"{edits} edits"
    )
    texts = [article.text for article in articles if article.lang == "en"][:limit]
    speeds, measures = _speeds(texts) if texts else ([], ())
    n = f"{len(texts)} English articles"
    timed = Table("Formats beside plain text", ("", "CPU s", "share of its speed"), speeds, n)
    return Report("formats", (made, timed), (Measure("formats.broken", broken, count), *measures))


def broken_document(name: str, seed: int, plan: Plan) -> tuple[str, int]:
    """Return what is wrong with a cleaned document ("" for nothing), and how many edits it had."""
    format_name, make = MAKERS[name]
    text = make(Random(seed))  # noqa: S311 - repeatable, no secret
    layout = formats.read(format_name, text)
    results = [clean(segment.source("en"), plan) for segment in layout.segments]
    edits = formats.file_edits(layout, results)
    after = apply_edits(text, edits)
    if apply_edits(after, invert_edits(text, edits)) != text:
        return "taking the edits back does not give the document", len(edits)
    if skeleton(format_name, after) != skeleton(format_name, text):
        return "what is no text was changed", len(edits)
    again = [segment.text for segment in formats.read(format_name, after).segments]
    if again != [result.text for result in results]:
        return "the text of the document is not the cleaned text", len(edits)
    return "", len(edits)


def _speeds(texts: Sequence[str]) -> tuple[list[tuple[str, ...]], tuple[Measure, ...]]:
    runs: dict[str, Callable[[str], object]] = {
        "text": lambda text: clean_item(text, format="text", lang="en"),
        "html": lambda text: clean_item(_as_html(text), format="html", lang="en"),
        "ninjs": lambda text: clean_item(_as_ninjs(text), format="ninjs", lang="en"),
    }
    spent = interleaved(runs, texts)
    shares = {name: spent["text"] / taken for name, taken in spent.items()}
    rows: list[tuple[str, ...]] = [
        (name, f"{taken:.3f}", f"{shares[name]:.2f}") for name, taken in spent.items()
    ]
    measures = (
        Measure(f"formats.speed_{name}", shares[name], len(texts), pinned=False)
        for name in ("html", "ninjs")
    )
    return rows, tuple(measures)


def _as_html(text: str) -> str:
    paragraphs = (line for line in text.split("\n") if line.strip())
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in paragraphs)


def _as_ninjs(text: str) -> str:
    head, _, rest = text.partition("\n")
    item: dict[str, Any] = {"uri": "urn:1", "headline": head, "body_html": _as_html(rest)}
    return json.dumps(item, ensure_ascii=False)
