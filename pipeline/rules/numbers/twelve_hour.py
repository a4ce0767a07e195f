"""The twelve-hour clock in languages that count to twenty-four: 3:30 p.m. is 15h30 in French."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

# How print writes the hour with its minutes, and without: CLDR time patterns (Babel 2.18), and
# for French and Portuguese the h that newspapers set.
_CLOCKS: Mapping[str, tuple[str, str]] = {
    "fr": ("{}h{}", "{}h"),
    "pt": ("{}h{}", "{}h"),
    "de": ("{}.{} Uhr", "{} Uhr"),
    "nl": ("{}.{} uur", "{} uur"),
    "it": ("{}.{}", "{}"),
    "da": ("{}.{}", "{}"),
    "fi": ("{}.{}", "{}"),
    "sv": ("{}.{}", "{}"),
    "nb": ("{}.{}", "{}"),
    **dict.fromkeys(
        ("pl", "cs", "sk", "uk", "ru", "be", "ro", "bg", "hr", "sl"), ("{}:{}", "{}:00")
    ),
}

RULE = Rule(
    summary="The hours of the afternoon are counted to twenty-four.",
    why="English says 3:30 p.m.; the machine copies it where nobody says so.",
    source="CLDR time patterns; Imprimerie nationale, Lexique des règles typographiques; Duden, Uhrzeit",
    category="locale-conventions",
    locales=tuple(_CLOCKS),
    gate=r"[0-9][ \u00a0]?(?:[ap]\.[ ]?m|[AP]M[^A-Za-z]|pm[^a-z])",
    examples=(
        Example(
            before="Le train part à 3:30 p.m. de Lyon et revient à 9 p.m.",
            after="Le train part à 15h30 de Lyon et revient à 21h.",
            lang="fr",
        ),
        Example(
            before="Das Treffen beginnt um 3:30 PM in Berlin.",
            after="Das Treffen beginnt um 15.30 Uhr in Berlin.",
            lang="de",
        ),
        Example(
            before="Spotkanie zacznie się o 12:15 a.m. w Łodzi.",
            after="Spotkanie zacznie się o 0:15 w Łodzi.",
            lang="pl",
        ),
        Example(keep="Um 3 am Montag, um 15.30 Uhr und auf 107.3 FM.", lang="de"),
        Example(keep="Le PM 2,5 et 14 PM ont voté.", lang="fr", why="no hour of the twelve"),
    ),
)

_HOUR = (
    r"(?<![\w:.,/€$£-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minutes>[0-5][0-9]))?[ \u00a0]?"
    r"(?:(?P<half>[ap])\.[ ]?m(?P<stop>\.?)|(?P<half>[AP])M|(?P<half>p)m)(?![\w-])(?: (?:Uhr|uur)\b)?"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for match in compiled(_HOUR).finditer(context.text):
        locale = context.locale_at(match.start())
        if locale.language in _CLOCKS:
            wanted = _written(match, *_CLOCKS[locale.language])
            if match["stop"] and compiled(r"\Z|[\r\n]|[ \u00a0]\p{Lu}").match(
                context.text, match.end()
            ):
                wanted += "."  # the point ended the sentence as well
            message = f"{match[0]!r} is {wanted!r} on a clock of twenty-four hours"
            yield rule.finding(context.text, match.start(), match.end(), wanted, message)


def _written(match: Match, with_minutes: str, whole: str) -> str:
    """Return the time as the locale prints it.

    Twelve in the afternoon is noon, twelve before it midnight.
    """
    hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
    return with_minutes.format(hour, match["minutes"]) if match["minutes"] else whole.format(hour)
