"""Names of months and weekdays in other languages than the text's, from the locale tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.context import Context
from pipeline.locale import DateFacts, Locale

SCRIPTS = ("Latn", "Cyrl")

# A day, perhaps an ending and a preposition, and a word that may be a month.
DAY = (
    r"(?<![\w.,:/+#-])(?P<day>[1-9]|[12][0-9]|3[01])(?P<ending>\.|er|st|nd|rd|th|[º°])?[ \u00a0]"
    r"(?P<of>d[ei] |of )?(?P<month>\p{L}{3,12})(?![\w-]|['’]\w)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A foreign name: its number from 0, and whether its language writes it with a capital."""

    number: int
    capitalised: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The foreign names of months and weekdays, in lower case."""

    months: Mapping[str, Name]
    weekdays: Mapping[str, Name]


_READ: dict[tuple[int, str, str], tuple[object, Names]] = {}


def foreign_names(context: Context, locale: Locale) -> Names:
    """Return the names that are foreign in `locale`; read once for each plan and source."""
    locales = context.plan.locales
    source = (context.source.source_lang or "").partition("-")[0].lower()
    key = id(locales), locale.language, source
    if key not in _READ:  # the locales are kept with their names: no other can have their id
        _READ[key] = locales, _read(locales, locale.language, source)
    return _READ[key][1]


def _read(locales: Mapping[str, Locale], language: str, source: str) -> Names:
    tables = [table for table in locales.values() if table.script in SCRIPTS]
    own = [table.dates for table in tables if table.language == language]
    others = [table for table in tables if table.language != language]
    given = [table.dates for table in others if table.language == source]
    foreign = [table.dates for table in others]
    return Names(
        _foreign(_months, own, foreign, given), _foreign(_weekdays, own, foreign, given)
    )


def _months(dates: DateFacts) -> Iterator[tuple[str, int]]:
    for names in (dates.months, dates.months_genitive):
        yield from ((name.casefold(), number) for number, name in enumerate(names))


def _weekdays(dates: DateFacts) -> Iterator[tuple[str, int]]:
    yield from ((name.casefold(), number) for number, name in enumerate(dates.weekdays))


def _foreign(read, own: list[DateFacts], foreign: list[DateFacts], given: list[DateFacts]):  # type: ignore[no-untyped-def]
    ...
