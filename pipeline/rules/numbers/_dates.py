"""Names of months and weekdays in other languages than the text's, from the locale tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.context import Context
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled

SCRIPTS = ("Latn", "Cyrl")

# A day, perhaps an ending and a preposition, and a word that may be a month. Looked at from behind
# the first digit: to search for a digit is much faster than to look back from every character.
BARE_DAY = r"[1-9](?<![\w.,:/+#€$£%-].)(?<![0-9][ \u00a0].)(?:(?<=[12])[0-9]|(?<=3)[01])?"
DAY = (
    rf"(?P<day>{BARE_DAY})(?P<ending>\.|er|st|nd|rd|th|[º°])?[ \u00a0]"
    r"(?P<of>d[ei] |of )?(?P<month>\p{L}{3,12})(?![\w-]|['’]\w)"
)

# How the names of months in the locale tables begin: the gate for dates that need a look.
STEMS = (
    r"(?:(?i:abr|ago|apr|ara|aug|avg|avr|cze|dec|des|dez|dic|dub|eki|elo|ene|eyl|feb|fev|gen|giu|gru|"
    r"haz|hei|hel|huh|ian|iul|iun|jan|jou|jui|jul|jun|kas|kes|kol|kvi|kwi|led|lip|lis|lok|lug|lut|maa|"
    r"mag|mai|maj|mar|may|mei|nis|noi|nov|oca|oct|okt|ott|out|pro|ruj|sep|set|sie|sij|srp|stu|sty|svi|"
    r"syy|sze|tam|tem|tou|tra|vel|wrz)|\p{L}{0,2}[^\x00-\x7f])"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a foreign name names, counted from 0, and whether a capital is right, small or both."""

    number: int
    cases: frozenset[bool]

    def is_written(self, word: str) -> bool:
        """Tell whether one of its languages writes it so: Domingo is a surname."""
        return word[0].isupper() in self.cases


@dataclass(frozen=True, slots=True)
class Names:
    """The foreign names of months and weekdays by their lower case."""

    months: Mapping[str, Name]
    weekdays: Mapping[str, Name]


WEEKDAY = r"(?<![\w’'-])(?P<name>[\p{L}’]{4,14}(?:-feira)?),? (?:le |den |dem |el |the )?\Z"

_READ: dict[tuple[int, str, str], tuple[object, Names]] = {}


def foreign_names(context: Context, locale: Locale) -> Names:
    """Return the names that are foreign in `locale`; made once for each plan and source."""
    locales = context.plan.locales
    source = (context.source.source_lang or "").partition("-")[0].lower()
    key = id(locales), locale.language, source
    if key not in _READ:  # the locales are kept with the names, so that their id stays theirs
        _READ[key] = (
            locales,
            Names(
                _foreign(locales.values(), locale.language, source, _months),
                _foreign(locales.values(), locale.language, source, _weekdays),
            ),
        )
    return _READ[key][1]


def _months(locale: Locale) -> tuple[tuple[str, ...], ...]:
    return locale.dates.months, locale.dates.months_genitive


def _weekdays(locale: Locale) -> tuple[tuple[str, ...], ...]:
    return (locale.dates.weekdays,)


def _foreign(
    locales: Iterable[Locale],
    language: str,
    source: str,
    groups: Callable[[Locale], tuple[tuple[str, ...], ...]],
) -> dict[str, Name]:
    """Return the names that mean one thing in every language, or in that of the source."""
    own: set[str] = set()
    found: dict[str, set[tuple[int, bool]]] = {}
    given: dict[str, set[tuple[int, bool]]] = {}
    for locale in locales:
        if locale.script not in SCRIPTS:
            continue
        numbered = [pair for names in groups(locale) for pair in enumerate(names)]
        if locale.language == language:
            # A foreign name may be the short form of one's own: 3 Jun.
            own |= {key for _, name in numbered for key in (name.casefold(), name[:3].casefold())}
            continue
        for number, name in numbered:
            for table in (found, given) if locale.language == source else (found,):
                table.setdefault(name.casefold(), set()).add((number, locale.dates.capitalised))
    return {
        word: Name(min(meant)[0], frozenset(case for _, case in meant))
        for word, meant in (found | given).items()
        if word not in own and len({number for number, _ in meant}) == 1
    }


def weekday_before(context: Context, locale: Locale, at: int) -> Match | None:
    """Return the word before the date at `at` if it is a weekday, of the text or foreign."""
    match = compiled(WEEKDAY).search(context.text, max(0, at - 32), at)
    if match is None:
        return None
    own = match["name"] in locale.dates.weekdays
    known = own or match["name"].casefold() in foreign_names(context, locale).weekdays
    return match if known else None
