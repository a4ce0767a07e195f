"""Names that must stay and names that must change, in tables that editors can read and extend.

`traps.tsv` holds sentences that come back as they are, `repairs.tsv` sentences and what becomes
of them. A line that begins with `#` says what the lines under it have in common. The first column
is the language of the text; `en<fr` is translated from French, `en@2020-03-01` is of that day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import clean_text
from pipeline.result import Result

HERE = Path(__file__).parent
_ESCAPES = {r"\n": "\n", r"\u00ad": "\u00ad", r"\u00a0": "\u00a0", r"\u200b": "\u200b"}


def cases(name: str, columns: int) -> Iterator[object]:
    """Yield the cells of each line of a table, named by its heading."""
    heading = ""
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            heading = line.removeprefix("# ")
            continue
        cells = [_unescaped(cell) for cell in line.split("\t")]
        assert len(cells) == columns, f"{name}, line {number}: found {len(cells)} cells"
        yield pytest.param(*cells, id=f"{number}: {heading}")


def _unescaped(cell: str) -> str:
    for written, meant in _ESCAPES.items():
        cell = cell.replace(written, meant)
    return cell


def cleaned(tag: str, text: str) -> Result:
    tag, _, day = tag.partition("@")
    lang, _, source_lang = tag.partition("<")
    return clean_text(text, lang=lang, source_lang=source_lang or None, date=day or None)


TRAPS = list(cases("traps.tsv", 2))
REPAIRS = list(cases("repairs.tsv", 3))


@pytest.mark.parametrize(("tag", "text"), TRAPS)
def test_a_trap_comes_back_as_it_was(tag, text):
    assert cleaned(tag, text).text == text


@pytest.mark.parametrize(("tag", "before", "after"), REPAIRS)
def test_a_name_is_repaired(tag, before, after):
    result = cleaned(tag, before)
    assert result.text == after
    assert cleaned(tag, after).text == after
    assert result.undo() == before


def test_no_case_stands_twice():
    for table in (TRAPS, REPAIRS):
        seen = Counter(case.values[:2] for case in table)
        assert [case for case, times in seen.items() if times > 1] == []
