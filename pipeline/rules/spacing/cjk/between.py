"""Spaces between Chinese or Japanese characters."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Kind
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.text import Edit, Span

RULE = Rule(
    summary="No space stands between Chinese or Japanese characters.",
    why="The machine was trained on segmented text and leaves its spaces between the words.",
    source="GB/T 15834-2011; 文化庁，公用文作成の考え方 (2022)",
    category="design-and-markup",
    safety=Safety.SUGGEST,
    locales=("zh", "ja"),
    gate=r"[\u3040-\u30ff\u3400-\u9fff] [\u3040-\u30ff\u3400-\u9fff]",
    examples=(
        Example(before="我们 昨天 去了北京。", after="我们昨天去了北京。", lang="zh"),
        Example(before="首相は 東京で 話した。", after="首相は東京で話した。", lang="ja"),
        Example(keep="首相 辞任へ\n\n首相は話した。", lang="ja", why="a headline has spaces"),
        Example(keep="我们用 iPhone 打电话。", lang="zh"),
        Example(keep="우리는 서울에 갔다. 大韓 民國.", lang="ko", why="Korean has spaces"),
    ),
)
_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}\u30fc\u3005"
BETWEEN = rf"(?<=[{_CJK}]) {{1,3}}(?=[{_CJK}])"
_SENTENCE = r"[\u3002\uff1f\uff01]"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield one finding for each block: the spaces of a block have one cause."""
    for block, _ in context.blocks():
        start, end = block.span.start, block.span.end
        if block.kind is not Kind.PARAGRAPH or not compiled(_SENTENCE).search(
            context.text, start, end
        ):
            continue
        found = compiled(BETWEEN).finditer(context.text, start, end)
        edits = [Edit(Span(match.start(), match.end()), "") for match in found]
        where = "one space" if len(edits) == 1 else f"{len(edits)} spaces"
        yield rule.joint_finding(edits, f"{where} between characters of one script")
