"""Make the invisible visible: a sign, a name and an escape for characters that show nothing."""

from __future__ import annotations

from unicodedata import category, name

SIGNS = {  # shown in place of the character where a page can explain it
    " ": "\u00b7",
    "\t": "\u2192",
    "\n": "\u00b6",
    "\r": "",
    "\u00a0": "\u237d",
    "\u202f": "\u2e31",
}


def is_invisible(char: str) -> bool:
    """Tell whether a character shows nothing of its own; a plain space is visible enough."""
    return char != " " and category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp", "Cs")


def escaped(text: str) -> str:
    r"""Return the text with what cannot be seen written as in a rule file.

    >>> escaped("10\u00a0%")
    '10\\u00a0%'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(char) if is_invisible(char) else char for char in text)


def name_of(char: str) -> str:
    """Return the name of a character for a reader."""
    plain = {" ": "space", "\t": "tab", "\n": "line end", "\r": "carriage return"}
    return plain.get(char) or name(char, f"U+{ord(char):04X}").lower()


def _escape(char: str) -> str:
    short = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
    if char in short:
        return short[char]
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
