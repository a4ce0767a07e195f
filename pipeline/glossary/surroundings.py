"""What stands around a name and says that it must stay as it is: older names, titles, clubs.

These contexts hold for every row; a row's own go into its `keep` column.
"""

from __future__ import annotations

import re

# "Kyiv, formerly known as Kiev"; "Kiev (now Kyiv)": the text is about the name itself.
_NAMING_BEFORE = re.compile(
    r"(?:\b(?:known|called|named|spelled|spelt|written|renamed|transliterated|referred to|rendered)"
    r"(?: \w+)? (?:as |to |from )?|\b(?:formerly|previously|once|then|name|spelling|form|word|or)"
    r" |[Aa]\.?k\.?a\.? |(?:\(|, )(?:or|also|then|formerly|previously|Russian:?|Ukrainian:?|in \w+:?)"
    r" )[\"'\u201c\u2018\u00ab(]?\Z"
)
_NAMING_AFTER = re.compile(
    r"[\"'\u201d\u2019\u00bb]?,? \(?(?:now|today|currently|formerly|also (?:known|called|spelled|spelt)"
    r"|as it was|as it is|renamed|known as|in (?:Russian|Ukrainian|English|French|German))\b"
)
_PROPER_BEFORE = re.compile(
    r"(?:\b(?:FC|SC|FK|HC|BC|AC|AS|AFC|CSKA|Dynamo|Dinamo|Spartak|Lokomotiv|Arsenal|Zenit|Metalist"
    r"|Sokil|Hotel|H\u00f4tel|Radio|R\u00e1dio|Cafe|Caf\u00e9|Restaurant|Club|Studio|Hostel|Villa"
    r"|Palace|Cinema|Theatre|Theater|Chicken|Little|New|Fort|Port|Lake|Mount|Camp|Operation|Project"
    r"|Group|Team|USS|HMS|HMCS|SS|MV|RMS|Saint|St\.?|San|Santa|Airbus|Boeing|Tropical Storm|Hurricane"
    r") )\Z"
)
_PROPER_AFTER = re.compile(
    r" (?:Post|Times|Herald|Tribune|Gazette|Review|Journal|Star|Telegraph|Independent|Hotel|Inn"
    r"|Restaurant|Cafe|Caf\u00e9|Palace|FC|SC|United|City|Rovers|Records|Films|Pictures|Press|Cake|Cutlet"
    r"|Diaries|Chronicles|Symphony|Bar|Pub|Club|Studios|Foundation|Codex|File|Trilogy|Mohyla|Biennale"
    r"|Challenger|Grammar|Psalter|Missal|Chronicle)\b"
)
_US_STATE_AFTER = re.compile(
    r",? \(?(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii"
    r"|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    r"|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)"
    r"|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina"
    r"|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
    r"|Ontario|Saskatchewan|Manitoba|Alberta|Tex\.|Fla\.|Mo\.|Minn\.|Wash\.|TX|FL|MO|MN|WA|DE|OH|NY)\b"
)
WINDOW = 40  # code points on either side


def reason_to_keep(text: str, start: int, end: int, kind: str) -> str:
    """Return why the name at `start`..`end` must stay, "" when nothing around it says so.

    `kind` is the type of the concept: clubs, hotels and American towns concern places only.

    >>> reason_to_keep("Kyiv, formerly known as Kiev", 24, 28, "place")
    'the text is about the name'
    """
    before = text[max(0, start - WINDOW) : start]
    after = text[end : end + WINDOW]
    if _NAMING_BEFORE.search(before) or _NAMING_AFTER.match(after):
        return "the text is about the name"
    if kind in ("place", "country", "organisation"):
        if _PROPER_BEFORE.search(before) or _PROPER_AFTER.match(after):
            return "part of another name"
        if _US_STATE_AFTER.match(after):
            return "a town in America"
    return ""


def is_titled(text: str, start: int, end: int) -> bool:
    """Tell whether the range stands in a quoted title: capitalised words, no sentence.

    >>> is_titled('the film "Goodbye Odessa Nights" won', 18, 24)
    True
    """
    left = max(text.rfind(mark, max(0, start - 60), start) for mark in "\"\u201c\u00ab\u201e'\u2018")
    ends = [text.find(mark, end, end + 60) for mark in "\"\u201d\u00bb\u201c'\u2019"]
    ends = [at for at in ends if at >= 0]
    if left < 0 or not ends:
        return False
    words = text[left + 1 : min(ends)].split()
    if len(words) < 2 or len(words) > 8 or text[min(ends) - 1] in ".,;!?":
        return False
    small = {"of", "the", "in", "and", "to", "a", "for", "on", "de", "la", "le"}
    return all(word[:1].isupper() or word in small for word in words)
