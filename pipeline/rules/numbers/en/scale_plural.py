"""Million and its kin between a number and what it counts: 10 million of euros."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.numbers import stands_before
from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="After a number, million has no plural and no of: 10 million euros.",
    why="Romance and Slavic languages say ten millions of euros; English counts without of.",
    source="Chicago Manual of Style 17, 9.8; Merriam-Webster, million",
    category="linguistic-conventions",
    locales=("en",),
    gate=r"(?:thousand|million|billion|trillion)(?:s? of|s) [a-zA-Z]",
    examples=(
        Example(
            before="The debt exceeds 10 million of euros.",
            after="The debt exceeds 10 million euros.",
        ),
        Example(
            before="It has 40 millions of inhabitants.", after="It has 40 million inhabitants."
        ),
        Example(before="They paid 100 millions dollars.", after="They paid 100 million dollars."),
        Example(before="Two millions of refugees fled.", after="Two million refugees fled."),
        Example(
            before="It lost 2.5 billions of US dollars.", after="It lost 2.5 billion US dollars."
        ),
        Example(
            before="It made 16 millions cubic metres.", after="It made 16 million cubic metres."
        ),
        Example(keep="Millions of refugees and hundreds of thousands of people fled."),
        Example(keep="He has 2 million of the shares, she 1 million of its customers."),
        Example(keep="It lost 10 million euros; several millions of euros remain."),
        Example(keep="Tens of millions of dollars and a hundred millions of them."),
        Example(
            keep="They ruled three million people of the plains, ten million of people's lives."
        ),
    ),
)

COUNT = (
    r"(?:(?<![\w.,:/-])[0-9]{1,3}(?:[.,][0-9]{1,3})?|(?<![\w-])(?i:one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))"
)
NOUN = (
    r"(?:US |American |Canadian |Australian )?(?:euros?|dollars|pounds|francs|roubles|rubles|pesos|"
    r"yuan|yen|crowns|zlotys|hryvnias?|rupees|reais|lir[ae]|forints|people|persons|inhabitants|"
    r"residents|citizens|voters|refugees|migrants|workers|employees|children|women|men|pupils|"
    r"students|tourists|visitors|viewers|users|customers|passengers|soldiers|households|families|"
    r"jobs|homes|tonnes|tons|barrels|litres|liters|hectares|copies|doses|votes|vehicles|cars)"
)
SCALED = (
    r"(?:thousand|million|billion|trillion)(?:s(?: of)?| of)"
    rf"(?=[ \u00a0]{NOUN}(?![\w-]|['’]))"
)

# In figures the plural is wrong before any noun; the noun list has those that follow "of".
PLURAL = (
    r"(?<=(?<![\w.,:/-])[0-9]{1,3}(?:[.,][0-9]{1,3})?[ \u00a0])(?:million|billion|trillion)s"
    rf"(?=[ \u00a0](?!of\b|{NOUN}(?![\w-]|['’]))\p{{Ll}}{{3}})"
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield a finding for each scale word in the plural or with of behind a number."""
    text = context.text
    for match in compiled(SCALED).finditer(text):
        if stands_before(rf"{COUNT}[ \u00a0]\Z", text, match.start(), 16):
            yield _singular(text, rule, match)
    for match in compiled(PLURAL).finditer(text):
        yield _singular(text, rule, match)


def _singular(text: str, rule: Rule, match: Match) -> Finding | None:
    wanted = match[0].removesuffix(" of").removesuffix("s")
    message = f"“{match[0]}” is “{wanted}” between a number and what it counts"
    return rule.finding(text, match.start(), match.end(), wanted, message)
