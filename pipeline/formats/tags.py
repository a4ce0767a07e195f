"""What an item says about its language and its day; knows BCP 47, not the file it stands in."""

from __future__ import annotations

import re
from contextlib import suppress

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def languages_of(tag: str) -> tuple[str | None, str | None]:
    """Return the language of a text and the one it was translated from, None for unknown.

    The extension T of RFC 6497 names the latter.

    >>> languages_of("en-t-fr-t0-und"), languages_of("pt_BR"), languages_of("und")
    (('en', 'fr'), ('pt-BR', None), (None, None))
    """
    tag = tag.strip().replace("_", "-")
    if not _TAG.match(tag) or tag.lower() in ("und", "mul", "zxx"):
        return None, None
    subtags = tag.split("-")
    singles = [place for place, subtag in enumerate(subtags) if place and len(subtag) == 1]
    own = "-".join(subtags[: singles[0]] if singles else subtags)
    source = None
    for number, place in enumerate(singles):
        if subtags[place].lower() == "t":
            until = singles[number + 1] if number + 1 < len(singles) else len(subtags)
            source = _language_in(subtags[place + 1 : until])
    return own, source


def _language_in(subtags: list[str]) -> str | None:
    """Return the language at the head of an extension T, whose fields are a letter and a digit."""
    fields = [
        place for place, subtag in enumerate(subtags) if re.fullmatch("[A-Za-z][0-9]", subtag)
    ]
    found = "-".join(subtags[: fields[0]] if fields else subtags)
    return found if _TAG.match(found) and found.lower() != "und" else None


def date_of(text: str) -> str | None:
    """Return the day in a date as an item has one, ISO 8601, None where there is none.

    >>> date_of("2024-03-31T10:00:00Z"), date_of("20240331T100000+0200")
    ('2024-03-31', '2024-03-31')
    >>> date_of("Sun, 31 Mar 2024 10:00:00 GMT"), date_of("soon")
    ('2024-03-31', None)
    """
    from datetime import date
    from email.utils import parsedate

    found = _DAY.match(text.strip())
    with suppress(ValueError, IndexError, TypeError):
        if found:
            return date(*map(int, found.groups())).isoformat()
        parsed = parsedate(text)
        if parsed:
            return date(*parsed[:3]).isoformat()
    return None
