"""Variants that nobody typed: how other newsrooms and machines write the name of a row.

A row that has the name in its own script is written out by every system for it, and in the
cases that machines leave behind. What decides about a form, in this order:

- it is the preferred form, or some row has it already (as a form, a variant or a context), or
  two rows that print different names derive it: dropped;
- it is a word of everyday language (the list of `everyday`, which a test holds against
  frequencies of ten languages): dropped;
- a newspaper of the language may print it, because a system of that very language gives it or
  its writers are known to (`everyday` again): a choice, on which the article decides as on a row
  of choices; but the Russian reading of a Ukrainian place is suggested;
- it is short, it may be another name (Putina, Protasiewicz, Nikolaev), or it belongs to a row that
  prints another name than the native one (Moscow, not Moskva): suggested;
- else it is replaced as the row says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from pipeline.glossary.concept import Concept
from pipeline.glossary.everyday import is_everyday, spellings_in
from pipeline.glossary.folding import fold, without_accents
from pipeline.glossary.inflected import oblique_forms
from pipeline.glossary.romanise import System, romanised
from pipeline.glossary.systems import systems_of

APPLY, SUGGEST, CHOICE = "apply", "suggest", "choice"
_DOUBT = {APPLY: 0, SUGGEST: 1, CHOICE: 2}
MOST = 24  # derived forms of one row
_KEEP_ACCENTS = ("iso", "ro")  # without them nobody writes so: Kupansk, Donetk
_SHORT = 5  # letters below which a name may be anything
_KINDS = ("place", "person", "organisation")
_CASES_IN = ("press", "national", "bgn", "fr", "de")  # systems that oblique cases are met in
# How surnames end in countries whose spelling of a Russian name makes it one of theirs.
_AT_HOME: Mapping[str, tuple[str, ...]] = {
    "pl": tuple("icz ski cki ny ska cka uk ak ek icki".split()),
    "hr": tuple("i\u0107 ovski evski ak uk".split()),
    "cs": tuple("sk\u00fd ov\u00e1 \u00ed\u010d uk ak".split()),
}
# How a town is called that is called after a man: any of his name may be meant.
_OF_PEOPLE = tuple("ev ov in yn ew ow iev sky skiy skij ski skii eff off".split())


@dataclass(frozen=True, slots=True)
class Derived:
    """A form, the way it came about, and how sure it is; `dropped` says why it is not used."""

    form: str
    reason: str
    kind: str
    dropped: str = ""


def derives(concept: Concept) -> bool:
    """Tell whether variants are derived for a row: a name, everywhere and at all times."""
    return (
        concept.approved
        and concept.type in _KINDS
        and bool(concept.native)
        and concept.action != "flag"
        and not (concept.source_langs or concept.profile or concept.valid_from or concept.valid_to)
    )


def derived_variants(concepts: Sequence[Concept], language: str) -> dict[int, tuple[Derived, ...]]:
    """Return the derived variants of the rows of a language, by number; dropped ones too."""
    rows = [(number, row) for number, row in enumerate(concepts) if row.language == language]
    found = {number: variants_of(concepts[number]) for number in _leading(rows)}
    typed = _typed(row for _, row in rows)
    admitted = spellings_in(language)
    claims: dict[str, set[str]] = {}
    for number, variants in found.items():
        for variant in variants:
            claims.setdefault(fold(variant.form), set()).add(concepts[number].preferred)
    return {
        number: _bounded(
            _judged(_admitted(variant, admitted), concepts[number], typed, claims)
            for variant in variants
        )
        for number, variants in found.items()
    }


def variants_of(concept: Concept) -> tuple[Derived, ...]:
    """Return the forms that a row derives, looked at alone, without a bound.

    >>> row = Concept("p", "Lukashenko", native=(("ru", "Лукашенко"),), type="person")
    >>> next(v.reason for v in variants_of(row) if v.form == "Loukachenko")
    'French transcription of Лукашенко (ru)'
    """
    spelled = list(_spelled(concept))
    mine = _bare(concept.preferred)
    own = {lang for _, system, lang, _ in spelled if system.target == concept.language}
    same = {lang for form, _, lang, _ in spelled if _bare(form) == mine}
    # Of a Ukrainian name the Russian reading is nobody's choice, unless the row prints it.
    choosable = own - {"ru"} if "uk" in own and "ru" not in same else own
    found: dict[str, Derived] = {concept.preferred: Derived("", "", "")}
    for form, system, lang, native in spelled:
        kind = APPLY if same and not _is_borne(form, system, concept) else SUGGEST
        if system.target == concept.language:
            kind = _own_kind(concept, form, choosable=lang in choosable)
        _add(found, form, f"{system.name} of {native} ({lang})", kind)
        if form != without_accents(form) and system.key not in _KEEP_ACCENTS:
            _add(
                found,
                without_accents(form),
                f"{system.name} of {native} ({lang}), no accents",
                kind,
            )
    for form, reason, sure in _cases(concept):
        _add(found, form, reason, APPLY if sure and same else SUGGEST)
    return tuple(list(found.values())[1:])


def reason_for(concept: Concept, form: str) -> str:
    """Return how a form of a row came about, "" where the row does not derive it."""
    return next((found.reason for found in variants_of(concept) if found.form == form), "")


def _leading(rows: Iterable[tuple[int, Concept]]) -> list[int]:
    """Return one row for each preferred form: one that is sure before one that asks."""
    first: dict[str, tuple[int, Concept]] = {}
    for number, row in rows:
        rival = first.get(row.preferred)
        if derives(row) and (
            rival is None or (row.action == "apply" and rival[1].action != "apply")
        ):
            first[row.preferred] = number, row
    return sorted(number for number, _ in first.values())


def _spelled(concept: Concept) -> Iterator[tuple[str, System, str, str]]:
    """Yield (form, system, language, native form) by every system for the row's natives."""
    natives = [*concept.native]
    if _is_cyrillic(concept.preferred):
        natives.append((concept.language, concept.preferred))
    for lang, native in natives:
        for system in systems_of(lang):
            form = _tidy(romanised(native, system.table))
            if _is_name(form):
                yield without_accents(form) if system.plain else form, system, lang, native


