"""The first letter after a full stop inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._sentences import (
    DETERMINERS,
    PARTICLES,
    SMALL_NAMES,
    SUBJECTS,
    has_verb,
    is_abbreviation,
)
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import LOWER, capitalise

_STOP = (
    rf"(?<![\w@#/.-])(?P<last>[{LOWER}]{{3,30}}|(?P<named>\p{{Lu}}[{LOWER}]{{3,30}}))"
    rf"(?P<closed>[\"\u201d\u2019)]?)\.[ \u00a0]{{1,3}}(?P<word>[{LOWER}]{{1,30}})"
    r"(?=(?P<next>['\u2019 \u00a0][^\r\n]{0,80}))"
)
SHORT = 3  # letters of what may be an abbreviation that no list has

RULE = Rule(
    summary="A sentence begins with a capital.",
    why="The machine joins pieces of sentences: either the capital is lost or the full stop is "
    "one too many. Only a subject tells which.",
    source="Chicago Manual of Style 17, 6.119",
    category="linguistic-conventions",
    gate=rf"[{LOWER}]{{3}}[\"\u201d\u2019)]?\.[ \u00a0]+[{LOWER}]",
    examples=(
        Example(
            before="The talks have failed again. they will resume in a month, the minister said.",
            after="The talks have failed again. They will resume in a month, the minister said.",
        ),
        Example(
            before="Переговоры снова провалились. они продолжатся через месяц, сказал министр.",
            after="Переговоры снова провалились. Они продолжатся через месяц, сказал министр.",
            lang="ru",
        ),
        Example(
            flag="The bank lent a million roubles. per month to the firm.",
            why="here the full stop is wrong",
        ),
        Example(
            before="The talks have failed. the next round will be in May.",
            after="The talks have failed. The next round will be in May.",
            why="each side is a clause of its own",
        ),
        Example(
            before="He met Mr Ahmed. he denied that he was there at all.",
            after="He met Mr Ahmed. He denied that he was there at all.",
        ),
        Example(
            before='She accused him of a "crime". the mayor denied it in court.',
            after='She accused him of a "crime". The mayor denied it in court.',
        ),
        Example(keep="He works at Ahmed Corp. the year round, and at Bloc. (the) rest."),
        Example(before="He left again. she stayed.", after="He left again. She stayed."),
        Example(
            flag="The talks collapsed. the delegations flew home.",
            why="of three such places in translated news two had a wrong full stop",
        ),
        Example(
            before="The police arrested two men. they had stolen a boat in the town. it was found on Monday.",
            after="The police arrested two men. They had stolen a boat in the town. It was found on Monday.",
        ),
        Example(keep="It costs approx. twice as much and weighs approx. half."),
        Example(keep="Cena wynosi 100 proc. wartości, ok. godz. dziewiątej.", lang="pl"),
        Example(keep="Write to minister. office@example.org or to example. com."),
        Example(keep="The new phone arrived. iOS comes with it, and eBay sells it."),
        Example(keep="He met the director. van Dijk was there."),
        Example(keep="we met again. he left early and she did not", why="a text without capitals"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_STOP).finditer(text):
        locale = context.locale_at(match.start())
        if not locale.words.function_words or not is_cased(context, match.start()):
            continue
        if _is_doubtful(match, locale) and not _is_certain(text, match, locale):
            continue
        word, start, end = match["word"], match.start("word"), match.end("word")
        if match["last"].lower() in locale.words.abbreviations or _is_name(match):
            continue
        if word in SUBJECTS.get(locale.language, ()) and _is_clause(match["next"]):
            after = capitalise(word, locale.language)
            message = f"a sentence begins with a capital: {after}"
            yield rule.finding(text, start, end, after, message)
        elif word in DETERMINERS.get(locale.language, ()) and _joins_sentences(text, match):
            after = capitalise(word, locale.language)
            message = f"{after}, or no full stop after {match['last']}: two sentences, or one"
            sure = locale.is_a("en") and _has_verbs(text, match)
            safety = Safety.APPLY if sure else Safety.SUGGEST
            yield rule.finding(text, start, end, after, message, safety=safety)
        else:
            message = f"either the full stop after {match['last']} or the small letter is wrong"
            yield rule.finding(text, match.end("last"), end, None, message)


def _is_doubtful(match: Match, locale: Locale) -> bool:
    """Tell whether the stop may end no sentence: after a name, a mark, or what looks shortened."""
    last = match["last"].lower()
    shortened = len(last) == SHORT or is_abbreviation(last, locale.words.abbreviations)
    return bool(match["named"] or match["closed"]) or shortened


def _is_name(match: Match) -> bool:
    """Tell whether the word begins a name written small, an address or an abbreviation."""
    word, follower = match["word"], match["next"].lstrip(" \u00a0'\u2019")
    if word in SMALL_NAMES or (len(word) == 1 and not follower[:1].islower()):
        return True
    return word in PARTICLES and follower[:1].isupper()


def _is_clause(follower: str) -> bool:
    """Tell whether at least two words follow."""
    words = follower.split()
    return len(words) > 1 or compiled(r" \p{Ll}{4,}[.!?]").match(follower) is not None


def _sides(text: str, match: Match) -> tuple[list[str], list[str]]:
    """Return the words of the sentence before the full stop and of the one after it."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end("last")]
    before = line[max(line.rfind(mark) for mark in (". ", "! ", "? ")) + 1 :].split()
    return before, match["next"].partition(".")[0].split()


def _joins_sentences(text: str, match: Match) -> bool:
    """Tell whether there are words enough for a sentence before the full stop and after it."""
    return all(len(side) >= 3 for side in _sides(text, match))


def _has_verbs(text: str, match: Match) -> bool:
    """Tell whether both sides surely are clauses: four words and a finite verb of English."""
    return all(len(side) >= 4 and has_verb(side) for side in _sides(text, match))


def _is_certain(text: str, match: Match, locale: Locale) -> bool:
    """Tell whether a subject and two clauses prove the stop that a name or a mark stands before."""
    known = SUBJECTS.get(locale.language, frozenset()) | DETERMINERS.get(
        locale.language, frozenset()
    )
    return locale.is_a("en") and match["word"] in known and _has_verbs(text, match)
