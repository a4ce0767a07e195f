"""Adjectives of nations and names of languages, in the languages that write them small."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Kind
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._nationalities import WORDS, gate, pattern

RULE = Rule(
    summary="Adjectives of nations and names of languages are small in most languages.",
    why="English writes them with a capital, and the machine copies it.",
    source="Imprimerie nationale, Lexique des règles typographiques; RAE, Ortografía 2010, 4.2.4; "
    "Wielki słownik ortograficzny PWN, [80]; Duden, K 89",
    category="locale-conventions",
    locales=tuple(WORDS),
    gate=gate(),
    examples=(
        Example(
            before="Il a parlé en Anglais avec le président Français.",
            after="Il a parlé en anglais avec le président français.",
            lang="fr",
        ),
        Example(
            before="L'armée Allemande et l’ambassadeur Français sont là.",
            after="L'armée allemande et l’ambassadeur français sont là.",
            lang="fr",
        ),
        Example(
            before="Elle parle Anglais et Russe.", after="Elle parle anglais et russe.", lang="fr"
        ),
        Example(
            before="El presidente Francés habló en Inglés.",
            after="El presidente francés habló en inglés.",
            lang="es",
        ),
        Example(
            before="Il presidente Francese ha parlato in Inglese.",
            after="Il presidente francese ha parlato in inglese.",
            lang="it",
        ),
        Example(
            before="O presidente Francês falou em Inglês.",
            after="O presidente francês falou em inglês.",
            lang="pt",
        ),
        Example(
            before="Prezydent rozmawiał po Angielsku z Rosyjskim ministrem.",
            after="Prezydent rozmawiał po angielsku z rosyjskim ministrem.",
            lang="pl",
        ),
        Example(
            before="Er traf die Russische Regierung.",
            after="Er traf die russische Regierung.",
            lang="de",
        ),
        Example(
            before="Он написал это на Английском для Французского министра.",
            after="Он написал это на английском для французского министра.",
            lang="ru",
        ),
        Example(keep="Les Français et un Anglais ont voté.", lang="fr", why="nouns"),
        Example(keep="Le Parti communiste et la Banque centrale.", lang="fr"),
        Example(keep="Die Russische Föderation und die Deutsche Bank.", lang="de", why="names"),
        Example(keep="Vive en Chino Hills, California.", lang="es", why="a place"),
        Example(keep="Jobbar på Svenska Dagbladet.", lang="sv", why="a newspaper"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for locale in context.locales():
        if locale.language not in WORDS:
            continue
        for match in compiled(pattern(locale.language)).finditer(context.text):
            start, end = match.start("word"), match.end("word")
            block = context.document.block_at(start)
            titled = block is None or block.kind in (Kind.HEADLINE, Kind.KICKER)
            if not titled and context.locale_at(start).tag == locale.tag:
                after = match["word"][0].lower() + match["word"][1:]
                message = f"{after} is small in {locale.name}"
                yield rule.finding(context.text, start, end, after, message)
