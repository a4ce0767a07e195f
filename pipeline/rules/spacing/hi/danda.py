"""Full stops and dandas mixed in a Hindi article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A Hindi article ends its sentences in the danda, or in the full stop, not in both.",
    why="The machine copies some full stops of the source and writes the danda for others.",
    source="केंद्रीय हिंदी निदेशालय, देवनागरी लिपि तथा हिंदी वर्तनी का मानकीकरण: पूर्ण विराम",
    category="locale-conventions",
    safety=Safety.SUGGEST,
    locales=("hi",),
    gate=r"\u0964",
    examples=(
        Example(before="वह आया। वह गया। हम भी वहाँ गए थे.", after="वह आया। वह गया। हम भी वहाँ गए थे।"),
        Example(
            keep="वह आया। हम भी वहाँ गए थे। वह गया. वे सब बाद में आए थे.",
            why="as many of each, so nothing is usual here",
        ),
        Example(before="वह आया. वह गया. हम भी वहाँ गए थे।", after="वह आया. वह गया. हम भी वहाँ गए थे."),
        Example(keep="वह आया। डॉ. सिंह और ए. पी. जे. कलाम वहाँ थे।", why="abbreviations and initials"),
        Example(keep="वह आया. वह गया."),
    ),
)
CLEAR = 2  # times the full stops
# A shorter word is an abbreviation or an initial too often, but for the verbs that end sentences.
END = (
    r"(?:[\p{Deva}\u200c\u200d]{3,}|(?<!\p{Deva})(?:है|था|थे|थी|दी|की|ली|हो))[ ]?"
    r"([.\u0964])(?=[ ]+[\p{Deva}\"\u201c\u2018]|[ ]*(?:[\r\n]|\Z))"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield the other mark: a danda is sure where it is clearly usual, a full stop a suggestion."""
    short = context.locale.words.abbreviations
    matches = [
        match
        for match in compiled(END).finditer(context.text)
        if match[0].rstrip("\u0964.").split()[-1] not in short
    ]
    counts = Counter(match[1] for match in matches)
    if len(counts) < 2 or counts["."] == counts["\u0964"]:
        return
    usual = max(counts, key=lambda mark: counts[mark])
    sure = counts["\u0964"] >= CLEAR * counts["."]
    safety = Safety.APPLY if sure else Safety.SUGGEST
    for match in matches:
        message = f"most sentences here end in {usual!r}"
        yield rule.finding(
            context.text, match.start(1), match.end(1), usual, message, safety=safety
        )
