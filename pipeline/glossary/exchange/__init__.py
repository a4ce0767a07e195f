"""Glossaries in the shapes of other tools: one module for each shape, and one row here.

A module has `read(text, scope)` and `write(rows, scope)`. Rows are cells by column, with the
language of the text they edit under `language`; nothing here reads or writes files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from pipeline.glossary.exchange.rows import Row, Scope, Unfit

__all__ = ["FORMATS", "Row", "Scope", "Unfit", "read", "write"]

# The name of each format: its module, and what it is, for those who choose.
FORMATS: Mapping[str, tuple[str, str]] = {
    "csv": ("tables", "all columns, with commas"),
    "tsv": ("tables", "all columns, with tabs"),
    "deepl": ("pairs", "DeepL glossary, four columns"),
    "google": ("pairs", "Google Translation glossary, two columns without a header"),
    "google-terms": ("equivalents", "Google Translation equivalent term sets"),
    "amazon": ("equivalents", "Amazon Translate custom terminology"),
    "tbx2": ("tbx", "TBX version 2 (martif)"),
    "tbx3": ("tbx", "TBX version 3 (DCA, TBX-Basic)"),
    "weblate": ("tbx", "TBX version 2 as Weblate reads it: one term a language"),
    "pontoon": ("tbx", "TBX version 3 as Pontoon reads it: one term a language"),
    "vale": ("vale", "a substitution rule of Vale, YAML"),
    "replace-words": ("superdesk", "the vocabulary replace_words, JSON"),
    "rule-set": ("superdesk", "an ingest rule set, JSON"),
}


class Shape(Protocol):
    """What the module of a format offers."""

    def read(self, text: str, scope: Scope) -> list[Row]:
        """Return the rows of a text; ValueError says what cannot be read."""

    def write(self, rows: Sequence[Row], scope: Scope) -> str:
        """Return the rows as a text, those that fit; ValueError when the scope is too wide."""


def read(text: str, scope: Scope) -> list[Row]:
    """Return the rows of a text in the format of the scope."""
    return _module(scope.format).read(text, scope)


def write(rows: Sequence[Row], scope: Scope) -> str:
    """Return the rows as a text in the format of the scope."""
    return _module(scope.format).write(rows, scope)


def _module(name: str) -> Shape:
    return cast("Shape", import_module(f"pipeline.glossary.exchange.{FORMATS[name][0]}"))
