"""The repairs of the decode and repair passes on any text: harmless, final, reversible."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Decision, Plan, Result, Source, clean, load_plan
from pipeline.document import Decoding
from pipeline.plan import RuleSet

ARTICLE = (
    "KYIV \u2014 \u201cWe won\u2019t go,\u201d Zo\u00eb said; na\u00efve caf\u00e9s in S\u00e3o "
    "Paulo paid \u20ac5\u2013\u00a36 (10\u00b2 m) \u2026 \u00abNo\u00bb, l\u2019\u00e9t\u00e9."
)
PIECES = [
    *("&amp;", "&quot;", "&#39;", "&am", "p;", "&lt;b&gt;", "&#128;", "&shy;", "&Atilde;&copy;"),
    *("\u00c3\u00a9", "\u00e2\u20ac\u2122", "\u00c3", "\u00c2\u00a0", "\u00e2\u20ac", "\ufffd"),
    *("\ud83d", "\ude00", "\x00", "\x19", "\x1a", "\x1b[1m", "\x85", "\x92", "\x7f", "\u0301"),
    *("\u200b", "\u200d", "\u200e", "\u00ad", "\ufeff", "\ufe0f", "\u05d0", "\u3000", "\u2003"),
    *("e", "A ", " ", "\n", "\r\n", "```", "`", "<p>", "https://a.example/?x=", "\ufb01", "\u212b"),
    *("\U0001f600", "\u0e01", "\u0438\u0306", "\u1112\u1161\u11ab", "\u010f\u017c\u02dd"),
]
# A text in which half a character stays, because its repair is rejected, is no text to clean.
WHOLE_PIECES = [piece for piece in PIECES if piece not in ("\ud83d", "\ude00")]
DAMAGE = ("latin-1", "cp1252", "mac-roman")


@cache
def early_plan() -> Plan:
    """The plan with the rules of the two passes only."""
    plan = load_plan()
    rules = [rule for rule in plan.ruleset.rules if rule.stage in ("decode", "repair")]
    return replace(plan, ruleset=RuleSet(rules))


def repaired(text: str) -> Result:
    return clean(Source(text), early_plan())


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.text(st.characters(exclude_categories=[]), max_size=60)
)
def test_repair_is_final_and_reversible_on_any_text(text: str) -> None:
    result = repaired(text)
    assert not result.stopped
    assert result.undo() == text
    assert repaired(result.text).text == result.text


@settings(deadline=None)
@given(st.lists(st.sampled_from(WHOLE_PIECES), min_size=2, max_size=8).map("".join))
def test_a_rejected_repair_leaves_that_place_alone(text: str) -> None:
    result = repaired(text)
    if not result.applied:
        return
    first = result.applied[0]
    decision = Decision(first.rule, first.span, "reject")
    again = clean(Source(text), early_plan(), [decision])
    assert again.applied == result.applied[1:]


@pytest.mark.parametrize("charset", DAMAGE)
@pytest.mark.parametrize("layers", [1, 2])
def test_misread_utf8_is_restored(charset: str, layers: int) -> None:
    text = "\u201cLe caf\u00e9 de l\u2019\u00e9t\u00e9 ferme\u201d, dit Fran\u00e7ois."
    damaged = text
    for _ in range(layers):
        decoded = damaged.encode().decode(charset, "replace")
        # Python's cp1252 refuses five bytes that Windows passes through.
        pairs = zip(damaged.encode().decode("latin-1"), decoded, strict=True)
        damaged = "".join(raw if char == "\ufffd" else char for raw, char in pairs)
    assert repaired(damaged).text == text


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_escaped_text_is_restored(layers: int) -> None:
    text = '"Tom & Jerry\'s" < 5 \u20ac'
    damaged = text
    for _ in range(layers):
        damaged = escape(damaged)
    assert repaired(damaged).text == text


def test_repairs_that_uncover_each_other_are_one_finding() -> None:
    result = repaired("caf&Atilde;&copy; ferm\u00e9")
    assert result.text == "caf\u00e9 ferm\u00e9"
    (finding,) = result.applied
    assert finding.rule == "repair.entities"
    assert "UTF-8 read as" in finding.message


def test_each_damaged_word_is_its_own_finding_with_its_cause() -> None:
    result = repaired("Le caf\u00c3\u00a9 de l\u00e2\u20ac\u2122\u00c3\u00a9t\u00c3\u00a9.")
    assert [finding.after for finding in result.applied] == ["\u00e9", "\u2019\u00e9t\u00e9"]
    assert all("Windows-1252" in finding.message for finding in result.applied)


def test_the_charset_of_the_bytes_is_flagged() -> None:
    source = Source("un caf\u00e9", decoding=Decoding("windows-1252", "the header says so"))
    (finding,) = clean(source, early_plan()).findings
    assert (finding.rule, finding.applied) == ("decode.charset", False)
    assert "the header says so" in finding.message


def test_clean_text_never_imports_ftfy() -> None:
    # Where the pack has to be made, that reads ftfy's pattern; cleaning must not.
    code = (
        "import sys; from pipeline import clean_text, load_plan; load_plan();"
        "read = [name for name in sys.modules if name.partition('.')[0] == 'ftfy'];"
        "[sys.modules.pop(name) for name in read];"
        f"result = clean_text({ARTICLE + ' Tom &amp; Jerry'!a}, lang='en');"
        "assert 'Tom & Jerry' in result.text;"
        "sys.exit('ftfy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "piece",
    [
        *("&", "&amp;", "&#39; ", "&lt;b", "`", "http://&", "<a", "\u200b", "e\u0301", "\u00c3"),
        *("\u00c3\u00a9 ", "\x19", "\x1b]8;;", "\ud83d", "\u00c0" * 4, "\ufb01", " \u3000"),
    ],
)
def test_repair_takes_linear_time(
    piece: str, assert_linear: Callable[[Callable[[int], Callable[[], object]], int], None]
) -> None:
    assert_linear(lambda size: partial(repaired, piece * (size // len(piece))), 60_000)
