"""Single words, and short sentences, of another language in English copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.analysis.english import FUNCTION_WORDS
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.checks._foreign import GATE, foreign_words, language_of
from pipeline.rules.checks.untranslated_words import stretches_of

RULE = Rule(
    summary="A word is English in English copy.",
    why="The machine did not know a word, or took it for a name, and copied it.",
    source="Observed in machine-translated news; MQM, untranslated",
    category="accuracy",
    safety=Safety.FLAG,
    locales=("en",),
    gate=GATE,
    examples=(
        Example(flag="The szpital was hit and the ladrones had escaped."),
        Example(flag="She came to the market y left, también alone."),
        Example(flag="The mayor resigned. Er will sich nicht mehr dazu äußern. His deputy is in."),
        Example(flag="La maire a démissionné. The crowd cheered for an hour."),
        Example(flag="The firm will entlassen 300 workers."),
        Example(flag="The ayuntamiento met; the magistrates opened an inchiesta in May."),
        Example(flag="Under the Datenschutzregeln he has no name."),
        Example(keep="Ms Schuldenbremser and Mr Behörd met at the Volkswagenwerk."),
        Example(flag="The Landtagspräsidentin opened the session."),
        Example(keep="The café served crème brûlée in the kitchen behind the façade."),
        Example(keep="The film “Les hommes” and the paper Le Monde diplomatique won."),
        Example(keep="Médecins sans frontières sent the Süddeutsche Zeitung a letter."),
        Example(flag="The Wirtschaftsministerium rejected the offer."),
        Example(keep="The enfant terrible of the school has sprung up; he ate crème caramel."),
        Example(keep="He said pobre (poor) and “mañana será otro día” and wrote x, y and z."),
        Example(keep="The scenario of the drones was a commando raid on the plateaux."),
    ),
)

_SPELLED = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
_BEFORE = rf"(?:({_SPELLED}|[0-9]+)[,;:]?[ \u00a0]|(?<=^)|[.!?][ ])\Z"
_AFTER = r"[,;:]?[ \u00a0]([^\W_]+)|[.,;:!?](?!\w)|(?=[\r\n])|\Z"
_RIM, _END = r"(?<![\w'\u2019@#/.&-])", r"(?![\w'\u2019@/&-])"
_STOPS = ".!?\r\n"
_QUOTES = '"\u201c\u201d\u00ab\u00bb\u201e()[]'
_SHORT = 160  # code points of a sentence that is flagged as a whole
_NAMED = 2  # words with a capital inside a sentence make it a list of names


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    language: str


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    words = foreign_words(text)
    done = 0
    for hit in _hits(text, words):
        if hit.start < done:
            continue
        start, end = _sentence_of(text, hit, words) or _phrase_of(text, hit)
        known = context.once(stretches_of)
        if done <= start < end and known.isdisjoint(range(start, end)):
            named = hit.language or _source_language(context)
            message = f"{text[start:end]!r} looks like {named} left in the text"
            yield rule.finding(text, start, end, None, message)
        done = max(done, end)


def _hits(text: str, words: frozenset[str]) -> Iterator[_Hit]:
    """Yield where the words stand, several in a row as one, in the order of the text."""
    hits: list[_Hit] = []
    for match in _CANDIDATE.finditer(text) if words else ():
        if match[0] not in words:
            continue
        last = hits[-1] if hits else None
        if last is not None and last.end + 1 == match.start() and text[last.end] == " ":
            hits[-1] = _Hit(last.start, match.end(), last.language)
        else:
            hits.append(_Hit(match.start(), match.end(), language_of(match[0])))
    hits += (_Hit(match.start(), match.end(), "Spanish") for match in _AND.finditer(text))
    yield from sorted(hits, key=lambda hit: hit.start)


_CANDIDATE = re.compile(rf"{_RIM}[^\W\d_]{{2,}}{_END}")
_AND = re.compile(r"(?<=[a-z]{3} )y(?= [a-z]{3})")


def _source_language(context: Context) -> str:
    """Return the name of the language that the article comes from."""
    source = context.plan.locale(context.source.source_lang or "")
    known = source.tag != "root" and source.name != context.locale.name
    return source.name if known else "a foreign word"


def _is_quoted(text: str, hit: _Hit) -> bool:
    """Tell whether a quotation is open where the word stands."""
    line = text[text.rfind("\n", 0, hit.start) + 1 : hit.start]
    return line.count('"') % 2 == 1 or line.rfind("\u201c") > line.rfind("\u201d")


def _phrase_of(text: str, hit: _Hit) -> tuple[int, int]:
    """Return where the word stands between English words, an empty span where it does not."""
    nothing = hit.start, hit.start
    if _is_quoted(text, hit):
        return nothing
    before = compiled(_BEFORE).search(text, max(0, hit.start - 30), hit.start)
    after = compiled(_AFTER).match(text, hit.end)
    if before is None or after is None or not before[1]:
        return nothing
    known = before[1].islower() or before[1].isdigit() or before[1].lower() in FUNCTION_WORDS
    if not known or (after[1] and not (after[1].islower() or after[1].isdigit())):
        return nothing
    return hit.start, hit.end


def _sentence_of(text: str, hit: _Hit, known: frozenset[str]) -> tuple[int, int] | None:
    """Return the sentence around the word if all of it is in another language."""
    start = max(text.rfind(mark, 0, hit.start) for mark in _STOPS) + 1
    ends = [at for mark in _STOPS if (at := text.find(mark, hit.end)) >= 0]
    end = min(ends, default=len(text))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    sentence = text[start:end]
    if len(sentence) > _SHORT or any(mark in sentence for mark in _QUOTES):
        return None
    words = compiled(_SPELLED).findall(sentence)
    foreign = sum(word in known for word in words)
    english = sum(word.lower() in FUNCTION_WORDS for word in words)
    names = sum(word[:1].isupper() for word in words[1:])
    if len(words) < 4 or foreign < 2 or foreign * 3 < len(words) or english * 2 > foreign:
        return None
    return None if names > _NAMED else (start, min(end + 1, len(text)))
