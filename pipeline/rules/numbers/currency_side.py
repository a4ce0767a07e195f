"""A currency sign stands on the side of the number where the locale puts it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import SCALE, is_readable, relatives
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.locale import Locale
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.text import Edit, Span

RULE = Rule(
    summary="A currency sign stands on the side where the locale puts it.",
    why="A machine leaves 10 € as the source has it; English prints €10, French 10 €.",
    source="CLDR currency patterns; European Union interinstitutional style guide, 7.3.3",
    category="locale-conventions",
    gate=r"[0-9](?:[ \u00a0](?:million|billion|trillion|thousand))?[ \u00a0\u202f]?"
    r"(?:US|CA|AU|NZ|HK)?[€$£¥₽₴₺₹₩₪]|€[ \u00a0\u202f]?[0-9]",
    examples=(
        Example(before="A ticket costs 10 €.", after="A ticket costs €10."),
        Example(before="He earns 9.5 $ an hour.", after="He earns $9.5 an hour."),
        Example(before="It cost 30,000 US$ and 1€.", after="It cost US$30,000 and €1."),
        Example(before="A loan of 12 million € was paid.", after="A loan of €12 million was paid."),
        Example(before="Fees of 5-10 € apply.", after="Fees of €5-10 apply."),
        Example(keep="A ticket costs €10, or $12 at the door."),
        Example(keep="He paid with 5 $20 notes.", why="the sign belongs to the next number"),
        Example(keep="They sold 3 £ 5 tickets."),
        Example(keep="It will be $25$ for members.", why="which of the two signs is wrong?"),
        Example(
            before="Un billet coûte €10 ou €12,50.",
            after="Un billet coûte 10\u00a0€ ou 12,50\u00a0€.",
            lang="fr",
        ),
        Example(keep="Un billet coûte 10 €.", lang="fr"),
        Example(keep="Ein Los kostet € 10.", lang="de", why="so in Austria"),
        Example(keep="Он заработал $2,3 миллиона.", lang="ru", why="usual in print"),
    ),
)

_NUMBER = r"[0-9]+(?:[.,' \u00a0\u202f][0-9]{3})*(?:[.,][0-9]{1,4})?"
_SIGN = r"(?<sign>(?:(?:US|CA|AU|NZ|HK)?\$)|[€£¥₽₴₺₹₩₪])"
AFTER = (
    rf"(?<![\w.,:/$€£¥₽₴₺₹₩₪])(?<![0-9][ \u00a0\u202f])(?<![$€£][ \u00a0])(?:[0-9]{{1,6}}[-–])?"
    rf"{_NUMBER}(?<gap>(?:[ \u00a0](?:million|billion|trillion|thousand))?[ \u00a0\u202f]?){_SIGN}"
    rf"(?![\w$€£]|[ \u00a0\u202f]?(?:[0-9]|(?!million|billion|trillion|thousand){SCALE}))"
)
EURO_BEFORE = (
    rf"(?<!\w)€(?<gap>[ \u00a0\u202f]?)(?<number>{_NUMBER}(?:[ \u00a0]{SCALE})?)(?![\w.,]*[0-9])"
)
PAIR = r"(?<![\w.,$€£])[0-9]+(?:[.,][0-9]+)? (?:and|or|to) \Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each sign on the other side."""
    text = context.text
    for match in compiled(AFTER).finditer(text):
        locale = context.locale_at(match.start())
        if is_readable(locale.numbers) and locale.numbers.currency == "before":
            yield _put_before(context, rule, match, locale)
    for match in compiled(EURO_BEFORE).finditer(text):
        locale = context.locale_at(match.start())
        if is_readable(locale.numbers) and locale.numbers.currency == "after":
            yield _put_after(context, rule, match, locale)


def _put_before(context: Context, rule: Rule, match: Match, locale: Locale) -> Finding | None:
    if _is_usual_elsewhere(context, locale):
        return None
    sign, gap = match["sign"], match["gap"]
    start, end = match.start(), match.end()
    keep = end - len(sign) - len(gap) + len(gap.rstrip(" \u00a0\u202f"))
    edits = [
        Edit(Span(start, start), sign + locale.numbers.currency_space),
        Edit(Span(keep, end), ""),
    ]
    paired = compiled(PAIR).search(context.text, max(0, start - 20), start)
    if paired is not None:
        start = paired.start()
        edits.append(Edit(Span(start, start), sign + locale.numbers.currency_space))
    message = f"The sign {sign} stands before the number in {locale.name}"
    safety = Safety.SUGGEST if paired is not None else Safety.APPLY
    return rule.joint_finding(edits, message, span=Span(start, end), safety=safety)


def _put_after(context: Context, rule: Rule, match: Match, locale: Locale) -> Finding | None:
    """Put the euro behind: $ and £ stand in front in much native print.

    In Cyrillic print the euro does so too, in Italian often; Austria writes € 10 with a space.
    """
    if locale.script == "Cyrl":
        return None
    tight = match["gap"] == ""
    if not tight and _is_usual_elsewhere(context, locale):
        return None
    safety = Safety.APPLY if tight and locale.language not in ("it", "pt") else Safety.SUGGEST
    start, end = match.start(), match.end()
    edits = [  # two, so that another rule can mend the number between them
        Edit(Span(start, match.start("number")), ""),
        Edit(Span(end, end), f"{locale.numbers.currency_space}€"),
    ]
    message = f"The sign € stands after the number in {locale.name}"
    return rule.joint_finding(edits, message, span=Span(start, end), safety=safety)


def _is_usual_elsewhere(context: Context, locale: Locale) -> bool:
    side = locale.numbers.currency
    return any(facts.currency != side for facts in relatives(context, locale))
