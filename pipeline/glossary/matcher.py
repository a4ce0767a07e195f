"""Find every term of a glossary in a text, in one walk whatever the number of terms.

Forms are searched in a folded copy of the text that has the same offsets, overlapping; then
word boundaries and case decide, `keep` contexts and preferred forms stop what lies inside
them, and the longest match wins. The first texts are searched by the words of the forms: an
automaton is quicker, but takes longer to build than a process with one article lives.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import Any

from pipeline.glossary.casing import cased, dressed, plain
from pipeline.glossary.concept import Concept
from pipeline.glossary.entries import NONE, Entries, Entry, index
from pipeline.glossary.folding import SPACELESS, Squeezed, fold, is_joining, squeeze

__all__ = [
    "Entries",
    "Glossary",
    "Hit",
    "Lexicon",
    "Reading",
    "Stops",
    "Term",
    "entries_of",
    "fold",
]


@dataclass(frozen=True, slots=True)
class Term:
    """A form to look for: `replacement` is what to print for it, "" where it only stops others.

    `given` is the form as the row spells it. `derived` is "" for a form of the row, else how
    sure the form is that nobody typed: `apply` (as the row), `suggest`, or `choice`.
    """

    concept: Concept
    given: str
    replacement: str
    derived: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found at `start`..`end` (code points), with the form to print there.

    `stopped_by` names the `keep` context or the preferred form it lies inside, else "". A hit
    without a `replacement` is such a context, or a form that is right as it is.
    """

    start: int
    end: int
    term: Term
    replacement: str
    stopped_by: str = ""

    @property
    def is_context(self) -> bool:
        """Whether this is a `keep` context of its row."""
        return not self.term.replacement


@dataclass(frozen=True, slots=True)
class Reading:
    """What a lexicon found: chosen hits, hits inside longer ones, and what stops others."""

    hits: tuple[Hit, ...] = ()
    beaten: tuple[Hit, ...] = ()
    stops: tuple[Hit, ...] = ()


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
        return frozenset(
            (concept.language, concept.id, profile)
            for concept in self.concepts
            if concept.profile and concept.approved
            for profile in concept.profiles
        )

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
                    entries = self._packed.get(language, NONE)
                found = self._lexicons.setdefault(language, Lexicon(self.concepts, entries))
        return found


def entries_of(concepts: Sequence[Concept], language: str) -> Entries:
    """Return the forms of the approved rows of a language, derived ones too."""
    from pipeline.glossary.derived import derived_variants  # a packed glossary does without

    rows: dict[str, list[Entry]] = {}
    phrases = [number for number, row in enumerate(concepts) if row.type == "phrase"]
    people = [
        row.preferred for row in concepts if row.type == "person" and row.language == language
    ]
    for number, concept in enumerate(concepts):
        if concept.language == language and concept.approved:
            for given, replacement in _terms(concept):
                rows.setdefault(fold(given), []).append((number, given, replacement))
    for number, variants in derived_variants(concepts, language).items():
        printed = concepts[number].preferred
        for variant in variants:
            if not variant.dropped:
                entry = (number, plain(variant.form), printed, variant.kind)
                rows.setdefault(fold(variant.form), []).append(entry)
    return index(rows, phrases, people)


def _terms(concept: Concept) -> Iterator[tuple[str, str]]:
    """Yield (form, replacement); a `keep` context has none, the preferred form itself."""
    from pipeline.glossary.inflected import german_forms  # a packed glossary does without

    for variant in concept.variants:
        yield plain(variant), concept.preferred
        if concept.language == "de":
            yield from german_forms(plain(variant), concept.preferred, concept.type)
    for form, replacement in concept.forms:
        yield plain(form), replacement
    for context in concept.keep:
        yield plain(context), ""
    yield plain(concept.preferred), concept.preferred


