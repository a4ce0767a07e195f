"""Find every term of a glossary in a text, in one walk whatever the number of terms.

Forms are searched in a folded copy of the text that has the same offsets, overlapping; then
word boundaries and case decide, `keep` contexts and preferred forms stop what lies inside
them, and the longest match wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from pipeline.glossary.concept import Concept

_SPACES = "\u00a0\u202f\u2009\n\t"
_QUOTES = "\u2019\u02bc"


@dataclass(frozen=True, slots=True)
class Term:
    """A form to look for: `replacement` is what to print for it, "" where it only stops others.

    `given` is the form as the row spells it.
    """

    concept: Concept
    given: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found at `start`..`end` (code points), with the form to print there.

    `stopped_by` names the `keep` context or the preferred form it lies inside, else "".
    """

    start: int
    end: int
    term: Term
    replacement: str
    stopped_by: str = ""


# What a lexicon is packed as: folded forms, and for each the terms (concept number, form,
# replacement) behind it.
Entries = Mapping[str, Sequence[tuple[int, str, str]]]


class Glossary:
    """Concepts by language, searched by an automaton built when a language first needs it.

    `packed` holds the entries of each language where they were computed before.
    """

    def __init__(
        self, concepts: Sequence[Concept], packed: Mapping[str, Entries] | None = None
    ) -> None:
        self.concepts = concepts
        self._packed = packed
        self._lexicons: dict[str, Lexicon] = {}
        self._lock = Lock()

    @cached_property
    def _profiles(self) -> frozenset[tuple[str, str, str]]:
        return frozenset((c.language, c.id, c.profile) for c in self.concepts if c.profile)

    def has_profile(self, concept: Concept, profile: str) -> bool:
        """Tell whether the house has a row of its own for the concept."""
        return (concept.language, concept.id, profile) in self._profiles

    def lexicon(self, language: str) -> Lexicon:
        """Return the searchable terms for text in a language (a BCP 47 language subtag)."""
        found = self._lexicons.get(language)
        if found is None:
            with self._lock:
                if self._packed is None:
                    entries = entries_of(self.concepts, language)
                else:
                    entries = self._packed.get(language, {})
                found = self._lexicons.setdefault(language, Lexicon(self.concepts, entries))
        return found


def entries_of(concepts: Sequence[Concept], language: str) -> Entries:
    """Return the entries of the approved rows of a language, by folded form."""
    entries: dict[str, list[tuple[int, str, str]]] = {}
    for number, concept in enumerate(concepts):
        if concept.language == language and concept.approved:
            for given, replacement in _terms(concept):
                entries.setdefault(fold(given), []).append((number, given, replacement))
    return entries


class Lexicon:
    """The terms of one language behind one automaton."""

    def __init__(self, concepts: Sequence[Concept], entries: Entries) -> None:
        self._concepts = concepts
        self._folded = list(entries)
        self._entries = list(entries.values())
        self._automaton: Any = None
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._folded)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the longest hits of every concept in text order, stopped ones included.

        Two hits of different concepts at one place are both given; overlapping shorter ones
        are not.
        """
        if not self._folded:
            return
        found = self._matches(text)
        if not found:
            return
        hits = [hit for start, end, terms in found for hit in _hits(text, start, end, terms)]
        hits.sort(key=lambda hit: (hit.start, hit.end))
        for cluster in _clusters(hits):
            yield from _longest(cluster)

    def _matches(self, text: str) -> list[tuple[int, int, list[Term]]]:
        """Return (start, end, terms) for every form that stands between word boundaries."""
        automaton = self._automaton or self._build()
        folded = fold(text)
        try:
            found = automaton.find_matches_as_indexes(folded, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate: searched as a replacement character
            folded = folded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            if len(folded) != len(text):
                return []
            found = automaton.find_matches_as_indexes(folded, overlapping=True)
        return [
            (start, end, self._terms_at(number))
            for number, start, end in found
            if _bounded(text, start, end)
        ]

    def _terms_at(self, number: int) -> list[Term]:
        return [
            Term(self._concepts[row], given, replacement)
            for row, given, replacement in self._entries[number]
        ]

    def _build(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        with self._lock:
            if self._automaton is None:  # of the three automata the quickest to build
                kind = Implementation.ContiguousNFA
                self._automaton = AhoCorasick(self._folded, implementation=kind)
        return self._automaton


def fold(text: str) -> str:
    """Return the text in lower case with plain spaces and apostrophes, every offset unmoved."""
    folded = text.lower()
    if len(folded) != len(text):  # İ becomes two code points in lower case
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if not folded.isascii():
        for char in _SPACES[:3]:
            folded = folded.replace(char, " ")
        for char in _QUOTES:
            folded = folded.replace(char, "'")
    return folded.replace("\n", " ").replace("\t", " ")


def _terms(concept: Concept) -> Iterator[tuple[str, str]]:
    """Yield (form, replacement); a `keep` context has none, the preferred form itself."""
    for variant in concept.variants:
        yield _plain(variant), concept.preferred
    for form, replacement in concept.forms:
        yield _plain(form), replacement
    for context in concept.keep:
        yield _plain(context), ""
    yield _plain(concept.preferred), concept.preferred


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether the range begins and ends at a word boundary; scripts without spaces do."""
    if start and text[start - 1].isalnum() and _joins(text[start - 1], text[start]):
        return False
    return not (end < len(text) and text[end].isalnum() and _joins(text[end], text[end - 1]))


