"""The texts that are measured: read from a data folder or from the project's own samples.

A data folder holds gzip JSON lines in `articles/`, `human/` and `post-edits/`. What is
sampled depends on the ids of the records alone, so it stays the same from run to run.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

BREAK = "\n\n"
ENGINES = {
    "moz:google": "google",
    "moz:microsoft": "microsoft",
    "moz:bergamot-tiny": "bergamot",
    "moz:nllb": "nllb",
    "moz:argos": "argos",
    "promt": "rbmt",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text, its BCP 47 tag, and what it was translated from, if known."""

    text: str
    lang: str
    source: str = ""
    source_lang: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as one engine translated it; the three tuples run in parallel.

    `reference` holds the human translation or the post-edit, "" where there is none. Not
    `whole` is a run of segments that may come from two articles.
    """

    id: str
    lang: str
    source_lang: str
    engine: str
    mt: tuple[str, ...]
    source: tuple[str, ...]
    reference: tuple[str, ...]
    date: str = ""
    house: str = ""
    whole: bool = True

    @property
    def text(self) -> str:
        """The machine translation as one text, a blank line between segments."""
        return BREAK.join(self.mt)

    @property
    def source_text(self) -> str:
        """The source as one text."""
        return BREAK.join(self.source)

    @property
    def human(self) -> str:
        """The reference as one text, without the segments that have none."""
        return BREAK.join(filter(None, self.reference))

    def segments(self, texts: Iterable[str]) -> Iterator[Segment]:
        """Pair texts, one for each segment, with the source of each."""
        for text, source in zip(texts, self.source, strict=True):
            yield Segment(text, self.lang, source, self.source_lang)

    def reference_at(self, offset: int) -> str:
        """Return the reference of the segment that holds this offset of `text`."""
        end = -len(BREAK)
        for text, reference in zip(self.mt, self.reference, strict=True):
            end += len(BREAK) + len(text)
            if offset <= end:
                return reference
        return ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything one run measures; `digest` covers the files read and the sampling limit."""

    name: str
    digest: str
    articles: tuple[Article, ...]
    human: tuple[Segment, ...]
    post_edits: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many records of each file are read at most."""

    articles: int = 300
    human: int = 6000
    post_edits: int = 2000

    def capped(self, limit: int | None) -> Limits:
        """Return the limits with none of them above `limit`."""
        if limit is None:
            return self
        return Limits(
            min(self.articles, limit), min(self.human, limit), min(self.post_edits, limit)
        )


def read_data(folder: Path, limits: Limits) -> Corpus:
    """Read a data folder; FileNotFoundError names the folder when it holds nothing to read."""
    files = {
        kind: sorted((folder / kind).glob("*.jsonl.gz"))
        for kind in ("articles", "human", "post-edits")
    }
    paths = [path for found in files.values() for path in found]
    if not paths:
        raise FileNotFoundError(f"{folder}: no articles/, human/ or post-edits/ with *.jsonl.gz")
    return Corpus(
        name=folder.name,
        digest=_digest(folder, paths, repr(limits)),
        articles=tuple(
            _article(record)
            for path in files["articles"]
            for record in _sample(path, limits.articles)
        ),
        human=tuple(
            Segment(record["text"], record["lang"])
            for path in files["human"]
            for record in _sample(path, limits.human)
        ),
        post_edits=tuple(
            _post_edit(record, path.name.removesuffix(".jsonl.gz"))
            for path in files["post-edits"]
            for record in _sample(path, limits.post_edits)
        ),
    )


def read_samples(folder: Path, limits: Limits) -> Corpus:
    """Read samples/<src>-<tgt>/<slug>/; `expected.txt` is both reference and human text."""
    slugs = sorted(path.parent for path in folder.glob("*-*/*/mt.txt"))[: limits.articles]
    articles = tuple(_sample_article(slug) for slug in slugs)
    return Corpus(
        name=folder.name,
        digest=_digest(folder, [path for slug in slugs for path in _texts(slug)], repr(limits)),
        articles=articles,
        human=tuple(
            Segment(text, article.lang)
            for article in articles
            for text in article.reference
            if text
        ),
        post_edits=(),
    )


def engine_family(system: str) -> str:
    """Return the column a system is counted under.

    >>> engine_family("moz:bergamot-tiny"), engine_family("Online-B"), engine_family("rbmt-4")
    ('bergamot', 'online', 'rbmt')
    """
    name = system.lower()
    if name in ENGINES:
        return ENGINES[name]
    return "rbmt" if name.startswith("rbmt") else "online"


def _sample(path: Path, limit: int) -> list[dict[str, Any]]:
    """Return up to `limit` records, those whose digest of the id comes first."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    ranked = sorted(records, key=lambda record: sha256(record["id"].encode()).digest())
    return ranked[:limit]


def _article(record: dict[str, Any]) -> Article:
    rows = [
        (mt, source or "", reference or "")
        for mt, source, reference in zip(
            record["mt"], record["source"], record["reference"], strict=True
        )
        if mt and mt.strip()
    ]
    return Article(
        id=record["id"],
        lang=record["target_lang"],
        source_lang=record["source_lang"],
        engine=engine_family(record["system"]),
        mt=tuple(row[0] for row in rows),
        source=tuple(row[1] for row in rows),
        reference=tuple(row[2] for row in rows),
        whole=bool(record["whole_document"]),
    )


def _post_edit(record: dict[str, Any], pair: str) -> Article:
    source_lang, _, lang = pair.partition("-")
    return Article(
        id=record["id"],
        lang=lang,
        source_lang=source_lang,
        engine=record["id"].partition("/")[0],
        mt=(record["mt"],),
        source=(record["source"] or "",),
        reference=(record["post_edit"],),
    )


def _sample_article(slug: Path) -> Article:
    """Read one sample; where paragraphs do not run in parallel, the text is one segment."""
    meta = tomllib.loads((slug / "meta.toml").read_text("utf-8")) if _has(slug, "meta") else {}
    source_lang, _, lang = slug.parent.name.partition("-")
    columns = [_paragraphs(slug / f"{name}.txt") for name in ("mt", "source", "expected")]
    longest = len(columns[0])
    if any(len(column) not in (0, longest) for column in columns):
        columns = [[BREAK.join(column)] for column in columns]
    mt, source, expected = (tuple(column or [""] * longest) for column in columns)
    return Article(
        id=f"{slug.parent.name}/{slug.name}",
        lang=str(meta.get("target_lang", lang)),
        source_lang=str(meta.get("source_lang", source_lang)),
        engine=str(meta.get("engine", "sample")),
        mt=mt,
        source=source,
        reference=expected,
        date=str(meta.get("date", "")),
        house=str(meta.get("house", "")),
    )


def _has(slug: Path, name: str) -> bool:
    return (slug / f"{name}.toml").is_file()


def _texts(slug: Path) -> list[Path]:
    names = ("mt.txt", "expected.txt", "source.txt", "meta.toml")
    return [slug / name for name in names if (slug / name).is_file()]


def _paragraphs(path: Path) -> list[str]:
    if not path.is_file():
        return []
    text = path.read_text("utf-8").rstrip("\n")
    return text.split(BREAK)


def _digest(folder: Path, paths: Iterable[Path], salt: str) -> str:
    total = sha256(salt.encode())
    for path in paths:
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]
