"""LibreTranslate's HTTP interface: `/translate` cleans, after translating where need be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.analysis.languages import detect_article
from pipeline.document import UNSURE
from pipeline.formats import FORMATS
from pipeline.plan import Plan
from pipeline.service.answers import answered
from pipeline.service.asks import TAG, RefusedError, refuse_long, shown
from pipeline.workers.frames import Frame

AUTO = ("auto", UNSURE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What /translate is asked for; `several` tells whether a list came, and a list goes back."""

    texts: tuple[str, ...]
    source: str
    target: str
    format: str
    several: bool
    alternatives: bool


def wanted(fields: Mapping[str, Any], longest: int, most: int) -> Wanted:
    """Return what /translate is asked for; RefusedError says what is wrong."""
    for name in ("q", "source", "target"):
        if not fields.get(name):
            raise RefusedError(400, f"Invalid request: missing {name} parameter")
    found = fields["q"]
    texts = found if isinstance(found, list) else [found]
    if not all(isinstance(text, str) for text in texts):
        raise RefusedError(400, f"Invalid request: q is {shown(found)}, expected text or a list")
    if len(texts) > most:
        raise RefusedError(400, f"Invalid request: {len(texts)} texts exceed the limit of {most}")
    for text in texts:
        refuse_long(text, longest, 400)
    source, target = (_code(fields, name) for name in ("source", "target"))
    form = fields.get("format", "text")
    if form not in ("text", "html") or (form == "html" and "html" not in FORMATS):
        raise RefusedError(400, f"Invalid request: format {shown(form)} is not supported")
    several = isinstance(found, list)
    return Wanted(tuple(texts), source, target, form, several, bool(fields.get("alternatives")))


def _code(fields: Mapping[str, Any], name: str) -> str:
    value = fields[name]
    if isinstance(value, str) and TAG.fullmatch(value):
        return value
    raise RefusedError(400, f"Invalid request: {name} is {shown(value)}, expected a language code")


def is_one_language(source: str, target: str) -> bool:
    """Tell whether there is nothing to translate: en-GB is English, as en is.

    >>> is_one_language("en", "en-GB"), is_one_language("fr", "en")
    (True, False)
    """
    return _language(source) == _language(target)


def _language(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def clean_asks(wanted: Wanted, texts: Sequence[str], source: str = "") -> list[dict[str, Any]]:
    """Return what the workers are asked; with a source language, the texts are translations."""
    return [
        {
            "do": "clean",
            "text": text,
            "format": wanted.format,
            "lang": wanted.target,
            **({"source_lang": source, "source_text": original} if source else {}),
        }
        for text, original in zip(texts, wanted.texts, strict=True)
    ]


def answer(wanted: Wanted, cleaned: Sequence[str], detected: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer of /translate: a list for a list, a text for a text."""
    values: dict[str, Any] = {"translatedText": list(cleaned)}
    if detected:
        values["detectedLanguage"] = [detected] * len(cleaned)
    if wanted.alternatives:
        values["alternatives"] = [[] for _ in cleaned]
    if wanted.several:
        return values
    return {name: value[0] for name, value in values.items()}


def detect(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer /detect: the language with a confidence of 0 to 100, `und` when unsure."""
    tag, confidence = detect_article(asked["q"], plan.words_to_tags)
    sure = 0.0 if tag == UNSURE else round(100 * confidence, 1)
    return answered([{"confidence": sure, "language": tag}])


def languages(plan: Plan) -> list[dict[str, str]]:
    """Return the languages that can be cleaned, as code and name."""
    return [
        {"code": tag, "name": locale.name}
        for tag, locale in sorted(plan.locales.items())
        if tag != "root" and "-" not in tag
    ]


def listed(asked: Mapping[str, Any], plan: Plan) -> Frame:
    """Answer the front, which adds the pairs of the translator to these languages."""
    del asked
    return answered(languages(plan))
