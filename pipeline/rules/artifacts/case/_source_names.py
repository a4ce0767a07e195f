"""The names of the source by their capitals, sentence by sentence, and the words of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.context import Context
from pipeline.pattern import Match, compiled
from pipeline.rules._aligned import Aligned, aligned_sentences, source_blocks, source_language

WORD = r"(?<![\p{L}\p{M}\p{N}@#/._-])\p{L}[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\p{N}@/_]|\.\p{L})"
# What stands before a word inside a sentence: a word, a comma, an article that is elided.
_INSIDE = r"[\p{L}\p{M}\p{N},;)]['’]?[ \u00a0]\Z|(?<=\p{Ll})['’]\Z"
_NOUNS = ("de", "lb")  # languages with capitals for every noun
LEAST = 4  # letters of a name
TITLE = 0.6  # of the longer words: a headline that has capitals everywhere

Names = Mapping[str, frozenset[str]]  # each name with the words in capitals beside it


def names_of_source(context: Context) -> Sequence[tuple[Aligned, Names]]:
    """Return the sentences with the names of their source; what is small there too is none."""
    if source_language(context) in _NOUNS:
        return ()
    small = context.once(small_in_source)
    named = (
        (pair, {name: near for name, near in _capitals(pair.source) if name.lower() not in small})
        for pair in context.once(aligned_sentences)
    )
    return [(pair, names) for pair, names in named if names]


def small_in_source(context: Context) -> frozenset[str]:
    """Return the words that the source has in small letters."""
    texts = (source for _, source in source_blocks(context))
    return frozenset(word[0] for text in texts for word in words_in(text) if word[0].islower())


def words_here(context: Context) -> Mapping[str, int]:
    """Return how often each small word, and each name inside a sentence, stands in the text."""
    found: Counter[str] = Counter()
    for word in words_in(context.text):
        if word[0].islower() or _is_inside(context.text, word.start()):
            found[word[0]] += 1
    return found


def words_in(text: str) -> list[Match]:
    """Return the words of a text that are of letters alone."""
    return list(compiled(WORD).finditer(text))


def beside(words: Sequence[Match], at: int) -> frozenset[str]:
    """Return the words with a capital before and behind one."""
    near = (words[other][0] for other in (at - 1, at + 1) if 0 <= other < len(words))
    return frozenset(word for word in near if word[0].isupper())


def _capitals(sentence: str) -> Iterator[tuple[str, frozenset[str]]]:
    words = words_in(sentence)
    longer = [word for word in words if len(word[0]) >= LEAST]
    if sum(word[0][0].isupper() for word in longer) > TITLE * len(longer) > 2:
        return
    for at, word in enumerate(words):
        if _is_name(word[0]) and _is_inside(sentence, word.start()):
            yield word[0], beside(words, at)


def _is_name(word: str) -> bool:
    return len(word) >= LEAST and word[0].isupper() and word[1:].islower()


def _is_inside(text: str, start: int) -> bool:
    return compiled(_INSIDE).search(text, max(0, start - 4), start) is not None
