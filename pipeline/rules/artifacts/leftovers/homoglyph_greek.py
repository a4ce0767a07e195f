"""Latin letters that look like the Greek ones of the word they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule

_GREEK = "\u0386\u0388-\u03ce"

RULE = Rule(
    summary="A Greek word is written in Greek letters.",
    why="Readers see no difference, but no search, no index and no speech reader knows the word.",
    source="Unicode Technical Standard 39, confusables",
    category="linguistic-conventions",
    locales=("el",),
    gate=f"[ABEZHIKMNOPTYXov][{_GREEK}]{{2}}|[{_GREEK}]{{2}}[ABEZHIKMNOPTYXov]",
    examples=(
        Example(before="Έφτασε στην Aθήνα χθες.", after="Έφτασε στην Αθήνα χθες.", lang="el"),
        Example(before="Ο πρόεδρoς μίλησε.", after="Ο πρόεδρος μίλησε.", lang="el"),
        Example(keep="Το εμβόλιο mRNA και η αλλαγή του CO2.", lang="el", why="Latin words"),
        Example(keep="Η λέξη Βrexitικός δεν υπάρχει.", lang="el", why="no look-alike for each"),
        Example(keep="Ο πυκνωτής έχει 5 μF.", lang="el", why="a unit"),
    ),
)

# Equal shapes in print type, Latin to Greek.
_TO_GREEK = str.maketrans("ABEZHIKMNOPTYXov", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
_WORD = rf"(?<![\w-])[A-Za-z{_GREEK}]{{3,40}}(?![\w-])"
_LATIN = "[A-Za-z]"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_WORD).finditer(text):
        word = match[0]
        wanted = word.translate(_TO_GREEK)
        latin = len(compiled(_LATIN).findall(word))
        # a stem borrowed in Latin letters has more of them than an ending has Greek ones
        if not latin or latin * 2 >= len(word) or compiled(_LATIN).search(wanted):
            continue
        if context.locale_at(match.start()).language == "el":
            message = f"{word!r} mixes Greek and Latin letters that look alike"
            yield rule.finding(text, match.start(), match.end(), wanted, message)
