"""A substitution rule of Vale: the little YAML that such a file needs, read and written.

https://vale.sh/docs/checks/substitution: `swap` maps patterns to what is printed,
`exceptions` lists wording that stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from pipeline.glossary.exchange.rows import (
    Row,
    Scope,
    entries,
    grouped,
    joined,
    refuse_bar,
    refuse_many,
    replaced,
)

_SPECIAL = re.compile(r"([\\^$.*+?{}\[\]()|])")
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
_PAIR = re.compile(rf"\s+({_QUOTED}|[^\s'\"#].*?)\s*:\s+({_QUOTED}|[^\s'\"#].*?)\s*(?:\s#.*)?")
_ENTRY = re.compile(rf"\s*-\s+({_QUOTED}|[^\s'\"#].*?)\s*(?:\s#.*)?")
_KEY = re.compile(r"(\w+):\s*(.*)")


def read(text: str, scope: Scope) -> list[Row]:
    """Read a rule; a pattern that is more than a form is left out."""
    if not scope.language:
        raise ValueError("the file does not say which text it edits: add --lang")
    if not re.search(r"(?m)^extends:\s*['\"]?substitution\b", text):
        raise ValueError("not a substitution rule of Vale: 'extends: substitution' is missing")
    pairs: list[tuple[str, str]] = []
    kept: list[str] = []
    for section, line in _lines(text):
        found = (_PAIR if section == "swap" else _ENTRY).fullmatch(line)
        if section not in ("swap", "exceptions"):
            continue
        if found is None:
            raise ValueError(f"{line.strip()[:60]!r}: not an entry of {section}")
        form = _plain(_scalar(found[1]), scope)
        printed = _scalar(found[2]) if section == "swap" else form
        if form and not refuse_bar(form, scope) and not refuse_bar(printed, scope):
            (pairs.append((form, printed)) if section == "swap" else kept.append(form))
    rows = grouped(pairs, scope.language)
    for row in rows:
        own = [keep for keep in kept if any(form in keep for form in entries(row["variants"]))]
        if own:
            row["keep"] = joined(own)
    return rows


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Write the forms of the rows of one language, and their `keep` wording as exceptions."""
    refuse_many(rows)
    swap: dict[str, str] = {}
    for row in rows:
        for form, printed in replaced(row):
            if swap.setdefault(form, printed) != printed:
                scope.leave(row["id"], f"{form!r} is {swap[form]!r} already")
    lines = [
        "extends: substitution",
        "message: \"Print '%s' instead of '%s'.\"",
        "level: warning",
        "ignorecase: false",
        "swap:" if swap else "swap: {}",
    ]
    # The longest first: Vale takes the first pattern that matches.
    forms = sorted(swap, key=lambda form: (-len(form), form))
    lines += [f"  {_pattern(form)}: {_string(swap[form])}" for form in forms]
    keeps = joined(keep for row in rows for keep in entries(row.get("keep", "")))
    if keeps:
        lines.append("exceptions:")
        lines += [f"  - {_pattern(keep)}" for keep in entries(keeps)]
    return "\n".join(lines) + "\n"


def _lines(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in text.splitlines():
        key = _KEY.fullmatch(line)
        if key:
            section = key[1] if not key[2].split("#")[0].strip() else ""
        elif line.strip() and not line.lstrip().startswith(("#", "---")):
            yield section, line


def _scalar(found: str) -> str:
    if found.startswith('"'):
        try:
            return str(json.loads(found))
        except ValueError:
            raise ValueError(f"{found[:60]}: an escape that cannot be read") from None
    return found[1:-1].replace("''", "'") if found.startswith("'") else found


def _pattern(form: str) -> str:
    return _string(_SPECIAL.sub(r"\\\1", form))


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _plain(pattern: str, scope: Scope) -> str:
    """Return the form that a pattern matches, "" for one that is more than a form."""
    bare = re.sub(r"\\(\W)", "", pattern)
    if _SPECIAL.search(bare.replace(".", "")) or re.search(r"\\\w", pattern):
        scope.leave(repr(pattern), "a pattern, not a form; it needs a rule of its own")
        return ""
    return re.sub(r"\\(\W)", r"\1", pattern)
