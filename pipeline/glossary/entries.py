"""The forms of a glossary as they are searched: by one word of each, and what stands beside it.

Knows no concepts: a form leads to the numbers of its rows. A form in a script without spaces,
or without any word, has no such anchor and is `loose`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

# Concept number, form as given, replacement; a derived form has a fourth field, how sure it is.
Entry = tuple[int, str, str] | tuple[int, str, str, str]

# A run of letters and digits; what stands in a script without spaces bounds it.
WORD = re.compile("[^\\W\u3040-\u9fff\uac00-\ud7af]+")
_BESIDE = 3  # code points beside a word that tell which form it may belong to


@dataclass(frozen=True, slots=True)
class Entries:
    """The folded forms of one language and the rows behind each.

    `words` are those that forms are found by. `anchors` lead from a word, or a word with what
    stands beside it, to the forms: "12 19 0 4" are a form of 19 code points, 12 of them before
    the word, and one of 4. `names` are the words of all forms that are no phrases and no
    contexts. `given` has the first names with which rows print a surname.
    """

    rows: Mapping[str, Sequence[Entry]]
    words: frozenset[str]
    anchors: Mapping[str, str]
    loose: Sequence[str]
    names: frozenset[str]
    given: Mapping[str, str]

    def places(self, folded: str) -> list[tuple[int, int]]:
        """Return (start, end) of whatever may be an anchored form in a folded text, in order."""
        words, anchors, last = self.words, self.anchors, len(folded)
        found: set[tuple[int, int]] = set()
        for at, end in [match.span() for match in WORD.finditer(folded) if match[0] in words]:
            word, after = folded[at:end], folded[at : end + _BESIDE]
            for key in {word, after, folded[max(0, at - _BESIDE) : end]} & anchors.keys():
                numbers = list(map(int, anchors[key].split()))
                for before, length in zip(numbers[::2], numbers[1::2], strict=True):
                    if 0 <= at - before <= last - length:
                        found.add((at - before, at - before + length))
        return sorted(found)


NONE = Entries({}, frozenset(), {}, (), frozenset(), {})


def index(
    rows: Mapping[str, Sequence[Entry]], phrases: Iterable[int], people: Iterable[str] = ()
) -> Entries:
    """Return the entries of folded forms.

    `phrases` are the concepts that are no names, `people` the names of persons.

    >>> index({"kiev": [(0, "Kiev", "Kyiv")], "in the frame": [(1, "in a frame", "")]}, []).anchors
    {'kiev': '0 4', 'he frame': '7 12'}
    """
    found = {form: list(WORD.finditer(form)) for form in rows}
    uses = Counter(match[0] for matches in found.values() for match in matches)
    anchors: dict[str, list[str]] = {}
    words: set[str] = set()
    for form, matches in found.items():
        if matches:  # many forms have "in the", few have "framework"; and long words are rare
            rarest = max(matches, key=lambda match: len(match[0]) - log2(uses[match[0]]))
            words.add(rarest[0])
            key = _with_what_is_beside(form, rarest)
            anchors.setdefault(key, []).append(f"{rarest.start()} {len(form)}")
    spans = {key: " ".join(dict.fromkeys(lines)) for key, lines in anchors.items()}
    loose = tuple(form for form, matches in found.items() if not matches)
    names = _words_of_names(rows, frozenset(phrases))
    return Entries(rows, frozenset(words), spans, loose, names, _first_names(people))


def _words_of_names(rows: Mapping[str, Sequence[Entry]], phrases: frozenset[int]) -> frozenset[str]:
    return frozenset(
        word
        for form, entries in rows.items()
        if entries[0][0] not in phrases and entries[0][2]  # a context is never written
        for word in form.split()
    )


def _first_names(people: Iterable[str]) -> dict[str, str]:
    """Return the first names of people by surname, parted by spaces."""
    found: dict[str, str] = {}
    for first, _, surname in (person.partition(" ") for person in dict.fromkeys(people)):
        if surname:
            found[surname] = f"{found[surname]} {first}" if surname in found else first
    return found


def _with_what_is_beside(form: str, word: re.Match[str]) -> str:
    """Return the word of a form with a few code points after it, or before it, or alone."""
    at, end = word.span()
    if len(form) - end >= _BESIDE:
        return form[at : end + _BESIDE]
    return form[at - _BESIDE : end] if at >= _BESIDE else word[0]
