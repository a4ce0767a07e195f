"""Names that an archive has and the glossary lacks: found by how they are written, ranked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from pipeline.desk.archive import Article
from pipeline.desk.kwic import in_context
from pipeline.glossary.concept import Concept
from pipeline.glossary.evidence import is_shouted, skeleton, spelled_out
from pipeline.glossary.matcher import fold
from pipeline.pattern import compiled

_NAME = r"\p{Lu}\p{L}*(?:['\u2019\-]\p{L}+)*(?: \p{Lu}\p{L}+(?:['\u2019\-]\p{L}+)*)*"
_POSSESSIVE = re.compile(r"['\u2019]s?\Z")
_SMALL = r"\b\p{Ll}+\b"
_ACRONYM = r"(?<=\()\p{Lu}{2,7}(?=[),;])"
_STARTS = re.compile(r"(?:^|[.!?:\u2026]|[\"\u201c\u00ab\u201e\u2018(\[])\s*\Z", re.MULTILINE)
# Ends by which languages make one word of another: of the country, of the people, of the case.
_ENDS = frozenset("e y a o i s es an ans ian ians ish ese ic er ers in us".split())
_RARE = 0.0002  # the share of letters under which one is strange to the language of an archive
_ALIKE = 0.7  # the least share of letters in order that two spellings of a name have in common


@dataclass(frozen=True, slots=True)
class Found:
    """A name that may need a row: `kind` says why, `forms` maps each form to its count.

    `preferred` is the form to print, as far as the archive tells; `articles` have it.
    """

    kind: str  # spellings, acronym, name
    preferred: str
    forms: dict[str, int]
    articles: int
    line: str
    strange: bool = False  # it has a letter that the words of the archive hardly have

    @property
    def rank(self) -> tuple[int, bool, int, int, str]:
        """The order of the list: what is surely wrong first, then what is strange or common."""
        kinds = ("acronym", "spellings", "name")
        total = sum(self.forms.values())
        return kinds.index(self.kind), not self.strange, -self.articles, -total, self.preferred


@dataclass(slots=True)
class _Seen:
    """What was seen of each form: how often, where, and one line with it."""

    count: Counter[str] = field(default_factory=Counter)
    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lines: dict[str, str] = field(default_factory=dict)

    def add(self, form: str, article: Article, start: int) -> None:
        self.count[form] += 1
        self.places[form].add(article.place)
        if form not in self.lines:
            self.lines[form] = in_context(article.text, start, start + len(form))


def mine(
    found: Iterable[Article],
    rows: Sequence[Concept],
    least: int = 3,
    words: Container[str] = (),
    *,
    nouns: bool = False,
) -> list[Found]:
    """Return the names that need a row, ranked; `least` articles make an unknown name frequent.

    `words` in small letters are no names although they have capitals, such as months. Where
    all `nouns` have capitals, only several words with capitals in a row are a name.
    """
    known = _known(rows)
    letters: Counter[str] = Counter()
    names, last, acronyms = _Seen(), _Seen(), _Seen()
    pairs: dict[str, str] = {}
    for article in found:
        letters.update(char for word in compiled(_SMALL).findall(article.text) for char in word)
        for form, start in _names(article.text):
            if form.lower() in words or (nouns and " " not in form):
                continue
            names.add(form, article, start)
            word = form.rpartition(" ")[2]
            last.add(word, article, start + len(form) - len(word))
        for form, initials, start in _acronyms(article.text):
            acronyms.add(form, article, start)
            pairs[form] = initials
    result = [*_mined_acronyms(acronyms, pairs, known), *_spellings(last, known)]
    told = {form for one in result for form in one.forms}
    rest = [one for one in _frequent(names, known, least) if one.preferred not in told]
    usual = _usual(letters)
    result += [replace(one, strange=not set(one.preferred.lower()) <= usual) for one in rest]
    return sorted(result, key=lambda one: one.rank)


def _usual(letters: Counter[str]) -> frozenset[str]:
    """Return the letters that the language of an archive has, and what joins two words."""
    least = letters.total() * _RARE
    return frozenset(char for char, count in letters.items() if count > least) | set(" -'\u2019")


def _known(rows: Sequence[Concept]) -> frozenset[str]:
    return frozenset(
        fold(form)
        for row in rows
        for form in (row.preferred, *row.variants, *(f for pair in row.forms for f in pair))
    )


def _names(text: str) -> Iterator[tuple[str, int]]:
    """Yield (name, offset) for capitalised words that begin no sentence and shout not."""
    at = 0
    for line in text.split("\n"):
        if not _is_headline(line):
            for match in compiled(_NAME).finditer(line):
                form, start = _POSSESSIVE.sub("", match[0]), match.start()
                if _STARTS.search(line, max(0, start - 8), start):  # the first word may be any
                    first = len(form.partition(" ")[0]) + 1
                    form, start = form[first:], start + first
                if (
                    len(form) > 2
                    and not form.isupper()
                    and not _is_tied(line[max(start - 1, 0) : start])
                ):
                    yield form, at + start
        at += len(line) + 1


def _is_tied(char: str) -> bool:
    """Tell whether the character in front makes a capital part of a longer word or an address."""
    return bool(char) and (char.isalnum() or char in "@#/_.-")


def _is_headline(line: str) -> bool:
    """Tell whether most longer words of a line have a capital, as in headlines of some houses."""
    words = [word for word in line.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) * 3 > len(words) * 2


def _acronyms(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield (acronym, initials of the name in front, offset) where the letters do not fit."""
    for match in compiled(_ACRONYM).finditer(text):
        form, start = match[0], match.start()
        initials = spelled_out(text, start, match.end())
        before = text[max(0, start - 120) : start - 1]
        if len(initials) != len(form) or initials == form or is_shouted(text, start, match.end()):
            continue
        name = before.split()[-len(form) :]
        capitals = sum(word[:1].isupper() for word in name)
        stranger = sorted(initials) == sorted(form) or not _in_order(form, before)
        if capitals * 2 > len(name) and stranger:
            yield form, initials, start