def _cases(concept: Concept) -> Iterator[tuple[str, str, bool]]:
    """Yield (form, reason, whether it can be nothing else) for oblique cases."""
    for lang, native in concept.native:
        systems = [system for system in systems_of(lang) if system.key in _CASES_IN]
        for oblique, case, sure in oblique_forms(native, lang, concept.type):
            for system in systems:
                form = _tidy(romanised(oblique, system.table))
                if _is_name(form):
                    yield form, f"{case} of {native} ({lang}), {system.name}", sure


def _add(found: dict[str, Derived], form: str, reason: str, kind: str) -> None:
    if kind == APPLY and sum(map(str.isalpha, form)) < _SHORT:
        kind = SUGGEST
    # The most doubtful reading of a form wins: what a house of the language prints is its choice.
    if form not in found or _DOUBT[kind] > _DOUBT.get(found[form].kind, len(_DOUBT)):
        found[form] = Derived(form, reason, kind)


def _own_kind(concept: Concept, form: str, *, choosable: bool) -> str:
    """Return how sure a form is that a system of the row's own language gives."""
    if choosable:
        return CHOICE
    return APPLY if concept.type == "person" and " " in form else SUGGEST


def _is_borne(form: str, system: System, concept: Concept) -> bool:
    """Tell whether other people may bear the name: Protasiewicz in Poland, Nikolaev anywhere."""
    endings = _AT_HOME.get(system.target, ()) if concept.type == "person" else _OF_PEOPLE
    return " " not in form and form.endswith(endings)


def _typed(rows: Iterable[Concept]) -> dict[str, str]:
    """Return what the editors wrote, folded, with the row that has it."""
    typed: dict[str, str] = {}
    for row in rows:
        words = (row.preferred, *row.variants, *row.keep, *(form for form, _ in row.forms))
        for word in words:
            typed.setdefault(fold(word), row.id)
    return typed


def _admitted(variant: Derived, spellings: frozenset[str]) -> Derived:
    """Return the variant as a choice where writers of the language do spell so."""
    sure = variant.kind == APPLY and fold(variant.form) in spellings
    return replace(variant, kind=CHOICE) if sure else variant


def _judged(
    variant: Derived, concept: Concept, typed: Mapping[str, str], claims: Mapping[str, set[str]]
) -> Derived:
    folded = fold(variant.form)
    if folded in typed:
        return replace(variant, dropped=f"the row {typed[folded]} has it")
    if len(claims[folded]) > 1:
        names = ", ".join(sorted(claims[folded]))
        return replace(variant, dropped=f"it may be any of {names}")
    head, _, last = variant.form.rpartition(" ")
    if head and concept.preferred.startswith(head + " ") and fold(last) in typed:
        return replace(variant, dropped=f"{last} alone is found")
    if is_everyday(folded):
        return replace(variant, dropped="it is an everyday word")
    return variant


def _bounded(variants: Iterable[Derived]) -> tuple[Derived, ...]:
    """Return the variants, those beyond the bound dropped."""
    kept, room = [], MOST
    for variant in variants:
        if not variant.dropped:
            room -= 1
        over = room < 0 and not variant.dropped
        kept.append(replace(variant, dropped=f"a row derives {MOST} at most") if over else variant)
    return tuple(kept)


def _tidy(form: str) -> str:
    return form if form.isascii() else normalize("NFC", form)


def _is_name(form: str) -> bool:
    """Tell whether a form is Latin throughout, of three letters at least, with a capital."""
    if form.isascii():
        return len(form) > 2 and form[0].isupper() and sum(map(str.isalpha, form)) > 2
    letters = [char for char in form if char.isalpha()]
    latin = all(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return latin and len(letters) > 2 and form[0].isupper()


def _is_cyrillic(form: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in form)


def _bare(form: str) -> str:
    return without_accents(form).lower()
