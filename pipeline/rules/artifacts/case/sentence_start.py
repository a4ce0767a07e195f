"""The first letter of a paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Block, Kind
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._sentences import (
    CLOSING,
    CONTINUERS,
    DETERMINERS,
    ELIDED,
    PARTICLES,
    SMALL_NAMES,
    SUBJECTS,
    ends_as_sentence,
    is_paragraph,
)
from pipeline.rules.artifacts.case._words import LOWER, capitalise

_OPENING = '["\u201c\u2018\u00ab\u201e]?[\u00a0\u202f]?'
_START = (
    rf"(?<=[\r\n])[ \t]{{0,4}}{_OPENING}(?P<word>[{LOWER}]\p{{Ll}}*)(?:-\p{{Ll}}+)*"
    rf"(?P<next>['\u2019][{LOWER}]|,?[ \u00a0](?P<following>\w))"
)

RULE = Rule(
    summary="A paragraph begins with a capital.",
    why="The machine translates sentence by sentence and drops the capital of some.",
    source="Chicago Manual of Style 17, 6.119; lower-case starts are 2 to 11 in 1,000 translated "
    "segments, none in human ones (WMT news tests)",
    category="linguistic-conventions",
    gate=rf"[\r\n][ \t]*{_OPENING}[{LOWER}]",
    examples=(
        Example(
            before="The talks failed on Monday.\n\nthe minister said that they would resume soon.",
            after="The talks failed on Monday.\n\nThe minister said that they would resume soon.",
        ),
        Example(
            before="The talks failed.\n\n“we will meet again in a month,” the minister said.",
            after="The talks failed.\n\n“We will meet again in a month,” the minister said.",
        ),
        Example(
            before="The talks failed.\n\nin the end they will meet again, the minister said.",
            after="The talks failed.\n\nIn the end they will meet again, the minister said.",
        ),
        Example(
            flag="The talks failed.\n\nwhich is what the minister had said some days before.",
            why="the full stop before may be the mistake",
        ),
        Example(
            before="Il a plu à Lyon.\n\nl'électricité est revenue dans la nuit de lundi à mardi.",
            after="Il a plu à Lyon.\n\nL'électricité est revenue dans la nuit de lundi à mardi.",
            lang="fr",
        ),
        Example(
            flag="Het was koud in Gent.\n\nijs lag er op alle wegen in het oosten van het land.",
            why="a noun without its article: likely, not sure",
            lang="nl",
        ),
        Example(
            flag="The talks failed on Monday.\n\npolice closed the roads that lead to the lake.",
            why="likely, but a name may be written small",
        ),
        Example(keep="and so the talks failed on Monday, as the minister said in the town."),
        Example(
            keep="The plan has three parts.\n\n- the first of them is the reform of the courts.",
            why="a list",
        ),
        Example(
            keep="The talks, which had begun on Monday in\nhotels by the lake, failed.",
            why="a line that was wrapped",
        ),
        Example(
            keep="It asks for:\n\nthe release of all prisoners who were taken in the spring;\n\n"
            "the return of the town to those who had lived there.",
            why="an enumeration",
        ),
        Example(
            keep="The phone is new.\n\niPhone sales rose by a tenth in the second quarter, it said."
        ),
        Example(
            keep="“Why now?”\n\nasked the minister, who had come to the town for the signing.",
            why="the sentence goes on",
        ),
        Example(
            keep="roses are red and violets are blue.\n\nsugar is sweet and so, my dear, are you.",
            why="a text written small",
        ),
        Example(
            keep="The town is Dutch.\n\nvan Dijk and van Basten were born there, the mayor said.",
            why="the particle of a name; houses differ",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    blocks = context.document.blocks
    for match in compiled(_START).finditer(context.text):
        start, end = match.start("word"), match.end("word")
        index = bisect_right(blocks, start, key=_start) - 1
        if index < 1 or not is_paragraph(context, index) or not _may_follow(context, index):
            continue
        locale = context.locale_of(blocks[index])
        if _may_begin(match, locale) and _is_exception(context):
            after = capitalise(match["word"], locale.language)
            message = f"a paragraph begins with a capital: {after}"
            safety = _safety(match["word"], blocks[index - 1], locale)
            yield rule.finding(context.text, start, end, after, message, safety=safety)


def _safety(word: str, before: Block, locale: Locale) -> Safety:
    """Apply where a clause surely opens; "which" or "said" may go on with the sentence before."""
    language = locale.language
    sure = word in DETERMINERS.get(language, ()) or word in SUBJECTS.get(language, ())
    if language in CONTINUERS and word not in CONTINUERS[language]:
        sure = sure or word in locale.words.function_words
    return Safety.APPLY if sure and before.kind is Kind.PARAGRAPH else Safety.SUGGEST


def _may_follow(context: Context, index: int) -> bool:
    """Tell whether the block before has come to an end, so that no sentence runs on."""
    text = context.text
    before, block = context.document.blocks[index - 1 : index + 1]
    line = before.span.of(text).rstrip()
    if before.kind is Kind.PARAGRAPH:
        return ends_as_sentence(line) and line[-1] not in CLOSING
    is_title = before.kind in (Kind.HEADLINE, Kind.KICKER) and line[-1] not in ",;:-\u2013\u2014"
    return is_title and text.count("\n", before.span.end, block.span.start) > 1


def _may_begin(match: Match, locale: Locale) -> bool:
    """Tell whether the word can stand at the start of a sentence, and is no name in small."""
    word, follower = match["word"], match["next"]
    known = word in locale.words.function_words
    if not locale.words.function_words or word in SMALL_NAMES:
        return False
    if word in PARTICLES and (match["following"] or "").isupper():
        return False
    if follower[0] in "'\u2019":
        return locale.language in ELIDED or known or word == "i"
    return len(word) > 2 or known


def _is_exception(context: Context) -> bool:
    """Tell whether most paragraphs of the article begin with a capital."""
    small, total = context.once(_small_starts)
    return small == 1 < total or small * 3 <= total


def _small_starts(context: Context) -> tuple[int, int]:
    """Return how many blocks begin with a small letter, and how many there are."""
    firsts = [
        next((char for char in block.span.of(context.text)[:12] if char.isalpha()), "")
        for block in context.document.blocks
        if block.kind is not Kind.CODE
    ]
    return sum(char.islower() for char in firsts), len(firsts)


def _start(block: Block) -> int:
    return block.span.start
