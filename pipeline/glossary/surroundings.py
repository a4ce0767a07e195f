"""What stands around a name and says that it must stay as it is: older names, titles, clubs.

These contexts hold for every row; a row's own go into its `keep` column.
"""

from __future__ import annotations

import re
from collections.abc import Container

WINDOW = 40  # code points on either side
_OPENING = "[\"'\u201c\u2018\u00ab\u201e]"
_CLOSING = "[\"'\u201d\u2019\u00bb\u201c]"

# "Kyiv, formerly known as Kiev"; "the spelling Kiev": the text is about the name itself.
_NAMING_BEFORE = re.compile(
    r"(?:\b(?:known|called|named|spelled|spelt|written|renamed|transliterated|referred to|rendered"
    r"|pronounced|styled|dubbed)(?: (?:then|also|simply|officially|still|now|sometimes|often|locally"
    r"|in \w+))?(?: (?:as|to|from))? "
    r"|\b(?:formerly|previously|historically|originally|n\u00e9e|alias|aka|a\.k\.a\.|instead of"
    r"|rather than) "
    r"|\b(?:[Tt]he|[Tt]hat) (?:name|spelling|form|word|term|toponym|exonym|transliteration)(?: of)? "
    r"|\bin (?:Russian|Ukrainian|English|French|German|Polish|Soviet times|Belarusian),? "
    r"|\((?:formerly|previously|also|then|now|today|Russian|Ukrainian|German|French|Polish|Romanian"
    r"|Hungarian|Turkish|Spanish|Belarusian|in \w+)[:,]? "
    r"|\b(?:anciennement|autrefois|appel\u00e9e?|nomm\u00e9e?|dite?|connue? sous le nom de"
    r"|(?:le nom|la graphie|l['\u2019]orthographe)(?: de)?) "
    r"|\b(?:fr\u00fcher|ehemals|vormals|genannt|bekannt als|(?:der Name|die Schreibweise|das Wort)) "
    r"|\b(?:antes|llamad[oa]|conocid[oa] como|denominad[oa]|(?:el nombre|la grafía|la palabra)) "
    r"|\b(?:колишній|колишня|раніше|відом(?:ий|а|е) як|російською) )"
    + _OPENING + r"?\Z"
)
_NAMING_AFTER = re.compile(
    _CLOSING
    + r"?(?:,? \(?(?:also (?:known|called|spelled|spelt|written|transliterated)"
    r"|as it (?:was|is) (?:then |now |still |also |once )?(?:called|known|spelled|spelt|named)"
    r"|(?:since )?renamed|known (?:as|in)|in (?:Russian|Ukrainian|English|French|German|Polish"
    r"|transliteration))"
    r"|,? \(?(?:en russe|en ukrainien|en anglais|auf Russisch|auf Ukrainisch|auf Englisch"
    r"|en ruso|en ucraniano|en ingl\u00e9s|російською|англійською))\b"
)
# "Kyiv, or Kiev,"; "Kiev (now Kyiv)": only beside the other form do these words speak of a name.
_CLUB_BEFORE = re.compile(
    r"(?:\b(?:FC|SC|FK|HC|BC|AC|AS|AFC|CSKA|Dynamo|Dinamo|Dynama|Spartak|Lokomotiv|Arsenal|Zenit"
    r"|Metalist|Shakhtar|Torpedo|Legia|Polonia|Chornomorets|Chernomorets|Karpaty|Sokil|Hotel"
    r"|H\u00f4tel|Radio|R\u00e1dio|Cafe|Caf\u00e9|Restaurant|Club|Studio|Hostel|Villa|Palace|Cinema"
    r"|Theatre|Theater|Chicken|Little|New|Fort|Port|Lake|Mount|Camp|Operation|Project|Group|Team|USS"
    r"|HMS|HMCS|SS|MV|RMS|Saint|St\.?|San|Santa|Airbus|Boeing|Tropical Storm|Hurricane|Grand Prix de"
    r"|cruiser|destroyer|frigate|submarine|yacht|steamer|battleship|asteroid|crater"
    r"|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Rabbi|Sir|Dame|Lord|Lady|Judge|Justice)"
    r" )\Z"
)
_CLUB_AFTER = re.compile(
    r"[ \u00a0](?:Post|Times|Herald|Tribune|Gazette|Review|Journal|Star|Telegraph|Independent|Hotel"
    r"|Inn|Restaurant|Cafe|Caf\u00e9|Palace|FC|SC|United|Rovers|Records|Films|Pictures|Press|Cake"
    r"|cake|Cutlet|cutlet|Diaries|Chronicles|Symphony|Bar|Pub|Club|Studios|Foundation|Codex|File"
    r"|Trilogy|Mohyla|Biennale|Challenger|Grammar|Psalter|Missal|Chronicle|Governorate|governorate"
    r"|Guberniya|Voivodeship|Ghetto|ghetto|(?:Special )?Military District|Caves|Pechersk|Jr\.?|Sr\.?)\b"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:film|movie|novel|book|song|album|single|band|opera|play|musical|magazine|newspaper|ship"
    r"|poem|painting|series|documentary|game|brand|word|name|spelling|term|exhibition|festival"
    r"|podcast|ballet|symphony|photograph|exposition|roman|livre|chanson|pi\u00e8ce|Ausstellung"
    r"|Roman|Lied|Band|Wort|St\u00fcck|Buch|Serie|exposici\u00f3n|pel\u00edcula|novela|libro|canci\u00f3n"
    r"|obra|\u0432\u0438\u0441\u0442\u0430\u0432\u043a[\u0430\u0443\u0438\u0456]|\u0444\u0456\u043b\u044c\u043c|\u0440\u043e\u043c\u0430\u043d|\u043f\u0456\u0441\u043d\u044f),? ?\Z"
)
_TITLE_OPENS = "\"\u201c\u00ab\u201e\u300a'\u2018"
_TITLE_ENDS = re.compile("[\"\u201d\u00bb\u201c\u300b]|['\u2019](?!\\w)")
_TITLE_SMALL = frozenset(
    "of the in and to a an for on from at by with or as de la le du des y el und der die das".split()
)
_STATE = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho"
    r"|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    r"|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico)"
    r"|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina"
    r"|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia|Wisconsin"
    r"|Wyoming|Ontario|Saskatchewan|Manitoba|Alberta|Nova Scotia|New Brunswick"
)
_US_STATE_AFTER = re.compile(
    rf",? \(?(?:{_STATE}|{_STATE.upper()}"
    r"|Tex\.|Fla\.|Mo\.|Minn\.|Wash\.|Ont\.|Neb\.|Del\.|TX|FL|MO|MN|WA|DE|OH|NY|NE|ON)(?!\w)"
)
# Particles of other languages: what follows is part of a name in that language.
_PARTICLES = {
    "en": r"de|del|della|delle|dello|di|du|des|der|von|vom|zu|zur|la|le|les|el|il|da|dos|das|et|und",
    "de": r"de|del|della|di|du|la|le|el|il|da|of|the",
    "uk": r"de|del|di|du|la|le|of|the",
}
_ELIDED_BEFORE = re.compile(r"\b[dlDL]['\u2019]\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'\u2019]*)[ \u00a0]\Z")
_HYPHEN_BEFORE = re.compile(r"(?:^|(?<![\w-]))([^\W\d_][\w'\u2019]*)[-\u2010\u2011]\Z")
_HYPHEN_AFTER = re.compile(r"[-\u2010\u2011]([^\W\d_]\w*)")
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
    "Aaron Abraham Adam Alan Albert Alex Alexander Alice Amanda Amy Andrea Andrew Andrey Andriy Angela"
    " Anna Anne Anthony Ari Arthur Barbara Ben Benjamin Bill Bob Brian Bruce Carl Carol Catherine"
    " Charles Chris Christine Christopher Claire Dan Daniel David Deborah Dennis Diana Dmitry Donald"
    " Donna Doris Dorothy Edward Elena Elizabeth Ellen Emily Emma Eric Ernest Eva Evan Frank Fred Gary"
    " George Gerald Gregory Hannah Harold Harry Heather Helen Henry Howard Ian Igor Irina Isaac Ivan"
    " Jack Jacob James Jan Jane Janet Jason Jean Jeff Jennifer Jessica Jim Joan Joe Johann John"
    " Jonathan Jose Joseph Joshua Judith Julia Julie Karen Karl Kate Katherine Keith Kelly Ken Kevin"
    " Larry Laura Lauren Lena Leo Leon Linda Lisa Louis Louise Lucas Lucy Luke Margaret Maria Mark Marko"
    " Martha Martin Mary Matthew Max Megan Michael Michelle Mike Mikhail Monica Nadia Nancy Natalie"
    " Natasha Nathan Nicholas Nicole Nina Olga Oliver Olivia Oscar Pamela Patricia Patrick Paul Peter"
    " Philip Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Rosa Roy Russell Ruth Ryan Sam"
    " Samantha Samuel Sandra Sarah Scott Sean Sergei Shane Sharon Simon Stephanie Stephen Steve Steven"
    " Susan Tamara Tanya Thomas Tim Timothy Tom Tony Vera Victor Vladimir Walter Wendy William Yuri"
    " Sofie Pierre Jacques Michel Fran\u00e7ois Hans J\u00fcrgen Klaus Uwe Carlos Juan Luis Miguel".split()
)


