"""The lists that replace words on ingest in a newsroom system: flat pairs of old and new, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.glossary.exchange.rows import Row, Scope, grouped, refuse_bar, refuse_many, replaced

_PATTERN = set("\\^$*+?{}[]()")  # a rule set may hold regular expressions


def read(text: str, scope: Scope) -> list[Row]:
    """Read pairs; those that are off come in as deprecated, patterns are left out."""
    if not scope.language:
        raise ValueError("the file does not say which text it edits: add --lang")
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    on: list[tuple[str, str]] = []
    off: list[tuple[str, str]] = []
    for entry in _entries(loaded):
        old, new = _pair(entry)
        if old is None or new is None:
            raise ValueError(
                f"found {str(entry)[:60]!r}, expected {{existing, replacement}} or {{old, new}}"
            )
        if scope.format == "rule-set" and _PATTERN & set(old):
            scope.leave(repr(old), "a pattern, not a form; it needs a rule of its own")
        elif old != new and not refuse_bar(old, scope) and not refuse_bar(new, scope):
            (on if entry.get("is_active", True) else off).append((old, new))
    rows = grouped(on, scope.language)
    return rows + [row | {"status": "deprecated"} for row in grouped(off, scope.language)]


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Write every form with what is printed for it."""
    refuse_many(rows)
    found: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for row in rows:
        for old, new in replaced(row):
            if seen.setdefault(old, new) != new:
                scope.leave(row["id"], f"{old!r} is {seen[old]!r} already")
            elif scope.format == "rule-set":
                if _PATTERN & set(old):
                    scope.leave(row["id"], f"{old!r} would be read as a pattern")
                else:
                    found.append({"old": old, "new": new})
            else:
                active = row.get("status") == "approved"
                found.append({"existing": old, "replacement": new, "is_active": active})
    whole: dict[str, Any] = (
        {"name": "Glossary", "rules": found}
        if scope.format == "rule-set"
        else {"_id": "replace_words", "display_name": "Replace Words", "items": found}
    )
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _entries(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the entries of a vocabulary, a rule set, a list of them, or an answer of the API."""
    if isinstance(value, list):
        for one in value:
            yield from _entries(one)
        return
    if not isinstance(value, dict):
        raise ValueError(f"found {str(value)[:60]!r}, expected a list of pairs")  # noqa: TRY004
    inner = [value[key] for key in ("items", "_items", "rules") if key in value]
    if inner:
        yield from _entries(inner)
    else:
        yield value


def _pair(entry: dict[str, Any]) -> tuple[str | None, str | None]:
    old = entry.get("existing", entry.get("old"))
    new = entry.get("replacement", entry.get("new"))
    return (old if isinstance(old, str) else None), (new if isinstance(new, str) else None)
