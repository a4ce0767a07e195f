"""The names of an article: which rows found what, what must stay, how sure each form is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from pipeline.context import Context
from pipeline.finding import Safety
from pipeline.glossary.abroad import names_abroad
from pipeline.glossary.concept import Concept
from pipeline.glossary.doubt import reason_to_doubt
from pipeline.glossary.evidence import is_shouted, spelled_out
from pipeline.glossary.matcher import Hit, Reading, Stops, Term
from pipeline.glossary.passage import is_in_foreign_quotation
from pipeline.glossary.surroundings import TOWN, Place, is_titled, reason_to_keep
from pipeline.house import KEEP
from pipeline.pattern import compiled
from pipeline.rules._quotes import is_quoted

NAMES = ("place", "person", "organisation", "country")
_RANK = {"apply": Safety.APPLY, "suggest": Safety.SUGGEST, "flag": Safety.FLAG}


# What a `keep` context about a town of the same name has in it.
_OF_A_TOWN = r", \p{Lu}|\b(?:College|High School|County|Medical Center|American|Permian)\b"


@dataclass(frozen=True, slots=True)
class Found:
    """A hit in text of its row's language: why it is kept ("" if it is not), how sure it is."""

    hit: Hit
    kept: str
    safety: Safety
    why: str = ""

    @property
    def concept(self) -> Concept:
        """The row behind the hit."""
        return self.hit.term.concept

    @property
    def printed(self) -> str:
        """The form its row prints here."""
        return self.hit.replacement

    @property
    def is_choice(self) -> bool:
        """Whether newsrooms differ on the form, so that the article decides."""
        return _is_chosen(self.hit.term)


@dataclass(frozen=True, slots=True)
class Names:
    """What was found in the text of one language.

    `found` are forms that rows replace. The others are there for names on which the article
    decides: `beaten` lie inside longer forms that are replaced, `right` are as preferred.
    """

    found: tuple[Found, ...]
    beaten: tuple[Found, ...] = ()
    right: tuple[Found, ...] = ()


def is_choice(concept: Concept) -> bool:
    """Tell whether a row holds forms that newsrooms choose between."""
    return (
        concept.action == "suggest"
        and concept.type in NAMES
        and not concept.source_langs
        and not concept.profile
    )


def _is_chosen(term: Term) -> bool:
    """Tell whether a form is one that newsrooms choose; a foreign one that was derived is not."""
    return term.derived == "choice" or (not term.derived and is_choice(term.concept))


def read_names(context: Context) -> Iterator[Names]:
    """Yield the names in the text of each language that has a glossary."""
    languages = {locale.language for locale in context.locales()}
    for language in sorted(languages):
        reading = context.plan.glossary.lexicon(language).read(
            context.text, partial(_applies, context)
        )
        if reading.hits or reading.beaten:
            yield _Reader(context, language, reading).names()


def _applies(context: Context, concept: Concept) -> bool:
    return not why_asleep(context, concept)


def why_asleep(context: Context, concept: Concept) -> str:
    """Return why a row is not for this house, source language or day, "" where it is."""
    house = context.house.names
    if concept.profile:
        if house not in concept.profiles:
            return "for another house"
    elif house != KEEP and context.plan.glossary.has_profile(concept, house):
        return "the house has a row of its own"
    known = source_language(context)
    if concept.source_langs and (known not in concept.source_langs if known else flagged(concept)):
        return "for translations from another language" if known else "takes a source language"
    return "" if concept.valid_on(context.source.date) else "not on this day"


def flagged(concept: Concept) -> bool:
    """Tell whether a row only points at a form, which takes a known source language."""
    return concept.action == "flag"


def source_language(context: Context) -> str:
    """Return the language subtag of the source, "" when it is not known."""
    return (context.source.source_lang or "").partition("-")[0].lower()


