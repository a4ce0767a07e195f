"""What stands around a name and says that it must stay as it is: older names, titles, clubs.

These contexts hold for every row; a row's own go into its `keep` column.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from pipeline.glossary.given import GIVEN
from pipeline.glossary.mention import is_about_name
from pipeline.pattern import later

WINDOW = 40  # code points on either side
_CLUB_BEFORE = later(
    r"(?:\b(?:(?:Treaty|Peace|Truce|Convention|Pact|Synod|Union|Liberation"
    r"|Metropolitan(?: \w+)?) of"
    r"|FC|SC|FK|HC|BC|AC|AS|AFC|CSKA|Dynamo|Dinamo"
    r"|Dynama|Spartak|Lokomotiv|Arsenal|Zenit"
    r"|Metall?ist|Shakhtar|SKA|Zarya|Zorya|Dnepr|Dnipro|Budivelnyk|Sokol|Torpedo|Legia|Polonia"
    r"|Chornomorets|Chernomorets|Karpaty|Sokil|Hotel"
    r"|H\u00f4tel|Radio|R\u00e1dio|Cafe|Caf\u00e9|Restaurant|Club|Studio|Hostel|Villa|Palace|Cinema"
    r"|Theatre|Theater|Chicken|Little|New|Fort|Port|Lake|Mount|Camp|Operation|Project|Group"
    r"|Team|USS"
    r"|HMS|HMCS|SS|MV|RMS|Saint|St\.?|San|Santa|Airbus|Boeing|Tropical Storm|Hurricane|Grand"
    r" Prix de"
    r"|carrier|icebreaker|liner|steamship|flagship|warship|corvette|tanker|Flugzeugtr\u00e4ger"
    r"|Kreuzer|Fregatte|porte-avions|croiseur|portaviones|portaaviones|crucero|cruiser|destroyer"
    r"|frigate|submarine|yacht|steamer|battleship|asteroid|crater"
    r"|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Rabbi|Sir|Dame|Lord|Lady|Judge|Justice)"
    r" )\Z"
)
_CLUB_AFTER = later(
    r"[ \u00a0](?:Post|Tales|Stories|Street|Avenue|Times|Herald|Tribune|Gazette|Review|Journal"
    r"|Star|Telegraph|Independent|Hotel"
    r"|Inn|Restaurant|Cafe|Caf\u00e9|Palace|FC|SC|United|Rovers|Records|Films|Pictures|Press|Cake"
    r"|cake|Cutlet|cutlet|Diaries|Chronicles|Symphony|Bar|Pub|Club|Studios|Foundation|Codex|File"
    r"|Trilogy|Mohyla|Biennale|Challenger|Grammar|Psalter|Missal|Chronicle|Governorate|governorate"
    r"|Guberniya|Voivodeship|Ghetto|ghetto|(?:Special )?Military District|Caves|Pechersk|Jr\.?"
    r"|Sr\.?)\b"
)
_FIRM_AFTER = later(
    r"[ \u00a0](?:Ltd|Limited|Inc|GmbH|AG|SA|S\.A\.|LLC|plc|Corp|School|College|Academy|Boom)\b"
)
_LATIN_BEFORE = later(r"[A-Za-z\u00c0-\u024f] \Z")
_LATIN_AFTER = later(r" [A-Za-z\u00c0-\u024f]")
_TITLE_BEFORE = later(
    r"\b(?:film|movie|novel|book|song|album|single|band|opera|play|musical|magazine|newspaper|ship"
    r"|poem|painting|series|documentary|game|brand|word|name|spelling|term|exhibition|festival"
    r"|podcast|ballet|symphony|photograph|exposition|roman|livre|chanson|pi\u00e8ce|Ausstellung"
    r"|Roman|Lied|Band|Wort|St\u00fcck|Buch|Serie|exposici\u00f3n|pel\u00edcula|novela|libro"
    r"|canci\u00f3n"
    r"|obra|\u0432\u0438\u0441\u0442\u0430\u0432\u043a[\u0430\u0443\u0438\u0456]"
    r"|\u0444\u0456\u043b\u044c\u043c|\u0440\u043e\u043c\u0430\u043d"
    r"|\u043f\u0456\u0441\u043d\u044f),? ?\Z"
)
_TITLE_OPENS = "\"\u201c\u00ab\u201e\u300a'\u2018"
_TITLE_ENDS = later("[\"\u201d\u00bb\u201c\u300b]|['\u2019](?!\\w)")
_TITLE_SMALL = frozenset(
    "of the in and to a an for on from at by with or as"
    " de la le du des y el und der die das".split()
)
_STATE = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho"
    r"|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    r"|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico)"
    r"|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina"
    r"|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia|Wisconsin"
    r"|Wyoming|Ontario|Saskatchewan|Manitoba|Alberta|Nova Scotia|New Brunswick"
)
_US_STATE_AFTER = later(
    rf"(?:,? \(?| in )(?:{_STATE}|{_STATE.upper()}"
    r"|Tex\.|Fla\.|Mo\.|Minn\.|Wash\.|Ont\.|Neb\.|Del\.|TX|FL|MO|MN|WA|DE|OH|NY|NE|ON)(?!\w)"
)
# Particles of other languages: what follows is part of a name in that language.
_PARTICLES = {
    "en": r"de|del|della|delle|dello|di|du|des|der|von|vom|zu|zur|en|aux?|\u00e0|nach|com|para"
    r"|Calle|Via|Viale|Rua|Rue|Avenida|Plaza|Piazza|Corso|Ulitsa|Prospekt"
    r"|Polizei|Stadt|Flughafen|Messe|Universidad|Universit\u00e0|Universit\u00e9|Universit\u00e4t"
    r"|la|le|les|el|il|da|dos|das|et|und",
    "fr": r"of|the|and|for|with|from",
    "es": r"of|the|and|for|with|from",
    "de": r"de|del|della|di|du|la|le|el|il|da|of|the|and|for|with|from",
    "uk": r"de|del|di|du|la|le|of|the|and|for|with|from",
}
# Paths, variables, marked code; an inflected number of a make: Kiev-60.
_CODE_BEFORE = later(
    r"(?:[\\$]|(?:^|[\s(])[~.]?/(?:[\w.-]+/)*|<(?:code|pre|kbd|samp|var|tt)>"
    r"|\w/[\w.-]+\.[\w.-]+/)\Z"
)
_CODE_AFTER = later(r"\\|-\d")
_ELIDED_BEFORE = later(r"\b[dlDL]['\u2019]\Z")
_ENDING_AFTER = later(r"['\u2019](?!(?:[sSdD]|ll|LL|ve|VE|re|RE)\b)[^\W\d_]")  # Kiev'de
_WORD_BEFORE = later(r"([^\W\d_][\w'\u2019]*)[ \u00a0]\Z")
_HYPHEN_BEFORE = later(r"(?:^|(?<![\w-]))([^\W\d_][\w'\u2019]*)[-\u2010\u2011]\Z")
_HYPHEN_AFTER = later(r"[-\u2010\u2011]([^\W\d_]\w*)")
_PREFIXES = frozenset(
    "pro anti pan non ex post pre mid near inter intra trans neo semi ultra cross outside nord sud"
    " ost west s\u00fcd norte sur est ouest greater".split()
)
_FOLLOWERS = frozenset(
    "based backed born led controlled held area style trained funded made appointed run friendly"
    " linked bound occupied installed approved sponsored supported imposed aligned administered"
    " educated region wide brokered owned built focused registered leaning facing era to".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a text: `kind` is the type of its concept, `printed` what would replace it.

    `rims` are the offsets where known names begin or end, so that a hyphen between two of
    them is a route and no name.
    """

    text: str
    start: int
    end: int
    kind: str
    printed: str = ""
    language: str = "en"
    rims: Container[int] = ()

    @property
    def before(self) -> str:
        """The text in front."""
        return self.text[max(0, self.start - WINDOW) : self.start]

    @property
    def after(self) -> str:
        """The text behind."""
        return self.text[self.end : self.end + WINDOW]


