"""Patterns of `regex`, with the types it does not ship, and of `re`, compiled when first used.

Start-up does not pay for what an article does not need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Protocol, cast


class Match(Protocol):
    """What a pattern finds; `regex` ships no types."""

    def __getitem__(self, group: int | str) -> str: ...
    def start(self, group: int | str = 0) -> int: ...
    def end(self, group: int | str = 0) -> int: ...
    def expand(self, template: str) -> str: ...
    def groups(self, default: str = "") -> tuple[str, ...]: ...


class Pattern(Protocol):
    """A compiled pattern of the `regex` library."""

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[Match]: ...
    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> Match | None: ...
    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Match | None: ...
    def fullmatch(self, text: str) -> Match | None: ...
    def findall(self, text: str) -> list[str]: ...
    def split(self, text: str) -> list[str]: ...


@lru_cache(maxsize=4096)  # some patterns hold a word of the text
def compiled(pattern: str) -> Pattern:
    """Return the pattern compiled with `regex`: `^` and `$` stand at line ends."""
    import regex

    found: Pattern = regex.compile(pattern, regex.MULTILINE)
    return found


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern of `re` that compiles at its first use.

    >>> later(r"\d+").findall("7 or 12")
    ['7', '12']
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))


class _Later:
    """Stands for a pattern until one of its methods is asked for, then has them all."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = re.compile(*self._given)
        self.__dict__.update(
            (method, getattr(found, method))
            for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
        )
        return getattr(found, name)
