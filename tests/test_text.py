"""Spans, edits and offset maps: what every other part stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import Edit, OffsetMap, Span, apply_edits, invert_edits, minimal_edit


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text with sorted edits that do not clash."""
    text = draw(st.text(max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        edit = minimal_edit(text, start, end, draw(st.text(max_size=5)))
        if edit is not None and not any(edit.clashes(other) for other in edits):
            edits.append(edit)
    return text, edits


@given(edited_texts())
def test_inverted_edits_give_the_text_back(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    after = apply_edits(text, edits)
    assert apply_edits(after, invert_edits(text, edits)) == text


@given(edited_texts())
def test_text_between_edits_maps_to_itself_both_ways(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    after, offsets = apply_edits(text, edits), OffsetMap(edits)
    done = 0
    for edit in [*edits, Edit(Span(len(text), len(text)), "end")]:
        kept = Span(done, edit.span.start)
        if len(kept):
            there = offsets.to_after(kept)
            assert there.of(after) == kept.of(text)
            assert offsets.to_before(there) == kept
        done = edit.span.end


@given(edited_texts())
def test_a_span_maps_to_one_that_covers_what_became_of_it(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    after, offsets = apply_edits(text, edits), OffsetMap(edits)
    assert offsets.around(Span(0, len(text))).of(after) == after
    for edit in edits:
        there = offsets.to_after(edit.span)
        assert there.of(after) == edit.replacement


@given(st.text(max_size=20), st.data(), st.text(max_size=8))
def test_a_minimal_edit_shares_no_rim_with_what_it_replaces(
    text: str, data: st.DataObject, replacement: str
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edit = minimal_edit(text, start, end, replacement)
    if edit is None:
        assert text[start:end] == replacement
        return
    assert apply_edits(text, [edit]) == text[:start] + replacement + text[end:]
    removed = edit.span.of(text)
    assert not removed or not edit.replacement or removed[0] != edit.replacement[0]
    assert not removed or not edit.replacement or removed[-1] != edit.replacement[-1]


@pytest.mark.parametrize("start, end", [(3, 2), (-1, 0)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="forward"):
        Span(start, end)


def test_an_edit_that_changes_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="changes nothing"):
        Edit(Span(2, 2), "")


def test_clashing_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abc", [Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")])


@pytest.mark.parametrize(
    "one, other, clash",
    [
        (Edit(Span(0, 2), "x"), Edit(Span(2, 3), "y"), False),
        (Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y"), True),
        (Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y"), True),
        (Edit(Span(2, 2), "x"), Edit(Span(0, 2), ""), True),
        (Edit(Span(3, 3), "x"), Edit(Span(0, 2), ""), False),
    ],
)
def test_clashes_is_symmetric(one: Edit, other: Edit, clash: bool) -> None:
    assert one.clashes(other) is clash
    assert other.clashes(one) is clash
