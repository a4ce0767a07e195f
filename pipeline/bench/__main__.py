"""The command `python -m pipeline.bench`: reads texts, prints tables, checks floors."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from pipeline import clean_text
from pipeline.bench import metrics
from pipeline.bench.alignment import alignment
from pipeline.bench.classes import classes
from pipeline.bench.corpus import Corpus, Limits, read_data, read_samples
from pipeline.bench.direction import AWAY, direction
from pipeline.bench.floors import FloorError, check, pinned, read_floors, write_floors
from pipeline.bench.lossless import lossless
from pipeline.bench.matching import matching
from pipeline.bench.measure import Measure, Parameters, Report, Shown
from pipeline.bench.service import service_load
from pipeline.bench.speed import glossary_speed, speed
from pipeline.bench.variants import variants

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FLOORS = Path(__file__).with_name("floors.toml")


class Run:
    """One run over a corpus; the articles are cleaned at most once."""

    def __init__(self, corpus: Corpus, given: str, folder: Path | None = None) -> None:
        self.corpus = corpus
        self.folder = folder
        self.given = given
        self._cleaned: dict[str, tuple[metrics.Cleaned, ...]] = {}

    @property
    def articles(self) -> tuple[metrics.Cleaned, ...]:
        """The articles, cleaned."""
        return self._clean("articles")

    @property
    def post_edits(self) -> tuple[metrics.Cleaned, ...]:
        """The post-edited segments, cleaned."""
        return self._clean("post_edits")

    def _clean(self, kind: str) -> tuple[metrics.Cleaned, ...]:
        if kind not in self._cleaned:
            texts = getattr(self.corpus, kind)
            self._cleaned[kind] = metrics.clean_articles(clean_text, texts, self.given)
        return self._cleaned[kind]


PARTS: dict[str, Callable[[Run], Report]] = {
    "harm": lambda run: metrics.harm(clean_text, run.corpus, run.given),
    "classes": lambda run: classes(run.articles),
    "mixed": lambda run: metrics.mixed(run.articles),
    "direction": lambda run: direction(run.articles, run.post_edits),
    "promises": lambda run: metrics.promises(clean_text, run.articles + run.post_edits, run.given),
    "alignment": lambda run: alignment(run.corpus.articles),
    "speed": lambda run: speed(clean_text, run.corpus.articles),
    "glossary": lambda run: glossary_speed(clean_text, run.corpus.articles),
    "matching": lambda run: matching(run.corpus.articles),
    "service": lambda run: service_load(run.corpus.articles),
    "formats": lambda run: lossless(run.corpus.articles),
    "variants": lambda run: variants(run.corpus.articles, run.corpus.human, run.folder),
    "exact": lambda run: metrics.exact(run.articles),
}
DATA_PARTS = ("harm", "classes", "mixed", "direction", "promises", "alignment", "speed")
SAMPLE_PARTS = ("exact", "harm", "classes", "mixed", "direction", "promises", "alignment")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the parts that were asked for; return 1 when a floor is broken, 2 on bad options."""
    options = _parser().parse_args(arguments)
    try:
        corpus = _corpus(options)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    signature = clean_text("", lang="en").signature
    given = options.given or ("lang" if options.data else "source")
    parameters = Parameters(corpus.name, corpus.digest, signature, given)
    print(f"{parameters}\nsignature {signature}\n")
    chosen = options.part or (DATA_PARTS if options.data else SAMPLE_PARTS)
    reports = list(_reports(Run(corpus, given, options.data), chosen, parameters, options.show))
    if options.json:
        _write_json(options.json, parameters, reports)
    if options.floors is None and not options.pin:
        return 0
    measures = [measure for report in reports for measure in report.measures]
    return _floors(options, parameters, measures)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline.bench", description=__doc__)
    parser.add_argument("--data", type=Path, help="a data folder; without it, the samples")
    parser.add_argument("--part", action="append", choices=sorted(PARTS), help="may be repeated")
    parser.add_argument("--limit", type=int, help="records of each file at most")
    parser.add_argument("--given", choices=metrics.GIVEN, help="what clean_text is told")
    parser.add_argument("--show", type=int, default=3, help="edits printed for each rule")
    parser.add_argument("--json", type=Path, help="write all figures and edits to this file")
    parser.add_argument("--floors", type=Path, nargs="?", const=FLOORS, help="check these floors")
    parser.add_argument("--pin", action="store_true", help="raise the floors to these figures")
    parser.add_argument("--lower", metavar="REASON", default="", help="allow --pin to lower")
    return parser


def _corpus(options: argparse.Namespace) -> Corpus:
    limits = Limits().capped(options.limit)
    return read_data(options.data, limits) if options.data else read_samples(SAMPLES, limits)


def _reports(
    run: Run, chosen: Sequence[str], parameters: Parameters, count: int
) -> Iterator[Report]:
    for name in chosen:
        start = perf_counter()
        report = PARTS[name](run)
        for table in report.tables:
            print(table.render(parameters), end="\n\n")
        for line in _worst(report.shown, count):
            print(line)
        print(f"{name} took {perf_counter() - start:.1f} s", file=sys.stderr)
        yield report


def _worst(shown: Sequence[Shown], count: int) -> Iterator[str]:
    """Yield some edits of each rule: those that moved away, or changed correct text."""
    by_rule: dict[str, list[Shown]] = {}
    for edit in shown:
        if edit.verdict in ("", AWAY):
            by_rule.setdefault(edit.rule, []).append(edit)
    if not count:
        return
    for rule, edits in sorted(by_rule.items(), key=lambda entry: -len(entry[1])):
        yield f"  {rule}: {len(edits)} edits{' away' if edits[0].verdict else ''}"
        step = max(1, len(edits) // count)
        yield from (edit.render() for edit in edits[::step][:count])
        yield ""


def _write_json(path: Path, parameters: Parameters, reports: Sequence[Report]) -> None:
    values = {
        "parameters": {name: getattr(parameters, name) for name in Parameters.__slots__},
        "parts": {report.part: report.to_dict() for report in reports},
    }
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")


def _floors(
    options: argparse.Namespace, parameters: Parameters, measures: Sequence[Measure]
) -> int:
    path = options.floors or FLOORS
    pins = read_floors(path)
    try:
        if options.pin:
            write_floors(path, pinned(pins, parameters, measures, options.lower))
            return 0
        broken = check(pins, parameters, measures)
    except FloorError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(broken) or "all floors hold", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