TOWN = "a town in America"
_ANOTHER = "part of another name"
_FOREIGN = "part of a name in another language"


def reason_to_keep(place: Place) -> str:
    """Return why a name must stay, "" when nothing around it says so.

    Clubs, hotels and American towns concern places only.

    >>> reason_to_keep(Place("Kyiv, formerly known as Kiev", 24, 28, "place"))
    'the text is about the name'
    >>> reason_to_keep(Place("flown to the Cedars-Sina\u00ef hospital", 20, 25, "place"))
    'part of another name'
    """
    before, after = place.before, place.after
    if _CODE_BEFORE.search(before) or _CODE_AFTER.match(after):
        return "part of a code"
    if is_about_name(before, after, place.printed):
        return "the text is about the name"
    if _is_foreign(before, place.language) or _ENDING_AFTER.match(after):
        return _FOREIGN
    if place.language == "uk" and _is_in_latin(place, before, after):
        return _FOREIGN
    if place.kind == "acronym":
        return _ANOTHER if _FIRM_AFTER.match(after) else ""
    if _is_compound(place, before, after):
        return _ANOTHER
    if place.kind in ("place", "country", "organisation"):
        return _reason_for_place(place, before, after)
    return ""


def _reason_for_place(place: Place, before: str, after: str) -> str:
    if _CLUB_BEFORE.search(before) or _CLUB_AFTER.match(after):
        return _ANOTHER
    if _US_STATE_AFTER.match(after):
        return TOWN
    word = _WORD_BEFORE.search(before)
    if word is None or place.language != "en" or not word[1][0].isupper():
        return ""
    if word[1] in GIVEN:
        return "a person"
    beyond_ascii = re.search(r"[^\W\d_a-zA-Z]", word[1]) is not None
    return _FOREIGN if beyond_ascii and place.start - 1 not in place.rims else ""


