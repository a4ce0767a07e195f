"""How long cleaning takes: beside ftfy, on long texts, from the start, with large glossaries.

CPU time; what is compared runs interleaved, so that a busy machine slows
both. The numbers are ratios to read, not floors that a slower machine could break.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from pipeline.bench.corpus import BREAK, Article
from pipeline.bench.measure import Measure, Report, Table
from pipeline.bench.metrics import Clean

ROUNDS = 5
LENGTHS = (62_500, 250_000, 1_000_000)  # code points
GLOSSARIES = (100, 100_000)  # rows
ARTICLE = 3_000  # code points of the article in the start-up table
PATIENCE = 5.0  # seconds for one text; longer texts are then left out


def speed(clean: Clean, articles: Sequence[Article], limit: int = 120) -> Report:
    """Compare cleaning English articles with ftfy, and 1 MB with shorter texts."""
    english = [article.text for article in articles if article.lang == "en"]
    texts = english[:: max(1, len(english) // limit)][:limit]  # from every language
    if not texts:
        return Report("speed")
    rows, measures = _beside_ftfy(clean, texts)
    grown, slope = _growth(clean, english)
    started, start = _startup(texts)
    size = sum(map(len, texts))
    n = f"{len(texts)} English articles, {size} code points, {ROUNDS} rounds"
    tables = (
        Table("Speed beside ftfy.fix_text", ("", "CPU s", "MB/s", "ms/article"), rows, n),
        Table("Growth with length", ("code points", "CPU s", "us/1000"), grown, "1 text each"),
        Table("Start-up", ("program", "CPU s"), started, f"{ROUNDS} rounds, {ARTICLE} code points"),
    )
    return Report("speed", tables, (*measures, *slope, *start))


def _beside_ftfy(
    clean: Clean, texts: Sequence[str]
) -> tuple[list[tuple[str, ...]], tuple[Measure, ...]]:
    runs: dict[str, Callable[[str], object]] = {
        "clean_text, lang given": lambda text: clean(text, lang="en").text,
        "clean_text, nothing given": lambda text: clean(text).text,
        "clean_text with its report": lambda text: clean(text, lang="en").findings,
    }
    try:
        from ftfy import fix_text
    except ImportError:
        pass
    else:
        runs["ftfy.fix_text"] = fix_text
    spent = interleaved(runs, texts)
    size = sum(len(text.encode()) for text in texts)
    rows: list[tuple[str, ...]] = [
        (name, f"{taken:.3f}", f"{size / taken / 1e6:.2f}", f"{1000 * taken / len(texts):.2f}")
        for name, taken in spent.items()
    ]
    if "ftfy.fix_text" not in spent:
        return rows, ()
    ratio = spent["clean_text, lang given"] / spent["ftfy.fix_text"]
    rows.append(("ratio to ftfy", f"{ratio:.2f}", "", ""))
    return rows, (Measure("speed.ratio_to_ftfy", ratio, len(texts), pinned=False),)


def interleaved(runs: dict[str, Callable[[str], object]], texts: Sequence[str]) -> dict[str, float]:
    """Return the median CPU time of each over all texts; the first round warms up."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS + 1):
        for name, run in runs.items():
            start = process_time()
            for text in texts:
                run(text)
            spent[name].append(process_time() - start)
    return {name: median(taken[1:]) for name, taken in spent.items()}


def _growth(
    clean: Clean, texts: Sequence[str]
) -> tuple[list[tuple[str, ...]], tuple[Measure, ...]]:
    """Time one long text of each length; the measure is time per length, last over first."""
    whole = BREAK.join(texts)
    whole = BREAK.join([whole] * (max(LENGTHS) // len(whole) + 1))  # once, if long enough
    rows: list[tuple[str, ...]] = []
    rates: list[float] = []
    for length in LENGTHS:
        start = process_time()
        clean(whole[:length], lang="en")
        taken = process_time() - start
        rates.append(taken / length)
        rows.append((f"{length}", f"{taken:.3f}", f"{1e9 * taken / length:.1f}"))
        if taken > PATIENCE:
            break
    return rows, (Measure("speed.growth", rates[-1] / rates[0], len(rates), pinned=False),)


BARE = "import ftfy, typer; app = typer.Typer(); app.command()(lambda: None); app([])"
CLEAN = "import sys; from pipeline.cli.clean import main; sys.exit(main(['-']))"


def _startup(texts: Sequence[str]) -> tuple[list[tuple[str, str]], tuple[Measure, ...]]:
    """Compare `clean -` on one article with a bare Typer program that imports ftfy."""
    programs = {"a bare Typer program that imports ftfy": BARE, "clean on one article": CLEAN}
    article = BREAK.join(texts)[:ARTICLE].encode()
    spent: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS + 1):
        for name, program in programs.items():
            spent[name].append(_child_cpu([sys.executable, "-c", program], article))
    bare, clean = (median(times[1:]) for times in spent.values())
    rows = [(name, f"{median(times[1:]):.3f}") for name, times in spent.items()]
    rows.append(("ratio", f"{clean / bare:.2f}"))
    return rows, (Measure("speed.ratio_of_startup", clean / bare, ROUNDS, pinned=False),)


def _child_cpu(command: Sequence[str], given: bytes) -> float:
    """Return the seconds of CPU that a program takes, its start included."""
    before = os.times()
    subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - ours
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def glossary_speed(clean: Clean, articles: Sequence[Article], limit: int = 60) -> Report:
    """Compare cleaning with a small and with a large glossary of invented terms."""
    texts = [article.text for article in articles if article.lang == "en"][:limit]
    with TemporaryDirectory() as folder:
        runs = dict(_with_glossaries(clean, Path(folder)))
        spent = interleaved(runs, texts)
    rows = [(name, f"{taken:.3f}") for name, taken in spent.items()]
    times = list(spent.values())
    ratio = times[-1] / times[0] if times[0] else 1.0
    table = Table("Glossary size", ("rows", "CPU s"), rows, f"{len(texts)} English articles")
    measure = Measure("speed.glossary", ratio, len(texts), pinned=False)
    return Report("glossary", (table,), (measure,))


def _with_glossaries(clean: Clean, folder: Path) -> Iterator[tuple[str, Callable[[str], object]]]:
    for size in GLOSSARIES:
        target = folder / str(size)
        _write_glossary(target / "en" / "terms.csv", size)

        def run(text: str, target: Path = target) -> object:
            return clean(text, lang="en", glossary=target).text

        yield f"{size}", run


def _write_glossary(path: Path, size: int) -> None:
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "preferred", "variants", "type", "case", "action", "status"))
        for number in range(size):
            word = invented(number)
            rows.writerow(
                (word, f"{word}yv", f"{word}iev", "place", "as stored", "apply", "approved")
            )


def invented(number: int) -> str:
    """Return a word of its own for each number, in syllables.

    >>> invented(0), invented(731)
    ('Bababa', 'Bafame')
    """
    syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
    word = ""
    for _ in range(3):
        number, rest = divmod(number, len(syllables))
        word = syllables[rest] + word
    return word.capitalize()
