"""A name of the glossary that the source has and its translation has not, in any form."""

from __future__ import annotations

from collections.abc import Iterator
from re import escape

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.glossary.abroad import Name, names_abroad
from pipeline.glossary.folding import fold
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import Aligned, aligned_sentences, quoted, source_language
from pipeline.text import Span

RULE = Rule(
    summary="A name of the source is in its translation.",
    why="Machines translate a name as a word, or lose it.",
    source="MQM, omission and mistranslation of named entities",
    category="accuracy",
    safety=Safety.FLAG,
    with_source=True,
    examples=(
        Example(
            flag="The minister flew on Monday to meet the mayor.",
            source_lang="uk",
            source_text="Міністр у понеділок полетів до Харкова на зустріч з мером.",
            lang="en",
        ),
        Example(
            flag="The minister flew to Garbage on Monday.",
            source_lang="uk",
            source_text="Міністр у понеділок полетів до Харкова.",
            lang="en",
            doubts=(("link", "Garbage", "Харкова"),),
        ),
        Example(
            keep="The minister flew to Kharkiv on Monday. Odesa's mayor was there.",
            source_lang="uk",
            source_text="Міністр у понеділок полетів до Харкова. Мер Одеси був там.",
            lang="en",
        ),
        Example(
            keep="The Polish minister came to Kyiv, and it seemed right.",
            source_lang="ru",
            source_text="Министр Польши приехал в Киев, и казалось, что это верно.",
            lang="en",
            why="a word made from the name",
        ),
        Example(
            keep="The fans of Śląsk Wrocław left on Monday.",
            source_lang="pl",
            source_text="Kibice Śląska Wrocław wyjechali w poniedziałek.",
            lang="en",
            why="a club keeps its name, and a name that is not translated is no missing one",
        ),
        Example(
            keep="The minister flew there on Monday.",
            source_lang="uk",
            source_text="Міністр полетів туди в понеділок.",
            lang="en",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    pairs = context.once(aligned_sentences)
    if not pairs:
        return
    source = source_language(context)
    for at, pair in enumerate(pairs):
        if not pair.source or not pair.text:
            continue
        language = context.locale_of(pair.block).language
        near = " ".join(other.text for other in pairs[max(0, at - 1) : at + 2])
        shown = fold(near)
        for name, seen in names_abroad(context.plan.glossary, language, source).names_in(
            pair.source
        ):
            if not (_stands_in(name, shown) or _is_kept(seen, shown)):
                message = (
                    f"{quoted(seen)} of the source is not here as {name.preferred}: "
                    f"{quoted(pair.source)} ({name.concept}){_became(context, pair, seen)}"
                )
                yield rule.finding(context.text, pair.start, pair.end, None, message)


def _became(context: Context, pair: Aligned, seen: str) -> str:
    """Return what stands for a name, where the package of the pair was asked for its score."""
    for scored in context.document.scores:
        at = scored.source.find(seen)
        if scored.span.start == pair.start and scored.source == pair.source and at >= 0:
            place = Span(at, at + len(seen))
            words = sorted(two for one, two in scored.links if one.overlaps(place))
            if words:
                text = context.text[words[0].start : words[-1].end]
                return f"; by the attention of {scored.by} it became {quoted(text)}"
    return ""


def _stands_in(name: Name, text: str) -> bool:
    """Tell whether some form of a name, or a word made from it, stands in a folded text."""
    least = 3 if name.kind == "country" else 4  # Polish, of Poland
    stems = {_stem(fold(form.split()[-1]), least) for form in name.here}
    return any(compiled(rf"(?<!\w){escape(stem)}").search(text) for stem in stems)


def _is_kept(seen: str, text: str) -> bool:
    """Tell whether a name stands in a folded text as it does in the source: Śląsk, a club."""
    word = fold(seen.rsplit(maxsplit=1)[-1])
    stem = word[: max(4, len(word) - 3)]
    return compiled(rf"(?<!\w){escape(stem)}").search(text) is not None


def _stem(word: str, least: int) -> str:
    """Return what the forms of a word share: Kharki of Kharkiv and Kharkivites."""
    return word[:least] if least == 3 else word[: max(least, len(word) - 2)]
