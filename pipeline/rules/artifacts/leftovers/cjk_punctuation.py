"""Chinese and Japanese punctuation left in a text of another script."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Punctuation belongs to the script of the text.",
    why="The machine copies full-width marks from Chinese and Japanese; they bring their own space "
    "and set the next word too far away or too close.",
    source="Unicode 15, CJK Symbols and Punctuation, Halfwidth and Fullwidth Forms; 4 in 1,000 "
    "translated segments of the WMT news tests",
    category="locale-conventions",
    gate="[\u3001\u3002\u3010\u3011\uff01\uff05\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]",
    but_not=("zh", "ja", "ko"),
    examples=(
        Example(
            before="It opens this week。The house，he says， is old；it stays。",
            after="It opens this week. The house, he says, is old; it stays.",
        ),
        Example(
            before="One rule：after eleven （and until seven） no music！",
            after="One rule: after eleven (and until seven) no music!",
        ),
        Example(
            before="It ended 3：1 at 18：30 with 12，500 fans.",
            after="It ended 3:1 at 18:30 with 12,500 fans.",
        ),
        Example(before="Tea、milk、bread。.", after="Tea, milk, bread."),
        Example(before="They are suitable.。", after="They are suitable."),
        Example(before="【Genuine】All 3 volumes【new】.", after="[Genuine] All 3 volumes [new]."),
        Example(before="Город стар，он стоит。", after="Город стар, он стоит.", lang="ru"),
        Example(keep="The sign reads 茶香，人和, “Fragrant tea”."),
        Example(keep="他说：是。", lang="zh"),
        Example(
            keep="有效的名称包括以下几个，请按顺序填写，不要遗漏：\n"
            '"source"、"target"、"size"、"used"、"available"、"percent"、"file"\n'
            "如有疑问，请联系本报编辑部，我们会尽快答复您的问题。",
            lang="zh",
            why="a line of Latin words in a Chinese text",
        ),
    ),
)

_LATIN = {
    "\u3001": ",",
    "\u3002": ".",
    "\u3010": "[",
    "\u3011": "]",
    "\uff01": "!",
    "\uff05": "%",
    "\uff08": "(",
    "\uff09": ")",
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff1a": ":",
    "\uff1b": ";",
    "\uff1f": "?",
}
_MARKS = "".join(_LATIN)
_RUN = rf"[ \u3000]{{0,4}}[{_MARKS}]+[.,]?[ \u3000]{{0,4}}"
_EAST = r"[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
_SKIP = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u300a-\u300f ()"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    if context.locale.language in rule.but_not:
        return  # a line of Latin words in an article whose marks these are
    for match in compiled(_RUN).finditer(text):
        start, end = match.start(), match.end()
        if _is_eastern(text, start, end):
            continue
        wanted = _latin(text, start, end)
        message = f"{match[0].strip()!r} belongs to Chinese or Japanese text"
        yield rule.finding(text, start, end, wanted, message)


def _is_eastern(text: str, start: int, end: int) -> bool:
    """Tell whether the marks stand in Chinese or Japanese words: on both sides, or at their end."""
    before = compiled(rf"{_EAST}[{_SKIP}]*\Z").search(text, max(0, start - 4), start)
    after = compiled(rf"[{_SKIP}]*{_EAST}").match(text, end, end + 4)
    closes = text[end : end + 1] in ("", "\r", "\n", *"\"'\u201d\u2019\u00bb\u300d\u300f\u300b")
    opens = start == 0 or text[start - 1] in "\r\n\"'\u201c\u2018\u00ab\u300c\u300e\u300a"
    return (before is not None and (after is not None or closes)) or (after is not None and opens)


def _latin(text: str, start: int, end: int) -> str:
    """Return the marks in Latin, with the spaces that go around them."""
    run = text[start:end].strip(" \u3000")
    marks = "".join(_LATIN.get(char, char) for char in run)
    for double in ("..", ",,", ".,", ",."):
        marks = marks.replace(double, double[0]) if run[-1:] in ".," else marks
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if marks == before == ".":
        marks = ""  # the full stop is there already
    opens = marks[:1] in ("(", "[")
    lead = " " if opens and (before.isalnum() or text[start] in " \u3000") else ""
    if not after or after in "\r\n":
        return lead + marks
    if before.isdigit() and after.isdigit() and marks in (":", ".", ",") and end - start == 1:
        grouped = marks != "," or text[end : end + 3].isdigit()
        return marks if grouped else f"{marks} "
    closing = after in ".,;:!?)]}\u201d\u2019\u00bb\u300d\u300f\u300b" or (
        after in "\"'" and text[end - 1] not in " \u3000"
    )
    return lead + marks + ("" if closing or marks[-1:] in ("(", "[") else " ")
