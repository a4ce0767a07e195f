"""A quotation of the source whose marks, or whose words, the translation does not have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import quoted, source_blocks

RULE = Rule(
    summary="What the source quotes is quoted in the translation.",
    why="Without its marks somebody's words become the paper's own.",
    source="MQM, omission; Observed in machine-translated news",
    category="accuracy",
    safety=Safety.FLAG,
    examples=(
        Example(
            flag="We will never sell the port, said the mayor.",
            source_lang="fr",
            source_text="« Nous ne vendrons jamais le port », a dit le maire.",
            lang="en",
        ),
        Example(
            keep="“We will never sell the port,” said the mayor.",
            source_lang="fr",
            source_text="« Nous ne vendrons jamais le port », a dit le maire.",
            lang="en",
        ),
        Example(
            keep="The newspaper Le Monde said so.",
            source_lang="fr",
            source_text="Le journal « Le Monde » l'a dit.",
            lang="en",
            why="a name or a title may do without",
        ),
        Example(
            keep="— Мы никогда не продадим порт, — сказал мэр.",
            source_lang="fr",
            source_text="« Nous ne vendrons jamais le port », a dit le maire.",
            lang="ru",
            why="a dash opens direct speech",
        ),
    ),
)

_QUOTATION = (
    r"[\u201c\u201e\u00ab\u300c]([^\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\"\n]{12,})[\u201d\u201c\u00bb\u300d]"
    r"|(?<![\w\"])\"(?! )([^\"\u201c\u201d\n]{12,})(?<! )\"(?!\w)"
)
_MARK = r"[\"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f\u2018\u2019'\u2039\u203a]"
_DASH = r"(?:^|[.,!?\u2026] )[\u2014\u2013-] ?"
WORDS = 4  # of a quotation that is somebody's; fewer may be a title


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for block, source in source_blocks(context):
        text = block.span.of(context.text)
        if compiled(_MARK).search(text) or compiled(_DASH).search(text):
            continue
        for match in compiled(_QUOTATION).finditer(source):
            said = (match[1] or match[2]).strip()
            if sum(word[0].islower() or word[0] > "\u3000" for word in said.split()) >= WORDS:
                message = f"the source quotes, this {block.kind} does not: {quoted(said, 100)}"
                start, end = block.span.start, block.span.end
                yield rule.finding(context.text, start, end, None, message)
                break
