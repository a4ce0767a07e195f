"""A note on applause, laughter or music that comes from subtitles."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

_NOTE = (
    r"(?:(?<=^)|[ ])[(\[](?i:applause|laughter|music|cheering|applaudissements|musique|applaus|beifall"
    r"|gelächter|musik|aplausos|música|applausi|аплодисменты|музыка|оплески|музика)\.?[)\]]"
    r"(?:(?<=^[^\r\n]{5,20})[ ])?"
)

RULE = Rule(
    summary="A note on applause or laughter comes from subtitles.",
    why="Engines learned from subtitles and speeches and add such notes; in a transcript or an "
    "interview the note may be meant.",
    source="Observed in machine-translated news; in none of 19,000 human texts (WMT news tests)",
    category="accuracy",
    gate=r"[(\[]\p{L}{5,16}\.?[)\]]",
    examples=(
        Example(
            before="We will win (applause) next year.",
            after="We will win next year.",
        ),
        Example(before="(Laughter) We will win.", after="We will win."),
        Example(before="The vote was won. [Applause]", after="The vote was won."),
        Example(flag="MAYOR: We will win. (Applause)\n\nQ: When?", why="a transcript"),
        Example(flag="“We will win (applause) soon,” he said.", why="a quotation"),
        Example(flag="We will win. (Applause) We will! (Laughter) Yes!", why="the notes are meant"),
        Example(keep="The band (music by night) got applause (laughs)."),
    ),
)

_SPEAKER = r"^\p{Lu}[\p{L} .\u2019'-]{0,40}: "


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    notes = list(compiled(_NOTE).finditer(text))
    meant = len(notes) > 1 or (notes and compiled(_SPEAKER).search(text) is not None)
    for match in notes:
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        quoted = line.count('"') % 2 == 1 or line.count("\u201c") > line.count("\u201d")
        safety = Safety.SUGGEST if meant or quoted else Safety.APPLY
        message = f"{match[0]!r} may be left from subtitles"
        yield rule.finding(text, match.start(), match.end(), "", message, safety=safety)
