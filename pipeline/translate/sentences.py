"""Where the sentences of a paragraph begin and end; knows marks and abbreviations, no language."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.pattern import compiled

# A mark that may end a sentence, with what closes after it. Chinese and Japanese go on without
# a space, everybody else needs one.
_END = compiled(
    r"""(?:[.!?\u2026\u061f\u06d4\u0964]+"""
    r"""(?:[ \u00a0\u202f]?\u00bb|["'\u201d\u2019\u201c)\]])*(?=\s)"""
    r"""|[\u3002\uff01\uff1f]+["'\u201d\u2019\u300d\u300f\uff09)]*)"""
)
_WORD = compiled(r"[\w.\u2019'\u00ba\u00b0-]*\w(?=[.]$)")


def sentences(
    text: str, abbreviations: Collection[str] = (), *, ordinal_points: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence, without the white space around it.

    After an abbreviation, an initial, and, with `ordinal_points`, a day of the month, a full
    stop ends none.

    >>> text = "Dr. Roy said no. He left."
    >>> [text[start:end] for start, end in sentences(text, {"Dr"})]
    ['Dr. Roy said no.', 'He left.']
    >>> list(sentences("Am 3. Mai kam er.", ordinal_points=True))
    [(0, 17)]
    """
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match.start(), match.end(), abbreviations, ordinal_points):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(
    text: str, mark: int, end: int, abbreviations: Collection[str], ordinal_points: bool
) -> bool:
    after = text[end:].lstrip()[:1] if end < len(text) else ""
    if not after or text[mark] in "\u3002\uff01\uff1f\u061f\u06d4\u0964":
        return True
    if after.islower():
        return False
    if text[mark : mark + 2].rstrip() != ".":
        return True
    word = _WORD.search(text[max(0, mark - 24) : mark + 1])
    last = word[0] if word else ""
    if last in abbreviations or last.lower() in abbreviations:
        return False
    if len(last) == 1 and last.isupper():
        return False
    return not (ordinal_points and last.isdecimal() and len(last) < 3)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