class _Reader:
    """The hits of one language, weighed against each other."""

    def __init__(self, context: Context, language: str, reading: Reading) -> None:
        self._context = context
        self._text = context.text
        self._language = language
        self._hits = [hit for hit in reading.hits if self._is_mine(hit)]
        self._beaten = [hit for hit in reading.beaten if self._is_mine(hit)]
        self._right = [hit for hit in reading.stops if not hit.is_context and self._is_mine(hit)]
        self._contexts = [hit for hit in reading.stops if hit.is_context and self._is_mine(hit)]
        self._own: dict[str, bool] = {}

    def names(self) -> Names:
        """Return the hits with what is known about each."""
        pairs = list(_one_each(self._context, [(hit, self._kept(hit)) for hit in self._hits]))
        self._pairs = pairs
        found = tuple(Found(hit, reason, *self._weighed(hit, reason)) for hit, reason in pairs)
        terms = [hit.term for hit, reason in pairs if not reason]
        terms += [hit.term for hit in self._beaten]
        groups = {term.concept.preferred for term in terms if _is_chosen(term)}
        if not groups:
            return Names(found)
        beaten = [hit for hit in self._beaten if hit.term.concept.preferred in groups]
        right = [hit for hit in self._right if hit.term.concept.preferred in groups]
        contexts = Stops(self._contexts)
        return Names(
            found,
            tuple(Found(hit, self._kept(hit), Safety.SUGGEST) for hit in beaten),
            tuple(
                Found(hit, "a context" if contexts.around(hit) else self._kept(hit), Safety.SUGGEST)
                for hit in right
                if hit.term.concept.type in NAMES
            ),
        )

    def _is_mine(self, hit: Hit) -> bool:
        block = self._context.document.block_at(hit.start)
        return block is not None and self._context.locale_of(block).language == self._language

    @cached_property
    def _rims(self) -> frozenset[int]:
        return frozenset(at for hit in (*self._hits, *self._right) for at in (hit.start, hit.end))

    def _kept(self, hit: Hit) -> str:
        """Return why a hit must stay as it is, "" if it need not."""
        if hit.stopped_by:
            return hit.stopped_by
        context, concept = self._context, hit.term.concept
        if context.document.is_protected(hit.start, hit.end):
            return "protected"
        if not concept.in_quotes and is_quoted(context, hit.start, hit.end):
            return "inside a quotation"
        if concept.type == "phrase":
            return ""
        return self._reason(hit)

    def _reason(self, hit: Hit) -> str:
        """Return what around a name says that it must stay."""
        kind = hit.term.concept.type
        reason = reason_to_keep(self._place(hit))
        if not reason and is_titled(self._text, hit.start, hit.end):
            return "a quoted title"
        if not reason and is_in_foreign_quotation(self._text, hit.start, hit.end, self._language):
            return "a quotation in another language"
        if not reason and kind == "acronym" and self._is_own_acronym(hit):
            return "the article spells it out"
        return reason

    def _place(self, hit: Hit) -> Place:
        start, end, kind = hit.start, hit.end, hit.term.concept.type
        return Place(self._text, start, end, kind, hit.replacement, self._language, self._rims)

    def _is_own_acronym(self, hit: Hit) -> bool:
        """Tell whether the article says what the letters stand for, and it is not this row."""
        seen = self._text[hit.start : hit.end]
        if seen not in self._own:
            matches = compiled(rf"\({seen}[),;]").finditer(self._text) if seen.isalnum() else ()
            self._own[seen] = any(
                spelled_out(self._text, match.start() + 1, match.end() - 1) == seen
                for match in matches
            )
        return self._own[seen]

    def _weighed(self, hit: Hit, kept: str) -> tuple[Safety, str]:
        """Return how sure a hit is, and what made it so where that is not its row alone."""
        concept = hit.term.concept
        safety = _RANK[concept.action]
        if hit.term.derived in ("suggest", "choice"):
            safety = max(safety, Safety.SUGGEST)
        if kept or (hit.term.derived and safety is not Safety.APPLY):
            return safety, ""
        if safety is Safety.APPLY:
            if concept.type in NAMES and concept.preferred in self._elsewhere:
                return Safety.SUGGEST, "the article is about another town"
            if concept.type == "acronym" and concept.source_langs and self._is_shouted(hit):
                return Safety.SUGGEST, "in capitals it may be a word"
            doubt = "" if concept.type == "phrase" else self._doubt(hit)
            return (Safety.SUGGEST, doubt) if doubt else (safety, "")
        evidence = "" if is_choice(concept) else self._evidence(hit)
        return (Safety.APPLY, evidence) if evidence else (safety, "")

    def _doubt(self, hit: Hit) -> str:
        first_names = self._context.plan.glossary.lexicon(self._language).first_names
        return reason_to_doubt(self._place(hit), hit.term.concept, first_names)

    def _is_shouted(self, hit: Hit) -> bool:
        known = source_language(self._context)
        return not known and is_shouted(self._text, hit.start, hit.end)

    def _evidence(self, hit: Hit) -> str:
        """Return what makes a row that only suggests certain in this article, "" for nothing."""
        concept = hit.term.concept
        given = self._given(hit)
        if given:
            forms = [form for _, form in concept.native]
            has_it = any(has_word(given, form) for form in forms) or self._is_named(hit, given)
            return "the source text has it" if has_it else ""
        if concept.type == "phrase" or concept.action == "flag":
            return ""
        if spelled_out(self._text, hit.start, hit.end) == concept.preferred:
            return "the article spells it out"
        return self._language_evidence(hit) if concept.source_langs else ""

    def _given(self, hit: Hit) -> str:
        """Return the source of the paragraph that a hit stands in, else the whole source text."""
        block = self._context.document.block_at(hit.start)
        aligned = block.source if block is not None else None
        return aligned or self._context.source.source_text or ""

    def _is_named(self, hit: Hit, given: str) -> bool:
        """Tell whether the source has the name as its own language writes it, in any case."""
        known, concept = source_language(self._context), hit.term.concept
        if not known or concept.type not in NAMES:
            return False
        names = names_abroad(self._context.plan.glossary, self._language, known)
        return any(name.preferred == concept.preferred for name, _ in names.names_in(given))

    def _language_evidence(self, hit: Hit) -> str:
        if self._is_shouted(hit):
            return ""
        if source_language(self._context):
            return "translated from a language that has this form"
        concept = hit.term.concept
        for language in concept.source_langs:
            if self._speakers.get(language, set()) - {concept.preferred}:
                return "other forms in the article come from the same language"
        return ""

    @cached_property
    def _speakers(self) -> Mapping[str, set[str]]:
        """The names in the form of each source language: preferred forms by language.

        Only forms that are certain by themselves count: two doubtful ones prove nothing.
        """
        found: dict[str, set[str]] = {}
        for hit, reason in self._pairs:
            concept, seen = hit.term.concept, self._text[hit.start : hit.end]
            if concept.action != "apply":
                continue
            own = [language for language, form in concept.native if form == seen]
            for language in () if reason else (*own, *concept.source_langs):
                found.setdefault(language, set()).add(concept.preferred)
        return found

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The preferred forms whose variants are towns elsewhere in this article.

        `Odessa, Texas` stands somewhere, or Texas does, and nothing speaks of the city itself.
        """
        rows = {hit.term.concept.id: hit.term.concept for hit, _ in self._pairs}.values()
        towns = {hit.term.concept.preferred for hit, reason in self._pairs if reason == TOWN}
        towns |= {row.preferred for row in rows if self._has_state(row)}
        towns |= {
            hit.term.concept.preferred
            for hit in self._contexts
            if compiled(_OF_A_TOWN).search(hit.term.given)
        }
        return frozenset(towns - {hit.term.concept.preferred for hit in self._right})

    def _has_state(self, concept: Concept) -> bool:
        """Tell whether the article names a state that has a town of this name."""
        towns = (keep.split(", ", 1) for keep in concept.keep if ", " in keep)
        states = [state for town, state in towns if town in concept.variants]
        return any(
            len(state) > 4 and state[0].isupper() and has_word(self._text, state)
            for state in states
        )


def _one_each(context: Context, pairs: Sequence[tuple[Hit, str]]) -> Iterator[tuple[Hit, str]]:
    """Yield one hit for each place: the house's row, then the surer one, then the later one."""
    best: dict[tuple[int, int], tuple[Hit, str]] = {}
    for hit, reason in pairs:
        key = (hit.start, hit.end)
        if key not in best or _merit(context, hit) >= _merit(context, best[key][0]):
            best[key] = (hit, reason)
    yield from best.values()


def _merit(context: Context, hit: Hit) -> tuple[bool, bool, int]:
    concept = hit.term.concept
    known = bool(source_language(context)) and bool(concept.source_langs)
    return bool(concept.profile), known, -_RANK[concept.action]


def has_word(text: str, form: str) -> bool:
    """Tell whether a form stands in a text as a word of its own, in any case."""
    escaped = "".join(char if char.isalnum() else "\\" + char for char in form)
    return compiled(rf"(?i)(?<!\w){escaped}(?!\w)").search(text) is not None
