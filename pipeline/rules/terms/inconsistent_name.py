"""One name in two romanisations inside one article, where no row of the glossary knows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.glossary.evidence import romanisation_keys
from pipeline.glossary.folding import without_accents
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.rules.terms._article import source_language

RULE = Rule(
    summary="A name that no row knows is spelled in one way throughout an article.",
    why="A machine writes a name out anew in each sentence, after one language or another.",
    source="romanisation tables of BGN/PCGN and of the national standards",
    category="terminology",
    safety=Safety.SUGGEST,
    examples=(
        Example(
            before="In Velyki Hrybany men fled. Near Hrybany, then in Grybany, it rained.",
            after="In Velyki Hrybany men fled. Near Hrybany, then in Hrybany, it rained.",
            source_lang="uk",
        ),
        Example(
            before="Then Sergei Bondarchuk spoke. Then Serhiy Bondarchuk left with Sergei.",
            after="Then Sergei Bondarchuk spoke. Then Sergei Bondarchuk left with Sergei.",
            source_lang="uk",
        ),
        Example(
            keep="Then Sergei Bondarchuk spoke. Then Serhiy Kovalenko left.",
            source_lang="uk",
            why="two people of one first name, each with his own spelling",
        ),
        Example(
            keep="In Hrybany men fled. Near Grybany it rained.",
            why="without a source in another script it may be two names",
        ),
        Example(
            keep="Then Ivanov spoke to Ivanova about Petrov and Petrova.",
            source_lang="ru",
            why="a man and a woman",
        ),
        Example(
            keep="Venus fell. Then Venus' sister and Venus's father left Bogot\u00e1, not Bogota.",
            source_lang="ru",
            why="a possessive and an accent are no romanisation",
        ),
        Example(
            keep="When Harris met Horace, Baker saw Becker, and Marina saw Marine there.",
            source_lang="ru",
            why="vowels tell names apart",
        ),
        Example(
            keep="A Russian in Russia, a Georgian in Georgia, George and Serbs in Serbia.",
            source_lang="ru",
        ),
    ),
)

# Languages in Latin script keep a foreign name as it is: two spellings are then two names.
_OTHER_SCRIPT = frozenset("uk ru be bg sr mk kk ky mn el ka hy".split())
# Without the possessive: its apostrophe is no letter of the name.
_NAME = (
    r"(?<![\p{L}\p{N}@#/._-])\p{Lu}\p{Ll}{4,}(?:['\u2019](?!s\b)\p{Ll}+)?(?:-\p{Lu}?\p{Ll}+)?"
    r"(?![\p{L}\p{N}@/_])"
)
_WORD = r"(?<![\p{L}\p{N}])\p{Ll}{5,}"
_FOLLOWER = r" (\p{Lu}[\p{L}-]{2,40})"
_MOST = 4  # spellings of one key: more are no name


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A word as an article spells it, and where."""

    form: str
    starts: Sequence[int]


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    if source_language(context) not in _OTHER_SCRIPT:
        return
    for group in _groups(context):
        best, why = _best(context, group)
        others = [one for one in group if one is not best and _may_be_one(context.text, one, best)]
        counts = ", ".join(f"{one.form} ({len(one.starts)})" for one in (best, *others))
        message = f"one name in several spellings: {counts}; {why}"
        for spelling in others:
            for start in spelling.starts:
                end = start + len(spelling.form)
                yield rule.finding(context.text, start, end, best.form, message)


def _may_be_one(text: str, one: _Spelling, other: _Spelling) -> bool:
    """Tell whether two spellings may be one name: first names of two surnames are two people."""
    behind, beside = _followers(text, one), _followers(text, other)
    return not behind or not beside or bool(behind & beside)


def _followers(text: str, spelling: _Spelling) -> frozenset[str]:
    """Return the keys of the names that stand behind a spelling."""
    found = (
        compiled(_FOLLOWER).match(text, start + len(spelling.form)) for start in spelling.starts
    )
    return frozenset(key for match in found if match for key in romanisation_keys(match[1]))


def _best(context: Context, spellings: Sequence[_Spelling]) -> tuple[_Spelling, str]:
    """Return the spelling to keep: the glossary's, else the commonest, else the first."""
    lexicon = context.plan.glossary.lexicon(context.locale.language)
    for spelling in spellings:
        if lexicon.has(spelling.form):
            return spelling, f"the glossary has {spelling.form}"
    best = max(spellings, key=lambda spelling: len(spelling.starts))
    if len({len(spelling.starts) for spelling in spellings}) == 1:
        return best, f"{best.form} comes first"
    return best, f"the article has {best.form} most"


def _groups(context: Context) -> Iterator[Sequence[_Spelling]]:
    """Yield the spellings of each name that has several, in text order."""
    by_key: dict[str, list[_Spelling]] = {}
    for form, starts in _names(context).items():
        for key in romanisation_keys(form):
            by_key.setdefault(key, []).append(_Spelling(form, starts))
    groups = [group for group in by_key.values() if 1 < len(group) <= _MOST]
    if not groups:
        return
    small = {match[0] for match in compiled(_WORD).finditer(context.text)}
    covered = _covered(context)
    seen: set[str] = set()
    for group in groups:
        new = [
            spelling
            for spelling in group
            if spelling.form not in seen
            and spelling.form.lower() not in small
            and not any(start in covered for start in spelling.starts)
        ]
        if len({without_accents(spelling.form) for spelling in new}) > 1:
            seen.update(spelling.form for spelling in new)
            yield new


def _names(context: Context) -> Mapping[str, Sequence[int]]:
    """Return the capitalised words with their places."""
    names: dict[str, list[int]] = {}
    for match in compiled(_NAME).finditer(context.text):
        if not context.document.is_protected(match.start(), match.end()):
            names.setdefault(match[0], []).append(match.start())
    return names


def _covered(context: Context) -> frozenset[int]:
    """Return the offsets of forms that rows replace, and of longer ones that they know.

    A word alone that is right as it stands is not among them: it may correct another spelling.
    """
    reading = context.plan.glossary.lexicon(context.locale.language).read(context.text)
    longer = (hit for hit in reading.stops if hit.is_context or " " in hit.term.given)
    hits = (*reading.hits, *reading.beaten, *longer)
    return frozenset(at for hit in hits for at in range(hit.start, hit.end))
