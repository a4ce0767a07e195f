"""Words of the source language left in a sentence of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.analysis.english import FUNCTION_WORDS
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule

# Function words that are no English words; one may be at home in several languages.
_WORDS: Mapping[str, frozenset[str]] = {
    "French": frozenset(
        "de la le les des du une dans avec qui est et que pas sur au aux ont cette ses leur ils"
        " elle nous vous n'a n\u2019a d'une d\u2019une d'un d\u2019un encore".split()
    ),
    "German": frozenset(
        "der das und mit nicht von dem den ist ein eine einer auf auch sich zu wird sind im zum zur"
        " bei nach aus dass werden wurde oder für über".split()
    ),
    "Spanish": frozenset("de la el los las del una que y en por para se su sus al como lo".split()),
    "Italian": frozenset(
        "di il che della del dei delle alla nel si sono gli le da la una è più".split()
    ),
    "Portuguese": frozenset("de da dos das que uma com não em para por ao na os se foi".split()),
    "Polish": frozenset("się nie na że przez oraz dla od po jak który która".split()),
    "Czech": frozenset("se na že pro od po jak který která bylo jsou také".split()),
    "Turkish": frozenset("bir ve bu ile olan de da olarak daha gibi ancak için".split()),
    "Dutch": frozenset("het een en niet voor zijn aan ook dat wordt werd naar".split()),
}
_ALL = "|".join(sorted(frozenset().union(*_WORDS.values())))

RULE = Rule(
    summary="A sentence is in one language.",
    why="The machine left a few words of the source, or a whole sentence, inside a paragraph.",
    source="Observed in machine-translated news: 2 to 50 in 1,000 segments, 0.4 in human text",
    category="accuracy",
    safety=Safety.FLAG,
    locales=("en",),
    gate=rf"[ '\u2019](?:{_ALL})[ ]",
    examples=(
        Example(flag="He met the ministre de la défense on Monday."),
        Example(
            flag="They know it has a price. La mairie n’a pas encore annoncé le budget de l’an"
            " prochain. It rained."
        ),
        Example(flag="He said that der Ausschuss hat nicht mit dem Rat geredet and left."),
        Example(keep="Oscar de la Renta met Ursula von der Leyen at the Plaza de la Villa."),
        Example(keep='The film "Des hommes et des dieux" and Médecins sans frontières won.'),
        Example(keep="It is a coup d’état, a tour de force and the crème de la crème."),
    ),
)

_ANY = re.compile(rf"(?<![\w'\u2019-])(?:{_ALL})(?![\w'\u2019-])")
_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_CLOSING = frozenset("\"'\u201d\u2019\u00bb)")
_SURE = 3  # such words in a stretch; two will do between words in lower case
_REACH = 30  # code points a stretch goes on without one


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for first, end, words in _found(text):
        language, _ = _language(words)
        message = f"{text[first:end]!r} looks like {language} left in the text"
        yield rule.finding(text, first, end, None, message)


def stretches_of(context: Context) -> frozenset[int]:
    """Return the offsets that this rule finds, for rules on single words to leave alone."""
    found = [range(first, end) for first, end, _ in _found(context.text)]
    return frozenset(at for stretch in found for at in stretch)


def _found(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (start, end, function words) of what is surely in another language."""
    for first, last, words in _stretches(text):
        _, count = _language(words)
        before = _TOKEN.findall(text, max(0, first - 25), first)[-1:]
        after = _TOKEN.match(text, last + 1, last + 25)
        around = [*before, after[0]] if after is not None else []
        plain = len(around) == 2 and all(map(_is_plain, around))
        inside = set(_TOKEN.findall(text, first, last)).difference(words)
        enough = any(map(_is_plain, inside)) if count >= _SURE else count == 2 and plain
        if not enough or (plain and around[0] == around[1]):  # cr\u00e8me de la cr\u00e8me
            continue
        end = after.end() if after is not None else last
        if text[end : end + 1] in _CLOSING:
            continue  # a title or somebody's words, quoted as they are
        yield first, end, words


def _stretches(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (start, end, function words) of stretches with foreign words close together."""
    group: list[re.Match[str]] = []
    for match in _ANY.finditer(text):
        if group and not _goes_on(text[group[-1].end() : match.start()]):
            if len(group) > 1:
                yield group[0].start(), group[-1].end(), [found[0] for found in group]
            group = []
        group.append(match)
    if len(group) > 1:
        yield group[0].start(), group[-1].end(), [found[0] for found in group]


def _goes_on(gap: str) -> bool:
    """Tell whether the words between two foreign words are few and none of them English."""
    if len(gap) > _REACH or any(char in gap for char in '\r\n.!?:;"\u201c\u201d'):
        return False
    words = gap.lower().split()
    return FUNCTION_WORDS.isdisjoint(words)


def _language(words: list[str]) -> tuple[str, int]:
    """Return the language that most of the words belong to, and how many do."""
    counts = {name: sum(word in known for word in words) for name, known in _WORDS.items()}
    name = max(counts, key=lambda language: counts[language])
    return name, counts[name]


def _is_plain(word: str) -> bool:
    """Tell whether a word is no name and no English function word."""
    return word[:1].islower() and len(word) > 2 and word not in FUNCTION_WORDS
