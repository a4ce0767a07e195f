"""A plan: rules, glossary, locales and house style, frozen, hashed and shared by threads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from pipeline.gate import Gate
from pipeline.glossary.matcher import Glossary
from pipeline.house import House
from pipeline.locale import ROOT, Locale, best_match
from pipeline.rule import Rule

if TYPE_CHECKING:
    from pipeline.translate.scoring import Scorer
    from pipeline.translate.translator import Translator


class Selection:
    """The rules that the locales of a document call for, by pass, each pass behind its gate."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        stages: dict[str, list[Rule]] = {}
        for rule in rules:
            stages.setdefault(rule.stage, []).append(rule)
        self._stages = {
            stage: (found, Gate([rule.re2 for rule in found])) for stage, found in stages.items()
        }

    def open(self, stage: str, text: str) -> list[Rule]:
        """Return the rules of a pass that may match in the text, in the order of their ids."""
        if stage not in self._stages:
            return []
        rules, gate = self._stages[stage]
        return [rules[number] for number in sorted(gate.open_for(text))]


class RuleSet:
    """All rules of a plan, in the order of their ids."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.id))
        self.by_id = {rule.id: rule for rule in self.rules}
        self._selections: dict[frozenset[str], Selection] = {}
        self._lock = Lock()

    def select(self, locales: Iterable[Locale]) -> Selection:
        """Return the rules for documents in these locales; chosen once for each set of them."""
        wanted = tuple(locales)
        key = frozenset(locale.tag for locale in wanted)
        found = self._selections.get(key)
        if found is None:
            chosen = [rule for rule in self.rules if any(reads(rule, one) for one in wanted)]
            with self._lock:
                found = self._selections.setdefault(key, Selection(chosen))
        return found


def reads(rule: Rule, locale: Locale) -> bool:
    """Tell whether the rule reads text of this locale."""
    if not rule.locales and not rule.but_not:
        return True
    if rule.but_not and any(locale.is_a(tag) for tag in rule.but_not):
        return False
    return not rule.locales or any(locale.is_a(tag) for tag in rule.locales)


@dataclass(frozen=True)
class Plan:
    """Everything that decides what `clean` does to a source."""

    ruleset: RuleSet
    glossary: Glossary
    locales: Mapping[str, Locale]
    house: House = House()  # noqa: RUF009 - frozen
    suggest: bool = False
    version: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    translator: Translator | None = None
    scorer: Scorer | None = None

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
    def markers(self) -> Mapping[str, tuple[str, ...]]:
        """Up to eight words of each language that no other has, between spaces."""
        return {
            tag: tuple(
                f" {word} "
                for word in locale.words.function_words
                if self.words_to_tags.get(word) == (tag,) and len(word) > 1
            )[:8]
            for tag, locale in self.locales.items()
        }

    @cached_property
    def signature(self) -> str:
        """Version, house and digests of rules, glossary and locales: what a result depends on."""
        parts = [f"{name}:{digest}" for name, digest in sorted(self.digests.items())]
        options = sha256(repr((self.house, self.suggest)).encode()).hexdigest()[:12]
        parts += [used.signature for used in (self.translator, self.scorer) if used is not None]
        return " ".join([f"translation-cleanup/{self.version}", *parts, f"options:{options}"])
