"""Where a text speaks of a name and not of what it names: of its spelling, its letters, its past.

It knows words around a name, and nothing of what the name is.
"""

from __future__ import annotations

import re

from pipeline.pattern import later

_OPENING = "[\"'\u201c\u2018\u00ab\u201e]"
_CLOSING = "[\"'\u201d\u2019\u00bb\u201c]"

# "Kyiv, formerly known as Kiev"; "the spelling Kiev": the text is about the name itself.
_BEFORE = later(
    r"(?:\b(?:known|called|named|spelled|spelt|written|renamed|transliterated|referred to|rendered"
    r"|pronounced|styled|dubbed)(?: (?:then|also|simply|officially|still|now|sometimes|often"
    r"|locally"
    r"|in \w+))?(?: (?:as|to|from))? "
    r"|\b(?:formerly|previously|historically|originally|n\u00e9e|alias|aka|a\.k\.a\.|instead of"
    r"|rather than) "
    r"|\b(?:[Tt]he|[Tt]hat) (?:(?:old|new|former|Russian|Soviet|Ukrainian|English|French|Polish"
    r"|German) )?(?:name|spelling|form|word|letters|initials|acronym|abbreviation|term|toponym"
    r"|exonym|transliteration|words?|letters)(?: of)? "
    r"|\bin (?:Russian|Ukrainian|English|French|German|Polish|Soviet times|Belarusian),? "
    r"|\(\w+isch:? |\((?:formerly|previously|also|then|now|today|Russian|Ukrainian|German|French"
    r"|Polish|Romanian"
    r"|Hungarian|Turkish|Spanish|Belarusian|in \w+|(?:until|before|since) \d{4})[:,]? "
    r"|\b(?:anciennement|autrefois|appel\u00e9e?|nomm\u00e9e?|dite?|connue? sous le nom de"
    r"|(?:[Ll]e (?:nom|sigle|mot)|[Ll]a graphie|[Ll]['\u2019](?:orthographe|acronyme))"
    r"(?: anglaise?| russe| ukrainienn?e?| fran\u00e7aise?)?(?: de)?) "
    r"|\b(?:fr\u00fcher|ehemals|vormals|genannt|bekannt als|auf \w+isch"
    r"|(?:[Dd](?:er|ie|as)) (?:\w+isch\w* )?(?:Name|Schreibweise|Schreibung|Wort|K\u00fcrzel"
    r"|Abk\u00fcrzung)) "
    r"|\b(?:antes|llamad[oa]|conocid[oa] como|denominad[oa]|(?:[Ee]l (?:nombre|acr\u00f3nimo)"
    r"|[Ll]a (?:graf\u00eda|palabra|sigla)|[Ll]as siglas)(?: \w+s[ao]s?)?) "
    r"|\b(?:\u043a\u043e\u043b\u0438\u0448\u043d(?:\u0456\u0439|\u044f)"
    r"|\u0440\u0430\u043d\u0456\u0448\u0435|\u0432\u0456\u0434\u043e\u043c(?:\u0438\u0439|\u0430"
    r"|\u0435) \u044f\u043a"
    r"|\u0440\u043e\u0441\u0456\u0439\u0441\u044c\u043a\u043e\u044e"
    r"|\u043d\u0430\u0437\u0438\u0432\u0430\u0454\u0442\u044c\u0441\u044f"
    r"|\u043d\u0430\u0437\u0438\u0432\u0430\u0432\u0441\u044f|\u043d\u0430\u0437\u0432\u0430"
    r"|[\u0421\u0441]\u043b\u043e\u0432\u043e) )" + _OPENING + r"?\Z"
)
_AFTER = later(
    _CLOSING + r"?(?:,? \(?(?:also (?:known|called|spelled|spelt|written|transliterated)"
    r"|as it (?:was|is) (?:then |now |still |also |once )?(?:called|known|spelled|spelt|named)"
    r"|(?:since )?renamed|known (?:as|in)|in (?:Russian|Ukrainian|English|French|German|Polish"
    r"|transliteration))"
    r"|,? \(?(?:en russe|en ukrainien|en anglais|auf Russisch|auf Ukrainisch|auf Englisch"
    r"|en ruso|en ucraniano|en ingl\u00e9s|\u0440\u043e\u0441\u0456\u0439\u0441\u044c\u043a\u043e"
    r"\u044e|\u0430\u043d\u0433\u043b\u0456\u0439\u0441\u044c\u043a\u043e\u044e)"
    r"| (?:was|is|became|remained) (?:only )?(?:the |its |a )?(?:[\w'\u2019]+ ){0,2}"
    r"(?:name|spelling|transliteration|acronym|abbreviation)"
    r"| (?:spelled|spelt|read) backwards"
    r"| stands? for)\b"
)
# "Kyiv, not Kiev"; "from Kiev to Kyiv": printed alike, both would say nothing. Words that join
# two names of one thing, the right one in front or behind.
_JOINED = (
    r"(?:['\u2019]s)?(?: ?[(/]|,? (?:and|or|not|nor|but not|and not|instead of|rather than|once"
    r"|then"
    r"|now|formerly|previously|today|currently|is|are|means|reads|as|to|with|by|for|into|et|ou"
    r"|et non|plut\u00f4t que|und|oder|nicht|statt|y|o|u|no|en vez de|\u0456|\u0430\u0431\u043e"
    r"|\u0430 \u043d\u0435) )"
)
_LEAD = r"(?:(?:now|today|or|currently|also|not|\w+:) )?"


def is_about_name(before: str, after: str, printed: str) -> bool:
    """Tell whether the words before and behind a name make it the subject as a word.

    `printed` is the form that would take its place.

    >>> is_about_name("It is Kyiv, not ", " any more", "Kyiv")
    True
    >>> is_about_name("It was Moscow, not ", ", that said no", "Kyiv")
    False
    """
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    if not printed:
        return False
    name = re.escape(printed)
    return bool(
        re.search(rf"\b{name}{_CLOSING}?{_JOINED}{_LEAD}{_OPENING}?\Z", before)
        or re.match(rf"{_CLOSING}?{_JOINED}{_LEAD}{_OPENING}?{name}\b", after)
    )


def is_alone_in_quotes(before: str, after: str) -> bool:
    """Tell whether quotation marks hold a name and nothing else, not even a comma.

    >>> is_alone_in_quotes('The sign said "', '" again'), is_alone_in_quotes('"', ', he said."')
    (True, False)
    """
    return bool(_OPENS.search(before) and _CLOSES.match(after))


_OPENS = later(rf"(?:\A|[\s(])[\u00ab\u201e]?{_OPENING}[\u00a0\u202f]?\Z")
_CLOSES = later(rf"[\u00a0\u202f]?{_CLOSING}(?!\w)")
