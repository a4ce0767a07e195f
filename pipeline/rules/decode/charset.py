"""The charset a text was read in: said where it is not UTF-8, doubted where it makes no sense."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="Text that was not UTF-8 is flagged; Cyrillic or Greek read as Latin is offered again.",
    why="A charset that had to be guessed can be wrong, and then every accented letter is.",
    source="WHATWG Encoding Standard, 4.2: names and labels",
    category="design-and-markup",
    safety=Safety.SUGGEST,
    gate="[^\\x00-\\x7f]",
    examples=(
        Example(
            before="Ïðåçèäåíò ïðèáûë â Êèåâ.",
            after="Президент прибыл в Киев.",
            lang="ru",
            why="Windows-1251 read as Windows-1252",
        ),
        Example(keep="Déjà vu à Noël, maître.", lang="fr"),
        Example(keep="ÅÄÖåäö är bokstäver.", lang="sv"),
        Example(keep="Loð og þögn: þú áður", lang="is"),
    ),
)
# Two words of four such letters or more; no language writes like that.
_SIGN = re.compile("[\u00c0-\u00ff]{4}[^\r\n]{0,300}?[ \u00a0][\u00c0-\u00ff]{4}")
_RUNS = b" " * 0xC0 + b"x" * 0x40
_LINE = re.compile("[^\r\n]+")
_LETTER = re.compile("[A-Za-z\u00c0-\u00ff]")
_HIGH = re.compile("[\u00c0-\u00ff]")
_INNER_CAPITAL = r"(?<=\p{L})\p{Lu}(?=\p{Ll})|(?<=\p{Ll})\p{Lu}"
_CHARSETS = (("cp1251", "Windows-1251"), ("koi8_u", "KOI8-U"), ("cp1253", "Windows-1253"))


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text, decoding = context.text, context.source.decoding
    if not decoding.encoding.startswith(("utf-8", "utf-16", "utf-32")) or "+" in decoding.encoding:
        first = next((at for at, char in enumerate(text) if char > "\x7f"), 0)
        message = f"read as {decoding.encoding}: {decoding.evidence}"
        yield rule.finding(text, first, min(first + 1, len(text)), None, message)
    # A tenth of the time of a search: nearly every text stops here.
    if b"xxxx" not in text.encode("latin-1", "replace").translate(_RUNS):
        return
    for match in _LINE.finditer(text):
        reading = _other_reading(match[0]) if _SIGN.search(match[0]) else None
        if reading is not None:
            name, after = reading
            message = f"reads as {name}: {after[:60]!r}"
            yield rule.finding(text, match.start(), match.end(), after, message)


def _other_reading(line: str) -> tuple[str, str] | None:
    """Return (charset, text) of the charset in which a line of accented letters has words."""
    if len(_HIGH.findall(line)) * 10 < len(_LETTER.findall(line)) * 8:
        return None
    best: tuple[int, str, str] | None = None
    for codec, name in _CHARSETS:
        try:
            after = line.encode("cp1252").decode(codec)
        except UnicodeError:
            continue
        capitals = sum(1 for _ in compiled(_INNER_CAPITAL).finditer(after))
        if capitals * 10 <= len(after) and (best is None or capitals < best[0]):
            best = capitals, name, after
    return None if best is None else (best[1], best[2])
