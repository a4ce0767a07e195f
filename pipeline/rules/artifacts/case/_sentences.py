"""Where a sentence surely begins: what rules on its first letter share."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.context import Context
from pipeline.document import Kind
from pipeline.pattern import compiled

# Written small on purpose, also where a sentence begins; iPhone and eBay are told by their
# inner capital.
SMALL_NAMES = frozenset(
    "adidas afp ansa apa asos bell bwin danah dpa idealo lastminute mytheresa taz thyssenkrupp"
    " trivago zalando www http https".split()
)
# At the head of a name they stay small in some houses: van Dijk, al-Assad, de Gaulle.
PARTICLES = frozenset(
    "al ab abu bin ben da dal de degli del della di dos du ibn ten ter van von zu zum zur".split()
)
# Subjects: nothing that follows them belongs to the sentence before.
SUBJECTS: Mapping[str, frozenset[str]] = {
    "en": frozenset("he she they we it there these those".split()),
    "fr": frozenset("il elle ils elles nous on".split()),
    "de": frozenset("er wir ich es".split()),
    "es": frozenset("ellos ellas nosotros".split()),
    "ru": frozenset("он она они мы я".split()),
    "uk": frozenset("він вона вони ми я".split()),
    "nl": frozenset("hij wij ik ze".split()),
    **dict.fromkeys(("sv", "da", "nb"), frozenset("han hon hun jag jeg vi".split())),
}
# Words that open a noun phrase: with them a paragraph begins anew.
DETERMINERS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "the this a an his her their our its my both each every however another".split()
    ),
    "fr": frozenset("le la les l un une des ce cette ces son sa ses leur leurs c".split()),
    "de": frozenset("der die das ein eine dieser diese dieses sein seine ihre".split()),
    "es": frozenset("el la los las un una este esta estos estas su sus".split()),
    "it": frozenset("il lo la i gli le l un una questo questa questi queste".split()),
    "pt": frozenset("o a os as um uma este esta estes estas seu sua".split()),
    "ru": frozenset("этот эта эти это его её их".split()),
    "uk": frozenset("цей ця ці це його її їх".split()),
    "pl": frozenset("ten ta to te jego jej ich".split()),
    "cs": frozenset("ten ta to tento tato toto jeho její jejich".split()),
    "nl": frozenset("de het een deze dit zijn haar hun".split()),
}
# Function words with which the sentence of the paragraph before may go on.
CONTINUERS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "and or but of to that which who than is are was were be been have has had not will would"
        " can could do said all one no out up other them so".split()
    ),
    "fr": frozenset(
        "et ou mais de des du que qui dont où est sont ont a été était être fait peut avait pas"
        " ne aussi même ans y".split()
    ),
    "de": frozenset(
        "und oder aber dass als wie ist sind hat haben wird werden wurde war kann sich nicht zu"
        " auch noch nur sagte sehr den dem des".split()
    ),
    "es": frozenset(
        "y e o ni pero de del que es son ser fue era ha han hay había está puede dijo va años parte"
        " se no más donde quien como".split()
    ),
}
# Finite verbs that the news uses every day, beside those in -ed.
FINITE = frozenset(
    "is are was were has have had will would can could may must should did does said says went came left"
    " fell rose took made met began won lost burst broke hit cut became came ran struck shot stood sat"
    " spoke spent sold sent grew knew threw drew fought caught brought bought felt kept led paid sank"
    " sought swore wrote held gave got forgot found built bore chose dealt remains remain says shows"
    " wants needs makes takes gives goes comes".split()
)
_VOWELS = "aeiouyàáâäåãæèéêëěęìíîïòóôöõøőœùúûüůűýąаеёиоуыэюяєіїαεηιουωάέήίόύώ"
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


def has_verb(words: list[str]) -> bool:
    """Tell whether English words make a clause.

    >>> has_verb("the talks failed".split()), has_verb("the long road home".split())
    (True, False)
    """
    return any(word in FINITE or word.endswith("ed") for word in words)


def is_abbreviation(word: str, abbreviations: tuple[str, ...]) -> bool:
    """Tell whether a word before a full stop looks shortened: listed, or with one vowel at most.

    >>> is_abbreviation("approx", ("approx",)), is_abbreviation("godz", ())
    (True, True)
    """
    if word in abbreviations:
        return True
    return len(compiled(f"[{_VOWELS}]+").findall(word)) < 2
