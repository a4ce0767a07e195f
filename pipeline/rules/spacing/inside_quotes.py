"""No space inside quotation marks that have none in the language."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import SPACES, Mark
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import Reading, choose_style, read_article, style_of
from pipeline.text import Edit, Span

NEAR = 80  # code points; marks further apart may belong to two quotations

RULE = Rule(
    summary="A quotation begins and ends without a space.",
    why="The machine sets the marks as separate words and leaves a space inside.",
    source="Chicago Manual of Style 17, 6.9 and 13.7: marks stand close to what they quote",
    category="locale-conventions",
    gate='["\u201c\u201d\u201e\u00ab\u00bb][ \u00a0\u202f]|[ \u00a0\u202f]["\u201d\u201c\u00bb]',
    examples=(
        Example(
            before='He plans to deploy " tactical" weapons.',
            after='He plans to deploy "tactical" weapons.',
        ),
        Example(
            before='She said: "Come in. " Then she left.',
            after='She said: "Come in." Then she left.',
        ),
        Example(before="The “ deal ” is dead.", after="The “deal” is dead."),
        Example(
            before="El « acuerdo » ha muerto. El «plan» no.",
            after="El «acuerdo» ha muerto. El «plan» no.",
            lang="es",
        ),
        Example(
            before='Il ministro ha detto: " Aspettiamo ".',
            after='Il ministro ha detto: "Aspettiamo".',
            lang="it",
        ),
        Example(
            flag='Disse " sim " e depois " não ".',
            lang="pt",
            why="every quotation is set so, which a person may have done",
        ),
        Example(keep='He said "yes" and "no" and left.'),
        Example(keep="Il a dit «\u00a0oui\u00a0».", lang="fr", why="French has spaces inside"),
        Example(keep='A 6" pipe and a 5" pipe.', why="inches"),
        Example(keep='It cost 5 " or so he said.', why="one mark alone decides nothing"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    habit = context.locale.language != "en" and context.once(_is_habit)
    for reading in context.once(read_article):
        sound = not habit and reading.quotation.sound
        # Pairs come in the order of their opening marks, so a nested one comes right after.
        doubles = [pair for pair in reading.quotation.pairs if pair[0].double]
        following = (*(opening.at for opening, _ in doubles[1:]), len(context.text))
        for (opening, closing), after in zip(doubles, following, strict=False):
            if _keeps_space(reading, opening):
                continue
            if opening.char != "\u00ab" or not _is_converted(context, opening, closing):
                sure = sound and _is_sure(reading, opening, closing, after)
                yield _inner(context, rule, opening, closing, sure)


def _is_converted(context: Context, opening: Mark, closing: Mark) -> bool:
    """Tell whether another rule makes other marks of guillemets, and drops their spaces."""
    return style_of(opening, closing) != context.once(choose_style).style


def _is_habit(context: Context) -> bool:
    """Tell whether the article sets off every quotation by spaces: French typists do.

    In other languages one quotation is no habit.
    """
    text = context.text
    spaced = [
        text[opening.at + 1] in SPACES and text[closing.at - 1] in SPACES
        for reading in context.once(read_article)
        for opening, closing in reading.quotation.pairs
        if opening.double
    ]
    enough = 1 if context.locale.quotes.space else 2
    return len(spaced) >= enough and all(spaced)


def _keeps_space(reading: Reading, opening: Mark) -> bool:
    """Tell whether the locale, or its French-like neighbours, set a space inside this mark."""
    facts = reading.locale.quotes
    return bool(facts.space) and opening.char == facts.primary[0]


def _inner(
    context: Context, rule: Rule, opening: Mark, closing: Mark, sure: bool
) -> Finding | None:
    text = context.text
    after, before = opening.at + 1, closing.at
    while after < before and text[after] in SPACES:
        after += 1
    while before > after and text[before - 1] in SPACES:
        before -= 1
    edits = [
        Edit(Span(start, end), "")
        for start, end in ((opening.at + 1, after), (before, closing.at))
        if start < end
    ]
    if not edits or after >= before:
        return None
    where = {(True, False): "after the opening mark", (False, True): "before the closing mark"}
    key = (after > opening.at + 1, before < closing.at)
    return rule.joint_finding(
        edits,
        f"a space stands {where.get(key, 'inside both marks')}",
        span=Span(opening.at, closing.at + 1),
        safety=Safety.APPLY if sure and before - after <= NEAR else Safety.SUGGEST,
    )


def _is_sure(reading: Reading, opening: Mark, closing: Mark, following: int) -> bool:
    """Tell whether a pair of a sound block is one: its sides do not clash.

    `following` is where the next pair opens.
    """
    if reading.locale.quotes.space and opening.char == '"':
        return False  # typists of French set straight marks off with spaces
    if opening.char != closing.char or opening.char != '"':
        return True
    if (opening.loose or closing.loose) and following < closing.at:
        return False  # "a "b" c " d: which mark has lost its partner?
    return not (opening.loose and closing.loose and opening.depth)
