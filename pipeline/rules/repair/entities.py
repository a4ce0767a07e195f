"""HTML entities that were left in the text become their characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5, name2codepoint
from unicodedata import category

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.repair._chain import Facts, Repair, describe, findings

RULE = Rule(
    summary="HTML entities left in the text become the characters they stand for.",
    why="Machine translation escapes marks and nothing puts them back; readers see '&quot;'.",
    source="HTML Living Standard, 13.5: named character references",
    category="design-and-markup",
    gate=r"& ?#? ?[0-9A-Za-z]{1,31} ?;",
    examples=(
        Example(before="He said &quot;no&quot; twice.", after='He said "no" twice.'),
        Example(before="It&#39;s Tom &amp; Jerry.", after="It's Tom & Jerry."),
        Example(before="A &amp;quot;deal&amp;quot;.", after='A "deal".', why="escaped twice"),
        Example(before="A & quot;deal& quot;.", after='A "deal".', why="translated as text"),
        Example(
            before="Il a dit &laquo;&nbsp;non&nbsp;&raquo;.",
            after="Il a dit «\u00a0non\u00a0».",
            lang="fr",
        ),
        Example(
            before="The summit,&nbsp;he said, failed at 10&nbsp;pm.",
            after="The summit, he said, failed at 10 pm.",
            lang="en",
            why="English print has no use for it",
        ),
        Example(keep="In HTML one writes &lt; for the sign.", why="a mark named as a mark"),
        Example(before="P&EACUTE;REZ gan&oacute;.", after="PÉREZ ganó.", lang="es"),
        Example(before="It rose by &lt; 5 percent.", after="It rose by < 5 percent."),
        Example(
            before="He wasn&#146;t there.", after="He wasn’t there.", why="read as browsers do"
        ),
        Example(
            before="The &quot;https://a.example/?x=1&amp;y=2&quot; page.",
            after='The "https://a.example/?x=1&amp;y=2" page.',
            why="in an address an entity may be meant",
        ),
        Example(flag="Use &lt;b&gt; for bold.", why="decoded it would be markup"),
        Example(keep="AT&T; M&S; R&D; and Q&A; are names."),
        Example(keep="Write `&amp;` for an ampersand."),
        Example(keep="<p>Tom &amp; Jerry</p>", why="in markup the entity is right"),
        Example(keep="See https://a.example/?x=1&amp;copy;=2 today."),
        Example(keep="Salt & pepper; then oil."),
        Example(keep="This&notanentity; stays."),
    ),
)
_COMMON = frozenset(
    [
        *("quot", "apos", "amp", "lt", "gt", "nbsp", "hellip", "ndash", "mdash"),
        *("ldquo", "rdquo", "lsquo", "rsquo", "laquo", "raquo"),
    ]
)
_ON_MARKUP = re.compile(r"\b(?:X?HTML|XML|markup)\b")
_MARKUP = re.compile(r"&(?:amp;)*(?:lt|LT|#0*60|#[xX]0*3[cC]);(?=[A-Za-z/!?])")
_TAG = re.compile(
    r"<!--|</?(?:a|abbr|article|aside|b|blockquote|body|br|cite|code|div|em|figcaption|figure|font"
    r"|footer|h[1-6]|head|header|hr|html|i|iframe|img|li|link|main|meta|nav|ol|p|pre|q|script"
    r"|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|video)(?:[ /][^<>\n]*)?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    # Code, and an address, which ends before an entity that no address holds.
    r"`[^`\n]+`|(?:https?://|www\.)(?:[^\s<>\"\u00ab\u00bb\u201c\u201d&]"
    r"|&(?!(?:amp;)*(?:quot|apos|#39|#34|lt|gt|nbsp|[lr][ad]quo|laquo|raquo);))*"
    r"|(?P<entity>& ?(?P<chain>(?:amp ?; ?)*)"
    r"(?P<name># ?(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]{1,30}) ?;)"
)


def repairs(line: str, facts: Facts) -> Iterator[Repair]:
    if facts.code or ("<" in line and _TAG.search(line)) or _ON_MARKUP.search(line):
        return
    found = [
        repair
        for match in _ENTITY.finditer(line)
        if match["entity"]
        for repair in _decoded(line, match, " " if facts.plain else "\u00a0")
    ]
    others = [repair for repair in found if repair.replacement not in ("<", ">")]
    # What stands next to an angle bracket decides on it, so all else is decoded first.
    if others:
        yield from others
    elif not _MARKUP.search(line):
        yield from found


def _decoded(line: str, match: re.Match[str], no_break: str) -> Iterator[Repair]:
    chain, name = match["chain"], match["name"].replace(" ", "")
    char = _meaning(name)
    if char == "\u00a0" and no_break == " ":
        yield Repair(match.start(), match.end(), " ", f"{match[0]!r} is HTML for a space")
        return
    if " " in match[0] and name.lower() not in _COMMON and name not in ("#39", "#34"):
        char = None
    if char is None and chain and " " not in chain:
        yield Repair(match.start(), match.end("chain"), "&", "'&amp;' is HTML for '&'")
    elif char is not None:
        if char == " ":  # a line break or a tab, which would end the line
            near = line[match.start() - 1 : match.start()] + line[match.end() : match.end() + 1]
            char = "" if len(near) < 2 or " " in near else " "
        message = f"{match[0]!r} is HTML for {describe(char) if char else 'a line break'}"
        yield Repair(match.start(), match.end(), char, message)


def _meaning(name: str) -> str | None:
    """Return what an entity stands for, None for one that is not sure to be one."""
    if name.startswith("#"):
        digits, base = (name[2:], 16) if name[1] in "xX" else (name[1:], 10)
        return _of_number(int(digits, base))
    if len(name) < 3 and name.lower() not in ("lt", "gt") and name not in name2codepoint:
        return None
    lower = name.lower()
    known = html5.get(f"{name};") or (html5[f"{lower};"] if lower in _COMMON else None)
    if known is None and name.isupper() and len(letter := html5.get(f"{lower};", "")) == 1:
        known = letter.upper() if letter.isalpha() else None
    return " " if known is not None and known in "\t\n" else known


def _of_number(number: int) -> str | None:
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore") or None
    if number in (9, 10, 13):
        return " "
    if number > 0x10FFFF or category(chr(number)) in ("Cc", "Cs", "Cn", "Co"):
        return None
    return chr(number)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    yield from findings(context, rule)
    for line in re.finditer(r"[^\r\n]+", context.text) if _MARKUP.search(context.text) else ():
        match = _MARKUP.search(line[0])
        if match and not _TAG.search(line[0]):
            start = line.start() + match.start()
            message = f"{match[0]!r} would begin markup if it were decoded"
            yield rule.finding(context.text, start, start + len(match[0]), None, message)