def _joins(outer: str, inner: str) -> bool:
    """Tell whether a letter or digit next to a term makes it part of a longer word."""
    return inner.isalnum() and not ("\u3040" <= outer <= "\u9fff" or "\uac00" <= outer <= "\ud7af")


def _hits(text: str, start: int, end: int, terms: list[Term]) -> Iterator[Hit]:
    found = text[start:end]
    for term in terms:
        if not term.replacement:
            yield Hit(start, end, term, "")
            continue
        printed = cased(found, term)
        if printed is None:
            continue
        if printed == found:
            # The preferred form, or a form that is right as it is, stops what lies inside it.
            yield Hit(start, end, term, "")
        else:
            yield Hit(start, end, term, printed)


def cased(found: str, term: Term) -> str | None:
    """Return what to print for `found`, None where the row's case rule does not match it.

    The found text may have other spaces or apostrophes than the row.
    """
    concept, given, printed = term.concept, term.given, term.replacement
    plain = found if found.isascii() else _plain(found)
    plain = plain.replace("\n", " ").replace("\t", " ")
    is_preferred = given == printed
    if concept.case == "as stored":
        return None if plain != given else printed
    if concept.case == "upper":
        return printed if plain == given.upper() and not is_preferred else None
    if plain.isupper() and len(plain) > 1 and given.upper() != given:
        return printed.upper()
    if concept.type == "phrase":
        return _cased_phrase(plain, given, printed)
    return printed if plain in (given, given.lower(), given[:1].upper() + given[1:]) else None


def _cased_phrase(plain: str, given: str, printed: str) -> str | None:
    if plain[1:] != given[1:] and plain.title() != plain:
        return None
    return printed[:1].upper() + printed[1:] if plain[:1].isupper() else printed


def _plain(found: str) -> str:
    for char in _SPACES[:3]:
        found = found.replace(char, " ")
    for char in _QUOTES:
        found = found.replace(char, "'")
    return found


def _clusters(hits: list[Hit]) -> Iterator[list[Hit]]:
    """Yield runs of sorted hits that overlap, so that the choice stays linear in the text."""
    cluster: list[Hit] = []
    reach = 0
    for hit in hits:
        if cluster and hit.start >= reach:
            yield cluster
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    if cluster:
        yield cluster


def _longest(cluster: list[Hit]) -> list[Hit]:
    stops = [hit for hit in cluster if not hit.replacement]
    chosen: list[Hit] = []
    for hit in sorted(cluster, key=lambda hit: (hit.start - hit.end, hit.start)):
        if not hit.replacement:
            continue
        stop = next((stop for stop in stops if _inside(hit, stop)), None)
        if stop is not None:
            chosen.append(Hit(hit.start, hit.end, hit.term, hit.replacement, stop.term.given))
        elif not any(_beaten(hit, other) for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: (hit.start, hit.end))


def _inside(hit: Hit, stop: Hit) -> bool:
    if not (stop.start <= hit.start and hit.end <= stop.end):
        return False
    return (stop.end - stop.start) > (hit.end - hit.start) or stop.term.concept is hit.term.concept


def _beaten(hit: Hit, other: Hit) -> bool:
    """Tell whether a longer hit already covers part of this one."""
    if hit.start >= other.end or other.start >= hit.end:
        return False
    return (hit.start, hit.end) != (other.start, other.end)
