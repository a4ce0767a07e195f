"""A quoted adjective left behind its noun, as Romance languages place it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.analysis.english import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    NAMING_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    adjective_of,
    article_for,
    is_adjective,
    is_modifier,
)
from pipeline.analysis.quotation import Mark
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import read_article
from pipeline.text import Span, minimal_edit

RULE = Rule(
    summary="A quoted adjective stands before its noun.",
    why="French, Spanish, Italian and Portuguese put it after the noun; between quotation marks "
    "the machine leaves it there and often makes a noun of it.",
    source="Grevisse, Le bon usage, on the place of the epithet; Cambridge Grammar of English, 2002, "
    "on attributive adjectives",
    category="accuracy",
    locales=("en",),
    gate="[a-z] ?[\"\u201c\u00ab\u2018'] ?[a-z-]+ ?[\"\u201d\u00bb\u2019']",
    examples=(
        Example(
            before='He intends to deploy nuclear weapons " tactics" on their soil.',
            after='He intends to deploy "tactical" nuclear weapons on their soil.',
        ),
        Example(
            before='The army announced a strike " preventive" in the south.',
            after='The army announced a "preventive" strike in the south.',
        ),
        Example(
            before="They opened a zone “ exclusive” for fishing.",
            after="They opened an “exclusive” zone for fishing.",
        ),
        Example(
            before='It was a decision " politics", she said.',
            after='It was a "political" decision, she said.',
        ),
        Example(
            before='The minister spoke of an operation " special" against them.',
            after='The minister spoke of a "special" operation against them.',
        ),
        Example(
            before='They carried out air strikes " preventives" on Monday.',
            after='They carried out "preventive" air strikes on Monday.',
        ),
        Example(
            before='The ministry plans manoeuvres " defensives" near the border.',
            after='The ministry plans "defensive" manoeuvres near the border.',
        ),
        Example(
            before='Talks on weapons " strategics" resumed.',
            after='Talks on "strategic" weapons resumed.',
        ),
        Example(keep='He called the strike "preventive" and left.', why="a naming verb"),
        Example(keep='We saw the so-called "tactics" of the team.', why="a real noun"),
        Example(keep='It was a debate on "politics" and money.', why="a real noun"),
        Example(keep='The plan is "political" in nature.', why="a predicate"),
        Example(keep='Their scare "tactics" failed.', why="a noun before a noun"),
        Example(keep='He used the word "political" twice.', why="a word as a word"),
        Example(keep='The magazine "Political" closed.', why="a title"),
    ),
)

_ABOUT_WORDS = frozenset(
    "word words term terms phrase label name adjective concept category status rating slogan title"
    " expression notion verdict box option button answer message sign tag vote mention section file"
    " magazine newspaper film movie song book series programme program channel site column class"
    " letters code setting mode badge stamp caption description grade option party movement"
    " more less most least very too quite rather even much many such own".split()
)
_PARTICLES = frozenset("out up off down back away forward".split())
_POSSESSIVE = ("'s", "\u2019s", "s'", "s\u2019")
_BOUNDARIES = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | VERBS | _PARTICLES
_NOT_PLURAL = frozenset("sports arms news politics business press economics series species".split())
_WORD = r"[\p{L}][\p{L}'\u2019-]*"
_LEFT = rf"((?:{_WORD} ){{0,7}}{_WORD}) ?\Z"
_NEXT = rf"[ ,.;:!?)\r\n\u2014\u2013-]+({_WORD})?"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words left of the quoted one: where the noun phrase begins, and how sure that is."""

    start: int
    head: str
    determiner: str
    sure: bool


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for reading in context.once(read_article):
        for opening, closing in reading.quotation.pairs:
            quoted = context.text[opening.at + 1 : closing.at]
            word = quoted.strip(" ")
            if word.islower() and word.replace("-", "").isalpha() and len(word) > 3:
                yield _garbled(context, rule, reading.block.span, opening, closing, word)


