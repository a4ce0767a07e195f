"""Half-width punctuation between Chinese or Japanese characters."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Punctuation between Chinese or Japanese characters has their width.",
    why="The machine copies the Latin mark, which is half as wide and brings a space of its own.",
    source="GB/T 15834-2011; 文化庁，公用文作成の考え方 (2022)",
    category="locale-conventions",
    locales=("zh", "ja"),
    gate=r"[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60\u300d\u201d][ ]?[,.;:?!]",
    examples=(
        Example(before="他说,今天下雨.我们不去!", after="他说，今天下雨.我们不去！", lang="zh"),
        Example(before="他来了. 她走了.", after="他来了。她走了。", lang="zh"),
        Example(before="谁付钱? 没人知道.", after="谁付钱？没人知道。", lang="zh"),
        Example(before="彼は来た, そして行った.", after="彼は来た、そして行った。", lang="ja"),
        Example(before="雨だ,行かない，と言った。", after="雨だ，行かない，と言った。", lang="ja"),
        Example(keep="约翰.史密斯来了。", lang="zh", why="a dot between the parts of a name"),
        Example(keep="共有1,200人,3.5%", lang="zh", why="figures have Latin marks"),
        Example(keep="他用iPhone, iPad和Mac.", lang="zh", why="Latin words on both sides"),
        Example(keep="比分是3:1。", lang="zh"),
        Example(keep="「はい」と彼は言った。", lang="ja"),
    ),
)
_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}\u30fc\u3005"
# A full stop between two characters without a space may be the dot of a foreign name.
_BEFORE = rf"(?<=[{_CJK}\u300d\u300f\u201d\uff09\u300b])[ ]?"
_AFTER = rf"(?=[{_CJK}\u300c\u300e\u201c\uff08\u300a])"
MARK = (
    rf"{_BEFORE}(?:([,;:?!])(?![,;:?!.])[ ]?{_AFTER}"
    rf"|([.?!;])(?![,;:?!.])(?:[ ]{_AFTER}|(?=[ ]*(?:[\r\n]|\Z)|[\u300d\u300f\u201d])))"
)
_WIDE = {",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "?": "\uff1f", "!": "\uff01", ".": "\u3002"}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield each mark whose neighbours are characters of the script."""
    for match in compiled(MARK).finditer(context.text):
        mark = match[1] or match[2]
        wide = _comma(context, match) if mark == "," else _WIDE[mark]
        message = f"{mark!r} between full-width characters becomes {wide!r}"
        # A colon may stand in a heading or a score written out, so an editor looks.
        safety = Safety.SUGGEST if mark == ":" else Safety.APPLY
        yield rule.finding(context.text, match.start(), match.end(), wide, message, safety=safety)


def _comma(context: Context, match: Match) -> str:
    """Return the comma of the language; Japanese has two, of which the article's own is kept."""
    japanese = context.locale_at(match.start()).language == "ja"
    return "\u3001" if japanese and "\uff0c" not in context.text else "\uff0c"
