"""The shipped glossary as the pack holds it: lines that are read when they are needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from pipeline.glossary.concept import Concept
from pipeline.glossary.entries import Entries, Entry


class PackedConcepts(Sequence[Concept]):
    """Concepts as JSON lines; a concept is built when it is first looked at."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._built: dict[int, Concept] = {}

    @cached_property
    def _rows(self) -> list[bytes]:
        return self._packed.split(b"\n") if self._packed else []

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
    """The rows behind each form: sorted lines of a form, a tab and JSON, searched as they are.

    An article asks for a few of the forms, so a start does not take them all apart.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._found: dict[str, bytes] = {}

    def __len__(self) -> int:
        return self._lines.count(b"\t")

    def __bool__(self) -> bool:
        return bool(self._lines)  # without counting them

    def __iter__(self) -> Iterator[str]:
        for line in self._lines.split(b"\n")[:-1]:
            yield line.partition(b"\t")[0].decode()

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and self._line(form) is not None  # without reading it

    def __getitem__(self, form: str) -> Sequence[Entry]:
        line = self._line(form)
        if line is None:
            raise KeyError(form)
        found: Sequence[Entry] = json.loads(line)
        return found

    def _line(self, form: str) -> bytes | None:
        line = self._found.get(form)
        if line is None:
            line = value_of(self._lines, form.encode("utf-8", "surrogatepass"))
            if line is not None:
                self._found[form] = line
        return line


def value_of(lines: bytes, key: bytes) -> bytes | None:
    r"""Return what stands behind a key and a tab in sorted lines, None for an unknown key.

    >>> value_of(b"a\t1\nb\t2\nc\t3\n", b"b"), value_of(b"a\t1\n", b"c")
    (b'2', None)
    """
    low, high = 0, len(lines)
    while low < high:
        start = max(low, lines.rfind(b"\n", low, (low + high) // 2) + 1)
        tab = lines.index(b"\t", start)
        found, end = lines[start:tab], lines.index(b"\n", tab)
        if found == key:
            return lines[tab + 1 : end]
        low, high = (end + 1, high) if found < key else (low, start)
    return None


def packed_rows(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return concepts, as mappings of what they say, in the form `PackedConcepts` reads."""
    return "\n".join(map(_json, rows)).encode()


def packed_entries(entries: Entries) -> bytes:
    """Return entries in the form `PackedEntries` reads: blocks of lines, keys before values."""
    blocks = (
        _lines(entries.rows),
        sorted(entries.words),
        entries.anchors,
        entries.anchors.values(),
        entries.loose,
        sorted(entries.names),
        entries.given,
        entries.given.values(),
    )
    return "\n\n".join(map("\n".join, blocks)).encode()


def _lines(rows: Mapping[str, Sequence[Entry]]) -> list[str]:
    """Return a line for each form, in the order of the bytes that `value_of` searches."""
    return [f"{form}\t{_json(rows[form])}" for form in sorted(rows, key=str.encode)]


def _unpacked(packed: bytes) -> Entries:
    rows, *blocks = packed.split(b"\n\n")
    texts = [block.decode().split("\n") if block else [] for block in blocks]
    words, keys, spans, loose, names, surnames, first_names = texts
    return Entries(
        _Rows(rows + b"\n" if rows else b""),
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
