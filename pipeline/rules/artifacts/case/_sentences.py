"""Where a sentence surely begins: what rules on its first letter share."""

from __future__ import annotations

from pipeline.document import Kind
from pipeline.context import Context
from pipeline.pattern import compiled

# Written small on purpose, also where a sentence begins; iPhone and eBay are told by their
# inner capital.
SMALL_NAMES = frozenset(
    "adidas afp ansa apa asos bell bwin danah dm dpa idealo lastminute mytheresa taz thyssenkrupp"
    " trivago vivo zalando will xkcd x-ray e-mail www http https".split()
)
PARTICLES = frozenset(
    "al ab abu an as at bin ben da dal de degli dei del della den der des di dos du el ibn la las le"
    " los mac ter ten van von zu zum zur".split()
)
_ENDS = r"[\p{L}\p{N}%€$)\]][.!?][\"\u201d\u2019\u00bb\u201c)\]]{0,2}[ \t]*\Z"
ELIDED = ("fr", "it", "ca")  # l'homme, dell'uomo: one letter and an apostrophe
CLOSING = "\"'\u201c\u201d\u2018\u2019\u00bb)]"


def ends_as_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does.

    >>> ends_as_sentence("It rained."), ends_as_sentence("It rained, and")
    (True, False)
    """
    return compiled(_ENDS).search(line[-8:]) is not None


def is_paragraph(context: Context, index: int) -> bool:
    """Tell whether a block reads as a paragraph of prose: forty code points that end a sentence."""
    block = context.document.blocks[index]
    if block.kind is not Kind.PARAGRAPH or len(block.span) < 40:
        return False
    return ends_as_sentence(block.span.of(context.text))


def is_abbreviation(word: str, abbreviations: tuple[str, ...]) -> bool:
    """Tell whether a word before a full stop looks shortened: listed, or with one vowel at most.

    >>> is_abbreviation("approx", ("approx",)), is_abbreviation("godz", ())
    (True, True)
    """
    if word in abbreviations:
        return True
    return len(compiled("[aeiouyàáâäåãæèéêëěęìíîïòóôöõøőœùúûüůűýąаеёиоуыэюяєіїαεηιουωάέήίόύώ]+").findall(word)) < 2
