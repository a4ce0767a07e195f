"""U.S. or US, U.K. or UK, U.N. or UN, through the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.analysis.english import FUNCTION_WORDS
from pipeline.context import Context
from pipeline.document import Kind
from pipeline.finding import Finding
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.conventions._majority import majority

RULE = Rule(
    summary="An article writes U.S. or US, not both.",
    why="Papers differ; the machine takes one form here and another there.",
    source="Associated Press Stylebook (U.S. in text, US in headlines); Guardian style guide (US); "
    "17 of 94 translated articles mix them (WMT news tests)",
    category="locale-conventions",
    locales=("en",),
    gate=r"U\.[SKN]\.",
    examples=(
        Example(
            before="The US said no. Then the US, with US troops, left. A U.S. plane fell.",
            after="The US said no. Then the US, with US troops, left. A US plane fell.",
        ),
        Example(
            before="It went to the U.S. and U.S. troops came. The U.S. left. The US army too.",
            after="It went to the U.S. and U.S. troops came. The U.S. left. The U.S. army too.",
        ),
        Example(
            before="The UK, then the UK, then the UK and they left the U.K. He stayed.",
            after="The UK, then the UK, then the UK and they left the UK. He stayed.",
        ),
        Example(
            keep="US troops land\n\nU.S. troops landed, the U.S. said, and U.S. ships came there.",
            why="headlines have their own form",
        ),
        Example(keep="US$5, US Airways and the U.S. Open, U.S. troops, the U.S. and U.S. ships."),
    ),
)

_FORMS = r"(?<![\w.&])(?:U\.([SKN])\.(?![A-Z]\b)(?!\w)|U([SKN])(?![\w$\u20ac&-]))"
_NAMES = frozenset("Airways Weekly Open Steel Bank Bancorp Foods Cellular Air Women".split())


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    found = compiled(_FORMS).finditer(context.text)
    matches = [match for match in found if _counts(context, match)]
    for letter in "SKN":
        forms = [match for match in matches if letter in (match[1], match[2])]
        chosen = majority(Counter("dots" if match[1] else "none" for match in forms))
        if chosen is None:
            continue
        usual, safety = chosen
        for match in forms:
            if (usual == "dots") == bool(match[1]):
                continue
            start, end = match.start(), match.end()
            wanted = _written(context.text, match, letter, dots=usual == "dots")
            form = f"U.{letter}." if usual == "dots" else f"U{letter}"
            message = f"{match[0]!r} becomes {form!r}, as mostly here"
            stop = context.text[end : end + 1] == "." and usual == "dots"
            yield rule.finding(context.text, start, end + stop, wanted, message, safety=safety)


def _counts(context: Context, match: Match) -> bool:
    """Tell whether this is the state in running text: no headline, no name, no line in capitals."""
    block = context.document.block_at(match.start())
    if block is None or block.kind in (Kind.HEADLINE, Kind.KICKER, Kind.CODE):
        return False
    if compiled(r"(?: \p{Lu}\p{Ll}+){3}").match(context.text, match.end()):
        return False  # a headline in title case
    following = compiled(r"[ \u00a0](\p{L}+)").match(context.text, match.end())
    if following is None:
        return True
    return following[1] not in _NAMES and not (len(following[1]) > 3 and following[1].isupper())


def _written(text: str, match: Match, letter: str, *, dots: bool) -> str:
    """Return the form, with the full stop where the dotted one ended its sentence."""
    if dots:
        return f"U.{letter}."
    follows = text[match.end() : match.end() + 12]
    if not follows.strip(" ") or follows[0] in '\r\n"\u201d':
        return f"U{letter}."
    word = compiled(r"[ \u00a0]\p{Lu}\p{L}*").match(follows)
    ends = word is not None and word[0].strip(" \u00a0").lower() in FUNCTION_WORDS
    return f"U{letter}." if ends else f"U{letter}"
