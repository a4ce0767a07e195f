"""Read rules, locales, glossaries and house styles: the only place that does.

Everything is checked when the package is built and tested, and packed into one file; at run
time an installed package reads the pack. In a checkout the pack is renewed when a file is
newer than it.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, fields, replace
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category

from pipeline.finding import Safety
from pipeline.gate import Gate, widen
from pipeline.glossary.matcher import Glossary, entries_of
from pipeline.glossary.packed import PackedConcepts, PackedEntries, packed_entries, packed_rows
from pipeline.glossary.store import merge, read_glossary
from pipeline.house import House, parse_house
from pipeline.locale import Locale, parse_locales
from pipeline.pattern import compiled
from pipeline.plan import Plan, RuleSet
from pipeline.rule import CATEGORIES, Example, Rule

if TYPE_CHECKING:
    from pipeline.translate.scoring import Scorer
    from pipeline.translate.translator import Translator

HERE = Path(__file__).resolve().parent
RULES = HERE / "rules"
LOCALES = HERE / "locales"
HOUSES = HERE / "houses"
PACK = HERE / "_pack.jsonl"
CHECKOUT = (HERE.parent / "pyproject.toml").is_file()

__version__ = "0.1.0"


class BadConfiguration(ValueError):
    """A rule, locale, glossary or house file that cannot be used; the message says why."""


def glossary_folder() -> Path:
    """Return the folder of the shipped glossaries: inside the package, or beside it."""
    inside = HERE / "glossaries"
    return inside if inside.is_dir() else HERE.parent / "glossaries"


def load_plan(
    *,
    house: str | Path | Mapping[str, Any] | None = None,
    glossary: str | Path | Iterable[str | Path] | None = None,
    suggest: bool = False,
    to: str | None = None,
    models: str | Path | None = None,
    score: bool = False,
) -> Plan:
    """Return a plan, loaded once for each choice of options and shared by threads.

    `house` is a shipped name, a TOML file or a mapping of its keys. `glossary` is one folder
    of `<lang>/*.csv` or several, added to the shipped one; a later row replaces an earlier
    one of the same id. `to` is the BCP 47 tag of the language to translate into, with the Argos
    packages in the folder `models`, or where Argos has them. With `score`, the package of the
    pair scores a translation that comes with its source. BadConfiguration says which file, key
    and value could not be used.
    """
    if score and to is not None:
        raise BadConfiguration(
            "score judges a translation that is there and to makes one; take one"
        )
    folders = [glossary] if isinstance(glossary, str | Path) else list(glossary or ())
    style = house if isinstance(house, str | Path | None) else tuple(sorted(house.items()))
    try:
        paths = tuple(Path(folder) for folder in folders)
        plan = _load_plan(style, paths, suggest, tuple(_state(path) for path in paths))
        if to is not None:
            return replace(plan, translator=load_translator(to, models))
        return replace(plan, scorer=load_scorer(models)) if score else plan
    except BadConfiguration:
        raise
    except (ValueError, OSError) as error:
        raise BadConfiguration(str(error)) from error


@lru_cache(maxsize=32)
def _load_plan(
    house: str | Path | tuple[tuple[str, Any], ...] | None,
    glossaries: tuple[Path, ...],
    suggest: bool,
    _: tuple[tuple[tuple[str, int, int], ...], ...],
) -> Plan:
    pack, sections = _opened(_pack())
    shipped = PackedConcepts(sections.pop("concepts"))
    glossary = Glossary(shipped, PackedEntries(sections))
    digests = dict(pack["digests"])
    if glossaries:
        concepts = merge(tuple(shipped), *map(read_glossary, glossaries))
        digests["glossary"] = _digest(map(repr, concepts))
        glossary = Glossary(concepts)
    return Plan(
        ruleset=RuleSet(_unpacked(row) for row in pack["rules"]),
        glossary=glossary,
        locales=_locales(pack["locales"]),
        house=_house(house),
        suggest=suggest,
        version=__version__,
        digests=digests,
    )


def load_translator(
    to: str,
    models: str | Path | None = None,
    threads: int = 1,
    show: Callable[[int, int], None] | None = None,
) -> Translator:
    """Return what translates into a language, loaded once for each state of its packages.

    `threads` translate one batch together; `show` is told (done, total) on the way.
    BadConfiguration where no text can be translated at all, and why.
    """
    folder = _models_folder(models)
    return _load_translator(to, folder, threads, show, _packages_state(folder))


def load_scorer(
    models: str | Path | None = None,
    threads: int = 1,
    show: Callable[[int, int], None] | None = None,
) -> Scorer:
    """Return what scores translations, loaded as `load_translator` loads what makes them."""
    folder = _models_folder(models)
    return _load_scorer(folder, threads, show, _packages_state(folder))


def _models_folder(models: str | Path | None) -> Path:
    """Return the folder of the packages; BadConfiguration where nothing in it can be used."""
    from pipeline.translate.package import BadPackageError, packages_folder, refuse_remote

    if find_spec("ctranslate2") is None or find_spec("sentencepiece") is None:
        raise BadConfiguration("translating needs more; install translation-cleanup[translate]")
    folder = packages_folder() if models is None else Path(models)
    try:
        refuse_remote()
    except BadPackageError as error:
        raise BadConfiguration(str(error)) from None
    if models is not None and not folder.is_dir():
        raise BadConfiguration(f"{folder}: no such folder of Argos packages")
    return folder


@lru_cache(maxsize=8)
def _load_translator(
    to: str,
    folder: Path,
    threads: int,
    show: Callable[[int, int], None] | None,
    _: tuple[tuple[str, int, int], ...],
) -> Translator:
    from pipeline.translate.package import installed
    from pipeline.translate.translator import Translator

    return Translator(to, installed(folder)[0], threads, show)


@lru_cache(maxsize=8)
def _load_scorer(
    folder: Path,
    threads: int,
    show: Callable[[int, int], None] | None,
    _: tuple[tuple[str, int, int], ...],
) -> Scorer:
    from pipeline.translate.package import installed
    from pipeline.translate.scoring import Scorer

    return Scorer(installed(folder)[0], threads, show)


def _packages_state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells a package that was replaced from the one that was loaded before."""
    files = sorted((*folder.glob("*/metadata.json"), *folder.glob("*/model/model.bin")))
    states = [(file, file.stat()) for file in files]
    return tuple((str(file), state.st_mtime_ns, state.st_size) for file, state in states)


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells a changed glossary from the one that was loaded before."""
    found = [(path, path.stat()) for path in sorted(folder.glob("*/*.csv"))]
    return tuple((str(path.resolve()), state.st_mtime_ns, state.st_size) for path, state in found)


def _pack() -> bytes:
    if CHECKOUT and not _is_fresh():
        with suppress(OSError):  # a read-only checkout reads its files each time
            return write_pack()
        return make_pack()
    return PACK.read_bytes()


def _opened(packed: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what the first line of a pack says and the sections that follow it."""
    done = packed.index(b"\n") + 1
    head = json.loads(packed[:done])
    sections: dict[str, bytes] = {}
    for name, length in head["sections"].items():
        sections[name] = packed[done : done + length]
        done += length
    return head, sections


