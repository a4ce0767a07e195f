"""A Spanish question or exclamation that lacks one of its two marks."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="A Spanish question or exclamation has a mark at both ends.",
    why="The machine copies the closing mark of the source and forgets the inverted one.",
    source="Real Academia Española, Ortografía de la lengua española (2010), 3.4.9",
    category="linguistic-conventions",
    safety=Safety.SUGGEST,
    locales=("es",),
    gate=r"[?!\u00bf\u00a1]",
    examples=(
        Example(before="¿Y tú? Qué dijo el rey?", after="¿Y tú? ¿Qué dijo el rey?"),
        Example(before="«Por qué no vino?», dijo.", after="«¿Por qué no vino?», dijo."),
        Example(before="Y entonces, quién paga? Nadie.", after="Y entonces, ¿quién paga? Nadie."),
        Example(
            before="Francia ha aceptado el trato? No.", after="¿Francia ha aceptado el trato? No."
        ),
        Example(flag="Si no vienen hoy, vendrán mañana? Nadie lo sabe."),
        Example(before="Qué desastre! gritó la vecina.", after="¡Qué desastre! gritó la vecina."),
        Example(before="Viva!", after="¡Viva!"),
        Example(flag="¿Qué dijo el rey. Nadie lo sabe."),
        Example(keep="¿Qué dijo? ¡Nada! ¡¿Cómo?! Y entonces, ¿quién paga?"),
        Example(keep="¡Qué dijo? Lo de siempre (¿no?), y ya.", why="one may ask and exclaim"),
        Example(keep="Compró acciones de Yahoo! en mayo.", why="a name goes on in lower case"),
        Example(keep="Subió en 1990 (?) y 1991."),
    ),
)
_END = r"(?:[.?!\u2026][\"\u201d\u00bb)\]]*(?=[ \u00a0])|^)[ \u00a0]*"
# A sentence without any inverted mark that ends in ? or !, from its beginning.
CLOSED = (
    rf"{_END}[\u2014\u2013-]?[\"\u201c\u00ab(]*(?<body>[\p{{L}}\p{{N}}]"
    rf"(?:[^.?!\u2026\u00bf\u00a1\r\n]|\.(?=[\p{{L}}\p{{N}}])){{2,300}})"
    r"(?<mark>[?!])(?=[\"\u201d\u00bb)\]]*(?:[.,;:]|[ \u00a0]+"
    r"[\"\u201c\u00ab\u00bf\u00a1(\u2014-]*\p{Lu}"
    r"|[ \u00a0]+(?:dijo|dice|gritó|preguntó|pregunta|exclamó|respondió|contestó|añadió)(?!\w)"
    r"|[ ]*(?:[\r\n]|\Z)))"
)
REACH = 320  # code points; a longer sentence is none
ASKING = (
    r"(?:(?:Por|A|De|Con|En|Para|Y|Pero)[ ](?:qué|quién(?:es)?|cuál(?:es)?|cuándo|dónde)"
    r"|Qué|Quién(?:es)?|Cómo|Cuál(?:es)?|Cuándo|Dónde|Adónde|Cuánt[oa]s?)(?!\w)"
)
# What may stand before the part of a sentence that asks, or join two that ask.
PARTS = r"[,;:\u2026\"\u201c\u201d\u00ab\u00bb(\u2014\u2013]"
ASKING_LATER = rf"[,;:] ((?:por )?(?i:{ASKING})[^,;:?]+)\?"
OPENED = r"[\u00bf\u00a1](?=\p{L})[^?!\r\n]{2,400}(?=[\r\n]|\Z)"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Open a question that is one clause, or its clause with a question word; flag the rest."""
    text = context.text
    for since, at in _unopened(text):
        for match in compiled(CLOSED).finditer(text, since, at + 20):
            if match.end() == at + 1:
                yield _unopened_finding(rule, text, match)
    for match in compiled(OPENED).finditer(text):
        message = f"{match[0][0]!r} opens a sentence that nothing closes in this paragraph"
        yield rule.finding(text, match.start(), match.start() + 1, None, message)


def _unopened(text: str) -> Iterator[tuple[int, int]]:
    """Yield each ? and ! without an inverted mark since the last one, with where that stands."""
    done = -1
    for match in compiled("[?!]").finditer(text):
        at = match.start()
        since = max(done + 1, at - REACH)
        done = at
        if text.find("\u00bf", since, at) < 0 and text.find("\u00a1", since, at) < 0:
            yield max(0, since - 1), at


def _unopened_finding(rule: Rule, text: str, match: Match) -> Finding | None:
    at, end = match.start("body"), match.end("mark")
    inverted = "\u00bf" if match["mark"] == "?" else "\u00a1"
    message = f"{match['mark']!r} ends a sentence that no {inverted!r} opens"
    if compiled(PARTS).search(match["body"]) is None:
        # One clause: it asks from its first word on. A shout may be a name that ends in a mark.
        asks = match["mark"] == "?" or compiled(ASKING).match(text, at, end)
        safety = Safety.APPLY if asks and " " in match["body"] else Safety.SUGGEST
        if match["mark"] == "?" or not match["body"][-1:].isupper():
            return rule.finding(text, at, at, inverted, message, safety=safety)
    if match["mark"] == "!" and match["body"][-1:].isupper():
        return None  # a name or a shout in capitals
    clause = compiled(ASKING_LATER).search(text, at, end) if match["mark"] == "?" else None
    if clause is not None:
        return rule.finding(text, clause.start(1), clause.start(1), inverted, message)
    return rule.finding(text, end - 1, end, None, message)
