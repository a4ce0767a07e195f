"""A hyphen between spaces where the article has dashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.conventions._majority import majority

RULE = Rule(
    summary="An article has one dash.",
    why="The machine writes a hyphen for some dashes of the source and a dash for others.",
    source="Chicago Manual of Style 17, 6.85; 16 of 122 translated French articles mix dashes",
    category="locale-conventions",
    gate=r"[^ \r\n] - [^ \r\n]",
    examples=(
        Example(
            before="It fell – twice – on May Day – he said, and rose - later.",
            after="It fell – twice – on May Day – he said, and rose – later.",
        ),
        Example(
            before="It fell—twice—on May Day—he said, and rose - later.",
            after="It fell—twice—on May Day—he said, and rose—later.",
        ),
        Example(
            before="Он пришёл — сам — и ушёл — молча - вчера.",
            after="Он пришёл — сам — и ушёл — молча — вчера.",
            lang="ru",
        ),
        Example(keep="It fell - twice - on May Day.", why="one dash, if a short one"),
        Example(keep="Paris - Roubaix – 10 - 12 – and – so – on."),
        Example(keep="- one – two – three – four\n- five"),
    ),
)

_HYPHEN = r"(?<=[\p{Ll},)\"\u201d\u00bb]) - (?=[\p{L}\"\u201c\u00ab])"
_DASH = (
    r"(?<=[\p{L}\p{N},.)\"\u201d\u00bb])([ \u00a0\u202f]?)([\u2013\u2014])([ \u00a0\u202f]?)"
    r"(?=[\p{L}\"\u201c\u00ab])"
)
_NAME_BEFORE = r"\b\p{Lu}[\p{L}.]{1,40}\Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    if "\u2013" not in text and "\u2014" not in text:
        return
    hyphens = list(compiled(_HYPHEN).finditer(text))
    if not hyphens:
        return
    counts = Counter(
        match[0]
        for match in compiled(_DASH).finditer(text)
        if bool(match[1]) == bool(match[3]) and (match[1] or match[2] == "\u2014")
    )
    counts[" - "] = len(hyphens)
    chosen = majority(counts)
    if chosen is None or chosen[0] == " - ":
        return
    dash, safety = chosen
    for match in hyphens:
        named = compiled(_NAME_BEFORE).search(text, max(0, match.start() - 45), match.start())
        if named and text[match.end()].isupper():
            continue  # Paris - Roubaix, a dateline
        message = f"a hyphen becomes {dash.strip()!r}, the dash of this article"
        yield rule.finding(text, match.start(), match.end(), dash, message, safety=safety)
