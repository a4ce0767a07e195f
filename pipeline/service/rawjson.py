"""JSON as it was written: the members of an object, each with its own spelling.

A number, an escape or the order of keys must come back as the client wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def members(text: str) -> dict[str, str]:
    """Return the members of an object, as they are written; of two alike, the last.

    The text has been parsed before, so that it is known to be an object.

    >>> members('{"a": 1.50, "b": [1,  2]}')
    {'a': '1.50', 'b': '[1,  2]'}
    """
    found: dict[str, str] = {}
    at = _skip(text, _skip(text, 0) + 1)
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, _skip(text, at + (text[at] == ",")))
        start = _skip(text, _skip(text, at) + 1)  # behind the colon
        _, end = _DECODER.raw_decode(text, start)
        found[name] = text[start:end]
        at = _skip(text, end)
    return found


def elements(text: str) -> Iterator[str]:
    """Yield the elements of a list, as they are written.

    >>> list(elements('[1.50, {"a":  2}]'))
    ['1.50', '{"a":  2}']
    """
    at = _skip(text, _skip(text, 0) + 1)
    while text[at] != "]":
        start = _skip(text, at + (text[at] == ","))
        _, end = _DECODER.raw_decode(text, start)
        yield text[start:end]
        at = _skip(text, end)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
