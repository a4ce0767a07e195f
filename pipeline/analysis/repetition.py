"""Words and phrases that stand several times in a row: where, how long, how often.

Knows words as runs of letters and digits; knows neither languages nor what is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq, itemgetter

LONGEST = 8  # words of the longest phrase whose repetition is looked for

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_STOPS = b".,;:!?"
_DROPPED = b"\"'()"
_CURLY = "\u201c\u201d\u00ab\u00bb\u201e"


@dataclass(frozen=True, slots=True)
class Repetition:
    """Equal copies of a phrase in a row; `copies` are their (start, end).

    `phrase` is the first copy, `words` its length; `gap` is what stands between two copies.
    `partial` tells that the phrase starts once more after the last copy and breaks off.
    """

    phrase: str
    words: int
    gap: str
    copies: tuple[tuple[int, int], ...]
    partial: bool

    @property
    def count(self) -> int:
        """How many copies there are."""
        return len(self.copies)

    @property
    def start(self) -> int:
        """Where the first copy starts."""
        return self.copies[0][0]

    @property
    def end(self) -> int:
        """Where the last copy ends."""
        return self.copies[-1][1]


def find_repetitions(text: str) -> tuple[Repetition, ...]:
    """Return the repetitions in order of the text, each stretch under its shortest phrase.

    Copies may differ in case.

    >>> [(r.phrase, r.count) for r in find_repetitions("The the end of of of it")]
    [('The', 2), ('of', 3)]
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in spans]
    found: list[Repetition] = []
    taken = bytearray(len(words))
    for length in range(1, LONGEST + 1):
        for first, last in _stretches(words, length):
            copies = () if any(taken[first:last]) else _copies(text, spans, first, last, length)
            for repetition in copies:
                found.append(repetition)
                taken[first:last] = b"\1" * (last - first)
    return tuple(sorted(found, key=lambda repetition: repetition.start))


def may_repeat(text: str) -> bool:
    """Tell cheaply whether a phrase stands twice with only space between, or more often.

    Errs on the side of yes.

    >>> may_repeat("It rained. It rained, he said"), may_repeat("no, no, no"), may_repeat("to to")
    (False, True, True)
    """
    low = text.lower()
    if not low.isascii():
        for mark in _CURLY:
            low = low.replace(mark, "")
    words = low.encode("utf-8", "surrogatepass").translate(None, _DROPPED).split()
    # The first letters of all words are compared with those of the words so far behind them at
    # once: as long numbers, one of them shifted. Where they agree the words are compared.
    letters = int.from_bytes(bytes(map(itemgetter(0), words)), "little")
    return any(_repeats(words, letters, length) for length in range(1, LONGEST + 1))


def _repeats(words: Sequence[bytes], letters: int, length: int) -> bool:
    """Tell whether so many words stand twice in a row; a mark may follow the second time."""
    if len(words) < 2 * length:
        return False
    differ = letters ^ (letters >> 8 * length)
    compared = differ.to_bytes(len(words), "little")[:-length]
    at = compared.find(bytes(length))
    while at >= 0:
        last = at + length - 1
        again = words[last + length]
        if words[last] in (again, again.rstrip(_STOPS)) and (
            words[at:last] == words[at + length : last + length]
        ):
            return True
        at = compared.find(bytes(length), at + 1)
    return False


def _stretches(words: Sequence[str], length: int) -> Iterator[tuple[int, int]]:
    """Yield (first, last) word numbers of stretches that repeat with this period."""
    same = bytes(map(eq, words, words[length:]))
    at = same.find(b"\1" * length)
    while at >= 0:
        end = same.find(b"\0", at)
        end = len(same) if end < 0 else end
        yield at, end + length
        at = same.find(b"\1" * length, end)


def _copies(
    text: str, spans: Sequence[tuple[int, int]], first: int, last: int, length: int
) -> Iterator[Repetition]:
    """Yield the repetitions of a stretch: a new one where the gap or the phrase changes."""
    starts = range(first, last - length + 1, length)
    phrases = [(spans[at][0], spans[at + length - 1][1]) for at in starts]
    group = [phrases[0]]
    for number, phrase in enumerate(phrases[1:], 1):
        same = text[slice(*phrase)].lower() == text[slice(*group[0])].lower()
        gap = text[group[-1][1] : phrase[0]]
        if same and (len(group) == 1 or gap == text[group[0][1] : group[1][0]]):
            group.append(phrase)
            continue
        if len(group) > 1:
            yield _repetition(text, group, length, partial=number < len(phrases))
        group = [group[-1], phrase] if same else [phrase]
    if len(group) > 1:
        yield _repetition(text, group, length, partial=(last - first) % length > 0)


def _repetition(
    text: str, group: Sequence[tuple[int, int]], length: int, *, partial: bool
) -> Repetition:
    gap = text[group[0][1] : group[1][0]]
    return Repetition(text[slice(*group[0])], length, gap, tuple(group), partial)
