"""The names of peoples, languages and faiths, which English writes with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._names import (
    DEMONYMS,
    FAITH_WORDS,
    FAITHS,
    LANGUAGES,
    PEOPLES,
)
from pipeline.rules.artifacts.case._starts import is_cased
from pipeline.rules.artifacts.case._words import (
    GATE_LEFT,
    GATE_RIGHT,
    LEFT,
    RIGHT,
    capitalise,
    opens_quotation,
)

_PLAIN = rf"(?:{DEMONYMS}|{FAITHS})s?|{PEOPLES}|{LANGUAGES}|{FAITH_WORDS}|(?:french|english)m[ae]n"
_RULED = (
    "president|prime minister|government|parliament|border|army|police|troops|people|officials|zloty|"
    "capital|city|town|village|embassy|ambassador|economy|foreign|interior|defen[cs]e|national|central|"
    "language|side|citizens?|soldiers?|minister|ministry|media|authorities|opposition|elections?|"
    "farmers|workers|women|men|coalition|football|court"
)
# These mean something else too, or stand in the name of a thing; what follows decides.
_BOUND = (
    r"french(?! (?:fr(?:y|ies)|windows?|doors?|press|toast|horns?|kiss|beans?|dressing|polish|"
    r"curves?|cuffs?|leave|letters?|knickers|bread|chalk|seam|knot)\b)|"
    r"swiss(?! (?:cheese|chard|rolls?)\b)|(?<!\ba )danish(?= \p{L})(?! (?:pastr|blue))|"
    r"welsh(?! (?:on|rabbit|rarebit))|"
    r"soviet(?= (?:era|army|period|regime|rule|troops|leaders?|times)\b)|"
    rf"(?<=(?:[Tt]he|[Aa]|[Bb]y|with|of|former|two|three) )polish(?= (?:{_RULED})\b| \p{{Lu}}\p{{Ll}})"
)
_FIRST = "anglo|franco|sino|russo|italo|austro|afro|indo|euro"
_WORD = (
    rf"{LEFT}(?:(?:{_FIRST})-)?(?:{_PLAIN}|{_BOUND})"
    rf"(?:-(?:{_PLAIN}|french|swiss|danish|welsh|polish)){{0,2}}{RIGHT}"
)

RULE = Rule(
    summary="Peoples, languages and faiths have a capital in English.",
    why="French, Spanish, Russian and others write these adjectives small, and the machine copies.",
    source="Chicago Manual of Style 17, 8.38; The Guardian style guide, capitals",
    category="linguistic-conventions",
    locales=("en",),
    gate=rf"{GATE_LEFT}(?:(?:{DEMONYMS}|{FAITHS})s?|{PEOPLES}|{LANGUAGES}|{FAITH_WORDS}|"
    rf"(?:french|english)(?:m[ae]n)?|swiss|danish|welsh|soviet|polish (?:{_RULED})){GATE_RIGHT}|[^A-Za-z0-9]polish [A-Z]",
    examples=(
        Example(
            before="The french and german ministers met.",
            after="The French and German ministers met.",
        ),
        Example(
            before="On Monday a russian missile hit the town.",
            after="On Monday a Russian missile hit the town.",
        ),
        Example(
            before="Many ukrainians speak russian, he said.",
            after="Many Ukrainians speak Russian, he said.",
        ),
        Example(
            before="An anti-russian mood among russian-speaking voters.",
            after="An anti-Russian mood among Russian-speaking voters.",
        ),
        Example(
            before="The talks with the polish government failed.",
            after="The talks with the Polish government failed.",
        ),
        Example(
            before="The talks with the polish Sejm failed.",
            after="The talks with the Polish Sejm failed.",
        ),
        Example(before="Many african-americans.", after="Many African-Americans."),
        Example(
            before="The french-german summit and the franco-polish talks.",
            after="The French-German summit and the franco-polish talks.",
            why="polish alone is no proof",
        ),
        Example(
            before="He speaks hebrew and arabic to muslims and christians.",
            after="He speaks Hebrew and Arabic to Muslims and Christians.",
        ),
        Example(keep="A drop of gum arabic, arabic numerals and a christian name."),
        Example(before="The jewish community met.", after="The Jewish community met."),
        Example(keep="He ate french fries and a danish beside the french windows."),
        Example(
            flag="The “russian world” was debated.", why="a name may be quoted as it was written"
        ),
        Example(keep="They polish the floor with wax.", why="a verb"),
        Example(keep="See example.com/the-russian-army-attacks for more."),
        Example(keep="Follow @russian_embassy and #ukrainian news.", why="handles"),
        Example(keep="The workers elected a soviet.", why="a council"),
        Example(keep="he was a russian spy, she wrote", why="a text without capitals"),
        Example(keep="Il a lu un roman american.", lang="fr"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_WORD).finditer(text):
        if not is_cased(context, match.start()):
            continue
        after = "-".join(capitalise(word, "en") for word in match[0].split("-"))
        message = f"{after} has a capital in English"
        # What someone typed into a search box or called a channel is quoted as it stands.
        safety = Safety.SUGGEST if opens_quotation(text, match.start()) else Safety.APPLY
        yield rule.finding(text, match.start(), match.end(), after, message, safety=safety)
