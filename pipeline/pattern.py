"""Patterns of the `regex` library, compiled when first used, with the types it does not ship."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Protocol


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


@cache
def compiled(pattern: str) -> Pattern:
    """Return the pattern compiled with `regex`: `^` and `$` stand at line ends."""
    import regex

    found: Pattern = regex.compile(pattern, regex.MULTILINE)
    return found
