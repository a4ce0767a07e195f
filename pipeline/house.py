"""House style: what a newsroom prints where several ways are right. Reads no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

KEEP = "keep"

CHOICES: Mapping[str, tuple[str, ...]] = {
    "quotes": (KEEP, "straight", "curly", "locale"),
    "apostrophe": (KEEP, "straight", "curly"),
    "percent": (KEEP, "%", "percent", "per cent"),
    "numbers": (KEEP, "locale"),
    "spelling": (KEEP, "uk", "us"),
    "titles": (KEEP, "Mr", "Mr."),
}


@dataclass(frozen=True, slots=True)
class House:
    """The choices of a house; `keep` lets each article decide for itself.

    `names` is a glossary profile such as `ap` or `bbc`, or `keep` for none.
    """

    name: str = "default"
    quotes: str = KEEP
    apostrophe: str = KEEP
    percent: str = KEEP
    numbers: str = KEEP
    spelling: str = KEEP
    titles: str = KEEP
    names: str = KEEP


def parse_house(name: str, table: Mapping[str, Any]) -> House:
    """Build a House from its table; ValueError names the key, what was found and expected."""
    known = [entry.name for entry in fields(House) if entry.name != "name"]
    for key, found in table.items():
        if key not in known:
            raise ValueError(
                f"house {name}: unknown key {key!r}, expected one of {', '.join(known)}"
            )
        expected = CHOICES.get(key)
        if not isinstance(found, str) or (expected and found not in expected):
            wanted = f"one of {', '.join(expected)}" if expected else "a name"
            raise ValueError(f"house {name}: {key} is {found!r}, expected {wanted}")
    return House(name=name, **table)
