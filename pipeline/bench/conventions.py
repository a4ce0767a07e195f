"""Conventions an article may mix: which styles of quote, spelling or name it uses.

Each convention tells the styles it sees in a whole article. An article is mixed when it uses
two; a consistent article is right in whichever style it has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.bench.words import FRENCH_TITLE

_SPELLINGS = (
    # British and American in pairs, with the endings that follow: none of them a word of both.
    "colour color {our}", "favour favor {our}", "labour labor {our}", "neighbour neighbor {our}",
    "honour honor {our}", "behaviour behavior {our}", "harbour harbor {our}", "rumour rumor {our}",
    "humour humor {our}", "endeavour endeavor {our}", "armour armor {our}", "centre center s?",
    "theatre theater s?", "metre meter s", "kilometre kilometer s?", "litre liter s?",
    "fibre fiber s?", "defence defense s?", "offence offense s?", "analys analyz (?:e[drs]?|ing)",
    "paralys paralyz (?:e[ds]?|ing)", "catalogue catalog s?", "travell travel (?:e[dr]s?|ing)",
    "cancell cancel (?:ed|ing)", "modell model (?:ed|ing)", "labell label (?:ed|ing)",
    "fuell fuel (?:ed|ing)", "grey gray s?", "sceptic skeptic (?:s|al|ism)?",
    "aluminium aluminum ", "jewellery jewelry ", "manoeuvr maneuver (?:e[ds]?|s|ing|ed)?",
)  # fmt: skip
_OUR = "(?!ous|ar|at|if|io|i[sz])[a-z]{0,6}"  # not honorary, humorous, laboratory
_ISE = (
    "organi", "reali", "recogni", "critici", "emphasi", "apologi", "privati", "moderni",
    "mobili", "authori", "speciali", "characteri", "stabili", "legali", "minimi", "maximi",
)  # fmt: skip


def _spelling(side: int) -> str:
    rows = (row.split(" ") for row in _SPELLINGS)
    forms = (f"{row[side]}{row[2].format(our=_OUR)}" for row in rows)
    return rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w)"


def _ise(letter: str) -> str:
    return rf"(?<![\w-])(?:{'|'.join(_ISE)}){letter}(?:e[drs]?|ing|ations?)(?!\w)"


@dataclass(frozen=True, slots=True)
class Convention:
    """A choice an article makes: its name, a pattern for each style, the languages it is for."""

    name: str
    styles: Mapping[str, re.Pattern[str]]
    langs: frozenset[str] = frozenset()
    nested: re.Pattern[str] | None = None  # what is left out first

    def counts(self, text: str, lang: str) -> dict[str, int]:
        """Return how often each style occurs, without those that do not."""
        if self.langs and lang not in self.langs:
            return {}
        if self.nested:
            text = self.nested.sub("", text)
        found = {
            style: sum(1 for _ in pattern.finditer(text)) for style, pattern in self.styles.items()
        }
        return {style: count for style, count in found.items() if count}


def applies(counts: Mapping[str, int]) -> bool:
    """Tell whether the article makes the choice at least twice."""
    return sum(counts.values()) >= 2


def _convention(name: str, *langs: str, **styles: str) -> Convention:
    compiled = {style.replace("_", " "): re.compile(found) for style, found in styles.items()}
    return Convention(name, compiled, frozenset(langs))


CONVENTIONS: tuple[Convention, ...] = (
    replace(
        _convention(
            "double quotes", straight=r'(?<!\d)"', low="\u201e", guillemets="[\u00ab\u00bb]",
            curly=r"\u201c[^\u201c\u201d]*\u201d|\u201d(?=\w)",
        ),
        nested=re.compile("(?<=\u00ab)[^\u00ab\u00bb]+(?=\u00bb)"),
    ),
    _convention(
        "apostrophe",
        straight=r"(?<=[^\W\d_])'(?=[^\W\d_])", curly=r"(?<=[^\W\d_])\u2019(?=[^\W\d_])",
    ),
    _convention("spelling", "en", uk=_spelling(0), us=_spelling(1)),
    _convention("ise or ize", "en", ise=_ise("s"), ize=_ise("z")),
    _convention(
        "percent", "en", sign=r"\d%", spaced=r"\d %",
        percent=r"\d percent\b", per_cent=r"\d per cent\b",
    ),
    _convention(
        "title", "en", bare=r"\bMrs? (?=[A-Z])", dotted=r"\bMrs?\. (?=[A-Z])",
        french=FRENCH_TITLE,
    ),
    _convention(
        "dash", em_spaced=r"(?<=\S) \u2014 (?=\S)", em=r"(?<=\w)\u2014(?=\w)",
        en_spaced=r"(?<=\S) \u2013 (?=\S)", hyphen=r"(?<=\S) - (?=\S)",
        double=r"(?<=\S) ?-- ?(?=\S)",
    ),
    _convention("US or U.S.", "en", bare=r"\bUS(?= [a-z]|'s|\u2019s)", dotted=r"\bU\.S\."),
    _convention("Kyiv", "en", kyiv=r"\bKyiv\b", kiev=r"\bKiev\b(?! (?:cake|chicken))"),
    _convention(
        "Zelensky", "en", y=r"\bZelensky\b", yy=r"\bZelenskyy\b", yi=r"\bZelenskyi\b",
        iy=r"\bZelenskiy\b", i=r"\bZelenski\b", j=r"\bZelenskyj\b", sz=r"\b[SZ]elenskij\b",
    ),
    _convention(
        "other cities of Ukraine", "en",
        uk=r"\b(?:Odesa|Kharkiv|Lviv|Mykolaiv|Dnipro|Zaporizhzhia|Donbas|Chernihiv|Luhansk)\b",
        ru=r"\b(?:Odessa|Kharkov|Lvov|Nikolaev|Nikolayev|Dnepr|Zaporozhye|Donbass|Chernigov|Lugansk)\b",
    ),
)  # fmt: skip
