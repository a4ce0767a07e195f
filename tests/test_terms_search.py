"""The search for names: the same for every text and thread, and no slower for more rows."""

from __future__ import annotations

from functools import partial
from itertools import cycle
from threading import Thread
from time import process_time

import pytest

from pipeline import clean_text, load_plan
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Glossary, Lexicon, entries_of


def seconds(lexicon: Lexicon, text: str, times: int = 5) -> float:
    best = 9.0
    for _ in range(times):
        start = process_time()
        lexicon.read(text)
        best = min(best, process_time() - start)
    return best


def rows(count: int) -> list[Concept]:
    return [
        Concept(f"x.{number}", f"Right{number:06}", (f"Wrong{number:06}",), language="en")
        for number in range(count // 2)
    ]


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "uk"])
def test_the_first_texts_are_searched_as_all_others(language):
    """By the words of the forms or by the automaton: the same is found."""
    glossary = load_plan().glossary
    entries = entries_of(glossary.concepts, language)
    early, late = Lexicon(glossary.concepts, entries), Lexicon(glossary.concepts, entries)
    late._seen = 10**9
    forms = sorted(entries.rows)[:: len(entries.rows) // 400]
    text = " ".join(
        form.capitalize() + after
        for form, after in zip(forms, cycle(["", "’s", "-based", "x", "_", ",\n", "\u0301", "の"]))
    )
    for shape in (text, text.upper(), text.replace(" ", "\n"), text.replace("e", "e\u00ad")):
        assert early.read(shape) == late.read(shape)
        early._seen = 0
        matches = sorted(early._matches(shape))
        assert len(matches) > len(forms) // 8
        assert matches == sorted(late._matches(shape))
        early._seen = 0


def test_a_script_without_spaces_is_searched_too():
    row = Concept("x", "ソニー", ("ソニ", "Soni社"), language="ja")
    lexicon = Lexicon([row], entries_of([row], "ja"))
    assert [hit.replacement for hit in lexicon.find("新しいソニの発表、Soni社も")] == ["ソニー"] * 2


def test_time_does_not_grow_with_the_glossary():
    text = "A wrongful and rightful Wrong000007 text about nothing much at all. " * 1000
    few, many = (Lexicon(c, entries_of(c, "en")) for c in (rows(100), rows(40_000)))
    assert few.read(text).hits == many.read(text).hits
    assert seconds(many, text) < 3 * seconds(few, text)


@pytest.mark.parametrize(
    "unit", ["Kiev ", "Kyiv Kiev Zelensky Zelenskyy ", "chicken Kiev, Odessa, Texas "]
)
def test_time_grows_with_the_text_and_no_faster(unit, assert_linear):
    lexicon = load_plan().glossary.lexicon("en")
    assert_linear(lambda size: partial(lexicon.read, unit * size), 16_000)


def test_threads_share_a_lexicon():
    glossary = Glossary(rows(2000))
    found: list[int] = []

    def look() -> None:
        found.append(len(glossary.lexicon("en").read("Wrong000003 and Wrong000004").hits))

    threads = [Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 8


@pytest.mark.parametrize(
    "text", ["\ud800 Kiev", "\u0130 Kiev", "Kiev\u0000", "", "\u00ad", "Kiev\u00ad"]
)
def test_odd_text_never_raises(text):
    assert clean_text(text, lang="en").undo() == text
