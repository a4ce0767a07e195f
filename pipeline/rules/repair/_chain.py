"""Repairs that feed each other, followed to their end; knows lines, not what each repair is.

An entity can hold half a mojibake, a control character can split one. So the repairs of a
line run in one order until none has anything left to do, and each place that changed is
reported once, by the rule that touched it first. A line is repaired wholly or not at all,
which is what makes cleaning twice the same as cleaning once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import NamedTuple, Protocol
from unicodedata import category, name

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.gate import Gate
from pipeline.pattern import compiled
from pipeline.rule import Rule
from pipeline.text import Edit, Span, apply_edits

ORDER = (
    "escapes",
    "surrogates",
    "entities",
    "mojibake",
    "c1",
    "controls",
    "invisible",
    "composed",
    "ligatures",
    "spaces",
)
ROUNDS = 8  # damage over damage; three rounds are the most that a real text has needed

# The gates read UTF-8, which has no surrogates.
_SIGNS = {"surrogates": re.compile("[\ud800-\udfff]")}
_LINE = re.compile(r"[^\r\n]+")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a repair may know of the text around its line."""

    right_to_left: bool = False
    code: bool = False
    plain: bool = False  # the language has no use for no-break spaces


class Repair(NamedTuple):
    """Put `replacement` for `line[start:end]`; `message` says what it was."""

    start: int
    end: int
    replacement: str
    message: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A place of the original line that the repairs changed, and by how much it grew."""

    start: int
    end: int
    growth: int
    rule: str
    messages: tuple[str, ...]


class Sign(Protocol):
    """A pattern without which a repair has nothing to do."""

    def search(self, text: str, /) -> object: ...


Step = tuple[Rule, Sign]
Change = tuple[int, int, str, str, str]  # start, end, replacement, rule, message


def findings(context: Context, rule: Rule) -> Iterator[Finding | None]:
    """Yield the findings of one rule of the chain; the chain itself is followed once."""
    for start, end, replacement, owner, message in context.once(_changes):
        if owner == rule.id:
            yield rule.finding(context.text, start, end, replacement, message)


def describe(text: str) -> str:
    r"""Return a character as a reader can see it.

    >>> describe("é"), describe("\u200b")
    ("'é'", 'U+200B ZERO WIDTH SPACE')
    """
    if len(text) == 1 and category(text)[0] in "CMZ":
        return f"U+{ord(text):04X} {name(text, '')}".rstrip()
    return repr(text)


def _changes(context: Context) -> tuple[Change, ...]:
    text = context.text
    steps = list(_steps(context))
    # A walk of the gate is a tenth of the time of one search for mojibake.
    gate = _gate(tuple(rule.re2 for rule, _ in steps))
    suspects = frozenset(line[0] for line in _LINE.finditer(text) if gate.open_for(line[0]))
    shown = [(rule, sign) for rule, sign in steps if any(map(sign.search, suspects))]
    # A repair that only another one uncovers belongs to a rule that the gate has let in.
    owners = {rule.id: rule.id for rule, _ in shown}
    right_to_left = _RIGHT_TO_LEFT.search(text) is not None
    plain = (context.source.lang or "").partition("-")[0] == "en" and "\u00a0" not in text
    found: list[Change] = []
    code = False
    for match in _LINE.finditer(text):
        line, at = match[0], match.start()
        fence = _FENCE.match(line) is not None
        code ^= fence
        if line in suspects and any(sign.search(line) for _, sign in shown):
            facts = Facts(right_to_left, code or fence, plain)
            found += (
                (at + start, at + end, after, owners.get(rule, shown[0][0].id), message)
                for start, end, after, rule, message in repaired(line, steps, facts)
            )
    return tuple(found)


def _steps(context: Context) -> Iterator[Step]:
    """Yield the repairs whose rules are in the plan, each with its sign."""
    by_id = context.plan.ruleset.by_id
    for entry in ORDER:
        rule = by_id.get(f"repair.{entry}")
        if rule is not None:
            yield rule, _SIGNS.get(entry) or compiled(rule.gate)


@cache
def _gate(patterns: tuple[str, ...]) -> Gate:
    return Gate(patterns)


@cache
def _repairs_of(rule: Rule) -> Callable[[str, Facts], Iterator[Repair]]:
    """Import what a rule does; only when its sign is seen, because one of them imports ftfy."""
    repairs: Callable[[str, Facts], Iterator[Repair]] = import_module(rule.module).repairs
    return repairs


def repaired(line: str, steps: Sequence[Step], facts: Facts) -> list[Change]:
    """Return the changes that make the line one in which no step finds anything."""
    text = line
    patches: list[Patch] = []
    for _ in range(ROUNDS):
        before = text
        for rule, sign in steps:
            found = list(_found(rule, text, facts)) if sign.search(text) else []
            if found:
                patches = _followed(patches, found, rule.id)
                edits = [Edit(Span(r.start, r.end), r.replacement) for r in found]
                text = apply_edits(text, edits)
        if text == before:
            break
    else:
        return []
    # A line that begins or ends a code block by being repaired would change its neighbours.
    if bool(_FENCE.match(line)) != bool(_FENCE.match(text)):
        return []
    return list(_located(text, patches))


def _found(rule: Rule, text: str, facts: Facts) -> Iterator[Repair]:
    for repair in _repairs_of(rule)(text, facts):
        if text[repair.start : repair.end] != repair.replacement:
            yield repair


def _followed(patches: Sequence[Patch], repairs: Sequence[Repair], rule: str) -> list[Patch]:
    """Return the patches after more repairs; those that touch become one."""
    shift = 0
    ranges: list[tuple[int, int, Patch | Repair]] = []
    for patch in patches:
        end = patch.end + shift + patch.growth
        ranges.append((patch.start + shift, end, patch))
        shift += patch.growth
    ranges += ((repair.start, repair.end, repair) for repair in repairs)
    ranges.sort(key=lambda entry: entry[:2])
    groups: list[tuple[int, int, list[Patch | Repair]]] = []
    for start, end, change in ranges:
        if groups and start <= groups[-1][1]:
            first, last, members = groups[-1]
            members.append(change)
            groups[-1] = first, max(last, end), members
        else:
            groups.append((start, end, [change]))
    return list(_regrouped(groups, rule))


def _regrouped(
    groups: Sequence[tuple[int, int, list[Patch | Repair]]], rule: str
) -> Iterator[Patch]:
    shift = 0
    for start, end, members in groups:
        old = [member for member in members if isinstance(member, Patch)]
        new = [member for member in members if isinstance(member, Repair)]
        grown = sum(patch.growth for patch in old)
        growth = grown + sum(len(r.replacement) - (r.end - r.start) for r in new)
        said = [message for patch in old for message in patch.messages]
        said += [repair.message for repair in new]
        owner = old[0].rule if old else rule
        yield Patch(start - shift, end - shift - grown, growth, owner, tuple(dict.fromkeys(said)))
        shift += grown


def _located(text: str, patches: Sequence[Patch]) -> Iterator[Change]:
    shift = 0
    for patch in patches:
        after = text[patch.start + shift : patch.end + shift + patch.growth]
        shown = patch.messages[:4]  # a long run of damage is told by how it begins
        yield patch.start, patch.end, after, patch.rule, "; ".join(shown)
        shift += patch.growth
