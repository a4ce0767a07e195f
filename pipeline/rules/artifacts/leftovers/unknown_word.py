"""A sign that stands for what the engine had no word for: a word, or the marks around one."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Block
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules._guillemets import inner_space
from pipeline.rules._quotes import Style, choose_style
from pipeline.text import Edit, Span

RULE = Rule(
    summary="A sign that stands for a lost mark becomes the mark; one for a lost word is flagged.",
    why="A vocabulary without curly marks loses each of them, and where it stood tells which it "
    "was. Which word was lost, or masked, the text does not tell.",
    source="SentencePiece (unk_surface), BERT and fairseq vocabularies; 200 of 202 such signs in "
    "translations into Russian and Ukrainian are marks (WMT news tests)",
    category="accuracy",
    gate=r"<(?:unk|UNK|mask)>|\[(?:UNK|MASK)\]|\u2047",
    examples=(
        Example(
            before="Натисніть <unk>Далі<unk>, потім <unk>Готово<unk>.",
            after="Натисніть «Далі», потім «Готово».",
            lang="uk",
        ),
        Example(
            before="<unk>Прем<unk>єр прийде<unk>, — каже він. <unk>Так<unk>, — каже вона.",
            after="«Прем’єр прийде», — каже він. «Так», — каже вона.",
            lang="uk",
            why="the apostrophe was lost as well",
        ),
        Example(
            before='He said: "No." The <unk>Gate<unk> and the <unk>Tower<unk> don<unk>t open.',
            after='He said: "No." The "Gate" and the "Tower" don’t open.',
        ),
        Example(
            before="Elle dit <unk>oui<unk> et <unk>non<unk> à l<unk>hôtel.",
            after="Elle dit «\u00a0oui\u00a0» et «\u00a0non\u00a0» à l’hôtel.",
            lang="fr",
        ),
        Example(
            flag="Er nennt es <unk>Tor<unk>.", lang="de", why="one pair alone may be two letters"
        ),
        Example(
            flag="Ani <unk>ukasz Nowak, ani Boles<unk>aw, ani <unk>ysy Wac<unk>aw.",
            lang="pl",
            why="letters were lost, so the others may be letters too",
        ),
        Example(
            before="Das Dorf <unk> ein Weiler <unk>, heißt <unk>Au<unk> und war <unk>frei<unk>.",
            after="Das Dorf <unk> ein Weiler <unk>, heißt „Au“ und war „frei“.",
            lang="de",
            why="what stands alone was a dash or a word, and no letter of a word",
        ),
        Example(flag="The project, called <unk>, begins in May."),
        Example(flag="He spoke of the \u2047 in the town."),
        Example(keep="What?? he asked [unknown]."),
    ),
)

_SIGN = r"<(?:unk|UNK|mask)>|\[(?:UNK|MASK)\]|\u2047"
_MARK = r"<(?:unk|UNK)>"
_OPENS = rf"(?<![\p{{L}}\p{{M}}\p{{N}}.,;:!?>]){_MARK}(?=[\p{{L}}\p{{N}}\u00bf\u00a1])"
_CLOSES = rf"(?<=[\p{{L}}\p{{M}}\p{{N}}.,!?\u2026%)]){_MARK}(?![\p{{L}}\p{{M}}\p{{N}}<])"
# What may follow an apostrophe inside a word, or stand before it.
_CLITICS = {
    "en": rf"(?<=\p{{L}}){_MARK}(?=(?:s|t|re|ve|ll|d|m)\b)",
    "fr": rf"(?<=\b(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|aujourd)){_MARK}(?=[aeiouyhàâéèêëîïôûœ])",
    "it": rf"(?<=\b(?:[cdlmnstv]|\p{{L}}*(?:ll|un|nt|st))){_MARK}(?=[aeiouhàèéìòù])",
    "uk": rf"(?<=\p{{L}}){_MARK}(?=[яюєї])",
    "be": rf"(?<=\p{{L}}){_MARK}(?=[яюеёі])",
}
_TOUCHES = rf"(?<=[\p{{L}}\p{{M}}]){_MARK}|{_MARK}(?=[\p{{L}}\p{{M}}])"  # may be a letter
_SEVERAL = 2  # pairs; two letters lost at the right places of two words look like one

Reading = tuple[Match, str]  # a sign, and what it stands for


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    pairs: list[tuple[Match, Match]] = []
    single: list[Reading] = []
    for block, locale in context.blocks():
        found, letters = _read(context, block, locale)
        pairs += found
        single += letters
    known = {sign.start() for pair in pairs for sign in pair} | {sign.start() for sign, _ in single}
    lost = [m for m in compiled(_SIGN).finditer(context.text) if m.start() not in known]
    doubt = any(compiled(_TOUCHES).match(context.text, m.start()) for m in lost)
    sure = not doubt and len(pairs) + len(single) >= _SEVERAL
    safety = Safety.APPLY if sure else Safety.SUGGEST
    for opening, closing in pairs:
        first, last = _marks(context, opening.start())
        edits = [_edit(opening, first), _edit(closing, last)]
        message = (
            f"{opening[0]} stands where quotation marks were lost: {first.strip()} {last.strip()}"
        )
        yield rule.joint_finding(edits, message, safety=safety)
    for sign, after in single:
        message = f"{sign[0]} stands for an apostrophe that was lost"
        yield rule.finding(context.text, sign.start(), sign.end(), after, message, safety=safety)
    for sign in lost:
        message = f"{sign[0]} stands for a word that the engine lost"
        yield rule.finding(context.text, sign.start(), sign.end(), None, message)


def _read(
    context: Context, block: Block, locale: Locale
) -> tuple[list[tuple[Match, Match]], list[Reading]]:
    """Return the pairs of marks and the apostrophes that the signs of a block stand for."""
    text, (start, end) = context.text, (block.span.start, block.span.end)
    single = [
        (sign, _apostrophe(context))
        for sign in compiled(_CLITICS.get(locale.language, "(?!)")).finditer(text, start, end)
    ]
    waiting: list[Match] = []
    pairs: list[tuple[Match, Match]] = []
    for sign in compiled(f"(?P<opens>{_OPENS})|{_CLOSES}").finditer(text, start, end):
        if sign["opens"]:
            waiting.append(sign)
        elif waiting:
            pairs.append((waiting.pop(), sign))
    return ([] if waiting else pairs), single


def _edit(sign: Match, after: str) -> Edit:
    return Edit(Span(sign.start(), sign.end()), after)


def _apostrophe(context: Context) -> str:
    straight = compiled(r"\p{L}'\p{L}").search(context.text)
    return "'" if straight and "\u2019" not in context.text else "\u2019"


def _marks(context: Context, offset: int) -> Style:
    """Return the marks of the article with what stands inside them.

    Straight ones are in every vocabulary, so where the article has none, printed ones were lost.
    """
    locale = context.locale_at(offset)
    choice = context.once(choose_style)
    style = choice.style if choice.pairs else locale.quotes.primary
    if style != locale.quotes.primary or not locale.quotes.space:
        return style
    inner = context.once(inner_space) or locale.quotes.space
    return style[0] + inner, inner + style[1]
