"""A weapon or a machine whose letter is of another script: a Cyrillic letter, a hyphen, digits."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.text import minimal_edit

RULE = Rule(
    summary="The letter of a model number is of the script of the text.",
    why="A letter that only looks like a Latin one is copied with its number, and no search finds "
    "the S-300.",
    source="Unicode Technical Standard 39, confusables",
    category="linguistic-conventions",
    gate="[\u0410-\u042f\u0406]-?[0-9]",
    examples=(
        Example(before="A С-300 missile hit a Т-72.", after="An S-300 missile hit a T-72."),
        Example(flag="The БТР-80 and the Д-30 are old.", why="no Latin letter looks like Б or Д"),
        Example(keep="Ракета С-300 упала.", lang="ru"),
        Example(keep="The M14 motorway, the S-300 and the T-72."),
    ),
)

_MODEL = r"(?<![\w-])(?P<letters>[\u0406\u0410-\u042f]{1,4})-?[0-9]{1,4}(?!\w|\.\w)"
# Not what the letter looks like but what it is: С-300 is S-300, as В and Н would be V and N.
_KNOWN = {"С": "S", "Т": "T", "М": "M", "К": "K", "А": "A"}
_SAID_WITH_VOWEL = "AMS"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_MODEL).finditer(text):
        locale = context.locale_at(match.start())
        if locale.script != "Latn" or locale.tag == "root":
            continue
        letters = match["letters"]
        known = all(letter in _KNOWN for letter in letters)
        wanted = "".join(_KNOWN[letter] for letter in letters) if known else None
        message = f"{letters!r} is Cyrillic"
        if wanted is None:
            yield rule.finding(text, match.start(), match.end("letters"), None, message)
        elif wanted:
            edits = [minimal_edit(text, match.start(), match.end("letters"), wanted)]
            article = compiled(r"(?<!\w)[Aa](?=[ \u00a0]\Z)").search(text, 0, match.start())
            if article and wanted[0] in _SAID_WITH_VOWEL and locale.language == "en":
                edits.append(minimal_edit(text, article.start(), article.end(), article[0] + "n"))
            yield rule.joint_finding(edits, f"{message}: {wanted}")
