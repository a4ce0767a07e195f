"""An accent or a backtick that does the work of an apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

RULE = Rule(
    summary="The apostrophe of a contraction or a possessive is no accent.",
    why="Keyboards and web pages give an accent or a backtick, and the engine hands it on.",
    source="Unicode Standard 16, section 6.2: U+2019 is the apostrophe, U+00B4 an accent alone",
    category="design-and-markup",
    locales=("en",),
    gate="[`\u00b4](?:s|t|re|ve|ll|d|m)",
    examples=(
        Example(before="The party`s leader resigned.", after="The party's leader resigned."),
        Example(
            before="It\u00b4s not over, they don\u00b4t win.",
            after="It's not over, they don't win.",
        ),
        Example(before="It’s true: the party\u00b4s over.", after="It’s true: the party’s over."),
        Example(keep="Use `ls` and `rm`s here, said Ba`ath and Sa`id of Sana`a."),
        Example(keep="The Sa\u00b4d tribe left."),
    ),
)

_ACCENT = (
    r"(?<=\p{L})[`\u00b4](?=s(?!\p{L}))|(?<=\b(?i:do|does|did|is|are|was|were|has|have|had|wo|would"
    r"|could|should|must|need|might|ca|ai)n)[`\u00b4](?=t(?!\p{L}))"
    r"|(?<=\b(?i:I|you|he|she|it|we|they|that|there|who|what))[`\u00b4](?=(?:re|ve|ll|d|m)(?!\p{L}))"
)
_APOSTROPHE = r"(?<=\p{L})['\u2019](?=\p{L})"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    form = ""
    for match in compiled(_ACCENT).finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if match[0] == "`" and "`" in text[start : match.start()]:
            continue  # the mark may close code
        form = form or _form(text)
        message = f"{match[0]!r} is an accent; the apostrophe is {form}"
        yield rule.finding(text, match.start(), match.end(), form, message)


def _form(text: str) -> str:
    """Return the apostrophe that the text uses most, the straight one if it has none."""
    found = compiled(_APOSTROPHE).findall(text)
    return "\u2019" if 2 * found.count("\u2019") > len(found) else "'"
