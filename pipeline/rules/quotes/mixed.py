"""One style of quotation marks in one article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import Mark
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import QuoteFacts
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import (
    CURLY,
    STRAIGHT,
    STRAIGHT_SINGLE,
    TITLES,
    Choice,
    Reading,
    Style,
    choose_style,
    describe,
    is_foreign,
    is_foreign_mark,
    mark_edit,
    pair_edits,
    read_article,
    regional_pairs,
    style_of,
)
from pipeline.rules._speeches import read_speeches

SIDED = "\u00ab\u00bb\u201e"  # marks whose shape tells their side, whatever stands around

RULE = Rule(
    summary="An article has one style of quotation marks.",
    why="Machine translation copies some marks and makes others: readers see a careless page.",
    source="Straight and curly quotes are mixed in 146 of 351 translated articles, "
    "in none of 179 human ones (WMT news tests)",
    category="locale-conventions",
    gate='["\u201c\u201d\u201e\u201f\u00ab\u00bb]',
    examples=(
        Example(
            before='"Yes," he said. "No," she said. “Perhaps,” they said.',
            after='"Yes," he said. "No," she said. "Perhaps," they said.',
        ),
        Example(
            before='"We want peace,” he said. "We want it now," he said.',
            after='"We want peace," he said. "We want it now," he said.',
        ),
        Example(
            before='“One,” he said. “Two,” he said. "Three," he said.',
            after="“One,” he said. “Two,” he said. “Three,” he said.",
        ),
        Example(
            before='Il a dit « oui » et « non » puis "peut-être" hier.',
            after="Il a dit « oui » et « non » puis « peut-être » hier.",
            lang="fr",
        ),
        Example(
            before='«\u202fOui\u202f», dit-il. «\u202fNon\u202f», dit-elle. "Bien".',
            after="«\u202fOui\u202f», dit-il. «\u202fNon\u202f», dit-elle. «\u202fBien\u202f».",
            lang="fr",
        ),
        Example(
            before='„Wir warten.\n\nDann gehen wir", sagte er.',
            after="„Wir warten.\n\nDann gehen wir“, sagte er.",
            lang="de",
        ),
        Example(
            before='“Esperamos.\n\nLuego nos vamos”, dijo. "Sí", dijo ella. "No", dijo él.',
            after='"Esperamos.\n\nLuego nos vamos", dijo. "Sí", dijo ella. "No", dijo él.',
            lang="es",
        ),
        Example(
            before='Suma przekracza milion”, podaje "Głos".',
            after="Suma przekracza milion”, podaje „Głos”.",
            lang="pl",
            why="the quotation began in an earlier paragraph, one straight pair proves little",
        ),
        Example(
            before='«Мы ждали.\n\nПотом ушли", — сказала она.',
            after="«Мы ждали.\n\nПотом ушли», — сказала она.",
            lang="ru",
        ),
        Example(
            before='«Так», — сказала она. «Нет», — сказал он. Они ждали. "',
            after="«Так», — сказала она. «Нет», — сказал он. Они ждали. »",
            lang="ru",
            why="a mark at the end can only close",
        ),
        Example(
            before='Dijo que “no hay miedo, al contrario “nos gusta”.\n\n"Sí", dijo. "No", dijo ella.',
            after='Dijo que "no hay miedo, al contrario "nos gusta".\n\n"Sí", dijo. "No", dijo ella.',
            lang="es",
            why="the first mark was never closed, so the second is not inside it",
        ),
        Example(keep='"Yes," he said. "No," she said.'),
        Example(
            keep="他说：“不。”《日报》说：“是。”", lang="zh", why="titles have marks of their own"
        ),
        Example(keep="‘The plan “Caucasus” is ready,’ he said.", why="British marks, nested right"),
        Example(keep="“Yes,” he said. He is 6' 2\" tall.", why="inches are no quotation mark"),
        Example(keep='"We met.\n\n"We talked," he said.', why="a quotation opens each paragraph"),
        Example(
            keep="„W ramach programu «Powietrze» złożono wnioski.",
            lang="pl",
            why="nested, in a quotation that goes on in the next paragraph",
        ),
        Example(
            keep="«\u00a0Il m'a dit “viens”\u00a0», raconte-t-elle.",
            lang="fr",
            why="nested marks of the language",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    choice = context.once(choose_style)
    spoken = {mark.at for pair in context.once(read_speeches).pairs for mark in pair}
    for reading in context.once(read_article):
        if reading.locale.language != context.locale.language:
            continue
        sound = reading.quotation.sound
        for opening, closing in reading.quotation.pairs:
            if opening.double:
                yield _pair(context, rule, reading, opening, closing, choice, sound)
        for mark in reading.quotation.odd:
            last = mark.at + 1 == reading.block.span.end
            if mark.double and (mark.char in SIDED or last or not (mark.loose or mark.tight)):
                yield _odd(context, rule, reading, mark, choice, paired=mark.at in spoken)


def _pair(
    context: Context,
    rule: Rule,
    reading: Reading,
    opening: Mark,
    closing: Mark,
    choice: Choice,
    sound: bool,
) -> Finding | None:
    facts = reading.locale.quotes
    found = style_of(opening, closing)
    wanted, safety = choice.style, Safety.APPLY
    if opening.depth and sound:
        wanted = _nested(found, wanted, facts)
        if found == choice.style:  # not mixed, only not told apart from the marks around it
            safety = Safety.SUGGEST
    elif opening.depth and found == facts.nested and not _opens_again(reading, opening):
        return None  # nested in a quotation that goes on in the next paragraph
    if found == wanted or is_foreign(found, facts) or found[0] in TITLES:
        return None
    if opening.at + 1 == closing.at and wanted[0] in "\u00bb\u201d":
        return None  # around nothing these marks are read the other way round
    edits = pair_edits(context, (opening, closing), wanted, reading.locale)
    return rule.joint_finding(edits, _message(found, wanted, choice), safety=safety)


def _nested(found: Style, outer: Style, facts: QuoteFacts) -> Style:
    """Return the style for a quotation inside another one: any whole one that differs will do."""
    if found != outer and STRAIGHT not in (found, outer) and not is_foreign(found, facts):
        return found
    if outer == STRAIGHT:
        return found if found == STRAIGHT else STRAIGHT_SINGLE
    return facts.nested


def _odd(
    context: Context, rule: Rule, reading: Reading, mark: Mark, choice: Choice, *, paired: bool
) -> Finding | None:
    """Look at a mark without a partner in its paragraph; `paired` has one in another."""
    facts = reading.locale.quotes
    weak = choice.pairs < 2 and not paired
    typed = mark.char == STRAIGHT[0] and choice.style == facts.primary
    if weak and not typed and (choice.style not in (STRAIGHT, CURLY) or _is_own(mark, facts)):
        return None  # which mark of which pair it should be is not certain
    if mark.depth and not _opens_again(reading, mark):
        return None
    nested = mark.char in facts.nested and not paired and not _opens_again(reading, mark)
    if mark.char in choice.style or nested:
        return None
    regional = any(mark.char in pair for pair in context.once(regional_pairs))
    if regional or is_foreign_mark(mark.char, facts):
        return None
    edit = mark_edit(context, mark, choice.style, reading.locale)
    message = f"the {mark.role.value} mark is {_name(mark.char)}; {choice.why}"
    return rule.joint_finding([edit], message)


def _opens_again(reading: Reading, mark: Mark) -> bool:
    """Tell whether the same mark went unclosed before this one, or is set again after it."""
    odd = reading.quotation.odd
    if mark.depth:
        return any(other.char == mark.char and not other.depth for other in odd)
    inner = (*odd, *(opening for opening, _ in reading.quotation.pairs))
    return any(other.char == mark.char and other.depth for other in inner)


def _is_own(mark: Mark, facts: QuoteFacts) -> bool:
    """Tell whether a mark is one of „ ” « » in a language that prints them."""
    return facts.primary != CURLY and mark.char in facts.primary


def _message(found: Style, wanted: Style, choice: Choice) -> str:
    if STRAIGHT[0] in found and found != STRAIGHT:
        return (
            f"the opening mark is {_name(found[0])}, the closing mark is {_name(found[1])}; "
            f"{choice.why}"
        )
    return f"{describe(found)} become {describe(wanted)}: {choice.why}"


def _name(char: str) -> str:
    return "straight" if char == STRAIGHT[0] else f"curly ({char})"
