"""A plan: rules, glossary, locales and house style, frozen, hashed and shared by threads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from threading import Lock

from pipeline.gate import Gate
from pipeline.glossary.matcher import Glossary
from pipeline.house import House
from pipeline.locale import ROOT, Locale, best_match
from pipeline.rule import Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that the locales of one document call for, by pass, behind one gate."""

    stages: Mapping[str, tuple[tuple[int, Rule], ...]]
    gate: Gate


class RuleSet:
    """All rules of a plan, in the order of their ids."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.id))
        self.by_id = {rule.id: rule for rule in self.rules}
        self._selections: dict[tuple[frozenset[str], frozenset[str]], Selection] = {}
        self._lock = Lock()

    def select(self, locales: Iterable[Locale], stages: frozenset[str]) -> Selection:
        """Return the rules of these passes for these locales; computed once for each pair."""
        wanted = tuple(locales)
        key = frozenset(locale.tag for locale in wanted), stages
        found = self._selections.get(key)
        if found is None:
            rules = [rule for rule in self.rules if rule.stage in stages]
            with self._lock:
                found = self._selections.setdefault(key, _selection(rules, wanted))
        return found


def reads(rule: Rule, locale: Locale) -> bool:
    """Tell whether the rule reads text of this locale."""
    if not rule.locales and not rule.but_not:
        return True
    if rule.but_not and any(locale.is_a(tag) for tag in rule.but_not):
        return False
    return not rule.locales or any(locale.is_a(tag) for tag in rule.locales)


def _selection(rules: Iterable[Rule], locales: tuple[Locale, ...]) -> Selection:
    chosen = [rule for rule in rules if any(reads(rule, locale) for locale in locales)]
    stages: dict[str, list[tuple[int, Rule]]] = {}
    for number, rule in enumerate(chosen):
        stages.setdefault(rule.stage, []).append((number, rule))
    gate = Gate([rule.re2 for rule in chosen])
    return Selection({stage: tuple(pairs) for stage, pairs in stages.items()}, gate)


@dataclass(frozen=True)
class Plan:
    """Everything that decides what `clean` does to a source."""

    ruleset: RuleSet
    glossary: Glossary
    locales: Mapping[str, Locale]
    house: House = House()
    suggest: bool = False
    version: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)

    def locale(self, tag: str) -> Locale:
        """Return the locale for a BCP 47 tag, by truncation, `root` when none is known."""
        found = self.locales.get(tag)
        return found if found is not None else self.locales[best_match(tag, self.locales) or ROOT]

    @cached_property
    def function_words(self) -> Mapping[str, frozenset[str]]:
        """The function words of each locale tag, in lower case."""
        return {tag: frozenset(locale.words.function_words) for tag, locale in self.locales.items()}

    @cached_property
    def words_to_tags(self) -> Mapping[str, tuple[str, ...]]:
        """Each function word with the languages (tags without a region) that have it."""
        found: dict[str, tuple[str, ...]] = {}
        for tag, words in self.function_words.items():
            if "-" not in tag:
                for word in words:
                    found[word] = (*found.get(word, ()), tag)
        return found

    @cached_property
    def signature(self) -> str:
        """Version, house and digests of rules, glossary and locales: what a result depends on."""
        parts = [f"{name}:{digest}" for name, digest in sorted(self.digests.items())]
        options = sha256(repr((self.house, self.suggest)).encode()).hexdigest()[:12]
        return " ".join([f"translation-cleanup/{self.version}", *parts, f"options:{options}"])
