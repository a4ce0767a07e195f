"""The shipped glossary as the pack holds it: lines that are read when they are needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from pipeline.glossary.concept import Concept
from pipeline.glossary.entries import Entries, Entry


class PackedConcepts(Sequence[Concept]):
    """Concepts as JSON lines; a concept is built when it is first looked at."""

    def __init__(self, packed: bytes) -> None:
        self._rows = packed.split(b"\n") if packed else []
        self._built: dict[int, Concept] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Concept: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Concept]: ...
    def __getitem__(self, index: int | slice) -> Concept | Sequence[Concept]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if index not in self._built:
            row = json.loads(self._rows[index])
            self._built[index] = Concept(**{key: _tuples(value) for key, value in row.items()})
        return self._built[index]


class PackedEntries(Mapping[str, Entries]):
    """The entries of each language, read when the language is asked for."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        self._sections = sections

    def __len__(self) -> int:
        return len(self._sections)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __getitem__(self, language: str) -> Entries:
        return _unpacked(self._sections[language])


class _Rows(Mapping[str, Sequence[Entry]]):
    """The rows behind each form as JSON lines, each read when it is asked for."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __contains__(self, form: object) -> bool:
        return form in self._lines  # without reading the line

    def __getitem__(self, form: str) -> Sequence[Entry]:
        found: Sequence[Entry] = json.loads(self._lines[form])
        return found


def packed_rows(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return concepts, as mappings of what they say, in the form `PackedConcepts` reads."""
    return "\n".join(map(_json, rows)).encode()


def packed_entries(entries: Entries) -> bytes:
    """Return entries in the form `PackedEntries` reads: blocks of lines, keys before values."""
    blocks = (
        entries.rows,
        map(_json, entries.rows.values()),
        sorted(entries.words),
        entries.anchors,
        entries.anchors.values(),
        entries.loose,
        sorted(entries.names),
        entries.given,
        entries.given.values(),
    )
    return "\n\n".join(map("\n".join, blocks)).encode()


def _unpacked(packed: bytes) -> Entries:
    blocks = [block.split("\n") if block else [] for block in packed.decode().split("\n\n")]
    forms, rows, words, keys, spans, loose, names, surnames, first_names = blocks
    return Entries(
        _Rows(dict(zip(forms, rows, strict=True))),
        frozenset(words),
        dict(zip(keys, spans, strict=True)),
        loose,
        frozenset(names),
        dict(zip(surnames, first_names, strict=True)),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(entry) for entry in value) if isinstance(value, list) else value
