"""A name that the source writes with a capital, and its translation without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import (
    Aligned,
    aligned_sentences,
    quoted,
    source_blocks,
    source_language,
)

RULE = Rule(
    summary="A name that is the same in both languages keeps its capital.",
    why="Machines that work in small letters put the capitals back by guess.",
    source="Observed in machine-translated news: the capitals of the source are the evidence",
    category="linguistic-conventions",
    with_source=True,
    examples=(
        Example(
            before="He met Marc kerleo on the quay. The mayor left.",
            after="He met Marc Kerleo on the quay. The mayor left.",
            source_lang="fr",
            source_text="Il a rencontré Marc Kerleo sur le quai. Le maire est parti.",
            lang="en",
        ),
        Example(
            before="Die Firma floret baut Schiffe. Ihr Chef sagt, dass Floret wächst.",
            after="Die Firma Floret baut Schiffe. Ihr Chef sagt, dass Floret wächst.",
            source_lang="en",
            source_text="The company Floret builds ships. Its head says that Floret grows.",
            lang="de",
        ),
        Example(
            flag="The ships of the floret are here.",
            source_lang="fr",
            source_text="Les navires de la Floret sont là.",
            lang="en",
            why="it may be a common word here: a suggestion",
        ),
        Example(
            keep="Il navigue sur internet depuis lundi.",
            source_lang="en",
            source_text="He has surfed the Internet since Monday.",
            lang="fr",
            why="English has capitals for more than names",
        ),
        Example(
            keep="The union met the mayor of the Union.",
            source_lang="fr",
            source_text="Le syndicat a rencontré le maire de l'Union.",
            lang="en",
            why="the word stands for something else too",
        ),
    ),
)

_WORD = r"(?<![\p{L}\p{M}\p{N}@#/._-])\p{L}[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\p{N}@/_]|\.\p{L})"
# What stands before a word inside a sentence: a word, a comma, an article that is elided.
_INSIDE = r"[\p{L}\p{M}\p{N},;)]['’]?[ \u00a0]\Z|(?<=\p{Ll})['’]\Z"
_NOUNS = ("de", "lb")  # languages with capitals for every noun
_MORE = ("en",)  # with capitals for days, peoples, titles
LEAST = 4  # letters
TITLE = 0.6  # of the longer words: a headline that has capitals everywhere


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    source = source_language(context)
    pairs = () if source in _NOUNS else context.once(aligned_sentences)
    small = context.once(_small_in_source) if pairs else frozenset()
    names = {}
    for pair in pairs:
        names[pair] = {
            word: near for word, near in _capitals(pair.source) if word.lower() not in small
        }
    known = context.once(_here) if any(names.values()) else {}
    for pair, found in names.items():
        if not found:
            continue
        forms = {word.lower(): word for word in found}
        words = list(compiled(_WORD).finditer(pair.text))
        for at, match in enumerate(words):
            name = forms.get(match[0])
            if name is None or _is_more(match[0], name, pair, words):
                continue
            if known[match[0]] > sum(name in other for other in names.values()):
                continue
            sure = name in known or _beside(words, at) & found[name]
            if sure or source not in _MORE:
                start = pair.start + match.start()
                message = f"a name in the source: {quoted(pair.source)}"
                safety = Safety.APPLY if sure else Safety.SUGGEST
                end = start + len(match[0])
                yield rule.finding(context.text, start, end, name, message, safety=safety)


def _is_more(small: str, name: str, pair: Aligned, words: list[Match]) -> bool:
    """Tell whether a sentence has a word more often than its source has the name."""
    theirs = sum(word[0] == name for word in compiled(_WORD).finditer(pair.source))
    return sum(word[0] in (small, name) for word in words) > theirs


def _capitals(sentence: str) -> Iterator[tuple[str, set[str]]]:
    """Yield (word, words with a capital beside it) of the names inside a sentence."""
    words = list(compiled(_WORD).finditer(sentence))
    longer = [word for word in words if len(word[0]) >= LEAST]
    if sum(word[0][0].isupper() for word in longer) > TITLE * len(longer) > 2:
        return
    for at, word in enumerate(words):
        if _is_name(word[0]) and compiled(_INSIDE).search(sentence, 0, word.start()):
            yield word[0], _beside(words, at)


def _is_name(word: str) -> bool:
    return len(word) >= LEAST and word[0].isupper() and word[1:].islower()


def _beside(words: list[Match], at: int) -> set[str]:
    near = (words[other][0] for other in (at - 1, at + 1) if 0 <= other < len(words))
    return {word for word in near if word[0].isupper()}


def _small_in_source(context: Context) -> frozenset[str]:
    """Return the words that the source has in small letters too."""
    texts = (source for _, source in source_blocks(context))
    return frozenset(
        word[0] for text in texts for word in compiled(_WORD).finditer(text) if word[0].islower()
    )


def _here(context: Context) -> Mapping[str, int]:
    """Return how often each small word, and each name inside a sentence, stands in the text."""
    text = context.text
    found: Counter[str] = Counter()
    for word in compiled(_WORD).finditer(text):
        if word[0].islower() or compiled(_INSIDE).search(
            text, max(0, word.start() - 4), word.start()
        ):
            found[word[0]] += 1
    return found
