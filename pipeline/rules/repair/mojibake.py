"""Text that was read in the wrong charset is read in the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from unicodedata import category

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, findings


def _badness() -> str:
    """Return ftfy's own pattern of what mojibake looks like, without its comments and layout."""
    from ftfy.badness import BADNESS_RE

    parts = re.findall(r"\[\^?[^\]]*\]|\\.|#[^\n]*|\s+|.", BADNESS_RE.pattern)
    return "".join(part for part in parts if part[0] != "#" and not part.isspace())


RULE = Rule(
    summary="Text that was read in the wrong charset is read in the right one.",
    why="UTF-8 read as Windows-1252 prints two or three odd characters for one.",
    source="ftfy 6.3, https://ftfy.readthedocs.io/en/latest/heuristic.html",
    category="design-and-markup",
    gate=_badness(),
    examples=(
        Example(before="Le caf\u00c3\u00a9 ferme.", after="Le caf\u00e9 ferme.", lang="fr"),
        Example(before="It\u00e2\u20ac\u2122s late.", after="It\u2019s late."),
        Example(
            before="The \u00e2\u20ac\u0153deal\u00e2\u20ac\u009d failed.",
            after="The \u201cdeal\u201d failed.",
        ),
        Example(
            before="The \u00e2\u20ac\u0153deal\u00e2\u20ac\ufffd failed.",
            after="The \u201cdeal\u201d failed.",
            why="the byte without a character was lost; the opening mark tells which it was",
        ),
        Example(before="Fran\u00c3\u0192\u00c2\u00a7ois", after="Fran\u00e7ois", lang="fr", why="twice"),
        Example(before="\u00d0\u0161\u00d0\u00b8\u00d1\u2014\u00d0\u00b2", after="\u041a\u0438\u0457\u0432", lang="uk"),
        Example(before="It\u201a\u00c4\u00f4s late.", after="It\u2019s late.", why="read as Mac Roman"),
        Example(
            before="\u00c9cole \u2013 caf\u00c3\u00a9",
            after="\u00c9cole \u2013 caf\u00e9",
            lang="fr",
            why="only part of the line is damaged",
        ),
        Example(keep="MARQU\u00c9\u2026 et L\u2019\u00e9pisode", lang="fr"),
        Example(keep="4288\u00d7\u2026 pixels"),
        Example(keep="S\u00c3O PAULO \u2013 AMANH\u00c3 \u00c9 S\u00c1BADO", lang="pt-BR"),
        Example(keep="\u00c5ngstr\u00f6m, na\u00efve, \u20ac5, \u00a33 \u00bd, 20\u00b0\u2026"),
    ),
)
_CHARSETS = {
    "latin-1": "Latin-1",
    "sloppy-windows-1250": "Windows-1250",
    "sloppy-windows-1251": "Windows-1251",
    "sloppy-windows-1252": "Windows-1252",
    "sloppy-windows-1253": "Windows-1253",
    "sloppy-windows-1254": "Windows-1254",
    "sloppy-windows-1257": "Windows-1257",
    "iso-8859-2": "Latin-2",
    "macroman": "Mac Roman",
    "cp437": "DOS code page 437",
}
_WHOLE = re.compile("[^\ufffd\x1a]+")  # ftfy would read a lost character as part of another
_LOST_CLOSER = "\u00e2\u20ac\ufffd"
_VISIBLE = re.compile("[!-~]")
_WITHIN_WORD = 20  # characters; farther apart, two changes in one word are two findings


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    opener = line.find("\u00e2\u20ac\u0153")
    if _LOST_CLOSER in line and opener >= 0:
        for match in re.finditer(_LOST_CLOSER, line):
            if match.start() > opener:
                yield Repair(match.start(), match.end(), "\u201d", "what is left of a closing mark")
        return
    for piece in _WHOLE.finditer(line):
        fixed = _fixed(piece[0])
        if fixed != piece[0]:
            for start, end, after in _words(piece[0], fixed):
                if _is_credible(piece[0][start:end], after):
                    at = piece.start()
                    yield Repair(at + start, at + end, after, _told(piece[0][start:end], after))


@cache
def _config() -> Any:
    from ftfy import TextFixerConfig

    return TextFixerConfig(replace_lossy_sequences=False, fix_c1_controls=False)


def _fixed(text: str) -> str:
    """Return what ftfy makes of a text; C1 controls alone are another rule's."""
    from ftfy import fix_encoding_and_explain

    fixed, steps = fix_encoding_and_explain(text, _config())
    if [step.parameter for step in steps or ()] == ["latin-1", "windows-1252"]:
        return text
    return str(fixed)


def _told(before: str, after: str) -> str:
    """Return a message that names what ftfy did to a word."""
    from ftfy import fix_encoding_and_explain

    fixed, steps = fix_encoding_and_explain(before, _config())
    read_as = [_CHARSETS.get(step.parameter, "") for step in steps or () if step.action == "encode"]
    where = " read as ".join(filter(None, reversed(read_as))) if fixed == after else ""
    return f"{before!r} is UTF-8 read as {where or 'another charset'}: {after!r}"


def _words(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) for each word that differs."""
    held: tuple[int, int, str] | None = None
    for start, end, replacement in _gaps(before, after):
        if held is not None:
            between = before[held[1] : start]
            if len(between) <= _WITHIN_WORD and not re.search(r"\s", between):
                held = held[0], end, held[2] + between + replacement
                continue
            yield held
        held = start, end, replacement
    if held is not None:
        yield held


def _gaps(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield what differs between visible ASCII characters, which every charset shares."""
    old = [match.start() for match in _VISIBLE.finditer(before)]
    new = [match.start() for match in _VISIBLE.finditer(after)]
    if [before[place] for place in old] != [after[place] for place in new]:
        yield 0, len(before), after
        return
    at = there = 0
    for place, target in zip([*old, len(before)], [*new, len(after)], strict=True):
        if before[at:place] != after[there:target]:
            yield from _between_spaces(before[at:place], after[there:target], at)
        at, there = place + 1, target + 1


def _between_spaces(before: str, after: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Split a gap at its spaces, where both sides have as many."""
    if before.count(" ") != after.count(" "):
        yield at, at + len(before), after
        return
    for old, new in zip(before.split(" "), after.split(" "), strict=True):
        if old != new:
            yield at, at + len(old), new
        at += len(old) + 1


def _is_credible(before: str, after: str) -> bool:
    return bool(before) and not any(category(char) in ("Cn", "Co", "Cs") for char in after)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
