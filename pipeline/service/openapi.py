"""The OpenAPI description of the service, with an example of every request and answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.formats import FORMATS
from pipeline.load import __version__
from pipeline.service.asks import MODES
from pipeline.service.config import Config

REPORT = Path(__file__).resolve().parent.parent / "report.schema.json"
TEXT = "The talks  failed in Kiev ."
TAG = {"type": "string", "examples": ["en-GB"]}
STRING = {"type": "string"}
STRINGS = {"type": "array", "items": STRING}

CLEAN = {
    "type": "object",
    "description": "An article: text, or item, a JSON object whose fields are cleaned.",
    "oneOf": [{"required": ["text"]}, {"required": ["item"]}],
    "additionalProperties": False,
    "properties": {
        "text": STRING,
        "item": {"type": "object"},
        "format": {"enum": ["auto", *sorted(FORMATS)]},
        "fields": {**STRINGS, "description": "Which fields of an item, as dotted paths."},
        "lang": {**TAG, "description": "Locale of the text; detected when left out."},
        "source_lang": {**TAG, "description": "The language it was translated from."},
        "source_text": {"type": "string", "description": "The article in that language."},
        "date": {"type": "string", "description": "The day of the article: names have dates."},
        "desk": {"type": "string", "description": "Chooses a house style, where desks have some."},
        "mode": {
            "enum": list(MODES),
            "description": "suggest leaves the text as it is and only lists the findings.",
        },
        "apply_suggestions": {"type": "boolean", "description": "As --suggest does."},
        "decisions": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/Decision"},
            "description": "Findings that an editor accepted or rejected before.",
        },
        "report": {"type": "boolean", "description": "Add the reports that clean undo reads."},
    },
}
DECISION = {
    "type": "object",
    "required": ["rule", "span", "verdict"],
    "properties": {
        "rule": STRING,
        "span": {"$ref": "#/components/schemas/span"},
        "verdict": {"enum": ["accept", "reject"]},
        "segment": STRING,
    },
}
CLEANED = {
    "type": "object",
    "required": ["changed", "format", "locales", "findings", "signature", "remarks"],
    "properties": {
        "text": STRING,
        "item": {"type": "object"},
        "changed": {"type": "boolean"},
        "format": STRING,
        "locales": STRINGS,
        "findings": {"type": "array", "items": {"$ref": "#/components/schemas/reported"}},
        "signature": STRING,
        "remarks": STRINGS,
        "reports": {"type": "array", "items": {"type": "object"}},
    },
}
RULE = {
    "type": "object",
    "required": ["id", "summary", "safety", "category", "locales"],
    "properties": {
        "id": STRING,
        "summary": STRING,
        "safety": {"enum": ["apply", "suggest", "flag"]},
        "category": STRING,
        "locales": STRINGS,
        "not_in": STRINGS,
        "source_langs": STRINGS,
        "why": STRING,
        "source": STRING,
    },
}
ROWS = {
    "type": "object",
    "required": ["total", "offset", "rows"],
    "properties": {
        "total": {"type": "integer"},
        "offset": {"type": "integer"},
        "rows": {"type": "array", "items": {"type": "object", "required": ["id", "preferred"]}},
    },
}
PROBLEM = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {"title": STRING, "status": {"type": "integer"}, "detail": STRING},
}


def document(config: Config) -> dict[str, Any]:
    """Return the description of a service."""
    described: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "translation-cleanup",
            "version": __version__,
            "summary": "Cleans machine-translated copy, and explains every change.",
            "description": _limits(config),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }
    if config.keys:
        described["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        described["security"] = [{"key": []}]
    return described


def _limits(config: Config) -> str:
    return (
        f"A body has at most {config.body} bytes, a text {config.text} characters and "
        f"{config.seconds:g} seconds, a batch {config.batch} texts. 413 says what is too long, "
        "503 that too many are waiting, 504 that one took too long. Offsets count code points; "
        "those of /v2/check count UTF-16 units."
    )


def _paths() -> dict[str, Any]:
    cleaned = {"$ref": "#/components/schemas/Cleaned"}
    batch = {
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": {"type": "object"}}},
    }
    return {
        "/v1/clean": _post(
            "Clean one article.",
            {"$ref": "#/components/schemas/Clean"},
            {"text": TEXT, "lang": "en", "source_lang": "fr", "date": "2024-03-31"},
            cleaned,
        ),
        "/v1/clean/batch": _post(
            "Clean several articles; each has its own answer, or its own error.",
            batch,
            {"items": [{"text": TEXT, "lang": "en"}, {"item": {"headline": "Mr  Smith"}}]},
            batch,
        ),
        "/v1/rules": _get("List the rules.", _list_of("rules", "Rule"), lang="en"),
        "/v1/rules/{id}": _get(
            "Show one rule.", {"$ref": "#/components/schemas/Rule"}, path={"id": "spacing.double"}
        ),
        "/v1/glossary": _get("Count the rows of each language.", {"type": "object"}),
        "/v1/glossary/{lang}": _get(
            "List the rows that edit text in a language; q searches them.",
            {"$ref": "#/components/schemas/Rows"},
            path={"lang": "en"},
            q="Kiev",
            limit="10",
            offset="0",
        ),
        "/v1/glossary/{lang}/{id}": _get(
            "Show the rows of one id.",
            {"$ref": "#/components/schemas/Rows"},
            path={"lang": "en", "id": "place.kyiv"},
        ),
        "/v2/check": _form(
            "Check a text, as LanguageTool does.", {"text": TEXT, "language": "en"}, ("matches",)
        ),
        "/v2/languages": _get("List the locales, as LanguageTool does.", {"type": "array"}),
        "/translate": _form(
            "Clean a text (source and target alike), or translate it first, as LibreTranslate.",
            {"q": TEXT, "source": "en", "target": "en", "format": "text"},
            ("translatedText",),
        ),
        "/languages": _get("List the languages, as LibreTranslate does.", {"type": "array"}),
        "/detect": _form("Tell the language of a text, as LibreTranslate.", {"q": TEXT}, ()),
        "/livez": _plain("Tell that the service runs."),
        "/readyz": _get("Tell whether rules and glossary are loaded.", {"type": "object"}),
        "/metrics": _plain("Figures for Prometheus."),
    }


def _schemas() -> dict[str, Any]:
    """Return the schemas: findings and their parts as the report has them."""
    text = REPORT.read_text("utf-8").replace("#/$defs/", "#/components/schemas/")
    shared: dict[str, Any] = json.loads(text)["$defs"]
    finding = shared["finding"]
    properties = {**finding["properties"], "segment": STRING}
    return {
        "Clean": CLEAN,
        "Decision": DECISION,
        "Cleaned": CLEANED,
        "Rule": RULE,
        "Rows": ROWS,
        "Problem": PROBLEM,
        "reported": {**finding, "properties": properties},
        "span": shared["span"],
    }


def _post(
    summary: str, asked: Mapping[str, Any], example: Mapping[str, Any], answer: Mapping[str, Any]
) -> dict[str, Any]:
    body = {"application/json": {"schema": asked, "example": example}}
    return {
        "post": {
            "summary": summary,
            "requestBody": {"required": True, "content": body},
            "responses": _responses({"application/json": {"schema": answer}}),
        }
    }


def _form(summary: str, example: Mapping[str, str], answer: tuple[str, ...]) -> dict[str, Any]:
    fields = dict.fromkeys(example, STRING)
    schema = {"type": "object", "required": list(example)[:1], "properties": fields}
    content = {"application/x-www-form-urlencoded": {"schema": schema, "example": example}}
    shape = {"type": "object", "required": list(answer)} if answer else {"type": "array"}
    return {
        "post": {
            "summary": summary,
            "requestBody": {"required": True, "content": content},
            "responses": {"200": _response({"application/json": {"schema": shape}})},
        }
    }


def _get(
    summary: str,
    answer: Mapping[str, Any],
    path: Mapping[str, str] | None = None,
    **query: str,
) -> dict[str, Any]:
    parameters = [_parameter(name, "path", value) for name, value in (path or {}).items()]
    parameters += [_parameter(name, "query", value) for name, value in query.items()]
    responses = _responses({"application/json": {"schema": answer}})
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


def _plain(summary: str) -> dict[str, Any]:
    content = {"text/plain": {"schema": STRING}}
    return {"get": {"summary": summary, "responses": {"200": _response(content)}}}


def _parameter(name: str, place: str, example: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "schema": STRING,
        "example": example,
    }


def _responses(content: Mapping[str, Any]) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "200": _response(content),
        "default": {"description": "What was found, and what to do.", "content": problem},
    }


def _response(content: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": "The answer.", "content": content}


def _list_of(name: str, schema: str) -> dict[str, Any]:
    entries = {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}}
    return {"type": "object", "required": [name], "properties": {name: entries}}
