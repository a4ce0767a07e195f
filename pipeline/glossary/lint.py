"""What is wrong between rows that can each be read: clashes, chains, hidden and common words.

Knows rows alone; whether a row does what it promises, the engine has to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Hit, Lexicon, entries_of
from pipeline.glossary.unreadable import Remark, remark_on

_GONE = ("rejected", "deprecated")
Common = Callable[[str, str], str]  # (form, language): how common the word is, "" if it is not


def lint(rows: Sequence[Concept], common: Common) -> Iterator[Remark]:
    """Yield what is wrong with the rows or doubtful, retired ones left out."""
    alive = [row for row in rows if row.status not in _GONE]
    for row in alive:
        yield from _alone(row)
        yield from _common(row, common)
    for language in sorted({row.language for row in alive}):
        chosen = [row for row in alive if row.language == language]
        yield from _clashes(chosen)
        yield from _chains(chosen)


def _alone(row: Concept) -> Iterator[Remark]:
    if row.valid_from and row.valid_to and row.valid_from > row.valid_to:
        text = f"{row.valid_from!r} is later than valid_to {row.valid_to!r}; exchange the two"
        yield remark_on(row, "valid_from", text)
    if not row.variants and not row.forms:
        text = "nothing to replace; write the spellings that this row corrects"
        yield remark_on(row, "variants", text, "warning")
    seen: set[str] = set()
    for form, printed in _leads(row):
        if form == printed:
            column = "variants" if form in row.variants else "forms"
            yield remark_on(row, column, f"{form!r} is what the row prints; take it out")
        if form in seen:
            yield remark_on(row, "variants", f"{form!r} stands twice; take one out", "warning")
        seen.add(form)
    for form in dict.fromkeys(row.keep):
        if form in seen:
            text = f"{form!r} is replaced and kept by the same row; leave it in one of the two"
            yield remark_on(row, "keep", text)


def _common(row: Concept, common: Common) -> Iterator[Remark]:
    """Yield the variants that are words of the language; a source language excuses a phrase."""
    if row.action == "flag" or row.type == "phrase":
        return
    for form in row.variants:
        found = common(form, row.language) if " " not in form else ""
        if found:
            text = (
                f"{form!r} is also a common word ({found}); take one step down with action, or "
                "limit the row with source_langs"
            )
            yield remark_on(row, "variants", text, "warning")


def _clashes(rows: Sequence[Concept]) -> Iterator[Remark]:
    """Yield the forms that lead to two printed forms for one article."""
    leads: dict[str, list[tuple[Concept, str]]] = defaultdict(list)
    for row in rows:
        for form, printed in _leads(row):
            for other, its in leads[form]:
                if its != printed and other is not row and row.overlaps(other):
                    text = (
                        f"{form!r} is printed {printed!r} here and {its!r} by {other.id} "
                        f"({_where(other)}) for the same house, source language and time; take "
                        "it out of one of the rows, or give them a profile, source_langs or dates"
                    )
                    column = "variants" if form in row.variants else "forms"
                    yield remark_on(row, column, text)
            leads[form].append((row, printed))


def _chains(rows: Sequence[Concept]) -> Iterator[Remark]:
    """Yield the printed forms that another row would edit again: chains, cycles, hidden forms."""
    awake = [replace(row, status="approved") for row in rows]
    proposed = {id(new) for new, row in zip(awake, rows, strict=True) if not row.approved}
    lexicon = Lexicon(awake, entries_of(awake, rows[0].language))
    for row in awake:
        for printed in dict.fromkeys([row.preferred, *[new for _, new in row.forms]]):
            for hit in lexicon.find(printed):
                other = hit.term.concept
                if not hit.stopped_by and other is not row and other.overlaps(row):
                    certain = other.action == "apply" and not {id(row), id(other)} & proposed
                    yield _chain(row, printed, hit, "error" if certain else "warning")


def _chain(row: Concept, printed: str, hit: Hit, level: str) -> Remark:
    other = hit.term.concept
    whole = hit.end - hit.start == len(printed)
    back = whole and hit.replacement in (*row.variants, *dict(row.forms))
    if back:
        told = f"which {other.id} ({_where(other)}) prints {hit.replacement!r}: a circle"
        advice = "decide for one of the two forms"
    elif whole:
        told = f"which {other.id} ({_where(other)}) prints {hit.replacement!r}: a chain"
        advice = f"print {hit.replacement!r} here, or take {printed!r} out of that row's variants"
    else:
        told = f"in which {other.id} ({_where(other)}) edits {hit.term.given!r}"
        advice = f"put {printed!r} into the keep of that row"
    column = "preferred" if printed == row.preferred else "forms"
    return remark_on(row, column, f"{printed!r} is printed, {told}; {advice}", level)


def _leads(row: Concept) -> Iterator[tuple[str, str]]:
    """Yield (form, what is printed for it)."""
    for variant in row.variants:
        yield variant, row.preferred
    yield from row.forms


def _where(row: Concept) -> str:
    return f"{row.file} row {row.row}"
