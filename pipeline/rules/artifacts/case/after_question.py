"""The first letter after a question inside a paragraph, and of a quoted question."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import capitalise

_ASKING = "who|what|when|where|why|how|which|whose"
_OPENING = (
    f"nobody|everybody|everyone|someone|there|this|these|those|they|we|he|she|it|the|do|does|did|is"
    f"|are|was|were|can|could|will|would|should|has|have|{_ASKING}"
)
_VERBS = "do|does|did|is|are|can|could|will|would"
_SAYING = "said|says|asked|asks|added|wondered|thought|wrote|replied|cried|demanded|inquired"
_AFTER = (
    rf"(?<=[a-z]{{3}}\? )(?P<after>{_OPENING})(?= [a-z\u2019']{{2,}}[ ,])"
    rf"(?! (?:[a-z]+ ){{0,4}}(?:{_SAYING})\b)(?! \w+ly? (?:{_SAYING}))"
)
_QUOTED = (
    rf"(?<=[a-z]: [\"\u201c])(?P<quoted>{_ASKING}|{_VERBS})"
    r"(?= [a-z][^\"\u201c\u201d\r\n.]{3,150}\?[\"\u201d])"
)

RULE = Rule(
    summary="A sentence begins with a capital, also after a question.",
    why="The machine joins sentences and takes what follows the mark for their middle.",
    source="Chicago Manual of Style 17, 6.68",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"[a-z]\? (?:{_OPENING}) [a-z]|: [\"\u201c](?:{_ASKING}|{_VERBS}) ",
    examples=(
        Example(
            before="Was it a mistake? nobody would say.",
            after="Was it a mistake? Nobody would say.",
        ),
        Example(
            flag='He asked: "why did nobody warn us?"',
            why="some houses write a run-on quotation so",
        ),
        Example(keep="Really? he said. Why now? the minister asked, and left."),
        Example(keep="“Why now?” she asked. The question is how? who? when?"),
        Example(keep="He spoke of one thing: “what he calls peace”."),
        Example(keep="who was it? nobody would say", why="a text without capitals"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(f"{_AFTER}|{_QUOTED}").finditer(text):
        if not is_cased(context, match.start()):
            continue
        after = capitalise(match[0], "en")
        safety = Safety.APPLY if match["after"] else Safety.SUGGEST
        message = f"a sentence begins with a capital: {after}"
        yield rule.finding(text, match.start(), match.end(), after, message, safety=safety)
