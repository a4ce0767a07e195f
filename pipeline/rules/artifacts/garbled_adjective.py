"""A quoted adjective left behind its noun, as Romance languages place it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.analysis.english import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    NAMING_VERBS,
    NUMERALS,
    PERSONS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    adjective_of,
    article_for,
    is_adjective,
    is_adjunct,
    is_modifier,
    is_verb,
    may_be_adjective,
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
            before='She promised a reply " firm" on working conditions " inhuman" there.',
            after='She promised a "firm" reply on "inhuman" working conditions there.',
        ),
        Example(
            before='He held a meeting " secret" yesterday.',
            after='He held a "secret" meeting yesterday.',
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
        Example(
            before='Two strikes " preventives" killed ten.',
            after='Two "preventive" strikes killed ten.',
        ),
        Example(
            before='Reforms " structurals " are needed.',
            after='"Structural" reforms are needed.',
        ),
        Example(
            before='They tested missiles " ballistics".', after='They tested "ballistic" missiles.'
        ),
        Example(
            before='They want an investigation "independent" of it.',
            after='They want an "independent" investigation of it.',
            source_lang="it",
        ),
        Example(
            before='It has declared an economic zone " exclusive" in May.',
            after='It has declared an "exclusive" economic zone in May.',
        ),
        Example(
            before='They called for a strike " unlimited" and measures of security " extreme".',
            after='They called for an "unlimited" strike and "extreme" measures of security.',
        ),
        Example(
            flag='It was a feeling of unease "profound" in the town.',
            source_lang="fr",
            why="the feeling, or the unease",
        ),
        Example(
            before='He warned of dangers " grave" and a number of cases " urgent".',
            after='He warned of "grave" dangers and a number of "urgent" cases.',
        ),
        Example(keep='The paper dubbed the doctors "heretics".', why="what they are called"),
        Example(keep='He called the strike "preventive" and left.', why="a naming verb"),
        Example(keep='We saw the so-called "tactics" of the team.', why="a real noun"),
        Example(keep='It was a debate on "politics" and money.', why="a real noun"),
        Example(keep='The plan is "political" in nature.', why="a predicate"),
        Example(keep='Their scare "tactics" failed.', why="a noun before a noun"),
        Example(keep='He used the word "political" twice.', why="a word as a word"),
        Example(keep='The magazine "Political" closed.', why="a title"),
    ),
)

LONGEST = 50  # code points between two marks that hold one word
_ABOUT_WORDS = frozenset(
    "word words term terms phrase label name adjective concept category status rating slogan title"
    " expression notion verdict box option button answer message sign tag vote mention section file"
    " magazine newspaper film movie song book series programme program channel site column class"
    " letters code setting mode badge stamp caption description grade option party movement"
    " more less most least very too quite rather even much many such own".split()
)
_QUANTITIES = NUMERALS | frozenset(
    "number lot lots majority minority group kind type sort part rest half series wave pair handful"
    " kinds types sorts numbers groups parts tens plenty".split()
)
# Nouns that end as adverbs and verb forms do.
_NOUNS = frozenset(
    "reply supply family assembly ally rally anomaly monopoly bully meeting building hearing killing"
    " bombing shelling warning ruling funding training finding uprising meaning spending feeling offering"
    " briefing shooting gathering hiding beginning opening closing understanding landing painting reading"
    " speed need deed seed breed feed creed greed wedding crossing agreeing rating ceiling housing king"
    " thing evening morning drilling crackdown policing reasoning recording setting stabbing upbringing"
    " boarding fighting".split()
)
_ADVERBS = frozenset(
    "there here today yesterday tomorrow again too then now last next late early once twice alone abroad"
    " recently immediately tonight together anyway instead shortly later".split()
)
_PARTICLES = frozenset("out up off down back away forward".split())
_POSSESSIVE = ("'s", "\u2019s", "s'", "s\u2019")
_BOUNDARIES = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | VERBS | NUMERALS | _PARTICLES
_ROMANCE = ("fr", "es", "it", "pt", "ca", "ro")
_NOT_PLURAL = frozenset("sports arms news politics business press economics series species".split())
_WORD = r"[\p{L}\p{Nd}][\p{L}\p{Nd}'\u2019-]*"
_LEFT = rf"((?:{_WORD} ){{0,7}}{_WORD}) ?\Z"
_NEXT = rf"[ ,.;:!?)\r\n\u2014\u2013-]+({_WORD})?"
_SENTENCE = r"(?:\A|[.!?:]['\"\u201d\u2019)]? |[\r\n])\Z"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words left of the quoted one: where the noun phrase begins, and how sure that is."""

    start: int
    head: str
    determiner: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Quoted:
    """The quoted word, the adjective behind it, and whether stray spaces stand inside."""

    word: str
    adjective: str
    spaced: bool

    @property
    def was_noun(self) -> bool:
        return self.word != self.adjective


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for reading in context.once(read_article):
        for opening, closing in reading.quotation.pairs:
            if closing.at - opening.at > LONGEST:
                continue
            quoted = _quoted(context.text[opening.at + 1 : closing.at])
            if quoted is not None:
                yield _garbled(context, rule, reading.block.span, opening, closing, quoted)


