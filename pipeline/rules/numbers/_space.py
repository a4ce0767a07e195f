"""How sure it is that two numbers with a space between them are one number."""

from __future__ import annotations

from pipeline.analysis.numbers import (
    LABEL,
    MONEY_AFTER,
    MONEY_BEFORE,
    PHONE,
    stands_after,
    stands_before,
)
from pipeline.finding import Safety
from pipeline.pattern import Match

# Words that open a sentence with a capital and announce a quantity all the same.
NAME = (
    r"(?<!\w)(?!(?:About|Almost|Around|Approximately|At|By|For|From|In|More|Nearly|Of|Only|Over|"
    r"Roughly|Some|Than|The|These|Those|To|Up|With|Another|Every|Each|It|He|She|They|We)[^\w])"
    r"\p{Lu}[\w.'’-]*[ \u00a0]\Z"
)
QUANTIFIER = (
    r"(?i:(?<!\w)(?:about|almost|around|approximately|nearly|over|than|roughly|some|least|exceed\w*|"
    r"total\w*|reach(?:es|ed)?|every|all|most|only|cost|costs|worth|population of|average of|has|have|had|"
    r"receiv(?:e|es|ed)|employ(?:s|ed|ing)?|produc(?:e|es|ed)|sold|bought|built|killed|injured|wounded|"
    r"evacuated|displaced|affect(?:s|ed)|counted|include[sd]?|hosts?|hosted|houses?|attracted|drew|"
    r"recorded|registered|sent|deployed|created|cut|lost|gained|destroyed|recruit(?:s|ed)?|another)"
    r"[ \u00a0]\Z)"
)
# "fell to 8 960 points": a preposition and a plural, neither of which proves it alone.
PREPOSITION = r"(?<!\w)(?:to|from|by|with|of|for) \Z"
PLURAL = r"[ \u00a0]\p{Ll}{2,}s(?!\w)"
# "747 400 aircraft", "the Group of 77 134 countries": the first number is part of a name.
AIRCRAFT = r"[ \u00a0](?:aircraft|airliners?|jets?|jumbos?|planes?|airplanes?|freighters?)(?!\w)"
NAMED_OF = r"(?<!\w)(?:Group|Committee|Council|Gang|League) of \Z"
# "10 100 metre races", "2 500 page volumes": the second number belongs to its unit.
COMPOUND = (
    r"[ \u00a0-](?:met(?:re|er)|m|km|kilomet(?:re|er)|mile|page|year|day|hour|minute|pound|dollar|"
    r"euro|seat|kg|ton|tonne|gram|litre|liter|watt|horsepower|hp|cc)(?!\w)"
)


def strength(text: str, match: Match, groups: list[str]) -> Safety | None:
    """Return how sure the match is one number, None when it is likelier two.

    An unbreakable space is put there by someone who means one number. A plain space is sure
    with a third group, a group that opens with a nought, or money or "about" beside it.
    """
    start, end, sep = match.start(), match.end(), match["sep"]
    if stands_before(PHONE, text, start) or _is_named(text, match):
        return None
    if (
        sep != " "
        or stands_before(MONEY_BEFORE, text, start, 6)
        or stands_after(MONEY_AFTER, text, end)
    ):
        return Safety.APPLY
    doubtful = stands_before(NAME, text, start) or stands_before(LABEL, text, start)
    if len(groups) > 2 or groups[1].startswith("0"):
        return Safety.SUGGEST if doubtful else Safety.APPLY
    if not (doubtful or stands_after(COMPOUND, text, end)):
        if match["mark"] or stands_before(QUANTIFIER, text, start):
            return Safety.APPLY
        if stands_before(PREPOSITION, text, start, 6) and stands_after(PLURAL, text, end):
            return Safety.APPLY
        if stands_after(r"[ \u00a0]\p{Ll}", text, end):
            return Safety.SUGGEST
    return None


def _is_named(text: str, match: Match) -> bool:
    """Tell whether a name ends in the first of two numbers with a plain space between them."""
    if match["sep"] != " ":
        return False
    model = match["whole"][0] + match["whole"][2:3] == "77" and match["whole"][3:4] == " "
    if model and stands_after(AIRCRAFT, text, match.end()):
        return True
    return stands_before(NAMED_OF, text, match.start())
