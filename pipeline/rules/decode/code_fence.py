"""A code fence around a whole article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.text import Edit, Span

RULE = Rule(
    summary="An article does not stand in a code fence.",
    why="A language model wraps its answer; inside the fence nothing would be cleaned.",
    source="CommonMark 0.31, fenced code blocks",
    category="design-and-markup",
    gate=r"\A\s*```",
    examples=(
        Example(
            before="```\nThe old town is dark tonight.\n```\n",
            after="The old town is dark tonight.\n",
        ),
        Example(
            before="```text\nThe town is dark\n\nNobody knows why the lamps went out.\n```",
            after="The town is dark\n\nNobody knows why the lamps went out.",
        ),
        Example(keep="```\ngit commit -m 'The town is old.'\n```", why="code"),
        Example(keep="```\nThe total = price * 2; it is old.\n```", why="code"),
        Example(
            keep="Run this:\n\n```\nThe town is old and dark.\n```\n", why="a part of the text"
        ),
    ),
)

_WRAPPED = (
    r"\A(?P<open>\s*```(?:text|plaintext|txt|markdown|md|[a-z]{2})?[ ]*\r?\n)"
    r"(?P<body>[^`]+?)(?P<close>\r?\n```[ ]*)\s*\Z"
)
_PROSE = r"^[\"\u201c\u00ab\u2018]?\p{Lu}[^\r\n]*(?: [^ \r\n]+){4,}[.!?\u2026][\"\u201d\u00bb\u2019)]*[ ]*$"
_CODE = r"[{}=<>$\\|_]|;[ ]*$|^[ \t]+\S|^\w+\("


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    match = compiled(_WRAPPED).match(context.text)
    if match is None or not compiled(_PROSE).search(match["body"]):
        return
    if compiled(_CODE).search(match["body"]):
        return
    edits = [Edit(Span(match.start(part), match.end(part)), "") for part in ("open", "close")]
    yield rule.joint_finding(edits, "the whole text stands in a code fence")