def write_pack() -> bytes:
    """Pack everything into the file that an installed package reads; return what it holds."""
    pack = make_pack()
    # Another process may be reading the old one: it is replaced whole.
    whole = PACK.with_name(f"{PACK.name}.{os.getpid()}")
    whole.write_bytes(pack)
    whole.replace(PACK)
    return pack


def _is_fresh() -> bool:
    try:
        made = PACK.stat().st_mtime_ns
    except OSError:
        return False
    code = [
        HERE / "load.py",
        HERE / "rule.py",
        HERE / "gate.py",
        HERE / "glossary",
        HERE / "locale.py",
    ]
    parts = (RULES, LOCALES, glossary_folder(), *code)
    return all(_is_older(os.fspath(part), made) for part in parts)


def _is_older(path: str, made: int) -> bool:
    """Tell whether a file, or a folder with all that it holds, was last changed before."""
    if os.stat(path).st_mtime_ns > made:  # noqa: PTH116 - each start asks it of every file
        return False
    if not os.path.isdir(path):  # noqa: PTH112
        return True
    with os.scandir(path) as entries:
        return all(
            _is_older(entry.path, made) if entry.is_dir() else entry.stat().st_mtime_ns <= made
            for entry in entries
            if entry.name != "__pycache__"
        )


def make_pack() -> bytes:
    """Read and check every rule, locale and shipped glossary; return them as one line and more.

    The line is JSON; the sections after it, whose lengths it gives, hold the glossary: most of
    its rows are never looked at.
    """
    rules = [_packed(rule) for rule in read_rules()]
    tables = read_locale_tables()
    parse_locales(tables)
    concepts = read_glossary(glossary_folder())
    sections = {"concepts": packed_rows(_slim(asdict(concept)) for concept in concepts)}
    for language in sorted({concept.language for concept in concepts}):
        sections[language] = packed_entries(entries_of(concepts, language))
    head = {
        "digests": {
            "rules": _digest_files(RULES),
            "locales": _digest_files(LOCALES),
            "glossary": _digest_files(glossary_folder()),
        },
        "rules": rules,
        "locales": tables,
        "sections": {name: len(section) for name, section in sections.items()},
    }
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return b"\n".join((line.encode(), b"".join(sections.values())))


def read_locale_tables() -> dict[str, dict[str, Any]]:
    """Read the locale files: tables by tag."""
    return {
        path.stem: tomllib.loads(_read_visible(path)) for path in sorted(LOCALES.glob("*.toml"))
    }


def read_rules(folder: Path = RULES) -> tuple[Rule, ...]:
    """Read and check every rule file below a folder; the path is the id."""
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix == ".toml" or (path.suffix == ".py" and not path.name.startswith("_"))
    ]
    return tuple(read_rule(path, folder) for path in paths)


