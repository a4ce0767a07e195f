"""Between BCP 47 tags and the language codes of Argos packages; knows no package."""

from __future__ import annotations

from collections.abc import Mapping

# What a tag may be called in a package, the likeliest first. Argos has its own codes for
# traditional Chinese (zt) and the Portuguese of Brazil (pb), and writes Norwegian as Bokmål.
_CODES: Mapping[str, tuple[str, ...]] = {
    "fil": ("tl", "fil"),
    "he": ("he", "iw"),
    "in": ("id",),
    "iw": ("he", "iw"),
    "nb": ("nb", "no"),
    "nn": ("nn", "nb", "no"),
    "no": ("nb", "no"),
    "pb": ("pb", "pt"),
    "pt": ("pt", "pb"),
    "pt-br": ("pb", "pt"),
    "zh": ("zh", "zh-hans"),
    "zh-hant": ("zt", "zh-hant"),
    "zh-hk": ("zt", "zh-hant"),
    "zh-mo": ("zt", "zh-hant"),
    "zh-tw": ("zt", "zh-hant"),
    "zt": ("zt", "zh-hant"),
}
_TAGS: Mapping[str, str] = {"zt": "zh-Hant", "pb": "pt-BR", "iw": "he", "no": "nb", "tl": "fil"}


def codes_of(tag: str) -> tuple[str, ...]:
    """Return the codes that a package for the language of a BCP 47 tag may have.

    >>> codes_of("en-GB"), codes_of("zh_TW"), codes_of("pt-BR"), codes_of("no")
    (('en',), ('zt', 'zh-hant'), ('pb', 'pt'), ('nb', 'no'))
    """
    parts = tag.replace("_", "-").lower().split("-")
    while parts:
        found = _CODES.get("-".join(parts))
        if found:
            return found
        if len(parts) == 1:
            return (parts[0],)
        parts.pop()
    return ()


def tag_of(code: str) -> str:
    """Return the BCP 47 tag of a package's language code.

    >>> tag_of("zt"), tag_of("fr")
    ('zh-Hant', 'fr')
    """
    return _TAGS.get(code, code)
