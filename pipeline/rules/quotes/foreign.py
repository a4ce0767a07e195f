"""Quotation marks of another language become those of this one."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.quotation import Role
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.rule import Example, Rule
from pipeline.rules._quotes import (
    choose_style,
    describe,
    is_double,
    is_foreign,
    is_foreign_mark,
    mark_edit,
    pair_edits,
    read_article,
    regional_pairs,
    style_of,
)

RULE = Rule(
    summary="Quotation marks of another language become those of the article's language.",
    why="Machine translation often leaves the marks of the source; no reader of the target "
    "language writes them.",
    source="CLDR delimiters and the sources of each locale file",
    category="locale-conventions",
    gate='["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u201a\u300a-\u300f]',
    examples=(
        Example(before="He called it «a mistake» today.", after="He called it “a mistake” today."),
        Example(
            before="The « talks » failed, he said.",
            after="The “talks” failed, he said.",
            why="French puts spaces inside; English does not",
        ),
        Example(
            before="They say „never“ and it's true.",
            after='They say "never" and it\'s true.',
            why="the apostrophe is straight, so the article's marks are",
        ),
        Example(
            before="Er sagte “nein” und „ja“ und „gut“.",
            after="Er sagte „nein“ und „ja“ und „gut“.",
            lang="de",
        ),
        Example(before="She sang 《The Gate》 twice.", after="She sang “The Gate” twice."),
        Example(keep="她喜欢《红楼梦》。", lang="zh", why="titles of works in Chinese"),
        Example(
            before="It failed, he said on Monday. »\n\n“She knew,” he said. “We all knew.”",
            after="It failed, he said on Monday.”\n\n“She knew,” he said. “We all knew.”",
            why="the mark that opened it was lost",
        ),
        Example(before="An empty «  » stays.", after="An empty “” stays."),
        Example(
            before="Er sagte «nein» und „ja“ und „gut“.",
            after="Er sagte „nein“ und „ja“ und „gut“.",
            lang="de",
        ),
        Example(before="Disse «sim» e saiu.", after="Disse “sim” e saiu.", lang="pt-BR"),
        Example(keep="«\u00a0Oui\u00a0», dit-il.", lang="fr"),
        Example(keep="„Ja“, sagte er.", lang="de"),
        Example(keep="He said “yes”."),
    ),
)

_SIDES = {"\u00ab": Role.OPEN, "\u00bb": Role.CLOSE}


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for reading in context.once(read_article):
        facts = reading.locale.quotes
        if reading.locale.language != context.locale.language or reading.locale.tag == "root":
            continue
        for opening, closing in reading.quotation.pairs:
            found = style_of(opening, closing)
            if not is_foreign(found, facts) or opening.char in "'\u2018\u2019":
                continue
            if not opening.double and is_double(facts.nested):
                continue  # the language has no single marks to make of them
            choice = context.once(choose_style)
            outer = opening.double and opening.depth % 2 == 0
            style = choice.style if outer else facts.nested
            edits = pair_edits(context, (opening, closing), style, reading.locale)
            message = f"{describe(found)} are foreign here and become {describe(style)}"
            # « and " with a space on either side may be spoken of, and quote nothing.
            doubtful = opening.loose and closing.loose and '"' in found
            doubtful = doubtful or found in context.once(regional_pairs)
            safety = Safety.SUGGEST if doubtful else Safety.APPLY
            yield rule.joint_finding(edits, f"{message}: {choice.why}", safety=safety)
        for mark in reading.quotation.odd:
            if mark.double and is_foreign_mark(mark.char, facts):
                choice = context.once(choose_style)
                edit = mark_edit(context, mark, choice.style, reading.locale)
                message = f"{mark.char} is foreign here and has no partner; {choice.why}"
                sided = _SIDES.get(mark.char) is mark.role and choice.pairs > 0
                safety = Safety.APPLY if sided else Safety.SUGGEST
                yield rule.joint_finding([edit], message, safety=safety)
