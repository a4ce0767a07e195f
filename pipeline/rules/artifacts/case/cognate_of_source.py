"""A word without a capital that has the consonants of a name in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.align.units import consonants
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import quoted, source_language
from pipeline.rules.artifacts.case._source_names import (
    LEAST,
    Names,
    names_of_source,
    small_in_source,
    words_here,
    words_in,
)

RULE = Rule(
    summary="A name of the source has a capital in its other spelling too.",
    why="Machines lose the capital of a name that they spell by its letters.",
    source="Observed in machine-translated news: the capitals of the source are the evidence",
    category="linguistic-conventions",
    safety=Safety.SUGGEST,
    with_source=True,
    examples=(
        Example(
            before="The minister met drabenko on Monday.",
            after="The minister met Drabenko on Monday.",
            source_lang="uk",
            source_text="Міністр зустрівся в понеділок, Драбенко був там.",
            lang="en",
        ),
        Example(
            keep="The minister went to the centre, the mayor to another centre.",
            source_lang="ru",
            source_text="Министр ездил в Центр, мэр в другой центр.",
            lang="en",
            why="the source has the word in small letters too",
        ),
        Example(
            keep="The gazette of the republic said so on Monday.",
            source_lang="en",
            source_text="The Gazette of the Republic said so on Monday.",
            lang="fr",
            why="English has capitals for more than names",
        ),
        Example(
            keep="The minister met Drabenko on Monday.",
            source_lang="uk",
            source_text="Міністр зустрівся в понеділок, Драбенко був там.",
            lang="en",
        ),
    ),
)

CLEAR = 4  # consonants; with fewer too many words are alike
_MORE = ("en",)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    if source_language(context) in _MORE:
        return
    named = context.once(names_of_source)
    common = context.once(_common) if named else frozenset()
    for pair, names in named:
        forms = _by_consonants(names)
        for match in words_in(pair.text) if forms.keys() - common else ():
            word = match[0]
            alike = len(word) >= LEAST and word.islower() and consonants(word)
            if not alike or alike not in forms or alike in common or word == forms[alike].lower():
                continue
            if context.once(words_here)[word] == 1:
                start = pair.start + match.start()
                after = word[0].upper() + word[1:]
                message = f"{quoted(forms[alike])} in the source: {quoted(pair.source)}"
                yield rule.finding(context.text, start, start + len(word), after, message)


def _by_consonants(names: Names) -> Mapping[str, str]:
    found = {consonants(name): name for name in names}
    return {alike: name for alike, name in found.items() if len(alike) >= CLEAR}


def _common(context: Context) -> frozenset[str]:
    """Return the consonants of the words that the source has in small letters."""
    return frozenset(map(consonants, context.once(small_in_source)))
