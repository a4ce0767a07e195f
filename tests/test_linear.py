"""Time grows with the length of a text and no faster, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline import Plan, Source, clean, load_plan
from pipeline.load import read_rules
from pipeline.plan import RuleSet
from pipeline.rule import Example, Rule

RULES = read_rules()
Linear = Callable[[Callable[[int], Callable[[], object]], int], None]

PROSE = "The talks failed on Monday, and the minister said that they would resume in a month. "


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan = load_plan()
    for lang in ("en", "fr", "de", None):  # patterns compile and lists load when first needed
        clean(Source(PROSE * 20, lang), plan)
    return plan


def timed(assert_linear: Linear, make: Callable[[int], Source], size: int, plan: Plan) -> None:
    def work(size: int) -> Callable[[], object]:
        source = make(size)
        return lambda: clean(source, plan).findings

    assert_linear(work, size)


PIECES = {  # a piece and how many code points of it make the shorter text
    "straight quotes": ('"', 8_000),
    "opening quotes": ("\u201c", 8_000),
    "closing quotes": ("\u201d", 8_000),
    "low quotes": ("\u201e", 8_000),
    "guillemets": ("\u00ab", 8_000),
    "closing guillemets": ("\u00bb", 8_000),
    "corner brackets": ("\u300c", 8_000),
    "single opening quotes": ("\u2018", 8_000),
    "single low quotes": ("\u201a", 8_000),
    "apostrophes": ("'", 8_000),
    "curly apostrophes": ("\u2019", 8_000),
    "mixed quotes": ("\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019", 8_000),
    "spaced quotes": (' "', 8_000),
    "words that open a quotation": ('"a ', 8_000),
    "words that open two quotations": ('"a \u2018b ', 8_000),
    "words that close a quotation": ('a" ', 8_000),
    "plural possessives in single quotes": ("'a boys' ", 8_000),
    "quoted words": ('a "b" ', 8_000),
    "garbled adjectives": ('a zone "exclusive" ', 8_000),
    "contractions": ("don't don\u2019t ", 8_000),
    "words": ("word ", 250_000),
    "prose": (PROSE, 100_000),
    "no spaces": ("word", 250_000),
    "one letter": ("a ", 100_000),
    "one small letter": ("a", 250_000),
    "capitals": ("THE TALKS FAILED. ", 60_000),
    "one capital": ("A", 250_000),
    "opening brackets": ("(", 25_000),
    "brackets": ("([{", 25_000),
    "closing brackets": (")]}", 25_000),
    "spaced brackets": ("( ", 25_000),
    "digits": ("1", 25_000),
    "digits and commas": ("1,", 25_000),
    "digits and points": ("1.", 25_000),
    "digits and spaces": ("1 ", 25_000),
    "digits and no-break spaces": ("1\u00a0", 25_000),
    "groups": ("000 ", 25_000),
    "groups of a number": (",000", 25_000),
    "doubtful numbers": ("1.234 x ", 8_000),
    "round numbers": ("€250.000 to ", 8_000),
    "grouped numbers": ("1,234 people ", 8_000),
    "foreign decimals": ("3,5 percent ", 8_000),
    "bare foreign decimals": ("see 5,1 in ", 8_000),
    "euros": ("10 € ", 8_000),
    "percentages": ("5% or 5 percent ", 8_000),
    "days": ("1. ", 25_000),
    "dates": ("on 14 of september, ", 8_000),
    "letters and points": ("a.b.", 50_000),
    "points": (".", 50_000),
    "spaced points": (". ", 50_000),
    "at signs": ("@", 50_000),
    "handles": ("@a", 50_000),
    "addresses": ("a@b.", 50_000),
    "angle brackets": ("<", 25_000),
    "tags": ("<a", 25_000),
    "braces": ("{", 25_000),
    "double braces": ("{{", 25_000),
    "backticks": ("`", 25_000),
    "slashes": ("a/", 50_000),
    "links": ("http://a", 50_000),
    "hashes": ("#", 50_000),
    "hyphens": ("a-", 50_000),
    "underscores": ("_", 50_000),
    "colons": (":", 50_000),
    "spaces": (" ", 100_000),
    "tabs": ("\t", 100_000),
    "no-break spaces": ("\u00a0", 100_000),
    "spaces before a mark": ("a  ,", 25_000),
    "doubled spaces": ("a  ", 25_000),
    "blank lines": ("\n", 50_000),
    "windows blank lines": ("\r\n", 50_000),
    "lines of a space": (" \n", 50_000),
    "one-word lines": ("word\n", 40_000),
    "small lines": ("word of the\n\n", 40_000),
    "identical lines": ("The same line stands here once more, " * 2 + "and again.\n", 200_000),
    "identical short lines": ("Read more\n", 40_000),
    "headlines": ("Deadlock broken\n\n", 40_000),
    "fences": ("```\n", 40_000),
    "lists": ("- a\n", 40_000),
    "ampersands": ("&", 25_000),
    "entities": ("&amp;", 8_000),
    "chained entities": ("amp;", 8_000),
    "spaced entities": ("& amp ;", 8_000),
    "entities in brackets": ("&lt;", 8_000),
    "combining marks": ("\u0301", 25_000),
    "letters with combining marks": ("e\u0301", 25_000),
    "zero width spaces": ("a\u200b", 8_000),
    "joiners": ("\u200d", 25_000),
    "soft hyphens": ("\u00ad", 25_000),
    "mojibake": ("Ã©", 8_000),
    "words of mojibake": ("cafÃ© ", 8_000),
    "lines of mojibake": ("cafÃ©\n", 8_000),
    "quotes of mojibake": ("â€œa ", 8_000),
    "lost characters": ("\ufffd", 25_000),
    "controls": ("\x00", 25_000),
    "escapes": ("\x1b[", 25_000),
    "c1 controls": ("\x92", 25_000),
    "surrogates": ("\ud83d", 25_000),
    "em spaces": ("a\u2003", 8_000),
    "accented letters": ("\u00e0", 50_000),
    "accented words": ("\u00e0\u00e0\u00e0\u00e0 ", 50_000),
    "a variant": ("Kiev ", 50_000),
    "joined variants": ("Kiev", 50_000),
    "lines of a variant": ("Kiev\n", 50_000),
    "small demonyms": ("A russian ", 25_000),
    "small surnames": ("enko ", 25_000),
    "doubled words": ("the the ", 25_000),
    "stops": ("failed. they will ", 25_000),
    "mixed scripts": ("a\u0431\u03b3\u05d3 ", 50_000),
    "cyrillic": ("\u0434\u0430 ", 50_000),
    "cyrillic without spaces": ("\u0434\u0430", 50_000),
    "chinese": ("\u4e2d\u6587", 50_000),
    "arabic": ("\u0633\u0644\u0627\u0645 ", 50_000),
    "thai": ("\u0e01\u0e32", 50_000),
    "emoji": ("\U0001f600", 50_000),
}  # fmt: skip


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


@pytest.mark.parametrize("piece, size", PIECES.values(), ids=[*PIECES])
def test_a_text_of_one_piece(piece: str, size: int, plan: Plan, assert_linear: Linear) -> None:
    timed(assert_linear, lambda size: Source(repeated(piece, size), "en"), size, plan)


LONG = "The council said on Tuesday that the bridge would stay closed until the end of the winter."
SHAPES: dict[str, tuple[Callable[[int], str], int]] = {  # what grows, and how far
    "nested quotations": (lambda n: "\u201ca " * n + "b\u201d " * n, 1_500),
    "nested guillemets": (lambda n: "\u00aba " * n + "b\u00bb " * n, 1_500),
    "nested quotations of two kinds": (
        lambda n: "\u201c\u2018a " * n + "b\u2019\u201d " * n,
        1_000,
    ),
    "nested brackets": (lambda n: "(" * n + "a" + ")" * n, 20_000),
    "one letter with many marks": (lambda n: "a" + "\u0301" * n, 25_000),
    "one long chain of entities": (lambda n: "&" + "amp;" * n + "lt;", 5_000),
    "single quotes that wait": (
        lambda n: "\u201aa " * n + "\u201cx \u201cy\u201d z\u201d " * n,
        1_000,
    ),
    "paragraphs that begin alike": (
        lambda n: f"{LONG} {'x ' * 9 * n}\n\n" + f"{LONG}\n\n" * n,
        300,
    ),
    "different numbers": (
        lambda n: " ".join(f"Some {i}.{i % 900 + 100} came." for i in range(n)),
        1_500,
    ),
    "different lines": (lambda n: "\n\n".join(f"{LONG} {i}" for i in range(n)), 1_500),
    "paragraphs of two languages": (
        lambda n: f"{LONG}\n\nLe ministre a dit que les pourparlers reprendraient bientôt.\n\n" * n,
        500,
    ),
    "quoted and other variants": (lambda n: 'He said "no" in Kiev. ' * n, 1_500),
}  # fmt: skip


@pytest.mark.parametrize("make, size", SHAPES.values(), ids=[*SHAPES])
def test_a_text_of_one_shape(
    make: Callable[[int], str], size: int, plan: Plan, assert_linear: Linear
) -> None:
    timed(assert_linear, lambda size: Source(make(size), "en"), size, plan)


def test_numbers_are_looked_up_in_a_long_source(plan: Plan, assert_linear: Linear) -> None:
    def make(size: int) -> Source:
        text = " ".join(f"Some {i}.{i % 900 + 100} came for {i} M€." for i in range(size))
        return Source(text, "en", "de", text)

    timed(assert_linear, make, 750, plan)


def test_an_article_without_a_known_language(plan: Plan, assert_linear: Linear) -> None:
    timed(assert_linear, lambda size: Source(repeated(f"{PROSE}\n\n", size)), 250_000, plan)


NEAR_MISSES: dict[str, Callable[[str], str]] = {
    "whole": lambda text: text,
    "cut": lambda text: text[:-1],
    "without spaces": lambda text: text.replace(" ", ""),
}
SIZE = 10_000  # code points for all examples of a rule together


def near_misses(examples: tuple[Example, ...], change: str, end: str, size: int) -> str:
    """Return one text in which each example stands in a run of its own, changed in one way."""
    share = size // len(examples)
    return "".join(
        repeated(NEAR_MISSES[change](example.text).strip("\n") + end, share) for example in examples
    )


def languages_of(rule: Rule) -> dict[str, tuple[Example, ...]]:
    """Return the examples of a rule by the language of their text."""
    found: dict[str, tuple[Example, ...]] = {}
    for example in rule.examples:
        lang = example.lang or (rule.locales[0] if rule.locales else "en")
        found[lang] = (*found.get(lang, ()), example)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_on_its_near_misses(rule: Rule, plan: Plan, assert_linear: Linear) -> None:
    lone = replace(plan, ruleset=RuleSet([rule]), suggest=True)
    for lang, examples in languages_of(rule).items():
        share = SIZE * len(examples) // len(rule.examples)
        for change in NEAR_MISSES:
            for end in (" ", "\n"):

                def make(size: int) -> Source:
                    text = near_misses(examples, change, end, size)  # noqa: B023
                    return Source(text, lang)  # noqa: B023

                timed(assert_linear, make, share, lone)
