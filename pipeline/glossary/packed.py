"""The shipped glossary as the pack holds it: rows and lexicons that are read when needed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Entries


class PackedConcepts(Sequence[Concept]):
    """Concepts as JSON texts, one a row; a concept is built when it is first looked at."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows
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


class PackedLexicons(Mapping[str, Entries]):
    """The entries of each language as a JSON text, read when the language is asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __getitem__(self, language: str) -> Entries:
        entries: Entries = json.loads(self._texts[language])
        return entries


def _tuples(value: Any) -> Any:
    return tuple(_tuples(entry) for entry in value) if isinstance(value, list) else value
