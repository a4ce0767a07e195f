"""Pages about rules: the list of them, and for each one what it does, why, and its examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from pipeline.cli.shell import UnusableError, meant
from pipeline.cli.visible import escaped
from pipeline.load import RULES, BadConfiguration, read_rule
from pipeline.locale import best_match
from pipeline.passes import PASSES
from pipeline.plan import Plan, reads
from pipeline.rule import Example, Rule

WIDTH = 80
INDENT = 22  # where summaries begin in the list of rules
SAFETY = {
    "apply": "applied",
    "suggest": "suggested, applied with --suggest",
    "flag": "flagged, for a person to decide",
}


def rule_list(plan: Plan, lang: str | None = None) -> Iterator[str]:
    """Yield the rules by pass with their summaries; with a tag, those that read its text."""
    rules: Iterable[Rule] = plan.ruleset.rules
    if lang is not None:
        locale = plan.locale(best_match(lang, plan.locales) or "root")
        rules = [rule for rule in rules if reads(rule, locale)]
    for stage in PASSES:
        own = [rule for rule in rules if rule.stage == stage.name]
        if own:
            yield stage.name
            for rule in own:
                yield from _entry(rule)
            yield ""
    yield "? suggests, ! flags, the others are applied. clean --explain RULE, such as"
    yield "clean --explain spacing.double, shows the page of a rule."


def _entry(rule: Rule) -> Iterator[str]:
    sign = {"suggest": "?", "flag": "!"}.get(rule.safety.word, " ")
    name = f"{sign} {rule.id.partition('.')[2]}"
    lines = wrap(escaped(rule.summary), WIDTH - INDENT)
    if len(name) < INDENT - 1:
        name = f"{name:<{INDENT}}{lines.pop(0)}"
    yield name
    for line in lines:
        yield f"{'':<{INDENT}}{line}"


def rule_page(rule_id: str) -> Iterator[str]:
    """Yield the page of a rule; UnusableError names the rules that may have been meant."""
    rule = find_rule(rule_id)
    yield rule.id
    yield from wrap(escaped(rule.summary), WIDTH)
    yield ""
    yield from _fact("Why", rule.why)
    yield from _fact("Source", rule.source)
    yield from _fact("Safety", SAFETY[rule.safety.word])
    yield from _fact("Category", f"{rule.category} (MQM)")
    yield from _fact("Locales", ", ".join(rule.locales) or "all")
    yield from _fact("Not in", ", ".join(rule.but_not))
    yield from _fact("From", ", ".join(rule.source_langs))
    yield from _examples("Repaired", [e for e in rule.examples if e.before])
    yield from _examples("Flagged", [e for e in rule.examples if e.flag])
    yield from _examples("Left alone", [e for e in rule.examples if e.keep])


def find_rule(rule_id: str) -> Rule:
    """Return a rule with its examples; the path of its file is its id."""
    path = RULES.joinpath(*rule_id.split("."))
    for suffix in (".toml", ".py"):
        file = path.with_name(path.name + suffix)
        if rule_id in rule_ids() and file.is_file():
            try:
                return read_rule(file)
            except BadConfiguration as error:
                raise UnusableError(str(error)) from error
    raise UnusableError(
        f"--explain {rule_id}: no such rule{_near(rule_id) or '.'} See clean --rules"
    )


def rule_ids() -> list[str]:
    """Return the ids of all rules."""
    return sorted(
        ".".join(path.relative_to(RULES).with_suffix("").parts)
        for path in RULES.rglob("*")
        if _is_rule(path)
    )


def _is_rule(path: Path) -> bool:
    return path.suffix == ".toml" or (path.suffix == ".py" and not path.name.startswith("_"))


def _near(rule_id: str) -> str:
    """Return a question that names rules of a similar id, or with the same last word."""
    known = rule_ids()
    last = rule_id.rpartition(".")[2]
    same = [name for name in known if last and last in name.split(".")][:3]
    return f"; did you mean {' or '.join(same)}?" if same else meant(rule_id, known)


def _fact(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrap(escaped(text), WIDTH - 10)):
        yield f"{name if not number else '':<10}{line}"


def _examples(title: str, examples: list[Example]) -> Iterator[str]:
    if not examples:
        return
    yield ""
    yield title
    apart = any("\n" in example.text.rstrip("\n") for example in examples)
    for number, example in enumerate(examples):
        if apart and number:
            yield ""
        texts = [example.text, example.after] if example.before else [example.text]
        if all(text.endswith("\n") for text in texts):
            texts = [text[:-1] for text in texts]
        for mark, text in zip(("  ", "  > "), texts, strict=False):
            yield from _quoted(mark, text)
        notes = [example.why, _given(example), _known(example)]
        for note in filter(None, notes):
            yield from wrap(f"({note})", WIDTH, initial_indent="    ", subsequent_indent="    ")


def _quoted(mark: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        prefix = mark if not number else " " * len(mark)
        yield prefix + escaped(line) if line or not number else ""


def _given(example: Example) -> str:
    facts = [f"in {example.lang}" if example.lang else ""]
    facts.append(f"from {example.source_lang}" if example.source_lang else "")
    facts += [f"house {key} = {value}" for key, value in example.house]
    return ", ".join(filter(None, facts))


def _known(example: Example) -> str:
    return f"not yet: {example.known_failure}" if example.known_failure else ""