def _is_compound(place: Place, before: str, after: str) -> bool:
    """Tell whether a hyphen ties the name to another capitalised word that is no known name."""
    left = _HYPHEN_BEFORE.search(before)
    tied = left and left[1][0].isupper() and left[1].lower() not in _PREFIXES
    if tied and place.start - 1 not in place.rims:
        return True
    right = _HYPHEN_AFTER.match(after)
    tied = right and right[1][0].isupper() and right[1].lower() not in _FOLLOWERS
    # German writes "Kiew-Besuch".
    return bool(tied) and place.language != "de" and place.end + 1 not in place.rims


def _is_in_latin(place: Place, before: str, after: str) -> bool:
    """Tell whether a name in Latin letters stands beside another word in them."""
    if not place.text[place.start].isascii():
        return False
    left = _LATIN_BEFORE.search(before) and place.start - 1 not in place.rims
    right = _LATIN_AFTER.match(after) and place.end + 1 not in place.rims
    return bool(left or right)


def _is_foreign(before: str, language: str) -> bool:
    """Tell whether a word of another language leads up to the name: `Universidad de Varsovia`."""
    if language not in _PARTICLES:
        return False
    match = _WORD_BEFORE.search(before)
    return bool(
        _ELIDED_BEFORE.search(before) or (match and re.fullmatch(_PARTICLES[language], match[1]))
    )


def is_titled(text: str, start: int, end: int) -> bool:
    """Tell whether the range stands in a quoted title.

    That is capitalised words and no sentence, or anything that a word such as `film` leads up to.

    >>> is_titled('the film "Goodbye Odessa Nights" won', 18, 24)
    True
    """
    left = max(text.rfind(mark, max(0, start - 60), start) for mark in _TITLE_OPENS)
    right = _TITLE_ENDS.search(text, end, end + 60)
    if left < 0 or right is None or "\n" in text[left:start]:
        return False
    inside = text[left + 1 : right.start()].strip()
    words = inside.split()
    if len(words) > 8 or inside[-1:] in ".,;!?":
        return False
    if _TITLE_BEFORE.search(text, max(0, left - WINDOW), left):
        return True
    return len(words) > 1 and all(word[:1].isupper() or word in _TITLE_SMALL for word in words)
