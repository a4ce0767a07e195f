"""The editors' glossary applied: the form to print, its exceptions, one form in one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.analysis.english import article_for
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.glossary.casing import loses_line_break
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.terms._article import Found, read_names
from pipeline.rules.terms._choice import chosen_forms, in_chosen_form, unified
from pipeline.text import Edit, Span, minimal_edit

RULE = Rule(
    summary="A name or a phrase of the glossary is printed in the form its row prefers.",
    why="The editors decided the form once; the machine spells it in several ways.",
    source="the row's own source, shown with the finding",
    category="terminology",
    examples=(
        Example(
            before="Kiev said no. In kyiv, KIEV's mayor agreed.",
            after="Kyiv said no. In Kyiv, KYIV's mayor agreed.",
        ),
        Example(
            before="End of inadmissibility. He saw an end of inadmissibility.",
            after="Flat refusal. He saw a flat refusal.",
        ),
        Example(
            before="Zelenskyy spoke. Zelensky left. Zelenskyy smiled.",
            after="Zelenskyy spoke. Zelenskyy left. Zelenskyy smiled.",
            why="newsrooms differ, and this article has one form most",
        ),
        Example(
            before="The UE and the OMS agreed.",
            after="The EU and the WHO agreed.",
            source_lang="fr",
        ),
        Example(
            before="Zaporizjzjja was shelled, Tjernihiv too. Zelenskoho was not there.",
            after="Zaporizhzhia was shelled, Chernihiv too. Zelensky was not there.",
            why="nobody typed these: Swedish transcriptions, a Ukrainian case",
        ),
        Example(keep="Zelenskyy spoke. Zelenskyy left."),
        Example(keep="Zelenskii spoke.", why="a spelling of another house, and the only one here"),
        Example(keep="Dynamo Kiev ate chicken Kiev near Kievan Rus walls."),
        Example(keep="See https://example.org/Kiev and @kiev, Europe/Kiev, #Kiev."),
        Example(keep="Kyiv, formerly known as Kiev, is old."),
        Example(keep="The Kiev Post wrote about Odessa, Texas."),
        Example(keep="Kiev est la capitale.", lang="fr", why="French keeps its own form"),
    ),
)

# Acronyms that are said as words although their first letter's name begins with a vowel.
_SAID_AS_WORDS = frozenset({"NATO", "NAFTA", "NASA", "FIFA", "SARS", "MERS", "FARC"})
_ENGLISH_ARTICLE = r"\b([Aa]n?) [\"\u201c\u2018'\u00ab]?\Z"
_FRENCH_ELISION = r"\b([dDqQ]u?|[lL])(['\u2019])\Z"
_FRENCH_SMALL = r"\b([dDlL][ea]|[qQ]ue) \Z"
_VOWELS = frozenset("aeiou\u00e2\u00e9\u00e8\u00ea\u00ee\u00ef\u00f4")


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for reading in read_names(context):
        forms = chosen_forms(reading)
        for found in reading.found:
            if not found.kept and not found.is_choice:
                printed = in_chosen_form(found.printed, forms)
                yield _finding(context, rule, found, printed)
        for found, printed, safety, why in unified(context, reading, forms):
            yield _finding(context, rule, replace(found, safety=safety, why=why), printed)


def _finding(context: Context, rule: Rule, found: Found, printed: str) -> Finding | None:
    text, concept = context.text, found.hit.term.concept
    start, end, safety = found.hit.start, found.hit.end, found.safety
    seen = text[start:end]
    if loses_line_break(seen, printed):
        return None
    message = _message(found, " ".join(seen.split()), printed)
    if safety is Safety.FLAG:
        flag = rule.finding(text, start, end, None, message, alternatives=(printed,))
        return replace(flag, concept=concept.id) if flag else None
    edits = [minimal_edit(text, start, end, printed)]
    language = context.locale_at(start).language
    if language == "en":
        edits.append(_article(text, start, seen, printed))
    elif language == "fr":
        edits.append(_elision(text, start, seen, printed))
        if not _starts_with_vowel(printed) and text[max(0, start - 2) : start - 1] in ("l", "L"):
            safety = max(safety, Safety.SUGGEST)  # le or la is not written in the text
    elif language == "es":
        edits.append(_conjunction(text, start, seen, printed))
    finding = rule.joint_finding(edits, message, span=Span(start, end), safety=safety)
    return replace(finding, concept=concept.id) if finding else None


def _message(found: Found, shown: str, printed: str) -> str:
    term, concept = found.hit.term, found.hit.term.concept
    if term.derived:
        from pipeline.glossary.derived import reason_for  # a text seldom has such a form

        reason = reason_for(concept, term.given)
        return f"{shown}: {reason}; the glossary prints {printed} ({concept.id})"
    why = found.why or concept.note or concept.source_name
    return f"{shown} is printed {printed} ({concept.id}{': ' + why if why else ''})"


def _article(text: str, start: int, seen: str, printed: str) -> Edit | None:
    """Return the edit that gives the English article in front its other form, if it must."""
    article = compiled(_ENGLISH_ARTICLE).search(text, max(0, start - 5), start)
    right = "a" if printed in _SAID_AS_WORDS else article_for(printed)
    if article is None or article_for(seen) == right:
        return None
    right = right.capitalize() if article[1][0].isupper() else right
    return minimal_edit(text, article.start(1), article.end(1), right)


def _elision(text: str, start: int, seen: str, printed: str) -> Edit | None:
    """Return the edit that elides the French word in front, or no longer does."""
    if _starts_with_vowel(seen) == _starts_with_vowel(printed):
        return None
    if _starts_with_vowel(printed):
        small = compiled(_FRENCH_SMALL).search(text, max(0, start - 5), start)
        if small is None:
            return None
        return minimal_edit(text, small.start(1), start, small[1][:-1] + "'")
    elided = compiled(_FRENCH_ELISION).search(text, max(0, start - 4), start)
    if elided is None or elided[1] in "lL":
        return None
    return minimal_edit(text, elided.start(1), start, elided[1] + "e ")


def _starts_with_vowel(form: str) -> bool:
    return form[:1].lower() in _VOWELS


def _conjunction(text: str, start: int, seen: str, printed: str) -> Edit | None:
    """Return the edit for the Spanish `y` in front, which is `e` before an i."""
    wanted, was = ("e", "y") if printed[:1] in "I\u00cd" else ("y", "e")
    before = text[max(0, start - 3) : start]
    if (seen[:1] in "I\u00cd") == (printed[:1] in "I\u00cd") or before != f" {was} ":
        return None
    return minimal_edit(text, start - 2, start - 1, wanted)
