"""The hooks that Superdesk calls: five macros and a spellchecker; needs no Superdesk.

A macro is a module of the newsroom's own with a few names in it:

    from pipeline.integrations.superdesk import interactive as callback

    name = "Clean translation"
    label = "Clean translation"
    access_type = "frontend"
    action_type = "interactive"

Likewise `on_ingest` with `action_type = "direct"` for ingest rules, and `on_translation`,
which is also where `to_languages` belongs, or `translate` where Argos packages of this machine
shall translate; `after_translation` is the macro that
UPDATE_TRANSLATION_METADATA_MACRO names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.clean import clean
from pipeline.document import Source
from pipeline.finding import Safety
from pipeline.formats import source_edits
from pipeline.integrations.replacing import replacements, to_words
from pipeline.items import CleanedItem, clean_item
from pipeline.load import load_plan
from pipeline.plan import Plan
from pipeline.result import ReportedFinding, Result

FIELDS = ("headline", "abstract", "description_text", "body_text", "body_html")
Item = dict[str, Any]

to_languages: Sequence[str] = ()  # of `on_translation` and `translate`: every language


def interactive(item: Item, **_: object) -> tuple[Item, dict[str, str]]:
    """Clean the item and return it with {old: new}, which the editor offers one by one.

    The editor replaces every place that reads `old`: a key grows by the words beside it until
    it stands for edited places alone.
    """
    cleaned = _clean_in_place(item)
    offered: dict[str, str] = {}
    for result in cleaned.results:
        blocks = [block.span for block in result.source.blocks]
        offered |= replacements(result.source.text, source_edits(result), blocks)
    return item, offered


def on_ingest(
    item: Item,
    dest_desk_id: object = None,
    dest_stage_id: object = None,
    rule: object = None,
    **_: object,
) -> Item:
    """Clean an item that comes in; it is returned alone, as ingest wants it."""
    del dest_desk_id, dest_stage_id, rule
    _clean_in_place(item)
    return item


def on_translation(
    item: Item, from_language: str | None = None, to_language: str | None = None, **_: object
) -> Item:
    """Clean an item that was translated; what is returned does not matter there."""
    _clean_in_place(item, to_language, from_language)
    return item


def translate(
    item: Item,
    from_language: str | None = None,
    to_language: str | None = None,
    *,
    models: str | Path | None = None,
    **_: object,
) -> Item:
    """Translate an item by the Argos packages of this machine, and clean it.

    Without `to_language` the language is that of the item, which Superdesk has set already. Raises
    LookupError, with what to install, where nothing translates the pair: the item is as it was.
    """
    target = to_language or item.get("language")
    if not target:
        raise LookupError("the item has no language to translate into; give to_language")
    cleaned = _clean_in_place(item, from_language, None, load_plan(to=target, models=models))
    if cleaned.refused:
        raise LookupError(cleaned.refused)
    return item


def after_translation(item: Item, **_: object) -> Item:
    """Clean the translation that was just made; a macro of the house may call it as well."""
    _clean_in_place(item)
    return item


class Spellchecker:
    """Findings as the errors of a spellchecker; the methods are those of SpellcheckerBase."""

    name = "translation-cleanup"
    label = "Translation cleanup"
    languages: Sequence[str] = ()

    def check(self, text: str, language: str | None = None) -> dict[str, list[dict[str, Any]]]:
        """Return the errors of a text; offsets count UTF-16 units, as the editor does."""
        result = clean(Source(text, language), load_plan())
        return {"errors": [_error(text, finding) for finding in _open(result)]}

    def suggest(self, text: str, language: str | None = None) -> dict[str, list[dict[str, str]]]:
        """Return what may stand for the text."""
        errors = self.check(text, language)["errors"]
        whole = [error for error in errors if error["text"] == text]
        return {"suggestions": [one for error in whole for one in error["suggestions"]]}

    def available(self) -> bool:
        """Tell that there is no service to wait for."""
        return True


def _clean_in_place(
    item: Item,
    lang: str | None = None,
    source_lang: str | None = None,
    plan: Plan | None = None,
) -> CleanedItem[Item]:
    # Where it is translated, the language of the item is that of the translation to be.
    known = [*FIELDS, "versioncreated", *(() if plan else ("language",))]
    chosen = {key: item[key] for key in known if item.get(key) is not None}
    if "abstract" in chosen:
        chosen["description_abstract"] = chosen.pop("abstract")  # a name that ninjs knows
    cleaned = clean_item(chosen, format="ninjs", lang=lang, source_lang=source_lang, plan=plan)
    after = dict(cleaned.item)
    if "description_abstract" in after:
        after["abstract"] = after.pop("description_abstract")
    changed = [key for key in FIELDS if key in after and after[key] != item[key]]
    item.update({key: after[key] for key in changed})
    if changed and item.get("fields_meta"):
        _regenerate(item, changed)
    return cleaned


def _regenerate(item: Item, fields: Sequence[str]) -> None:
    """Let Superdesk, where it is installed, make the editor's state anew from the fields."""
    try:
        from superdesk.editor_utils import generate_fields
    except ImportError:
        return
    generate_fields(item, list(fields), force=True, reload=True)


def _open(result: Result) -> Iterator[ReportedFinding]:
    """Yield the findings that an editor is asked about: what would change, and flags."""
    for finding in result.findings:
        if finding.applied or not finding.reason:
            yield finding


def _error(text: str, finding: ReportedFinding) -> dict[str, Any]:
    span = finding.span if finding.span and finding.before.strip() else to_words(text, finding.span)
    before = span.of(text)
    lead = text[span.start : finding.span.start]
    tail = text[finding.span.end : span.end]
    new = [finding.after, *finding.alternatives]
    suggestions = [f"{lead}{one}{tail}" for one in new]
    return {
        "startOffset": len(text[: span.start].encode("utf-16-le", "surrogatepass")) // 2,
        "text": before,
        "type": "spelling" if finding.safety == Safety.APPLY.word else "grammar",
        "message": finding.message,
        "suggestions": [{"text": one} for one in dict.fromkeys(suggestions) if one != before],
    }


def replaced_words(vocabulary: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return {old: new} of a `replace_words` vocabulary, or of the rules of an ingest rule set."""
    rows = vocabulary
    if isinstance(vocabulary, Mapping):
        rows = vocabulary.get("items") or vocabulary.get("rules") or ()
    found: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Mapping) and row.get("is_active", True):
            old, new = row.get("existing", row.get("old")), row.get("replacement", row.get("new"))
            if old and isinstance(new, str) and old != new:
                found.setdefault(str(old), new)
    return found
