"""The letters s and t with a cedilla in Romanian, which has a comma below."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Romanian s and t have a comma below.",
    why="Old keyboards and encodings had the Turkish letters with a cedilla; engines learned both "
    "and mix them. A text that has them throughout keeps them until an editor says otherwise.",
    source="Academia Română, 2003; Unicode Standard 16, section 7.1",
    category="locale-conventions",
    locales=("ro",),
    gate="[\u015e\u015f\u0162\u0163]",
    examples=(
        Example(
            before="Președintele a spus că ţara aşteaptă.",
            after="Președintele a spus că țara așteaptă.",
        ),
        Example(keep="Erdoğan s-a întâlnit cu Kılıçdaroğlu și cu Şükrü.", why="Turkish names"),
        Example(flag="Ţara aşteaptă vara.", why="no mixture: a suggestion"),
    ),
)

_WORD = "[\\w]*[\u015e\u015f\u0162\u0163]\\w*"
_TURKISH = "[\u011e\u011f\u0130\u0131\u00d6\u00f6\u00dc\u00fc\u00c7\u00e7]"
_COMMA = str.maketrans("\u015e\u015f\u0162\u0163", "\u0218\u0219\u021a\u021b")


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    mixed = compiled("[\u0218\u0219\u021a\u021b]").search(text) is not None
    for match in compiled(_WORD).finditer(text):
        if compiled(_TURKISH).search(match[0]) is None:
            after = match[0].translate(_COMMA)
            message = f"{match[0]!r} is written {after!r}, with a comma below"
            safety = Safety.APPLY if mixed else Safety.SUGGEST
            yield rule.finding(text, match.start(), match.end(), after, message, safety=safety)
