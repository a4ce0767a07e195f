"""What a run of `clean` needs, from its options: the plan and the facts about the article."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pipeline.cli.inputs import decoded, read_bytes
from pipeline.cli.options import Options
from pipeline.cli.progress import is_watched, show_sentences
from pipeline.cli.shell import UnusableError, meant
from pipeline.load import BadConfiguration, load_plan, load_scorer, load_translator
from pipeline.locale import Locale, best_match
from pipeline.plan import Plan

if TYPE_CHECKING:
    from pipeline.cli.decisions import Decisions

# BCP 47 (RFC 5646) as far as its shape goes; what the subtags mean is the locale table's.
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Setup:
    """The options with everything they name read and checked."""

    options: Options
    plan: Plan
    source_text: str | None = None
    decisions: Decisions | None = None


def make_setup(options: Options) -> Setup:
    """Read what the options name; UnusableError says which of it cannot be used, and why."""
    plan = make_plan(options)
    _refuse_date(options.date)
    _refuse_charset(options.encoding)
    _refuse_lang("--lang", options.lang, plan.locales)
    _refuse_lang("--to", options.to, plan.locales)
    _refuse_shape("--source-lang", options.source_lang)
    source_text = None
    if options.source_file is not None:
        name = str(options.source_file)
        data = read_bytes(options.source_file, name)
        source_text = decoded(name, data, options.encoding)[0]
    decisions = None
    if options.decisions is not None:
        from pipeline.cli.decisions import read_decisions

        decisions = read_decisions(options.decisions)
    return Setup(options, plan, source_text, decisions)


def make_plan(options: Options) -> Plan:
    """Load the plan of the options."""
    try:
        plan = load_plan(house=options.house, glossary=options.glossary, suggest=options.suggest)
        if options.to is None and not options.score:
            return plan
        show = show_sentences if is_watched() else None
        if options.to is None:
            return replace(plan, scorer=load_scorer(options.models, options.threads, show))
        translator = load_translator(options.to, options.models, options.threads, show)
        return replace(plan, translator=translator)
    except BadConfiguration as error:
        raise UnusableError(str(error)) from error


def _refuse_date(found: str | None) -> None:
    if found is None:
        return
    try:
        if date.fromisoformat(found).isoformat() == found:
            return
    except ValueError:
        pass
    raise UnusableError(f"--date {found}: not a day; write it as 2024-03-31")


def _refuse_charset(found: str | None) -> None:
    if found is None:
        return
    try:
        codecs.lookup(found)
    except LookupError:
        raise UnusableError(
            f"--encoding {found}: no such charset; write a name such as windows-1251 or koi8-u"
        ) from None


def _refuse_shape(option: str, found: str | None) -> None:
    if found is not None and not _TAG.fullmatch(found):
        raise UnusableError(f"{option} {found}: not a BCP 47 tag; write it as en, en-GB or zh-Hant")


def _refuse_lang(option: str, found: str | None, locales: Mapping[str, Locale]) -> None:
    _refuse_shape(option, found)
    if found is None or best_match(found, locales):
        return
    known = {locale.name.lower(): tag for tag, locale in locales.items() if locale.name}
    tag = known.get(found.lower())
    advice = f"; did you mean {tag}?" if tag else meant(found, locales)
    tags = ", ".join(sorted(tag for tag in locales if "-" not in tag and tag != "root"))
    rest = "; leave --lang out to have the language detected" if option == "--lang" else ""
    raise UnusableError(f"{option} {found}: no such locale{advice} (there are {tags}){rest}")
