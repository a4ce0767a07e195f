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


# A capital inside a word and what Windows-1252 makes of a second byte; the letter that a
# no-break space left behind when it became a plain one.
_SECOND_BYTES = bytes(set(range(0x80, 0xC0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252")
_INSIDE = f"[a-z][\u00c3-\u00c5][{_SECOND_BYTES}]"
_LONE = "[a-z0-9,.;:%)]\u00c2 "

RULE = Rule(
    summary="Text that was read in the wrong charset is read in the right one.",
    why="UTF-8 read as Windows-1252 prints two or three odd characters for one.",
    source="ftfy 6.3, https://ftfy.readthedocs.io/en/latest/heuristic.html",
    category="design-and-markup",
    gate=f"{_badness()}|{_INSIDE}|{_LONE}",
    examples=(
        Example(before="Le cafÃ© ferme.", after="Le café ferme.", lang="fr"),
        Example(before="Itâ€™s late.", after="It’s late."),
        Example(
            before="The â€œdealâ€\u009d failed.",
            after="The “deal” failed.",
        ),
        Example(
            before="The â€œdealâ€� failed.",
            after="The “deal” failed.",
            why="the byte without a character was lost; the opening mark tells which it was",
        ),
        Example(before="FranÃƒÂ§ois", after="François", lang="fr", why="twice"),
        Example(
            before="ÐšÐ¸Ñ—Ð²",
            after="Київ",
            lang="uk",
        ),
        Example(before="It‚Äôs late.", after="It’s late.", why="read as Mac Roman"),
        Example(
            before="École – cafÃ©",
            after="École – café",
            lang="fr",
            why="only part of the line is damaged",
        ),
        Example(before="Mr ErdoÄŸan left.", after="Mr Erdoğan left.", why="inside a word"),
        Example(before="It is 300Â million.", after="It is 300 million.", why="a no-break space"),
        Example(keep="MARQUÉ… et L’épisode", lang="fr"),
        Example(keep="Volume IÂ and the firm UmeÅ Energi, PÅ “nett”."),
        Example(
            before="Et voilÃ le cafÃ©.",
            after="Et voilà le café.",
            lang="fr",
        ),
        Example(
            before="Adevďż˝rul",
            after="Adev�rul",
            lang="ro",
            why="U+FFFD read as Windows-1250",
        ),
        Example(keep="by Antoni GaudÃ in 1900", why="the lost byte made an i acute"),
        Example(keep="4288×… pixels, a grid of 3×‘two’."),
        Example(keep="SÃO PAULO – AMANHÃ É SÁBADO", lang="pt-BR"),
        Example(keep="Ångström, naïve, €5, £3 ½, 20°…"),
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
# U+FFFD itself, saved as UTF-8 and read as Windows-1252, 1250, 1251 or Mac Roman.
_LOST = re.compile("\u00ef\u00bf\u00bd|\u010f\u017c\u02dd|\u043f\u0457\u0405|\u00d4\u00f8\u03a9")
# What languages that write no final a grave write: their lost byte was another one.
_NO_GRAVE = re.compile(
    "[\u00a1\u00bf\u00ed\u00f1\u00fd\u0105\u010d\u0119\u011b\u0142\u0159\u0161\u016f\u017e]"
)
_VISIBLE = re.compile("[!-~]")
_WITHIN_WORD = 20  # characters; farther apart, two changes in one word are two findings


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    del facts
    lost = list(_lost(line))
    yield from lost
    if lost:
        return  # the next round looks at the rest
    found = list(_read(line))
    yield from found or _left(line)


def _left(line: str) -> Iterator[Repair]:
    """Yield what ftfy finds too little evidence for, and no language writes."""
    for match in re.finditer(f"(?<=[a-z])[\u00c3-\u00c5][{_SECOND_BYTES}]", line):
        letter = match[0].encode("cp1252").decode("utf-8", "replace")
        if letter.isalpha() and letter.islower():
            yield Repair(match.start(), match.end(), letter, _told(match[0], letter))
    for match in re.finditer("(?<=[a-z0-9,.;:%)])\u00c2(?= )", line):
        message = "'\u00c2' is the first byte of a no-break space read as Windows-1252"
        yield Repair(match.start(), match.end(), "", message)


def _read(line: str) -> Iterator[Repair]:
    """Yield what ftfy would read in another charset, where that is credible."""
    for piece in _WHOLE.finditer(line):
        before, at = piece[0], piece.start()
        fixed = _fixed(before)
        if fixed == before:
            continue
        grave = _NO_GRAVE.search(fixed) is None
        for start, end, after in _words(before, fixed):
            if _is_credible(before, start, end, after, grave):
                message = _told(before[start:end], after)
                yield Repair(at + start, at + end, after, message)


def _lost(line: str) -> Iterator[Repair]:
    """Yield what stands for a character that was lost, so that ftfy does not read it."""
    for match in _LOST.finditer(line):
        message = f"{match[0]!r} is U+FFFD read in the wrong charset: a character was lost here"
        yield Repair(match.start(), match.end(), "\ufffd", message)
    opener = line.find("\u00e2\u20ac\u0153")
    if opener >= 0:
        for match in re.finditer(_LOST_CLOSER, line[opener:]):
            start, end = match.start() + opener, match.end() + opener
            yield Repair(start, end, "\u201d", "what is left of a closing mark after its opener")


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
    if not re.search("[\x80-\x9f]", before):  # ftfy tries Latin-1 first; it is seldom meant
        read_as = [charset.replace("Latin-1", "Windows-1252") for charset in read_as]
    where = " read as ".join(filter(None, reversed(read_as))) if fixed == after else ""
    return f"{before!r} is UTF-8 read as {where or 'another charset'}: {after!r}"


def _words(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) for each word that differs."""
    begin = done = 0
    held: list[str] = []
    for start, end, replacement in _gaps(before, after):
        between = before[done:start]
        if held and (len(between) > _WITHIN_WORD or re.search(r"\s", between)):
            yield begin, done, "".join(held)
            held = []
        if held:
            held += between, replacement
        else:
            begin, held = start, [replacement]
        done = end
    if held:
        yield begin, done, "".join(held)


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


def _is_credible(line: str, start: int, end: int, after: str, grave: bool) -> bool:
    """Tell whether a word that ftfy would change is sure enough to be changed.

    `grave` tells whether the language of the line may write a final a grave.
    """
    if start == end or any(category(char) in ("Cc", "Cn", "Co", "Cs") for char in after):
        return False
    if "\u00d7" in line[start:end] and len(re.findall("[\u05d0-\u05ea]", after)) < 2:
        return False  # no Hebrew word has one letter: a times sign stands before a mark
    if line[end - 1] == "\u00c3" and after.endswith("\u00e0"):
        # The second byte is gone: a grave in 'voila', i acute in 'Gaudi', and only that in Spanish.
        word = re.split(r"\s", line[max(0, start - 40) : start])[-1]
        return not word[:1].isupper() and grave
    return True


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    return findings(context, rule)