def read_rule(path: Path, folder: Path = RULES) -> Rule:
    """Read one rule file and refuse it when it is not complete; BadConfiguration says why."""
    rule_id = ".".join(path.relative_to(folder).with_suffix("").parts)
    try:
        text = _read_visible(path)
        if path.suffix == ".py":
            module = f"pipeline.rules.{rule_id}"
            found: Rule = import_module(module).RULE
            rule = replace(found, id=rule_id, module=module)
        else:
            rule = parse_rule(rule_id, tomllib.loads(text))
        rule = replace(rule, re2=widen(rule.gate or rule.pattern))
        check_rule(rule)
    except (ValueError, AttributeError, TypeError, SyntaxError, ImportError) as error:
        raise BadConfiguration(f"{path.name} ({rule_id}): {error}") from error
    return rule


def parse_rule(rule_id: str, table: Mapping[str, Any]) -> Rule:
    """Build a rule from its TOML table; ValueError names an unknown or missing key."""
    known = {entry.name for entry in fields(Rule)} - {"id", "module", "examples"} | {"example"}
    _refuse_unknown(table, known, "key")
    missing = [key for key in ("summary", "why", "source", "category") if not table.get(key)]
    if missing:
        raise ValueError(f"the key {missing[0]!r} is missing")
    values = {key: _tuples(value) for key, value in table.items() if key != "example"}
    values["safety"] = parse_safety(table.get("safety", "apply"))
    examples = tuple(parse_example(entry) for entry in table.get("example", ()))
    return Rule(**values, id=rule_id, examples=examples)


def parse_example(table: Mapping[str, Any]) -> Example:
    """Build an example from its TOML table; ValueError names an unknown key."""
    _refuse_unknown(table, {entry.name for entry in fields(Example)}, "example key")
    values = dict(table)
    if "house" in values:
        values["house"] = tuple(sorted(values["house"].items()))
    return Example(**values)


def parse_safety(word: str) -> Safety:
    """Return the safety of a word; ValueError says which words there are."""
    try:
        return Safety[word.upper()]
    except KeyError:
        raise ValueError(f"safety is {word!r}, expected apply, suggest or flag") from None


def check_rule(rule: Rule) -> None:
    """Refuse a rule that does not prove itself; ValueError says what is missing."""
    if rule.category not in CATEGORIES:
        raise ValueError(f"category is {rule.category!r}, expected one of {', '.join(CATEGORIES)}")
    if bool(rule.module) == bool(rule.pattern):
        raise ValueError("a rule has a pattern, or a Python file with find(), and not both")
    wanted = "flag" if rule.safety is Safety.FLAG and not rule.module else "before"
    if not any(example.before or example.flag for example in rule.examples):
        raise ValueError(f"no example with {wanted!r}: a rule without a case it finds")
    if not any(example.keep for example in rule.examples):
        raise ValueError("no example with 'keep': a rule without a case it leaves alone")
    if rule.pattern:
        compiled(rule.pattern)
        if rule.safety is not Safety.FLAG and rule.replace is None:
            raise ValueError("the key 'replace' is missing; only a flag does without")
    Gate([rule.re2])


def _refuse_unknown(table: Mapping[str, Any], known: set[str], what: str) -> None:
    if unknown := sorted(set(table) - known):
        raise ValueError(
            f"unknown {what} {unknown[0]!r}, expected one of {', '.join(sorted(known))}"
        )


def _read_visible(path: Path) -> str:
    """Read a file in which every character can be seen; ValueError names one that cannot."""
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        for char in line:
            if char not in " \t" and category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
                raise ValueError(
                    f"{path.name}, line {number}: the invisible character U+{ord(char):04X} is "
                    f"written literally; write \\u{ord(char):04x}"
                )
    return text


def _house(house: str | Path | tuple[tuple[str, Any], ...] | None) -> House:
    if house is None:
        return House()
    if isinstance(house, tuple):
        return parse_house("given", dict(house))
    path = Path(house)
    shipped = HOUSES / f"{house}.toml"
    if not path.suffix and shipped.is_file():
        path = shipped
    elif not path.is_file():
        names = sorted(entry.stem for entry in HOUSES.glob("*.toml"))
        raise BadConfiguration(f"house {house}: neither a file nor one of {', '.join(names)}")
    try:
        return parse_house(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise BadConfiguration(f"{path.name}: {error}") from error


def _locales(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Locale]:
    return parse_locales(tables)


def _packed(rule: Rule) -> dict[str, Any]:
    values = asdict(rule)
    del values["examples"]
    values["safety"] = int(rule.safety)
    packed = _slim(values)
    if rule.replace is not None:
        packed["replace"] = rule.replace  # "" removes what the pattern found
    return packed


def _unpacked(row: Mapping[str, Any]) -> Rule:
    values = _tuples(row)
    return Rule(**{**values, "safety": Safety(row["safety"])})


def _slim(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ((), "", None, {})}


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(entry) for entry in value)
    if isinstance(value, Mapping):
        return {key: _tuples(entry) for key, entry in value.items()}
    return value


def _digest_files(folder: Path) -> str:
    return _digest(
        f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes()).hexdigest()}"
        for path in _files(folder)
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (".toml", ".py", ".csv"):
            yield path


def _digest(parts: Iterable[str]) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part.encode())
    return digest.hexdigest()[:12]