def _in_order(acronym: str, name: str) -> bool:
    """Tell whether the letters of an acronym stand in a name in this order."""
    letters = iter(name.lower())
    return all(char in letters for char in acronym.lower())


def _mined_acronyms(seen: _Seen, pairs: dict[str, str], known: frozenset[str]) -> Iterator[Found]:
    for form, count in seen.count.items():
        if fold(form) not in known:
            places, line = len(seen.places[form]), seen.lines[form]
            yield Found("acronym", pairs[form], {form: count}, places, line)


def _spellings(seen: _Seen, known: frozenset[str]) -> Iterator[Found]:
    """Yield last words of names that one article spells in two ways."""
    groups: dict[str, list[str]] = defaultdict(list)
    for form in seen.count:
        if len(form) > 4:
            groups[skeleton(form)].append(form)
    for key, forms in groups.items():
        if len(key) < 3 or len(forms) < 2 or all(fold(form) in known for form in forms):
            continue
        forms.sort(key=lambda form: (-seen.count[form], form))
        first = forms[0]
        alike = [form for form in forms[1:] if _is_spelling(first, form)]
        shared = [form for form in alike if seen.places[first] & seen.places[form]]
        if shared and not all(fold(form) in known for form in (first, *shared)):
            counts = {form: seen.count[form] for form in (first, *shared)}
            places = set().union(*(seen.places[form] & seen.places[first] for form in shared))
            yield Found("spellings", first, counts, len(places), seen.lines[shared[0]])


def _is_spelling(one: str, other: str) -> bool:
    """Tell whether two forms are one name, and not one a word made from the other.

    >>> _is_spelling("Zelensky", "Zelenskyy"), _is_spelling("Rothschild", "Rothschield")
    (True, True)
    >>> _is_spelling("Israel", "Israeli"), _is_spelling("Ukraine", "Ukrainian")
    (False, False)
    """
    one, other = _bare(one), _bare(other)
    if one == other:
        return True
    pairs = enumerate(zip(one, other, strict=False))
    split = next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
    ends = one[split:], other[split:]
    if one[split - 1 : split] + "".join(ends) in ("yy", "ii", "yi", "iy", "ij", "yj"):
        return True  # Zelensky, Zelenskyy
    longest = 3 if one[:1] > "\u036f" else 1  # Cyrillic and Greek names have cases
    if split > 2 and all(end in _ENDS or len(end) <= longest for end in ends):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _bare(form: str) -> str:
    """Return a form in small letters without accents."""
    return "".join(char for char in normalize("NFD", form.lower()) if not combining(char))


def _frequent(seen: _Seen, known: frozenset[str], least: int) -> Iterator[Found]:
    for form, count in seen.count.items():
        places = len(seen.places[form])
        if places >= least and not _is_known(form, known):
            yield Found("name", form, {form: count}, places, seen.lines[form])


def _is_known(form: str, known: frozenset[str]) -> bool:
    return fold(form) in known or any(fold(word) in known for word in form.split())
