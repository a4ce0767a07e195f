"""Latin commas, semicolons and question marks after Arabic words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Commas, semicolons and question marks in Arabic script are its own.",
    why="The machine copies the Latin mark, which bends the wrong way in a line from the right.",
    source="CLDR exemplar punctuation for ar and fa; دستور خط فارسی",
    category="locale-conventions",
    locales=("ar", "fa"),
    gate=r"[\u0621-\u06d3][ ]?[,;?]",
    examples=(
        Example(before="قال نعم, ثم ذهب; من يدفع?", after="قال نعم، ثم ذهب؛ من يدفع؟", lang="ar"),
        Example(before="او گفت بله, و رفت.", after="او گفت بله، و رفت.", lang="fa"),
        Example(before="قال نعم , ثم ذهب.", after="قال نعم، ثم ذهب.", lang="ar"),
        Example(keep="قال نعم، ثم ذهب؛ من يدفع؟", lang="ar"),
        Example(keep="بلغ العدد 1,200 شخص.", lang="ar", why="a number"),
        Example(keep="شركة Apple, Inc. ربحت.", lang="ar", why="a Latin name"),
    ),
)
_ARABIC = r"\u0621-\u063a\u0641-\u0652\u0670-\u06d3\u06f0-\u06f9"
MARK = (
    rf"(?<=[{_ARABIC}])[ ]?([,;?])"
    rf"(?=[ ]{{1,2}}[{_ARABIC}\u00ab\"\u201c(]|[ ]*(?:[\r\n]|\Z)|[\"\u00bb\u201d])"
)
_OWN = {",": "\u060c", ";": "\u061b", "?": "\u061f"}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield each Latin mark between Arabic words or at their end."""
    for match in compiled(MARK).finditer(context.text):
        own = _OWN[match[1]]
        message = f"{match[1]!r} after an Arabic word becomes {own!r}"
        yield rule.finding(context.text, match.start(), match.end(), own, message)
