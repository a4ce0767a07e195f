"""The editors' glossary applied: the form to print, its exceptions, one form in one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.analysis.english import article_for
from pipeline.context import Context
from pipeline.document import Block
from pipeline.finding import Finding, Safety
from pipeline.glossary.concept import Concept
from pipeline.glossary.matcher import Hit
from pipeline.glossary.surroundings import is_titled, reason_to_keep
from pipeline.house import KEEP
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import read_article
from pipeline.text import Span, minimal_edit

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
        Example(before="End of inadmissibility. He saw an end of inadmissibility.",
                after="Flat refusal. He saw a flat refusal."),
        Example(keep="Dynamo Kiev ate chicken Kiev near Kievan Rus walls."),
        Example(keep="See https://example.org/Kiev and @kiev, Europe/Kiev, #Kiev."),
        Example(keep="Kyiv, formerly known as Kiev, is old."),
        Example(keep="The Kiev Post wrote about Odessa, Texas."),
        Example(keep="Kiev est la capitale.", lang="fr", why="French keeps its own form"),
    ),
)

_NAMES = ("place", "person", "organisation", "country")
_RANK = {"apply": Safety.APPLY, "suggest": Safety.SUGGEST, "flag": Safety.FLAG}
_ARTICLE = r"\b([Aa]n?) [\"\u201c\u2018'\u00ab]?\Z"


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit that its row lets through, and the block it stands in."""

    hit: Hit
    block: Block
    kept: str  # why it must stay as it is, "" if it need not


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    found = list(_found(context))
    if not found:
        return
    forms = _forms(context, found)
    for entry in found:
        if not entry.kept:
            yield _finding(context, rule, entry.hit, forms)


def _found(context: Context) -> Iterator[_Found]:
    """Yield the hits in text of the language of their rows, valid on the date of the source."""
    languages = {locale.language for _, locale in context.blocks()}
    for language in sorted(languages):
        lexicon = context.plan.glossary.lexicon(language)
        for hit in lexicon.find(context.text):
            block = context.document.block_at(hit.start)
            if block is None or context.locale_of(block).language != language:
                continue
            if _applies(context, hit.term.concept):
                yield _Found(hit, block, _kept(context, hit))


def _applies(context: Context, concept: Concept) -> bool:
    if concept.profile and concept.profile != context.house.names:
        return False
    known = context.source.source_lang
    if known and concept.source_langs and known.partition("-")[0] not in concept.source_langs:
        return False
    if not concept.profile and context.house.names != KEEP:
        house = context.plan.glossary.has_profile(concept, context.house.names)
        if house:
            return False
    return concept.valid_on(context.source.date)


def _kept(context: Context, hit: Hit) -> str:
    """Return why a hit must stay as it is, "" if it need not."""
    concept = hit.term.concept
    if hit.stopped_by:
        return hit.stopped_by
    if context.document.is_protected(hit.start, hit.end):
        return "protected"
    if concept.type == "phrase":
        return ""
    reason = reason_to_keep(context.text, hit.start, hit.end, concept.type)
    if not reason and is_titled(context.text, hit.start, hit.end):
        reason = "a quoted title"
    if not reason and not concept.in_quotes and _is_quoted(context, hit):
        reason = "inside a quotation"
    return reason


def _is_quoted(context: Context, hit: Hit) -> bool:
    return any(
        opening.at < hit.start and hit.end <= closing.at
        for reading in context.once(read_article)
        for opening, closing in reading.quotation.pairs
    )


def _forms(context: Context, found: list[_Found]) -> dict[str, str]:
    """Return for each name the form the article has most, where rows only suggest one.

    Agencies differ on these names, so the article decides; the row's form wins a tie.
    """
    counts: dict[str, Counter[str]] = {}
    for entry in found:
        concept = entry.hit.term.concept
        if concept.action == "suggest" and concept.type in _NAMES and not entry.kept:
            seen = context.text[entry.hit.start : entry.hit.end]
            counts.setdefault(concept.id, Counter())[seen] += 1
    chosen: dict[str, str] = {}
    for entry in found:
        concept = entry.hit.term.concept
        if concept.id in counts and concept.id not in chosen:
            printed = entry.hit.term.replacement
            own = len(compiled(rf"(?<!\w){_escaped(printed)}(?!\w)").findall(context.text))
            if own:
                counts[concept.id][printed] += own
            form, most = counts[concept.id].most_common(1)[0]
            tie = own == most
            if len(counts[concept.id]) > 1:
                chosen[concept.id] = printed if tie else form
    return chosen


def _escaped(form: str) -> str:
    return "".join(char if char.isalnum() else "\\" + char for char in form)


def _finding(
    context: Context, rule: Rule, hit: Hit, forms: dict[str, str]
) -> Finding | None:
    concept, text = hit.term.concept, context.text
    printed, safety = hit.replacement, _RANK[concept.action]
    why = concept.note or concept.source_name
    if concept.id in forms:
        printed, safety = forms[concept.id], Safety.APPLY
        why = "the article spells this name in several ways; this one is the commonest"
    elif safety is Safety.SUGGEST and _source_has(context, concept):
        safety = Safety.APPLY
        why = "the source text has it"
    seen = text[hit.start : hit.end]
    message = f"{seen} is printed {printed} ({concept.id}{': ' + why if why else ''})"
    if safety is Safety.FLAG:
        flag = rule.finding(text, hit.start, hit.end, None, message, alternatives=(printed,))
        return replace(flag, concept=concept.id) if flag else None
    edits = [minimal_edit(text, hit.start, hit.end, printed)]
    article = None
    if context.locale_at(hit.start).language == "en":
        article = compiled(_ARTICLE).search(text, max(0, hit.start - 5), hit.start)
    if article and article_for(seen) != article_for(printed):
        right = article_for(printed)
        right = right.capitalize() if article[1][0].isupper() else right
        edits.append(minimal_edit(text, article.start(1), article.end(1), right))
    finding = rule.joint_finding(edits, message, span=Span(hit.start, hit.end), safety=safety)
    return replace(finding, concept=concept.id) if finding else None


def _source_has(context: Context, concept: Concept) -> bool:
    """Tell whether the source text has the concept, or its language alone decides an acronym."""
    source = context.source
    if source.source_text:
        folded = source.source_text.casefold()
        return any(form.casefold() in folded for _, form in concept.native)
    known = (source.source_lang or "").partition("-")[0]
    return concept.type == "acronym" and known in concept.source_langs