def _garbled(
    context: Context, rule: Rule, block: Span, opening: Mark, closing: Mark, word: str
) -> Finding | None:
    text = context.text
    adjective = word if is_adjective(word) else adjective_of(word)
    phrase = _phrase(text, block.start, opening.at)
    if not adjective or phrase is None:
        return None
    if adjective == word and not _ends_phrase(text, closing.at + 1, block.end):
        return None
    if adjective != word and not _takes_no_noun(phrase):
        return None
    spaced = text[opening.at + 1] == " " or text[closing.at - 1] == " "
    safety = _safety(phrase, spaced, adjective != word)
    quoted = opening.char + adjective + closing.char
    start = phrase.start
    noun_phrase = text[phrase.start : opening.at].rstrip(" ")
    if phrase.determiner in ("a", "an"):
        start = phrase.start - len(phrase.determiner) - 1
        article = article_for(adjective)
        if text[start].isupper():
            article = article.capitalize()
        quoted = f"{article} {quoted}"
    after = f"{quoted} {noun_phrase}"
    edit = minimal_edit(text, start, closing.at + 1, after)
    message = f"the quoted word is an adjective and stands before its noun: {after}"
    return rule.joint_finding(
        [edit], message, span=Span(start, closing.at + 1), safety=safety
    )


def _safety(phrase: _Phrase, spaced: bool, was_noun: bool) -> Safety:
    """Apply where the stray space or the impossible noun proves the garble."""
    return Safety.APPLY if phrase.sure and (spaced or was_noun) else Safety.SUGGEST


def _takes_no_noun(phrase: _Phrase) -> bool:
    """Tell whether no noun can follow the head: it is a plural, or one thing of a kind."""
    if phrase.determiner in ("a", "an", "this", "each", "every", "another"):
        return True
    head = phrase.head
    return head.endswith("s") and not head.endswith("ss") and head not in _NOT_PLURAL


def _phrase(text: str, start: int, end: int) -> _Phrase | None:
    """Read the noun phrase that ends at `end`, None if there is none or a naming verb rules it."""
    found = compiled(_LEFT).search(text, max(start, end - 120), end)
    if found is None:
        return None
    words = _words(found)
    head, at = words[-1]
    if not head.islower() or head in FUNCTION_WORDS or head in _ABOUT_WORDS:
        return None
    if is_adjective(head) or head.endswith(("ly", "ing", "ed")):
        return None
    clause = text[max(start, end - 80) : end]
    for mark in ".;:!?,":
        clause = clause.rpartition(f"{mark} ")[2] or clause
    if NAMING_VERBS.search(clause):
        return None
    index = len(words) - 1
    while index and _belongs(words[index - 1][0]):
        index -= 1
        at = words[index][1]
    before = words[index - 1][0].lower() if index else ""
    determiner = before if before in DETERMINERS else ""
    return _Phrase(at, head, determiner, _is_boundary(words, index, before))


def _belongs(word: str) -> bool:
    return is_modifier(word) and word.lower() not in FUNCTION_WORDS and not word.endswith(_POSSESSIVE)


def _words(found: Match) -> list[tuple[str, int]]:
    """Return the words of the match with their offsets in the text."""
    words: list[tuple[str, int]] = []
    at = found.start(1)
    for word in found[1].split(" "):
        words.append((word, at))
        at += len(word) + 1
    return words


def _is_boundary(words: list[tuple[str, int]], index: int, before: str) -> bool:
    """Tell whether the word before the phrase surely does not belong to it."""
    if index == 0:
        return True
    if before in _BOUNDARIES or before.endswith(("ed", "ing", *_POSSESSIVE)):
        return True
    if before.endswith("s") and not before.endswith("ss") and not is_modifier(before):
        return True  # a verb: nouns before a noun have no plural
    return index > 1 and words[index - 2][0].lower() in {"to", *PRONOUNS, "will", "would", "can"}


def _ends_phrase(text: str, at: int, end: int) -> bool:
    """Tell whether what follows the closing mark cannot be the noun of the adjective."""
    following = compiled(_NEXT).match(text, at, end)
    if at >= end or following is None:
        return at >= end
    gap = text[at : following.start(1)] if following[1] else ""
    if not following[1] or gap.strip(" "):
        return True
    return following[1].lower() in FUNCTION_WORDS or following[1].endswith("ed")
