"""One form in one article: where newsrooms differ on a name, the article's own habit decides."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.context import Context
from pipeline.finding import Safety
from pipeline.glossary.evidence import are_spellings
from pipeline.pattern import compiled
from pipeline.rules.terms._article import Found, Names

_CAPITAL_BEHIND = r"[ -]\p{Lu}"
# A word that begins no sentence, or the capital would say nothing.
_CAPITAL_IN_FRONT = r"(?<=[\p{Ll},] )\p{Lu}[\p{L}'\u2019]{2,30} \Z"
_WHY = "the article spells this name in several ways; this one is the commonest"


def chosen_forms(names: Names) -> Mapping[str, str]:
    """Return, by preferred form, the form that an article with several of them has most.

    Forms that other rows replace count as the preferred one, which also wins a tie.
    """
    groups = {found.concept.preferred for found in names.found if _takes_part(found)}
    groups |= {found.concept.preferred for found in names.beaten if _takes_part(found)}
    if not groups:
        return {}
    chosen: dict[str, str] = {}
    for preferred in sorted(groups):
        counts = _counted(names, preferred)
        if len(counts) > 1:
            most = max(counts.values())
            first = next(form for form in counts if counts[form] == most)
            chosen[preferred] = preferred if counts.get(preferred) == most else first
    return chosen


def in_chosen_form(printed: str, forms: Mapping[str, str]) -> str:
    """Return what a row prints with the names in it in the forms the article chose."""
    for preferred, form in forms.items():
        if printed == preferred:
            return form
        if printed.endswith(" " + preferred):
            return printed[: -len(preferred)] + form
    return printed


def unified(
    context: Context, names: Names, forms: Mapping[str, str]
) -> Iterator[tuple[Found, str, Safety, str]]:
    """Yield (found, form to print, safety, reason) for each name not in the chosen form."""
    if not forms:
        return
    edited = [found for found in names.found if not found.kept and not found.is_choice]
    starts = [found.hit.start for found in edited]
    # Several rows may prefer one form, which is then found once for each.
    places = {(found.hit.start, found.hit.end): found for found in names.right}
    for found in (*names.found, *places.values()):
        form = forms.get(found.concept.preferred)
        if form is None or found.kept or not (found.is_choice or not found.printed):
            continue
        index = bisect_right(starts, found.hit.start) - 1
        inside = index >= 0 and found.hit.end <= edited[index].hit.end
        if inside or _form(found) == form:
            continue
        seen = context.text[found.hit.start : found.hit.end]
        sure = are_spellings(_form(found), form) and not _is_in_name(context.text, found)
        printed = form.upper() if seen.isupper() else form
        yield found, printed, Safety.APPLY if sure else Safety.SUGGEST, _WHY


def _is_in_name(text: str, found: Found) -> bool:
    """Tell whether a place stands beside a capitalised word: `Macao Polytechnic` is a name."""
    if found.concept.type == "person":
        return False
    start, end = found.hit.start, found.hit.end
    behind = compiled(_CAPITAL_BEHIND).match(text, end, end + 4)
    in_front = compiled(_CAPITAL_IN_FRONT).search(text, max(0, start - 40), start)
    return behind is not None or in_front is not None


def _takes_part(found: Found) -> bool:
    return found.is_choice and not found.kept


def _counted(names: Names, preferred: str) -> Counter[str]:
    """Count the forms of a name in the order in which the article has them."""
    group = [
        found
        for found in (*names.found, *names.beaten, *names.right)
        if found.concept.preferred == preferred and not found.kept
    ]
    group.sort(key=lambda found: found.hit.start)
    places: set[tuple[int, int]] = set()
    counts: Counter[str] = Counter()
    for found in group:
        place = (found.hit.start, found.hit.end)
        if place not in places:
            places.add(place)
            counts[_form(found)] += 1
    return counts


def _form(found: Found) -> str:
    """Return the form of a name that a found place counts for."""
    if not found.printed or not found.is_choice:
        return found.concept.preferred
    return found.hit.term.given
