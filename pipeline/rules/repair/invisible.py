"""Invisible characters are removed where they do nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, describe, findings

RULE = Rule(
    summary="Invisible characters are removed where they do nothing.",
    why="They break search, spelling and line ends. Kept: joiners in scripts and emoji that use "
    "them, direction marks in text with right-to-left letters, zero width spaces between words "
    "of scripts without spaces.",
    source="The Unicode Standard, 23.2 Layout Controls and 23.4 Variation Selectors",
    category="design-and-markup",
    gate="[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
    "\U000e0001-\U000e01ef]",
    examples=(
        Example(before="Zelen\u200bsky spoke.", after="Zelensky spoke."),
        Example(before="The parlia\u00adment met.", after="The parliament met."),
        Example(before="\ufeffKyiv, Monday", after="Kyiv, Monday", why="a byte order mark"),
        Example(before="He\u2060 left\u200e at ten.", after="He left at ten."),
        Example(before="Auf\u200clage", after="Auflage", lang="de"),
        Example(
            before="Hi \U0001f600\u200d there", after="Hi \U0001f600 there", why="joins nothing"
        ),
        Example(keep="می\u200cخواهم", lang="fa"),
        Example(keep="क\u094d\u200dष क\u094d\u200cष", lang="hi"),
        Example(keep="שלום\u200f (UN\u200e) \u202aNATO\u202c", lang="he"),
        Example(keep="ภาษา\u200bไทย"),
        Example(keep="The \U0001f469\u200d\U0001f4bb and the ❤\ufe0f\u200d\U0001f525 won."),
        Example(keep="Call 1\ufe0f\u20e3 now ©\ufe0f"),
        Example(keep="\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f won."),
        Example(keep="葛\U000e0100飾区", lang="ja", why="selects a form of the name"),
    ),
)
_HIDDEN = re.compile(RULE.gate + "+")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = "\u200c\u200d"
# Arabic and its neighbours, the scripts of South and South-East Asia, Mongolian, Phags-pa.
_JOINING = re.compile(
    "[\u0620-\u08ff\u0900-\u0dff\u0e80-\u109f\u1700-\u17ff\u1800-\u18af\u1900-\u1cff\ua800-\ua9ff"
    "\uaa00-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff]"
)
# Thai, Lao, Tibetan, Burmese, Khmer, Tai and Javanese scripts; kana, ideographs.
_SPACELESS = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf\ua980-\ua9df\uaa60-\uaadf\u3000-\u30ff"
    "\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_KEYCAPS = frozenset("0123456789#*")
_FLAG_BASE = "\U0001f3f4"


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    for match in _HIDDEN.finditer(line):
        kept = _kept(line, match.start(), match.end(), facts)
        gone = "".join(char for char in match[0] if char not in kept)
        if kept != match[0]:
            what = describe(gone[0]) if gone else describe(match[0][0])
            yield Repair(match.start(), match.end(), kept, f"{what} does nothing here: removed")


def _kept(line: str, start: int, end: int, facts: Facts) -> str:
    """Return those of the invisible characters that have work to do between their neighbours."""
    before, after = line[start - 1 : start], line[end : end + 1]
    if not after and "\u00ad" in line[start:end]:
        return line[start:end]  # the word goes on in the next line
    kept = ""
    for char in line[start:end]:
        if _works(char, kept[-1:] or before, before, after, facts):
            kept += char
    return kept


def _works(char: str, previous: str, before: str, after: str, facts: Facts) -> bool:
    if char in _DIRECTION:
        return facts.right_to_left
    if char in _JOINERS:
        return _joins(char, previous, before, after)
    if char == "\u200b":
        return _SPACELESS.search(before + after) is not None
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        chooses = before != "" and not before.isspace() and not before.isascii()
        return previous == before and (chooses or before in _KEYCAPS)
    if "\U000e0020" <= char <= "\U000e007f":
        return before == _FLAG_BASE
    return char == "\u034f" or (char == "\u180e" and "\u1800" <= before <= "\u18af")


def _joins(char: str, previous: str, before: str, after: str) -> bool:
    """Tell whether a joiner shapes letters, or makes one emoji of two."""
    if _JOINING.search(before + after):
        return True
    return char == "\u200d" and previous != char and _is_emoji(before) and _is_emoji(after)


def _is_emoji(char: str) -> bool:
    """Tell whether a character is a pictograph or part of one."""
    return char != "" and (category(char) in ("So", "Sk") or char in "\u2640\u2642\u2695")


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
