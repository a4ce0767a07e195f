"""The space outside quotation marks, where it got lost."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import Reading, read_article
from pipeline.text import Edit, Span

RULE = Rule(
    summary="A quotation has a space before its opening mark and after its closing one.",
    why="The machine drops the space where it sets the marks around a translated piece.",
    source="Chicago Manual of Style 17, 6.9 and 13.7",
    category="design-and-markup",
    locales=(
        "en",
        "de",
        "es",
        "pt",
        "nl",
        "pl",
        "cs",
        "sk",
        "ru",
        "uk",
        "be",
        "bg",
        "sv",
        "da",
        "nb",
    ),
    gate=r"\p{L}[\"\u201c]\p{L}|\p{L}[.,!? ]?[\"\u201d]\p{L}",
    examples=(
        Example(before='He said"no"to the offer.', after='He said "no" to the offer.'),
        Example(before="The “deal”is dead.", after="The “deal” is dead."),
        Example(before="The film“Home”won.", after="The film “Home” won."),
        Example(before='The slogan "Bread "was heard.', after='The slogan "Bread" was heard.'),
        Example(
            before='Виберіть"Налаштування"і натисніть "Так".',
            after='Виберіть "Налаштування" і натисніть "Так".',
            lang="uk",
        ),
        Example(keep="„Spiegel“-Leser lesen den „Spiegel“.", lang="de"),
        Example(keep='He said "no" to the offer, and called it "un"usual.'),
        Example(keep="He wrote “[h]ello” and the “deal”-maker paid for “deal”s."),
        Example(keep='A 6"x4" plank and the word l"équipe.'),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for reading in context.once(read_article):
        yield _slipped(context.text, rule, reading)
        for opening, closing in reading.quotation.pairs:
            if not opening.double or closing.at - opening.at < 2:
                continue
            before = text[max(0, opening.at - 2) : opening.at]
            edits: list[Edit | None] = []
            if len(before) == 2 and before.isalpha():
                edits.append(Edit(Span(opening.at, opening.at), " "))
            after = compiled(r"(?:\p{Ll}{2,30}|[aouvwyzаиіоувкзй])(?=[ \u00a0,.;:!?])").match(
                text, closing.at + 1
            )
            if after and after[0] not in _ENDINGS and text[closing.at - 1] not in " \u00a0":
                edits.append(Edit(Span(closing.at + 1, closing.at + 1), " "))
            message = "a space is missing outside the quotation marks"
            span = Span(opening.at, closing.at + 1)
            yield rule.joint_finding(edits, message, span=span)


_ENDINGS = frozenset("ish like ing ed er ers es usual able ness ism ist ists".split())


def _slipped(text: str, rule: Rule, reading: Reading) -> Finding | None:
    """Find the one quotation of a block whose last space slipped inside: "yes "was heard."""
    odd = [mark for mark in reading.quotation.odd if mark.double]
    if len(odd) != 2 or any(opening.double for opening, _ in reading.quotation.pairs):
        return None
    first, second = odd
    after = compiled(r"(?<=[\p{L}\p{N}] \")\p{Ll}{2,30}\b").match(text, second.at + 1)
    if after is None or first.loose or first.char != second.char:
        return None
    moved = [
        Edit(Span(second.at - 1, second.at), ""),
        Edit(Span(second.at + 1, second.at + 1), " "),
    ]
    message = "the space stands after the closing mark"
    return rule.joint_finding(moved, message, span=Span(first.at, second.at + 1))