def _quoted(inside: str) -> _Quoted | None:
    word = inside.strip(" ")
    if not (word.islower() and word.replace("-", "").isalpha() and len(word) > 3):
        return None
    spaced = len(word) < len(inside)
    is_known = is_adjective(word) or (
        spaced and ((word.endswith("ed") and len(word) > 5) or may_be_adjective(word))
    )
    adjective = word if is_known else adjective_of(word)
    return _Quoted(word, adjective, spaced) if adjective else None


def _garbled(
    context: Context, rule: Rule, block: Span, opening: Mark, closing: Mark, quoted: _Quoted
) -> Finding | None:
    text = context.text
    phrase = _phrase(text, block.start, opening.at, quoted)
    if phrase is None:
        return None
    if not quoted.was_noun and not _ends_phrase(text, closing.at + 1, block.end):
        return None
    if quoted.word.endswith("ics") and not _takes_no_noun(phrase):
        return None
    safety = _safety(context, phrase, quoted)
    start, after = _moved(text, phrase, opening, closing, quoted.adjective)
    edit = minimal_edit(text, start, closing.at + 1, after)
    message = f"the quoted word is an adjective and stands before its noun: {after}"
    return rule.joint_finding([edit], message, span=Span(start, closing.at + 1), safety=safety)


def _moved(
    text: str, phrase: _Phrase, opening: Mark, closing: Mark, adjective: str
) -> tuple[int, str]:
    """Return where the phrase begins, its article included, and what it becomes."""
    start = phrase.start
    nouns = text[start : opening.at].rstrip(" ")
    if phrase.determiner in ("a", "an"):
        start -= len(phrase.determiner) + 1
        article = article_for(adjective)
        article = article.capitalize() if text[start].isupper() else article
        return start, f"{article} {opening.char}{adjective}{closing.char} {nouns}"
    if nouns[0].isupper() and _begins_sentence(text, start) and not _is_proper(nouns):
        adjective, nouns = adjective.capitalize(), nouns[0].lower() + nouns[1:]
    return start, f"{opening.char}{adjective}{closing.char} {nouns}"


def _begins_sentence(text: str, start: int) -> bool:
    return compiled(_SENTENCE).search(text, max(0, start - 3), start) is not None


def _is_proper(nouns: str) -> bool:
    """Tell whether the first of several words keeps its capital: Russian strikes."""
    first, _, rest = nouns.partition(" ")
    return bool(rest) and not is_adjective(first.lower()) and not first.lower().endswith("s")


