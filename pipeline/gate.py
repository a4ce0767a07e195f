r"""Gates: one RE2 set that tells in one walk over a text which rules can match at all.

A gate is derived from a rule's pattern by widening it: assertions are dropped, Unicode
classes become "these ASCII characters, or anything beyond ASCII", references to groups
become anything. So a gate never misses a match; that it lets a rule look in vain costs time
only. RE2 matches in linear time whatever the pattern, and its `\w`, `\d`, `\s`, `\b` know
ASCII only, which is why none of them is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import lookup

_BEYOND = r"\x{80}-\x{10FFFF}"
_CLASSES = {
    "d": "0-9",
    "w": "0-9A-Za-z_",
    "s": r"\t\n\x{0B}\f\r\x{1C}-\x{20}",
    "L": "A-Za-z",
    "Lu": "A-Z",
    "Ll": "a-z",
    "N": "0-9",
    "Nd": "0-9",
    "M": "",
}
_ESCAPE = re.compile(
    r"\\(?:[pP]\{(\^?[A-Za-z]+)\}|N\{([^}]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL
)
_COUNT = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")


def widen(pattern: str) -> str:
    r"""Return an RE2 pattern that matches wherever `pattern` (syntax of `regex`) does.

    A look behind at the start and a look ahead at the end become part of the match.

    >>> widen(r"(?<=\d)[ ]+(?=%)")
    '(?:[0-9\\x{80}-\\x{10FFFF}])[ ]+(?:%)'
    """
    out: list[str] = []
    at = 0
    plain = "|" not in pattern or not _alternates(pattern)
    while at < len(pattern):
        rim = plain and (
            (at == 0 and pattern.startswith("(?<="))
            or (pattern.startswith("(?=", at) and _group_end(pattern, at) == len(pattern))
        )
        if rim:
            end = _group_end(pattern, at)
            opening = len("(?<=") if pattern.startswith("(?<=", at) else len("(?=")
            out.append(f"(?:{widen_part(pattern[at + opening : end - 1])})")
            at = end
        else:
            at = _step(pattern, at, out)
    return "".join(out)


def widen_part(pattern: str) -> str:
    """Return part of a pattern widened, every assertion in it dropped."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        at = _step(pattern, at, out)
    return "".join(out)


def _alternates(pattern: str) -> bool:
    """Tell whether the pattern is a choice at its top level."""
    at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            return True
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] == "(":
            at = _group_end(pattern, at)
        elif pattern[at] == "[":
            at = _bracket(pattern, at, [])
        else:
            at += 1
    return False


def _step(pattern: str, at: int, out: list[str]) -> int:
    char = pattern[at]
    if char == "\\":
        return _escape(pattern, at, out)
    if char == "[":
        return _bracket(pattern, at, out)
    if pattern.startswith(_LOOK, at):
        return _skip_quantifier(pattern, _group_end(pattern, at))
    if pattern.startswith("(?P=", at):
        out.append("(?s:.*)")
        return pattern.index(")", at) + 1
    for opening in ("(?>", "(?|"):
        if pattern.startswith(opening, at):
            out.append("(?:")
            return at + 3
    if char == "{" and (count := _COUNT.match(pattern, at)):
        out.append(_wider_count(count))
        return count.end()
    if char == "+" and out and out[-1][-1:] in ("+", "*", "?", "}"):
        return at + 1  # a possessive quantifier is a greedy one that gives nothing back
    if char in "^$":
        return at + 1
    out.append(char)
    return at + 1


def _wider_count(count: re.Match[str]) -> str:
    """Return a count without a bound that is large: each bound multiplies RE2's states."""
    least, most = int(count[1]), int(count[3] or count[1]) if count[2] != "," or count[3] else 0
    if 0 < most <= 4:
        return count[0]
    return {0: "*", 1: "+"}.get(least, f"{{{min(least, 3)},}}")


def _escape(pattern: str, at: int, out: list[str]) -> int:
    match = _ESCAPE.match(pattern, at)
    if match is None:
        raise ValueError(f"a pattern cannot end in a backslash: {pattern!r}")
    category, name, four, two, single = match.groups()
    if category:
        negated = (pattern[at + 1] == "P") != category.startswith("^")
        out.append(_class(category.lstrip("^"), negated))
    elif name or four or two:
        out.append(_literal(lookup(name) if name else chr(int(four or two, 16))))
    elif single in "bBAZz":
        pass
    elif single.isdigit():
        out.append("(?s:.*)")
    elif single.lower() in "dws":
        out.append(_class(single.lower(), single.isupper()))
    else:
        out.append(match[0])
    return match.end()


