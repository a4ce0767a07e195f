"""How a found form is printed: the three case rules of a row, spaces and apostrophes as found."""

from __future__ import annotations

import re

from pipeline.glossary.folding import INVISIBLE, plain_marks

_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or out over per so than the to up"
    " upon via with yet 's".split()
)
_SPACE = re.compile(r"\r\n|[ \u00a0\u202f\u2009\n\t]")


def plain(found: str) -> str:
    """Return a form with plain spaces, hyphens and apostrophes, nothing invisible.

    >>> plain("Ki\u00adev\u2019s")
    "Kiev's"
    """
    if not found.isascii():
        found = plain_marks(INVISIBLE.sub("", found))
    return found.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")


def cased(found: str, given: str, printed: str, case: str) -> str | None:
    """Return what to print for a plain form, None where the case rule does not match it.

    >>> cased("KIEV", "Kiev", "Kyiv", "smart"), cased("KIEV", "Kiev", "Kyiv", "as stored")
    ('KYIV', None)
    >>> cased("End of Inadmissibility", "end of inadmissibility", "flat refusal", "smart")
    'Flat Refusal'
    """
    if found == given:
        return printed
    return _smart(found, given, printed) if case == "smart" else None


def _smart(found: str, given: str, printed: str) -> str | None:
    if len(found) > 1 and found == given.upper():
        return printed.upper()
    if found == given.lower():
        return printed
    if given[:1].islower() and found == capital(given):
        return capital(printed)
    if " " in given and found[:1].isupper() and _is_titled(found, given):
        return titled(printed)
    return None


def capital(form: str) -> str:
    """Return a form with its first letter in capitals, as at the start of a sentence."""
    return form[:1].upper() + form[1:]


def titled(form: str) -> str:
    """Return a form as a Title Case headline prints it.

    >>> titled("a slap in the face")
    'A Slap in the Face'
    """
    words = form.split(" ")
    return " ".join(
        word if number and word in _SMALL else capital(word) for number, word in enumerate(words)
    )


def dressed(found: str, printed: str) -> str:
    r"""Return what is printed with the spaces, line breaks and apostrophes of what was found.

    >>> dressed("Nueva\nYork", "New York")
    'New\nYork'
    """
    if found.isascii() and "\n" not in found and "\t" not in found:
        return printed
    spaces = _SPACE.findall(found)
    if any(space != " " for space in spaces):
        words = printed.split(" ")
        while len(spaces) > len(words) - 1 and " " in spaces:
            spaces.remove(" ")
        spaces += [" "] * (len(words) - 1 - len(spaces))
        printed = "".join(word + space for word, space in zip(words, [*spaces, ""], strict=False))
    return printed.replace("'", "\u2019") if "\u2019" in found else printed


def loses_line_break(found: str, printed: str) -> bool:
    """Tell whether a line break inside a form has no place in what is printed."""
    return "\n" in found and "\n" not in printed


def _is_titled(found: str, given: str) -> bool:
    """Tell whether a form is written in Title Case, small words either way."""
    words, wanted = found.split(" "), given.split(" ")
    return len(words) == len(wanted) and all(
        word in (capital(want), want) if want in _SMALL else word == capital(want)
        for word, want in zip(words, wanted, strict=True)
    )
