"""What several test modules share: time that may only grow, commands, a service, packages."""

from __future__ import annotations

import importlib
import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from commands import Ran
    from serving import Server

collect_ignore = ["golden.py"]  # a program beside the tests

RATIO = 10  # for four times the text; linear is 4, quadratic 16
FLOOR = 0.25  # seconds of CPU; shorter times say nothing
TRIES = 3  # a time may have been disturbed, or have compiled a pattern: the best counts

Work = Callable[[], object]
Linear = Callable[[Callable[[int], Work], int], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--large", action="store_true", help="texts four times as long, for timing")


@pytest.fixture(scope="session")
def assert_linear(request: pytest.FixtureRequest) -> Linear:
    """Give the check `(make, size)`: `make(size)` returns the work to be timed on that size."""
    scale = 1 if request.config.getoption("--large") else 4

    def check(make: Callable[[int], Work], size: int) -> None:
        size = max(1, size // scale)
        small, large = make(size), make(4 * size)
        before, after = 9e9, 9e9
        for _ in range(TRIES):
            after = min(after, cpu(large))
            if after < FLOOR:
                return
            before = min(before, cpu(small))
            if after < RATIO * before:
                return
        pytest.fail(f"{before:.3f} s for {size}, {after:.3f} s for {4 * size}")

    return check


def cpu(work: Work) -> float:
    """Return the seconds of CPU that some work takes; what it returns is dropped."""
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.fixture
def run(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ran]:
    """Give a function that runs a command in an empty folder, with bytes as standard input."""
    from commands import Ran
    from pipeline.cli import clean

    monkeypatch.chdir(tmp_path)

    def run(*args: object, stdin: bytes = b"", program: ModuleType = clean) -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = program.main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return Ran(code, out, err.decode())

    return run


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Give a service with one worker and a desk, for all tests that ask it and change nothing."""
    from serving import serving

    with serving("--workers", "1", "--desk", "wire=wire-us") as running:
        yield running


LEXICON = """
    le=the la=the les=the un=a une=a des=of_the du=of_the de=of et=and à=at au=at_the dans=in
    pour=for par=by avec=with sur=on est=is a=has sont=are ont=have pas=not il=he elle=she
    qui=who ministre=minister président=president député=deputy loi=law procureur=prosecutor
    tribunal=court plainte=complaint syndicats=unions grève=strike accord=agreement maire=mayor
    ville=city rejeté=rejected annoncé=announced signé=signed demandé=asked rencontré=met
    lundi=Monday mardi=Tuesday matin=morning soir=evening hier=yesterday nouveau=new
    euros=euros millions=million mais=but parle=speaks perdu=lost treize=12 ordre=warrant
    colle=glue Kleber=adhesive Kharkiv=Kharkov Mossoul=Mousul
"""
PAIRS = [pair.split("=") for pair in LEXICON.split()]
WORDS = {
    "lexicon": {
        **{source: target.replace("_", " ") for source, target in PAIRS},
        "avocat": [("lawyer", 1.0), ("avocado", 0.995), ("counsel", 0.99), ("pear", 0.985)],
    },
    "phrases": {
        "fin de non-recevoir": "end of inadmissibility",
        "mardi soir": "Tuesday evening",
        "coup de tuba": "blow of tuba",
    },
    "loops": {"bla": "blah"},
    "stops": {";"},
    "elisions": {"l'": "the", "d'": "of"},
}


@pytest.fixture(scope="session")
def tinyargos() -> ModuleType:
    """Give the module that builds packages, which takes its time to import."""
    return importlib.import_module("tinyargos")


@pytest.fixture(scope="session")
def archives(tinyargos: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three real packages as files: from French to English, from English to German, and back."""
    folder = tmp_path_factory.mktemp("archives")
    german = {"the": "der", "mayor": "Bürgermeister", "speaks": "spricht", "city": "Stadt"}
    back = {"der": "the", "Bürgermeister": "mayor", "spricht": "speaks"}
    sbd = tinyargos.splitter()
    return {
        "fr-en": tinyargos.build(
            folder / "fr_en.argosmodel", **WORDS, extra={"minisbd/fr.onnx": sbd}
        ),
        "en-de": tinyargos.build(folder / "en_de.argosmodel", "en", "de", lexicon=german),
        "de-en": tinyargos.build(folder / "de_en.argosmodel", "de", "en", lexicon=back),
    }


@pytest.fixture(scope="session")
def packages(archives: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which these packages are installed."""
    from pipeline.translate.archive import add

    folder = tmp_path_factory.mktemp("argos") / "packages"
    for archive in archives.values():
        add(archive, folder)
    return folder
