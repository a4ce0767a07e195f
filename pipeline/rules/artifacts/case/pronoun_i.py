"""The pronoun I in English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._starts import is_cased

_VERBS = (
    "am|was|have|had|will|would|can|could|cannot|do|did|don['\u2019]t|didn['\u2019]t|should|must|"
    "think|thought|know|knew|want|wanted|need|needed|lost|went|saw|got|get|made|told|feel|felt|"
    "believe|believed|hope|hoped|like|liked|love|loved|came|met|heard|found|took|left|wrote|asked|"
    "worked|lived|never|always|also|just|really|still"
)
# A verb or a conjunction before, and any word after.
_BEFORE = "do|did|can|could|should|would|may|because|when|what|that|if|where|why|how|as|but|and"
_NUMBERED = "part|chapter|volume|figure|table|section|phase|war|type|class|act|book|level|group"
_I = (
    rf"(?<=[a-z][,;]? )(?<!\b(?:{_NUMBERED}) )i"
    rf"(?= (?:{_VERBS})(?![\w-])|['\u2019](?:m|ve|d|ll)(?!\w))"
    rf"|(?<=\b(?i:{_BEFORE}) )i(?= (?!then|is|and|or|of|in|to|am\b|for)[a-z]{{3,}}[ ,.?!])"
)

RULE = Rule(
    summary="The pronoun I is a capital.",
    why="Other languages write theirs small, and so do the chats that engines learned from.",
    source="Chicago Manual of Style 17, 5.42",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"[ ]i(?: (?:{_VERBS})[^a-z]|['\u2019][mvdl])|(?i:{_BEFORE}) i [a-z]",
    examples=(
        Example(
            before="Last year i lost my house, and i\u2019m poor.",
            after="Last year I lost my house, and I\u2019m poor.",
        ),
        Example(
            before="Why should i leave? When i call, they come.",
            after="Why should I leave? When I call, they come.",
        ),
        Example(keep="The rest, i.e. most, came; i) first and ii) then."),
        Example(keep="The BMW i will win, and part i was long."),
        Example(keep="For each i and j, if i is odd, i + 1 is even."),
        Example(keep="we met when i was young, she wrote", why="a text without capitals"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for match in compiled(_I).finditer(context.text):
        if is_cased(context, match.start()):
            message = "the pronoun I is a capital"
            yield rule.finding(context.text, match.start(), match.end(), "I", message)
