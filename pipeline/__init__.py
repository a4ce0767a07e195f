"""Repair what machine translation leaves behind in an article, harmlessly and explained.

>>> from pipeline import clean_text
>>> clean_text("He said  hello.", lang="en").text
'He said hello.'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.clean import clean
from pipeline.document import Source
from pipeline.items import CleanedItem, clean_item
from pipeline.load import BadConfiguration, __version__, load_plan
from pipeline.plan import Plan
from pipeline.result import Decision, ReportedFinding, Result
from pipeline.text import Edit, Span

__all__ = [
    "BadConfiguration",
    "CleanedItem",
    "Decision",
    "Edit",
    "Plan",
    "ReportedFinding",
    "Result",
    "Source",
    "Span",
    "__version__",
    "clean",
    "clean_item",
    "clean_text",
    "load_plan",
]


def clean_text(
    text: str,
    *,
    lang: str | None = None,
    source_lang: str | None = None,
    source_text: str | None = None,
    date: str | None = None,
    house: str | Path | Mapping[str, Any] | None = None,
    glossary: str | Path | Iterable[str | Path] | None = None,
    decisions: Iterable[Decision] = (),
    to: str | None = None,
    models: str | Path | None = None,
    score: bool = False,
) -> Result:
    """Clean one article; the plan behind it is loaded at the first call and then shared.

    `lang`, `source_lang` and `to` are BCP 47 tags, `date` is ISO 8601. With `to`, what is not in
    that language is translated first, by the Argos packages in the folder `models`; with `score`
    the package of the pair scores the text against `source_text`. Raises
    BadConfiguration for a house style, a glossary or a folder that cannot be used, and
    LookupError where no package translates the language of the text; text never raises.
    """
    source = Source(text, lang, source_lang, source_text, date)
    plan = load_plan(house=house, glossary=glossary, to=to, models=models, score=score)
    return clean(source, plan, decisions)