def _safety(context: Context, phrase: _Phrase, quoted: _Quoted) -> Safety:
    """Apply where the stray space, the impossible plural or the source proves the garble."""
    source = (context.source.source_lang or "").partition("-")[0]
    from_romance = source in _ROMANCE and phrase.determiner in ("a", "an")
    proven = quoted.spaced or from_romance or (quoted.was_noun and quoted.word not in PERSONS)
    return Safety.APPLY if phrase.sure and proven else Safety.SUGGEST


def _takes_no_noun(phrase: _Phrase) -> bool:
    """Tell whether no noun can follow the head: it is a plural, or one thing of a kind."""
    if phrase.determiner in ("a", "an", "this", "each", "every", "another"):
        return True
    head = phrase.head.lower()
    return head.endswith("s") and not head.endswith("ss") and head not in _NOT_PLURAL


def _phrase(text: str, start: int, end: int, quoted: _Quoted) -> _Phrase | None:
    """Read the noun phrase that ends at `end`, None if there is none or a naming verb rules it."""
    found = compiled(_LEFT).search(text, max(start, end - 120), end)
    if found is None:
        return None
    words = _words(found)
    head, at = words[-1]
    if not _is_noun(text, head, at):
        return None
    index, outer = _first(words, len(words) - 1), _outer(words)
    certain = outer is None or is_adjunct(head.lower())
    if outer is not None:
        head, index = words[outer][0], _first(words, outer)
    before = words[index - 1][0].lower() if index else ""
    determiner = before if before in DETERMINERS else ""
    if _is_named(text[max(start, end - 80) : end], determiner, quoted):
        return None
    sure = certain and _is_boundary(words, index, before)
    return _Phrase(words[index][1], head, determiner, sure)


def _first(words: list[tuple[str, int]], index: int) -> int:
    """Return which word the noun phrase begins with whose noun is `words[index]`."""
    while index and _belongs(words[index - 1][0]):
        index -= 1
    return index


def _outer(words: list[tuple[str, int]]) -> int | None:
    """Return which word is the noun that a bare "of security" belongs to, None without one."""
    if len(words) < 3 or words[-2][0] != "of":
        return None
    noun = words[-3][0]
    before = words[-4][0].lower() if len(words) > 3 else ""
    if not noun.islower() or noun in _QUANTITIES or noun in _BOUNDARIES or is_verb(noun):
        return None
    introduced = (
        before in DETERMINERS | PREPOSITIONS | CONJUNCTIONS
        or is_adjective(before)
        or is_verb(before)
    )
    return len(words) - 3 if introduced else None


def _is_named(before: str, determiner: str, quoted: _Quoted) -> bool:
    """Tell whether a naming verb rules the phrase: he called the strike "unjust"."""
    if quoted.spaced and determiner in ("a", "an"):
        return False  # to declare a zone exclusive takes a zone that is known
    for mark in ".;:!?,":
        before = before.rpartition(f"{mark} ")[2] or before
    return NAMING_VERBS.search(before) is not None


def _is_noun(text: str, head: str, at: int) -> bool:
    """Tell whether the word before the quotation may be the noun it describes."""
    low = head.lower()
    if head != low and not (head[1:].islower() and _begins_sentence(text, at)):
        return False
    if low in FUNCTION_WORDS or low in _ABOUT_WORDS or low in NUMERALS or low.isdigit():
        return False
    return low in _NOUNS or not (is_adjective(low) or low.endswith(("ly", "ing", "ed")))


def _belongs(word: str) -> bool:
    low = word.lower()
    if low in _BOUNDARIES or word[0].isdigit() or word.endswith(_POSSESSIVE):
        return False
    return is_modifier(word)


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
    if index == 0 or before in _BOUNDARIES or before[0].isdigit():
        return True
    if before.endswith(("ed", "ing", *_POSSESSIVE)) or is_verb(before):
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
    word = following[1].lower()
    return word in FUNCTION_WORDS or word in _ADVERBS or word.endswith("ed")