def reason_to_keep(
    text: str,
    start: int,
    end: int,
    kind: str,
    printed: str = "",
    language: str = "en",
    names: Container[int] = (),
) -> str:
    """Return why the name at `start`..`end` must stay, "" when nothing around it says so.

    `kind` is the type of the concept: clubs, hotels and American towns concern places only.
    `printed` is the form that would replace it; `names` are the offsets where other known
    names begin or end, so that a hyphen between two of them is a route and no name.

    >>> reason_to_keep("Kyiv, formerly known as Kiev", 24, 28, "place")
    'the text is about the name'
    >>> reason_to_keep("flown to the Cedars-Sina\u00ef hospital", 20, 25, "place")
    'part of another name'
    """
    before = text[max(0, start - WINDOW) : start]
    after = text[end : end + WINDOW]
    if _is_about_name(before, after, printed):
        return "the text is about the name"
    if _is_foreign(before, language):
        return "part of a name in another language"
    if kind == "acronym":
        return ""
    if _is_compound(before, after, start, end, language, names):
        return "part of another name"
    if kind in ("place", "country", "organisation"):
        if _CLUB_BEFORE.search(before) or _CLUB_AFTER.match(after):
            return "part of another name"
        if _US_STATE_AFTER.match(after):
            return TOWN
        return _beside_a_name(before, start, language, names)
    return ""


