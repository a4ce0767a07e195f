"""Chinese and Japanese full stops, commas and full-width marks in Korean."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Korean that runs from left to right has the Latin full stop and comma.",
    why="The machine copies the mark of its Chinese or Japanese source, which brings its own space.",
    source="한글 맞춤법, 문장 부호 (2014): 마침표, 쉼표, 물음표, 느낌표",
    category="locale-conventions",
    locales=("ko",),
    gate="[\uac00-\ud7a3][\"'\u2019\u201d)]?[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]",
    examples=(
        Example(
            before="다리는 닫혔다。시민들은， 기다린다。",
            after="다리는 닫혔다. 시민들은, 기다린다.",
        ),
        Example(before="그는 “언제？”라고 물었다.", after="그는 “언제?”라고 물었다."),
        Example(before="그는 “갔다。” 그리고 왔다！", after="그는 “갔다.” 그리고 왔다!"),
        Example(keep="그는 왔다. 그리고 갔다!"),
        Example(keep="이 책의 제목은 “茶香，人和。”이다.", why="a Chinese quotation"),
    ),
)

_MARKS = {
    "\u3001": ",",
    "\u3002": ".",
    "\uff01": "!",
    "\uff0c": ",",
    "\uff1a": ":",
    "\uff1b": ";",
    "\uff1f": "?",
}
_MARK = rf"(?<=\p{{Hangul}}[\"'\u2019\u201d)]?)([{''.join(_MARKS)}])[ \u3000]?"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield each mark after Hangul, with the space that a word after it needs."""
    text = context.text
    for match in compiled(_MARK).finditer(text):
        following = text[match.end() : match.end() + 1]
        space = " " if following.isalnum() or following in tuple("(\u2018\u201c") else ""
        mark = _MARKS[match[1]]
        message = f"{match[1]!r} is {mark!r} in Korean"
        yield rule.finding(text, match.start(), match.end(), mark + space, message)
