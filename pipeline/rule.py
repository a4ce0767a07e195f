"""A rule: one file that says what it does, why, with examples it fixes and leaves alone.

Knows how a rule looks for findings; the loader reads the files and checks them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.text import Edit, Span, minimal_edit

if TYPE_CHECKING:
    from pipeline.context import Context

CATEGORIES = (  # the dimensions of MQM, https://themqm.org/
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
)


@dataclass(frozen=True, slots=True)
class Example:
    """A case that proves a rule: `before` becomes `after`, `flag` is flagged, `keep` is kept.

    `lang` is the locale of the text; `house` holds `key = "value"` choices. A known failure
    says in `known_failure` what is wrong; its test is a strict xfail. `to` is the language to
    translate into, `engine` what a decoder gives for a sentence: (sentence, translation, kind of
    doubt, words in doubt, English in between), the last three left out where there is none.
    `doubts` are those of a package that scores the text: (kind, words, words of the source).
    """

    before: str = ""
    after: str = ""
    keep: str = ""
    flag: str = ""
    why: str = ""
    lang: str = ""
    source_lang: str = ""
    source_text: str = ""
    house: tuple[tuple[str, str], ...] = ()
    known_failure: str = ""
    to: str = ""
    engine: tuple[tuple[str, ...], ...] = ()
    doubts: tuple[tuple[str, str, str], ...] = ()

    @property
    def text(self) -> str:
        """The text that goes in."""
        return self.before or self.keep or self.flag


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule file says. `id` is its path with dots, `stage` the pass that runs it.

    `locales` are tags whose text the rule reads (with all that inherit from them), empty for
    every locale; `but_not` are exceptions to that. A rule that looks `with_source` only is left
    out where no source text is known. `gate` is a pattern without which the
    rule has nothing to find; a TOML rule's gate comes from its pattern. A Python rule has a
    `module` with `find(context, rule)`. The loader fills `id`, `module` and `re2`, the gate
    widened for RE2.
    """

    summary: str
    why: str
    source: str
    category: str
    safety: Safety = Safety.APPLY
    locales: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    source_langs: tuple[str, ...] = ()
    with_source: bool = False
    pattern: str = ""
    replace: str | None = None
    message: str = ""
    gate: str = ""
    examples: tuple[Example, ...] = ()
    id: str = ""
    module: str = ""
    re2: str = ""

    @property
    def stage(self) -> str:
        """The pass that runs the rule: the first part of its id."""
        return self.id.partition(".")[0]

    def finding(
        self,
        text: str,
        start: int,
        end: int,
        replacement: str | None,
        message: str,
        *,
        safety: Safety | None = None,
        alternatives: tuple[str, ...] = (),
    ) -> Finding | None:
        """Return the finding that puts `replacement` for `text[start:end]`, None for no change.

        Without a replacement it is a flag.
        """
        span = Span(start, end)
        if replacement is None:
            return Finding(self.id, span, message, (), Safety.FLAG, alternatives)
        edit = minimal_edit(text, start, end, replacement)
        if edit is None:
            return None
        chosen = self.safety if safety is None else safety
        return Finding(self.id, span, message, (edit,), chosen, alternatives)

    def joint_finding(
        self,
        edits: Sequence[Edit | None],
        message: str,
        *,
        span: Span | None = None,
        safety: Safety | None = None,
    ) -> Finding | None:
        """Return one finding made of several edits, None if none of them changes anything."""
        kept = tuple(sorted(edit for edit in edits if edit is not None))
        if not kept:
            return None
        around = span or Span(kept[0].span.start, kept[-1].span.end)
        return Finding(self.id, around, message, kept, self.safety if safety is None else safety)

    def find(self, context: Context) -> Iterator[Finding | None]:
        """Look for findings in the whole document; the caller drops those out of scope."""
        if self.module:
            return _find_of(self.module)(context, self)
        return self._find_pattern(context)

    def _find_pattern(self, context: Context) -> Iterator[Finding | None]:
        text = context.text
        for match in compiled(self.pattern).finditer(text):
            after = None if self.replace is None else match.expand(self.replace)
            message = self.message.format(match[0], *match.groups(""), after=after)
            yield self.finding(text, match.start(), match.end(), after, message or self.summary)


@cache
def _find_of(module: str) -> Callable[[Context, Rule], Iterator[Finding | None]]:
    from importlib import import_module

    find: Callable[[Context, Rule], Iterator[Finding | None]] = import_module(module).find
    return find