def _class(name: str, negated: bool) -> str:
    inside = _CLASSES.get(name)
    if inside is None:
        return "(?s:.)"  # punctuation, symbols, scripts: not worth a narrower gate
    if negated:
        return f"[^{inside}]" if inside else "(?s:.)"
    return f"[{inside}{_BEYOND}]"


def _bracket(pattern: str, at: int, out: list[str]) -> int:
    end = at + 1
    negated = pattern[end] == "^"
    end += negated
    inside: list[str] = []
    first = True
    while first or pattern[end] != "]":
        first = False
        match = _ESCAPE.match(pattern, end)
        if match is None:
            inside.append("\\" + pattern[end] if pattern[end] in "[]^" else pattern[end])
            end += 1
            continue
        inside.append(_inside(match, negated))
        end = match.end()
    body = "".join(inside)
    if body:
        out.append(f"[{'^' if negated else ''}{body}]")
    else:
        out.append("(?s:.)")
    return end + 1


def _inside(match: re.Match[str], negated: bool) -> str:
    """Return what an escape inside brackets becomes; in a negated class only sure members."""
    category, name, four, two, single = match.groups()
    if name or four or two:
        return _literal(lookup(name) if name else chr(int(four or two, 16)))
    key = category or (single if single in "dws" else "")
    if key:
        inside = _CLASSES.get(key)
        if negated:
            return inside or ""
        return (r"\x{00}-\x{7F}" if inside is None else inside) + _BEYOND
    if category is None and single in "DWS":
        return "" if negated else r"\x{00}-\x{10FFFF}"
    return match[0]


def _literal(char: str) -> str:
    return rf"\x{{{ord(char):X}}}"


def _group_end(pattern: str, at: int) -> int:
    depth = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
            continue
        if pattern[at] == "[":
            at = _bracket(pattern, at, [])
            continue
        depth += (pattern[at] == "(") - (pattern[at] == ")")
        at += 1
        if depth == 0:
            return at
    raise ValueError(f"unbalanced parenthesis in {pattern!r}")


def _skip_quantifier(pattern: str, at: int) -> int:
    return at + 1 if pattern[at : at + 1] in ("?", "*", "+") else at


# One walk serves several patterns, but their states multiply: a walk takes patterns up to this
# many characters in all, and a long list of words walks alone.
_TOGETHER = 2000
_MOST = 16


class Gate:
    """Compiled sets of widened patterns; an empty one stands for a rule that always looks."""

    __slots__ = ("_all", "_always", "_sets")

    def __init__(self, patterns: Sequence[str]) -> None:
        self._all = frozenset(range(len(patterns)))
        self._always = frozenset(number for number in self._all if not patterns[number])
        groups = _groups(patterns)
        self._sets = [(group, _compiled_set(patterns, group)) for group in groups]

    def open_for(self, text: str) -> frozenset[int]:
        """Return the numbers of the rules that may match in `text`."""
        try:
            encoded = text.encode()  # once for all walks
        except UnicodeEncodeError:  # RE2 reads UTF-8, which has no lone surrogates: let all look
            return self._all
        found = set(self._always)
        for group, patterns in self._sets:
            found.update(group[place] for place in patterns.Match(encoded) or ())
        return frozenset(found)


def _groups(patterns: Sequence[str]) -> list[list[int]]:
    groups: list[list[int]] = []
    length = 0
    for number, pattern in enumerate(patterns):
        if not pattern:
            continue
        length += len(pattern)
        if not groups or length > _TOGETHER or len(groups[-1]) == _MOST:
            groups.append([])
            length = len(pattern)
        groups[-1].append(number)
    return groups


def _compiled_set(patterns: Sequence[str], group: Sequence[int]) -> Any:
    import re2

    compiled = re2.Set.SearchSet()
    for number in group:
        compiled.Add(f"(?m:{patterns[number]})")
    compiled.Compile()
    return compiled