class Lexicon:
    """The terms of one language; threads may share it."""

    def __init__(self, concepts: Sequence[Concept], entries: Entries) -> None:
        self._concepts = concepts
        self._entries = entries
        self._seen = 0  # code points read so far
        self._right: dict[str, str] = {}
        self._printed: dict[str, Sequence[tuple[Term, str]]] = {}

    def __len__(self) -> int:
        return len(self._entries.rows)

    def has(self, form: str) -> bool:
        """Tell whether some row has a form, whatever its case."""
        return fold(form) in self._entries.rows

    @property
    def words(self) -> frozenset[str]:
        """The folded words of all names: their capitals the glossary may have written."""
        return self._entries.names

    def first_names(self, surname: str) -> Sequence[str]:
        """Return the first names with which rows print a surname."""
        return self._entries.given.get(surname, "").split()

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the longest hits of every concept in text order, stopped ones included.

        Two hits of different concepts at one place are both given; overlapping shorter ones
        are not.
        """
        yield from self.read(text).hits

    def read(self, text: str, applies: Callable[[Concept], bool] | None = None) -> Reading:
        """Return everything found; rows that do not apply neither edit nor beat others."""
        if not self._entries.rows:
            return Reading()
        squeezed = squeeze(text)
        searched = text if squeezed is None else squeezed.text
        hits = [
            hit
            for start, end, form in self._matches(searched)
            for hit in self._hits_at(searched, start, end, form)
            if applies is None or hit.is_context or applies(hit.term.concept)
        ]
        if not hits:
            return Reading()
        if squeezed is not None:
            hits = [_moved(hit, squeezed) for hit in hits]
        if not text.isascii() or "\n" in text or "\t" in text:
            hits = [_dressed(hit, text) for hit in hits]
        hits.sort(key=lambda hit: (hit.start, hit.end))
        return _chosen(hits)

    def named(self, text: str) -> Iterator[Hit]:
        """Yield the longest forms of rows in a text, also those that are right as they stand.

        Forms that nobody typed are left out, and so is what lies in a `keep` context.
        """
        found = sorted(
            (
                hit
                for start, end, form in (self._matches(text) if self._entries.rows else ())
                for hit in self._typed_at(text, start, end, form)
            ),
            key=lambda hit: (hit.start - hit.end, hit.start),
        )
        taken: list[Hit] = []
        for hit in found:
            others = [one for one in taken if one.start < hit.end and hit.start < one.end]
            if all((one.start, one.end) == (hit.start, hit.end) for one in others):
                taken.append(hit)
        yield from (hit for hit in sorted(taken, key=lambda hit: hit.start) if not hit.is_context)

    def _typed_at(self, text: str, start: int, end: int, form: str) -> Iterator[Hit]:
        found = plain(text[start:end])
        for row, given, replacement, *derived in self._entries.rows[form]:
            concept = self._concepts[row]
            printed = cased(found, given, replacement, concept.case) if replacement else ""
            if not derived and printed is not None:
                yield Hit(start, end, Term(concept, given, replacement), printed)

    def _matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, form) for every form that stands between word boundaries."""
        folded, last = fold(text), len(text)
        self._seen += last
        early = self._seen < _EARLY and not self._entries.loose
        places = self._entries.places(folded) if early else self._walk(folded)
        for start, end in places:
            form = folded[start:end]
            if (
                (not start or not is_joining(text[start - 1]) or _is_free(text, start, -1))
                and (end == last or not is_joining(text[end]) or _is_free(text, end, 1))
                and form in self._entries.rows
            ):
                yield start, end, form

    def _walk(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of every form in a folded text, inside words too."""
        try:
            found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate: searched as a replacement character
            folded = folded.encode("utf-8", "replace").decode()
            found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for _, start, end in found:
            # Most matches lie inside longer words, which plain letters tell at once.
            inside = start and folded[start - 1] in _PLAIN and folded[start] in _PLAIN
            if not inside and not (folded[end : end + 1] in _PLAIN and folded[end - 1] in _PLAIN):
                yield start, end

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        # Of the three automata the quickest to build.
        return AhoCorasick(list(self._entries.rows), implementation=Implementation.ContiguousNFA)

    def _right_form(self, form: str) -> str:
        """Return the one word that is right as it stands and stops nothing inside it, or ""."""
        if form not in self._right:
            entry = self._entries.rows[form]
            given = entry[0][1]
            alone = given.isalpha() and all(given == row[1] == row[2] for row in entry)
            settled = all(self._concepts[row[0]].action != "suggest" for row in entry)
            self._right[form] = given if alone and settled else ""
        return self._right[form]

    def _hits_at(self, text: str, start: int, end: int, form: str) -> Iterator[Hit]:
        found = text[start:end]
        if found == self._right_form(form):
            return  # most names are spelled as they should be
        printed = self._printed.get(found)
        if printed is None:
            if len(self._printed) >= _REMEMBERED:
                self._printed.clear()
            printed = self._printed[found] = tuple(self._prints(form, found))
        for term, shown in printed:
            yield Hit(start, end, term, shown)

    def _prints(self, form: str, found: str) -> Iterator[tuple[Term, str]]:
        """Yield what the rows of a form print for it as it stands in a text."""
        bare = plain(found)
        for row, given, replacement, *derived in self._entries.rows[form]:
            if derived and found.islower():
                continue  # in small letters a form that nobody typed may be any word
            concept = self._concepts[row]
            term = Term(concept, given, replacement, *derived)
            if not replacement or (concept.type == "phrase" and given == concept.preferred):
                yield term, ""  # a phrase is no name: its capitals are those of its sentence
                continue
            printed = cased(bare, given, replacement, concept.case)
            if printed is not None:
                # The preferred form, or a form that is right as it is, stops what lies inside.
                yield term, "" if printed == bare else printed


_EARLY = 100_000  # code points
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_REMEMBERED = 4096  # spellings whose printed forms are kept; texts bring the same ones again


def _is_free(text: str, at: int, side: int) -> bool:
    """Tell whether a term ends at `at` although a letter follows: it has none there, or CJK."""
    outer, inner = (text[at - 1], text[at]) if side < 0 else (text[at], text[at - 1])
    return not is_joining(inner) or outer in SPACELESS


def _moved(hit: Hit, squeezed: Squeezed) -> Hit:
    start, end = squeezed.before(hit.start, hit.end)
    return replace(hit, start=start, end=end)


def _dressed(hit: Hit, text: str) -> Hit:
    """Return the hit with the spaces and apostrophes of the text in what it prints."""
    printed = dressed(text[hit.start : hit.end], hit.replacement) if hit.replacement else ""
    return hit if printed == hit.replacement else replace(hit, replacement=printed)


def _chosen(hits: Sequence[Hit]) -> Reading:
    """Return the reading of sorted hits: what stops them, and the longest of the others."""
    stops = Stops(hit for hit in hits if not hit.replacement)
    chosen: list[Hit] = []
    beaten: list[Hit] = []
    starts: list[int] = []
    ends: list[int] = []
    wanted = [hit for hit in hits if hit.replacement]
    for hit in sorted(wanted, key=lambda hit: (hit.start - hit.end, hit.start)):
        stop = stops.around(hit)
        if stop is not None:
            chosen.append(replace(hit, stopped_by=stop.term.given))
            continue
        index = bisect_right(ends, hit.start)
        rival = index < len(starts) and starts[index] < hit.end
        if rival and (starts[index], ends[index]) != (hit.start, hit.end):
            beaten.append(hit)
            continue
        if not rival:
            starts.insert(index, hit.start)
            ends.insert(index, hit.end)
        chosen.append(hit)
    chosen.sort(key=lambda hit: (hit.start, hit.end))
    return Reading(tuple(chosen), tuple(beaten), tuple(stops.hits))


class Stops:
    """Contexts and preferred forms, in the order of the text, asked for the one around a hit."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.hits = list(hits)
        self._starts = [hit.start for hit in self.hits]
        self._longest = max((hit.end - hit.start for hit in self.hits), default=0)

    def around(self, hit: Hit) -> Hit | None:
        """Return a stop that holds the hit: a longer one, or one of its own row."""
        first = bisect_left(self._starts, hit.end - self._longest)
        for stop in self.hits[first : bisect_right(self._starts, hit.start)]:
            longer = (stop.end - stop.start) > (hit.end - hit.start)
            if stop.end >= hit.end and (longer or stop.term.concept is hit.term.concept):
                return stop
        return None
