"""Locales: the facts of a language or region that rules read instead of hard-coding.

Knows the shape of the facts and how they inherit (fr-CA from fr from root); reads no files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

ROOT = "root"
UNDETERMINED = "und"  # BCP 47


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """Quotation marks: pairs are (opening, closing).

    `space` stands inside the primary pair ("" for none). `admitted` pairs also belong to the
    language and are left alone where an article uses them; other pairs are foreign.
    """

    primary: tuple[str, str] = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
    nested: tuple[str, str] = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
    space: str = ""
    admitted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """Number signs: `groups` are the group separators in use, the preferred one first.

    `decimal_admitted` marks stand before decimals too (the point in Swiss money). `percent` is
    what stands between a number and the percent sign, `percent_admitted` the other ways in use.
    `currency` tells the side of the sign: before or after.
    """

    decimal: str = "."
    decimal_admitted: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    percent: str = ""
    percent_admitted: tuple[str, ...] = ()
    currency: str = "after"
    currency_space: str = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class SpacingFacts:
    """Spaces around marks: `before` maps a mark to the space that stands in front of it."""

    before: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class DateFacts:
    """Month and weekday names in the nominative (and genitive, where dates use it).

    `capitalised` tells whether they are written with a capital. `day` is the mark after the
    day of the month in a date ("." in German).
    """

    months: tuple[str, ...] = ()
    months_genitive: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    capitalised: bool = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class WordFacts:
    """Short word lists: `function_words` recognise the language, in lower case.

    After an `abbreviations` full stop no sentence need end. `doubled` words are legal twice.
    """

    function_words: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Locale:
    """The facts of one BCP 47 tag, with those of its parents filled in."""

    tag: str
    name: str = ""
    parents: tuple[str, ...] = ()
    script: str = "Latn"
    sources: tuple[str, ...] = ()
    quotes: QuoteFacts = QuoteFacts()
    numbers: NumberFacts = NumberFacts()
    spacing: SpacingFacts = SpacingFacts()
    dates: DateFacts = DateFacts()
    words: WordFacts = WordFacts()

    @property
    def language(self) -> str:
        """The language subtag: `fr` of `fr-CA`."""
        return self.tag.partition("-")[0]

    def is_a(self, tag: str) -> bool:
        """Tell whether `tag` is this locale or one it inherits from."""
        return tag == self.tag or tag in self.parents


_GROUPS = {
    "quotes": QuoteFacts,
    "numbers": NumberFacts,
    "spacing": SpacingFacts,
    "dates": DateFacts,
    "words": WordFacts,
}


def parse_locales(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Locale]:
    """Build every locale from its table by tag, parents first; ValueError names tag and key."""
    built: dict[str, Locale] = {}
    for tag in sorted(tables, key=lambda tag: (tag != ROOT, tag.count("-"), tag)):
        chain = [parent for parent in lineage(tag) if parent in tables and parent != tag]
        parent = built[chain[0]] if chain else Locale(ROOT)
        built[tag] = _parse(tag, tables[tag], parent, tuple(chain))
    return built


def lineage(tag: str) -> Iterator[str]:
    """Yield the tag and its parents by truncation, `root` last.

    >>> list(lineage("fr-CA"))
    ['fr-CA', 'fr', 'root']
    """
    while tag and tag != ROOT:
        yield tag
        tag = tag.rpartition("-")[0]
    yield ROOT


def best_match(tag: str, known: Iterable[str]) -> str | None:
    """Return the most specific known tag for a BCP 47 tag, None if only root is left.

    >>> best_match("en-t-uk-t0-und", ["en", "en-GB"])
    'en'
    """
    names = tuple(known)
    if tag in (UNDETERMINED, ROOT):
        return None
    if tag in names:
        return tag
    by_case = {name.lower(): name for name in names}
    for parent in lineage(tag.replace("_", "-")):
        if parent != ROOT and parent.lower() in by_case:
            return by_case[parent.lower()]
    return None


def _parse(tag: str, table: Mapping[str, Any], parent: Locale, chain: tuple[str, ...]) -> Locale:
    known = {"name", "script", "sources", *_GROUPS}
    if unknown := sorted(set(table) - known):
        raise ValueError(
            f"locale {tag}: unknown key {unknown[0]!r}, expected one of {', '.join(sorted(known))}"
        )
    values: dict[str, Any] = {
        "tag": tag,
        "parents": chain,
        "name": table.get("name", ""),
        "script": table.get("script", parent.script),
        "sources": tuple(table.get("sources", ())),
    }
    for group in _GROUPS:
        values[group] = _parse_group(tag, group, table.get(group, {}), getattr(parent, group))
    return Locale(**values)


def _parse_group(tag: str, group: str, table: Mapping[str, Any], parent: Any) -> Any:
    known = {entry.name: getattr(parent, entry.name) for entry in fields(parent)}
    for key, found in table.items():
        if key not in known:
            keys = ", ".join(sorted(known))
            raise ValueError(f"locale {tag}: unknown key {group}.{key}, expected one of {keys}")
        value = _frozen(found)
        if type(value) is not type(known[key]):
            raise ValueError(
                f"locale {tag}: {group}.{key} is {found!r}, expected {type(known[key]).__name__}"
            )
        known[key] = value
    return _GROUPS[group](**known)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value