TOWN = "a town in America"


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


def _is_compound(
    before: str, after: str, start: int, end: int, language: str, names: Container[int]
) -> bool:
    """Tell whether a hyphen ties the name to another capitalised word that is no known name."""
    left = _HYPHEN_BEFORE.search(before)
    if left and left[1][0].isupper() and left[1].lower() not in _PREFIXES and start - 1 not in names:
        return True
    right = _HYPHEN_AFTER.match(after)
    return bool(
        right
        and language != "de"  # German writes "Kiew-Besuch"
        and right[1][0].isupper()
        and right[1].lower() not in _FOLLOWERS
        and end + 1 not in names
    )


def _is_foreign(before: str, language: str) -> bool:
    """Tell whether a word of another language leads up to the name: `Universidad de Varsovia`."""
    if language not in _PARTICLES:
        return False
    match = _WORD_BEFORE.search(before)
    return bool(
        _ELIDED_BEFORE.search(before)
        or (match and re.fullmatch(_PARTICLES[language], match[1]))
    )


def _beside_a_name(before: str, start: int, language: str, names: Container[int]) -> str:
    match = _WORD_BEFORE.search(before)
    if match is None or language != "en" or not match[1][0].isupper():
        return ""
    if match[1] in _GIVEN:
        return "a person"
    if start - 1 not in names and re.search(r"[^\W\d_a-zA-Z]", match[1]):
        return "part of a name in another language"
    return ""


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
