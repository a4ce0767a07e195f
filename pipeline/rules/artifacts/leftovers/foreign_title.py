"""A courtesy title left in the language of the source: M., Herr, Sr., Signor, Pan."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.analysis.english import FUNCTION_WORDS
from pipeline.context import Context
from pipeline.finding import Finding, Safety
from pipeline.pattern import Match, compiled
from pipeline.rule import Example, Rule
from pipeline.rules._titles import mister, title_counts

RULE = Rule(
    summary="A courtesy title is English in English copy.",
    why="The machine takes M. for an initial and Herr for a name and leaves them.",
    source="163 of 712 French articles with M. keep it in English (WMT news tests)",
    category="accuracy",
    locales=("en",),
    gate=r"\b(?:MM?\.|M(?:ada)?me|M(?:ademoise)?lle|Monsieur|Herrn?|Frau|Sra?\.|Señora?|señora?|Signora?"
    r"|[Pp]ani?|Pane|heer|mevrouw)[ \u00a0][A-Z\u00c0-\u00de]",
    examples=(
        Example(
            before="It is late, said M. Dupont. M. Dupont left.",
            after="It is late, said Mr Dupont. Mr Dupont left.",
            source_lang="fr",
        ),
        Example(
            before="Herr Weber came. Mr. Weber said that M. Le Goff would follow Mr. Le Goff.",
            after="Mr. Weber came. Mr. Weber said that Mr. Le Goff would follow Mr. Le Goff.",
        ),
        Example(
            before="Prosecutor David Wells spoke. Later M. Wells left, and Mr. Hope too.",
            after="Prosecutor David Wells spoke. Later Mr. Wells left, and Mr. Hope too.",
        ),
        Example(
            before="Then Signor Rossi spoke.",
            after="Then Mr. Rossi spoke.",
            lang="en-US",
            source_lang="it",
        ),
        Example(
            before="Mme Abgrall spoke. Ms Abgrall is old.",
            after="Ms Abgrall spoke. Ms Abgrall is old.",
        ),
        Example(flag="“It is,” added Mme Abgrall.", why="Ms or Mrs is for the desk"),
        Example(flag="Then MM. Dupont and Petit left.", source_lang="fr"),
        Example(
            keep="A film by M. Night Shyamalan, a book by John M. Black and one by M. Black.",
            why="initials of first names",
        ),
        Example(
            keep="The singer M. Pokora and the paper by M. Laurent and J. Petit.",
            source_lang="fr",
            why="initials: a profession stands before, or a name with another initial beside",
        ),
        Example(keep="He saw Peter Pan and the film “Frau Holle”.", source_lang="de"),
        Example(keep="John Frau and Maria Pani met Pan Am.", source_lang="pl"),
    ),
)

# Title, and the language whose text proves it.
_MEN = {
    "M.": "fr",
    "Monsieur": "fr",
    "Herr": "de",
    "Herrn": "de",
    "Sr.": "es pt",
    "Señor": "es",
    "señor": "es",
    "Signor": "it",
    "Pan": "pl cs sk uk be",
    "pan": "pl cs sk uk be",
    "heer": "nl",
}
_WOMEN = {
    "Mme": "fr",
    "Madame": "fr",
    "Mlle": "fr",
    "Mademoiselle": "fr",
    "Frau": "de",
    "Sra.": "es pt",
    "Señora": "es",
    "señora": "es",
    "Signora": "it",
    "Pani": "pl cs sk uk be",
    "pani": "pl cs sk uk be",
    "mevrouw": "nl",
}
_OPENERS = FUNCTION_WORDS | frozenset(
    "then later yesterday today finally meanwhile however here now once again also still earlier"
    " asked said added thus therefore recently last".split()
)
_NOT_NAMES = frozenset("Am African American Arab Asian European Pacific Macmillan".split())
_SURE = frozenset({"Herr", "Herrn", "Signor", "Monsieur"})  # no English word, no initial
# They stand before a whole name; before a title a noun takes an article or a comma.
_PROFESSIONS = (
    "singer|songwriter|musician|rapper|drummer|guitarist|pianist|butler|director|filmmaker|actor"
    "|actress|artist|painter|sculptor|author|novelist|writer|poet|designer|chef|dancer|comedian"
    "|producer|composer|photographer|player|striker|footballer|goalkeeper|midfielder|defender"
    "|researcher|biologist|physicist|chemist|economist|historian|professor|character|host|DJ"
)
_PARTICLE = r"(?:(?:[Dd]e[lnr]?|[Dd][iu]|[Ll][ae]|[Vv][ao]n|[Tt]en|[Mm]c)[ \u00a0])"
_TITLE = (
    r"(?<![\w.\u201c\u2018\"-])(MM?\.|M(?:ada)?me|M(?:ademoise)?lle|Monsieur|Herrn?|Frau|Sra?\.|[Ss]eñora?"
    rf"|Signora?|[Pp]ani?|heer|mevrouw)[ \u00a0]((?:{_PARTICLE}{{0,3}})\p{{Lu}}[\p{{L}}'\u2019-]+)"
    r"(?!\w)(?:[ \u00a0](\p{Lu}[\p{L}'\u2019-]+))?"
)
_NAME_BEFORE = r"(^|[.!?\u201c\"][ \r\n]?)?(\p{Lu}[\p{L}'\u2019-]*)[ \u00a0]\Z"
_NAMED = (
    rf"(?<![\w.])(?!M)(\p{{Lu}}\p{{Ll}}[\p{{L}}-]+)[ \u00a0]{_PARTICLE}{{0,3}}"
    r"(?=(\p{Lu}[\p{L}'\u2019-]+))"
)
_ARTICLE_BEFORE = r"\b(?i:the|a|an|de)[ \u00a0]\Z"


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    text = context.text
    for match in compiled(_TITLE).finditer(text):
        start, end = match.start(1), match.end(1)
        before = text[max(0, start - 30) : start]
        title = match[1]
        if _follows_name(before, title) or (title == "M." and _is_initial(text, match)):
            continue
        if title in ("MM.", *_WOMEN):
            yield _plural_or_woman(context, rule, match)
            continue
        safety = _safety(context, match)
        if safety is not None:
            wanted = mister(context)
            message = f"{title!r} is a title and is {wanted!r} in English"
            article = compiled(_ARTICLE_BEFORE).search(before)
            replacement = None if article else wanted  # "the señor Luna": two words must go
            yield rule.finding(text, start, end, replacement, message, safety=safety)


def _follows_name(before: str, title: str) -> bool:
    """Tell whether the letters go on a name: John M. Black, Peter Pan."""
    found = compiled(_NAME_BEFORE).search(before)
    if found is None:
        return False
    if found[2].lower() in _OPENERS:
        return False
    return not (found[1] and title not in {"M.", "Pan", "pan"})


def _is_initial(text: str, match: Match) -> bool:
    """Tell whether M. is an initial: the singer M. Pokora, M. Laurent and J. Petit."""
    before = text[max(0, match.start() - 60) : match.start()]
    if compiled(rf"\b(?:{_PROFESSIONS})[ \u00a0]\Z").search(before):
        return True
    beside = r"(?:,|,? (?:and|&))[ \u00a0]"
    name = r"(?!M\.)\p{Lu}\.(?:[ \u00a0-]\p{Lu}\.)?[ \u00a0]\p{Lu}\p{L}+"
    after = text[match.end() : match.end() + 60]
    return bool(
        compiled(beside + name).match(after) or compiled(f"{name}{beside}\\Z").search(before)
    )


def _safety(context: Context, match: Match) -> Safety | None:
    """Return how sure it is that this is a title, None if nothing but its letters says so."""
    title, surname = match[1], match[2]
    proved = _is_from(context, _MEN[title])
    known = _has_title(context, surname, "Mr") or _has_first_name(context, surname)
    if title == "M." and match[3]:
        return None  # M. Night Shyamalan
    if title in ("Pan", "pan") and (surname in _NOT_NAMES or not (proved or known)):
        return None
    if proved or known:
        return Safety.APPLY
    if title in _SURE:
        return Safety.APPLY if title_counts(context).total() else Safety.SUGGEST
    if title == "M." and not title_counts(context).total():
        return None
    return Safety.SUGGEST


def _is_from(context: Context, languages: str) -> bool:
    source = (context.source.source_lang or "").partition("-")[0]
    return source in languages.split(" ")


def _has_title(context: Context, surname: str, title: str) -> bool:
    return (title, surname.split(maxsplit=1)[0]) in context.once(_titled)


def _titled(context: Context) -> frozenset[tuple[str, str]]:
    """Return the English titles of the article with the word after each."""
    pattern = r"(?<!\w)(Mrs?|Ms|Miss)\.?[ \u00a0]([\p{L}'\u2019-]+)"
    return frozenset((found[1], found[2]) for found in compiled(pattern).finditer(context.text))


def _has_first_name(context: Context, surname: str) -> bool:
    """Tell whether the article has the man with a first name that does not begin with M."""
    return surname.split(maxsplit=1)[0] in context.once(_after_first_names)


def _after_first_names(context: Context) -> frozenset[str]:
    """Return the capitalised words that stand after another one, itself no title or opener."""
    word = r"\p{Lu}\p{Ll}[\p{L}'\u2019-]*"
    pattern = rf"(?<![\w.])(?!M)({word})[ \u00a0](?=((?:{_PARTICLE})?[\p{{L}}'\u2019-]+))"
    return frozenset(
        found[2].split()[0]
        for found in compiled(pattern).finditer(context.text)
        if found[1].lower() not in _OPENERS and found[1] not in _MEN
    )


def _plural_or_woman(context: Context, rule: Rule, match: Match) -> Finding | None:
    """Write the title that the article has for the same woman, else flag it."""
    title = match[1]
    start, end = match.start(1), match.end(1)
    if title == "MM.":
        if not _is_from(context, "fr") and not title_counts(context).total():
            return None
        message = "'MM.' stands before the names of several men: Messrs, or Mr before each"
        wanted = "Messrs." if mister(context) == "Mr." else "Messrs"
        return rule.finding(context.text, start, end, wanted, message, safety=Safety.SUGGEST)
    if title in ("Pani", "pani", "Madame", "Frau") and not _is_from(context, _WOMEN[title]):
        return None
    dot = "." if mister(context) == "Mr." else ""
    for word in ("Ms", "Mrs", "Miss"):
        if _has_title(context, match[2], word):
            wanted = word if word == "Miss" else word + dot
            message = f"{title!r} is {wanted!r} elsewhere in the article"
            return rule.finding(context.text, start, end, wanted, message, safety=Safety.APPLY)
    wanted, other = f"Ms{dot}", f"Mrs{dot}"
    message = f"{title!r} is left from the source: {wanted}, or {other} where she prefers it"
    if not _is_from(context, _WOMEN[title]) and not title_counts(context).total():
        return rule.finding(context.text, start, end, None, message, alternatives=(wanted, other))
    return rule.finding(
        context.text, start, end, wanted, message, safety=Safety.SUGGEST, alternatives=(other,)
    )
