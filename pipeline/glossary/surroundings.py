"""What stands around a name and says that it must stay as it is: older names, titles, clubs.

These contexts hold for every row; a row's own go into its `keep` column.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from pipeline.pattern import later

WINDOW = 40  # code points on either side
_OPENING = "[\"'\u201c\u2018\u00ab\u201e]"
_CLOSING = "[\"'\u201d\u2019\u00bb\u201c]"

# "Kyiv, formerly known as Kiev"; "the spelling Kiev": the text is about the name itself.
_NAMING_BEFORE = later(
    r"(?:\b(?:known|called|named|spelled|spelt|written|renamed|transliterated|referred to|rendered"
    r"|pronounced|styled|dubbed)(?: (?:then|also|simply|officially|still|now|sometimes|often"
    r"|locally"
    r"|in \w+))?(?: (?:as|to|from))? "
    r"|\b(?:formerly|previously|historically|originally|n\u00e9e|alias|aka|a\.k\.a\.|instead of"
    r"|rather than) "
    r"|\b(?:[Tt]he|[Tt]hat) (?:name|spelling|form|word|term|toponym|exonym|transliteration)(?:"
    r" of)? "
    r"|\bin (?:Russian|Ukrainian|English|French|German|Polish|Soviet times|Belarusian),? "
    r"|\((?:formerly|previously|also|then|now|today|Russian|Ukrainian|German|French|Polish|Romanian"
    r"|Hungarian|Turkish|Spanish|Belarusian|in \w+)[:,]? "
    r"|\b(?:anciennement|autrefois|appel\u00e9e?|nomm\u00e9e?|dite?|connue? sous le nom de"
    r"|(?:le nom|la graphie|l['\u2019]orthographe)(?: de)?) "
    r"|\b(?:fr\u00fcher|ehemals|vormals|genannt|bekannt als|(?:der Name|die Schreibweise|das"
    r" Wort)) "
    r"|\b(?:antes|llamad[oa]|conocid[oa] como|denominad[oa]|(?:el nombre|la grafía|la palabra)) "
    r"|\b(?:колишній|колишня|раніше|відом(?:ий|а|е) як|російською) )" + _OPENING + r"?\Z"
)
_NAMING_AFTER = later(
    _CLOSING + r"?(?:,? \(?(?:also (?:known|called|spelled|spelt|written|transliterated)"
    r"|as it (?:was|is) (?:then |now |still |also |once )?(?:called|known|spelled|spelt|named)"
    r"|(?:since )?renamed|known (?:as|in)|in (?:Russian|Ukrainian|English|French|German|Polish"
    r"|transliteration))"
    r"|,? \(?(?:en russe|en ukrainien|en anglais|auf Russisch|auf Ukrainisch|auf Englisch"
    r"|en ruso|en ucraniano|en ingl\u00e9s|російською|англійською))\b"
)
# "Kyiv, or Kiev,"; "Kiev (now Kyiv)": only beside the other form do these words speak of a name.
_CLUB_BEFORE = later(
    r"(?:\b(?:FC|SC|FK|HC|BC|AC|AS|AFC|CSKA|Dynamo|Dinamo|Dynama|Spartak|Lokomotiv|Arsenal|Zenit"
    r"|Metalist|Shakhtar|Torpedo|Legia|Polonia|Chornomorets|Chernomorets|Karpaty|Sokil|Hotel"
    r"|H\u00f4tel|Radio|R\u00e1dio|Cafe|Caf\u00e9|Restaurant|Club|Studio|Hostel|Villa|Palace|Cinema"
    r"|Theatre|Theater|Chicken|Little|New|Fort|Port|Lake|Mount|Camp|Operation|Project|Group"
    r"|Team|USS"
    r"|HMS|HMCS|SS|MV|RMS|Saint|St\.?|San|Santa|Airbus|Boeing|Tropical Storm|Hurricane|Grand"
    r" Prix de"
    r"|cruiser|destroyer|frigate|submarine|yacht|steamer|battleship|asteroid|crater"
    r"|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Rabbi|Sir|Dame|Lord|Lady|Judge|Justice)"
    r" )\Z"
)
_CLUB_AFTER = later(
    r"[ \u00a0](?:Post|Times|Herald|Tribune|Gazette|Review|Journal|Star|Telegraph|Independent|Hotel"
    r"|Inn|Restaurant|Cafe|Caf\u00e9|Palace|FC|SC|United|Rovers|Records|Films|Pictures|Press|Cake"
    r"|cake|Cutlet|cutlet|Diaries|Chronicles|Symphony|Bar|Pub|Club|Studios|Foundation|Codex|File"
    r"|Trilogy|Mohyla|Biennale|Challenger|Grammar|Psalter|Missal|Chronicle|Governorate|governorate"
    r"|Guberniya|Voivodeship|Ghetto|ghetto|(?:Special )?Military District|Caves|Pechersk|Jr\.?"
    r"|Sr\.?)\b"
)
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
    rf",? \(?(?:{_STATE}|{_STATE.upper()}"
    r"|Tex\.|Fla\.|Mo\.|Minn\.|Wash\.|Ont\.|Neb\.|Del\.|TX|FL|MO|MN|WA|DE|OH|NY|NE|ON)(?!\w)"
)
# Particles of other languages: what follows is part of a name in that language.
_PARTICLES = {
    "en": r"de|del|della|delle|dello|di|du|des|der|von|vom|zu|zur"
    r"|la|le|les|el|il|da|dos|das|et|und",
    "de": r"de|del|della|di|du|la|le|el|il|da|of|the",
    "uk": r"de|del|di|du|la|le|of|the",
}
_ELIDED_BEFORE = later(r"\b[dlDL]['\u2019]\Z")
_ENDING_AFTER = later(r"['\u2019](?!(?:[sSdD]|ll|LL|ve|VE|re|RE)\b)[^\W\d_]")  # Kiev'de
_WORD_BEFORE = later(r"([^\W\d_][\w'\u2019]*)[ \u00a0]\Z")
_HYPHEN_BEFORE = later(r"(?:^|(?<![\w-]))([^\W\d_][\w'\u2019]*)[-\u2010\u2011]\Z")
_HYPHEN_AFTER = later(r"[-\u2010\u2011]([^\W\d_]\w*)")
_PREFIXES = frozenset(
    "pro anti non ex post pre mid near inter intra trans neo semi ultra cross outside nord sud ost"
    " west s\u00fcd norte sur est ouest greater".split()
)
_FOLLOWERS = frozenset(
    "based backed born led controlled held area style trained funded made appointed run friendly"
    " linked bound occupied installed approved sponsored supported imposed aligned administered"
    " educated region wide brokered owned built focused registered leaning facing era to".split()
)
_GIVEN = frozenset(
    "Aaron Abraham Adam Alan Albert Alex Alexander Alice Amanda Amy Andrea Andrew Andrey"
    " Andriy Angela"
    " Anna Anne Anthony Ari Arthur Barbara Ben Benjamin Bill Bob Brian Bruce Carl Carol Catherine"
    " Charles Chris Christine Christopher Claire Dan Daniel David Deborah Dennis Diana Dmitry"
    " Donald"
    " Donna Doris Dorothy Edward Elena Elizabeth Ellen Emily Emma Eric Ernest Eva Evan Frank"
    " Fred Gary"
    " George Gerald Gregory Hannah Harold Harry Heather Helen Henry Howard Ian Igor Irina"
    " Isaac Ivan"
    " Jack Jacob James Jan Jane Janet Jason Jean Jeff Jennifer Jessica Jim Joan Joe Johann John"
    " Jonathan Jose Joseph Joshua Judith Julia Julie Karen Karl Kate Katherine Keith Kelly Ken"
    " Kevin"
    " Larry Laura Lauren Lena Leo Leon Linda Lisa Louis Louise Lucas Lucy Luke Margaret Maria"
    " Mark Marko"
    " Martha Martin Mary Matthew Max Megan Michael Michelle Mike Mikhail Monica Nadia Nancy Natalie"
    " Natasha Nathan Nicholas Nicole Nina Olga Oliver Olivia Oscar Pamela Patricia Patrick"
    " Paul Peter"
    " Philip Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Rosa Roy Russell Ruth"
    " Ryan Sam"
    " Samantha Samuel Sandra Sarah Scott Sean Sergei Shane Sharon Simon Stephanie Stephen"
    " Steve Steven"
    " Susan Tamara Tanya Thomas Tim Timothy Tom Tony Vera Victor Vladimir Walter Wendy William Yuri"
    " Sofie Pierre Jacques Michel Fran\u00e7ois Hans J\u00fcrgen Klaus Uwe"
    " Carlos Juan Luis Miguel".split()
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
    if _is_about_name(before, after, place.printed):
        return "the text is about the name"
    if _is_foreign(before, place.language) or _ENDING_AFTER.match(after):
        return _FOREIGN
    if place.kind != "acronym" and _is_compound(place, before, after):
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
    if word[1] in _GIVEN:
        return "a person"
    beyond_ascii = re.search(r"[^\W\d_a-zA-Z]", word[1]) is not None
    return _FOREIGN if beyond_ascii and place.start - 1 not in place.rims else ""


def _is_about_name(before: str, after: str, printed: str) -> bool:
    if _NAMING_BEFORE.search(before) or _NAMING_AFTER.match(after):
        return True
    if not printed:
        return False
    name = re.escape(printed)
    return bool(
        re.search(
            rf"\b{name}(?:['\u2019]s)?(?: ?[(/]|, (?:or|once|then|now|formerly|previously) | or )"
            rf"(?:\w+:? )?{_OPENING}?\Z",
            before,
        )
        or re.match(
            rf"{_CLOSING}?(?: ?[(/]|, (?:or|once|then|now|today|currently) | or )"
            rf"(?:(?:now|today|or|currently|also|\w+:) )?{_OPENING}?{name}\b",
            after,
        )
    )


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
