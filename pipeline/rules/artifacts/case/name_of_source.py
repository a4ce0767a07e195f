"""A name that the source writes with a capital, and its translation without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match
from pipeline.rule import Example, Rule
from pipeline.rules._aligned import Aligned, quoted, source_language
from pipeline.rules.artifacts.case._source_names import (
    beside,
    names_of_source,
    words_here,
    words_in,
)

RULE = Rule(
    summary="A name that is the same in both languages keeps its capital.",
    why="Machines that work in small letters put the capitals back by guess.",
    source="Observed in machine-translated news: the capitals of the source are the evidence",
    category="linguistic-conventions",
    with_source=True,
    examples=(
        Example(
            before="He met Marc kerleo on the quay. The mayor left.",
            after="He met Marc Kerleo on the quay. The mayor left.",
            source_lang="fr",
            source_text="Il a rencontré Marc Kerleo sur le quai. Le maire est parti.",
            lang="en",
        ),
        Example(
            before="Die Firma floret baut Schiffe. Ihr Chef sagt, dass Floret wächst.",
            after="Die Firma Floret baut Schiffe. Ihr Chef sagt, dass Floret wächst.",
            source_lang="en",
            source_text="The company Floret builds ships. Its head says that Floret grows.",
            lang="de",
        ),
        Example(
            flag="The ships of the floret are here.",
            source_lang="fr",
            source_text="Les navires de la Floret sont là.",
            lang="en",
            why="it may be a common word here: a suggestion",
        ),
        Example(
            keep="Il navigue sur internet depuis lundi.",
            source_lang="en",
            source_text="He has surfed the Internet since Monday.",
            lang="fr",
            why="English has capitals for more than names",
        ),
        Example(
            keep="The union met the mayor of the Union.",
            source_lang="fr",
            source_text="Le syndicat a rencontré le maire de l'Union.",
            lang="en",
            why="the word stands for something else too",
        ),
    ),
)

_MORE = ("en",)  # languages with capitals for more than names: days, peoples, titles


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    named = context.once(names_of_source)
    known = context.once(words_here) if named else {}
    often = Counter(name.lower() for _, names in named for name in names)
    for pair, names in named:
        forms = {name.lower(): name for name in names}
        words = words_in(pair.text) if any(form in known for form in forms) else []
        for at, match in enumerate(words):
            name = forms.get(match[0])
            if name is None or known[match[0]] > often[match[0]] or _is_more(name, pair, words):
                continue
            sure = name in known or bool(beside(words, at) & names[name])
            if sure or source_language(context) not in _MORE:
                yield _finding(context, rule, pair, match, name, sure)


def _finding(
    context: Context, rule: Rule, pair: Aligned, match: Match, name: str, sure: bool
) -> Finding | None:
    start = pair.start + match.start()
    message = f"a name in the source: {quoted(pair.source)}"
    safety = Safety.APPLY if sure else Safety.SUGGEST
    return rule.finding(context.text, start, start + len(name), name, message, safety=safety)


def _is_more(name: str, pair: Aligned, words: Sequence[Match]) -> bool:
    """Tell whether a sentence has a word more often than its source has the name."""
    theirs = sum(word[0] == name for word in words_in(pair.source))
    return sum(word[0] in (name.lower(), name) for word in words) > theirs
