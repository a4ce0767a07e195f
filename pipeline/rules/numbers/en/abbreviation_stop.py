"""The point of a foreign abbreviation that became a full stop: 80 percent. of the voters."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="After percent, thousand or million a sentence goes on without a point.",
    why="Polish, Czech, Russian and Ukrainian abbreviate these words with a point (proc., tys., "
    "mln); the machine spells the word out and keeps the point.",
    source="Wielki słownik ortograficzny PWN, 2016, [191]; seen in 1 of 1,000 segments from Polish "
    "(WMT news tests)",
    category="linguistic-conventions",
    locales=("en",),
    gate=r"[0-9][ \u00a0](?:per ?cent|thousand|million|billion|trillion)\. ?\p{Ll}"
    r"|[0-9][ \u00a0]\p{Ll}{3,10}\. (?:above|again|and|at|below|by|for|from|high|in|less|low|more|of|or|per|than|to)",
    examples=(
        Example(
            before="Some 80 percent. of the voters came; 4.7 thousand. zlotys were paid.",
            after="Some 80 percent of the voters came; 4.7 thousand zlotys were paid.",
        ),
        Example(
            before="It paid 12 million. for the wall.", after="It paid 12 million for the wall."
        ),
        Example(
            before="The euro is at 48.7 rubles. for 1 euro, 3 kopecks. higher than before.",
            after="The euro is at 48.7 rubles for 1 euro, 3 kopecks higher than before.",
        ),
        Example(keep="Some 80 percent. The others stayed at home."),
        Example(keep="It rose by 5 percent. iPhone sales fell.", why="a name with a small letter"),
        Example(keep="It rose by 5 percent. eBay fell."),
        Example(keep="He paid 5 dollars. then he left.", why="a sentence that lost its capital"),
    ),
)

_STOP = (
    r"(?<=[0-9][ \u00a0](?:per ?cent|thousand|million|billion|trillion))\."
    r"(?= ?(?!al-|van |von |de |di |da )\p{Ll}{2,}(?![\p{Lu}\w]))"
    r"|(?<=[0-9][ \u00a0](?:kop(?:eck|ek|iyka)s?|ro?ubles?|hr[iy]vn[iy]as?|zlotys?|crowns?|korunas?"
    r"|dollars?|euros?|cents?|pounds?|francs?|forints?|lei|(?:kilo)?met(?:er|re)s?|ton(?:ne)?s?"
    r"|hectares?|hours?|minutes?|seconds?))\."
    r"(?= (?:above|against|and|at|below|by|for|from|higher|in|less|lower|more|of|or|per|than|to)\b)"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_STOP).finditer(text):
        start, end = match.start(), match.end()
        wanted = "" if text[end] == " " else " "
        message = "the point belongs to an abbreviation in the source language"
        yield rule.finding(text, start, end, wanted, message)
