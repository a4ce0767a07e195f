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


@pytest.mark.parametrize(
    ("house", "day", "before", "after"),
    [
        ("ap", None, "Volodymyr Zelensky spoke.", "Volodymyr Zelenskyy spoke."),
        ("ap", None, "Selenskyj's wife spoke.", "Zelenskyy's wife spoke."),
        ("bbc", None, "Zelenskyy spoke.", "Zelensky spoke."),
        ("reuters", None, "Zelenskyy spoke.", "Zelenskiy spoke."),
        ("keep", None, "Zelenskyy spoke.", "Zelenskyy spoke."),
        ("guardian", None, "Bombay is wet, Madras is hot.", "Mumbai is wet, Chennai is hot."),
        ("guardian", None, "The Bombay High Court ruled.", "The Bombay High Court ruled."),
        ("keep", None, "Bombay is wet.", "Bombay is wet."),
        ("bbc", None, "The Calcutta Cup left Calcutta.", "The Calcutta Cup left Kolkata."),
        (
            "bbc",
            None,
            "Myanmar, also known as Burma, voted.",
            "Myanmar, also known as Burma, voted.",
        ),
        ("bbc", "2020-05-01", "Troops left Swaziland.", "Troops left eSwatini."),
        ("bbc", "2015-05-01", "Troops left Swaziland.", "Troops left Swaziland."),
        ("ap", None, "Gaddafi fell.", "Gadhafi fell."),
        ("afp-en", None, "Gaddafi fell.", "Kadhafi fell."),
        ("guardian", None, "Kadhafi fell.", "Gaddafi fell."),
        ("ap", None, "They left Kiev.", "They left Kyiv."),
        (
            "ap",
            "2015-05-01",
            "They left Kiev. It was in Kij\u00f3w.",
            "They left Kiev. It was in Kiev.",
        ),
        ("ap", "2019-08-14", "They left Kiev.", "They left Kyiv."),
        ("guardian", "2019-08-13", "They left Kiev.", "They left Kyiv."),
        ("bbc", "2019-08-14", "They left Kiev.", "They left Kiev."),
        ("ap", None, "They ate chicken Kiev.", "They ate chicken Kiev."),
    ],
)
def test_a_house_prints_its_own_forms(house, day, before, after):
    result = clean_text(before, lang="en", house={"names": house}, date=day)
    assert result.text == after
    again = clean_text(after, lang="en", house={"names": house}, date=day)
    assert again.text == after


@pytest.mark.parametrize(
    ("house", "after"), [("afp-fr", "Kiev et Zelensky"), ("keep", "Kyiv et Zelenskyy")]
)
def test_a_french_house_prints_its_own_forms(house, after):
    before = "Kyiv et Zelenskyy l'ont dit hier."
    result = clean_text(before, lang="fr", house={"names": house})
    assert result.text == f"{after} l'ont dit hier."
