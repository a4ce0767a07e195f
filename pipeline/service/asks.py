"""What a client may ask, and what is refused about it before a worker sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from pipeline.formats import FORMATS
from pipeline.service.rawjson import members

TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")  # the shape of BCP 47
MODES = ("apply", "suggest")
TEXTS = ("markdown", "text")  # formats that no object is in
FIELDS = 100  # of a form

Checks = Mapping[str, Callable[[Any], str]]


class RefusedError(Exception):
    """A request that cannot be answered: its status, and what was found and is expected."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def fields_of(body: bytes, query: str = "", label: str = "") -> dict[str, Any]:
    """Return the fields of a request: a JSON object or a form, whatever the label says.

    Some clients send a form that is labelled as JSON.

    >>> fields_of(b'{"text": "a b"}'), fields_of(b"text=a+b", label="application/json")
    ({'text': 'a b'}, {'text': 'a b'})
    """
    if "multipart" in label:
        raise RefusedError(400, "a multipart body is not read; send a form or JSON")
    text = text_of(body)
    fields: dict[str, Any] = dict(_form(query))
    if text.lstrip()[:1] in ("{", "["):
        return fields | object_of(text)
    return fields | dict(_form(text.strip()))


def _form(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise RefusedError(400, f"more than {FIELDS} fields") from None


def clean_ask(written: str, desks: Mapping[str, str], longest: int) -> dict[str, Any]:
    """Return what a worker is asked for the JSON of POST /v1/clean; RefusedError says why not.

    An item stays as it is written.
    """
    fields = object_of(written)
    _refuse_unknown(fields, CLEAN)
    given = {name: value for name, value in fields.items() if value is not None}
    for name, value in given.items():
        problem = CLEAN[name](value)
        if problem:
            raise RefusedError(400, f"{name} is {shown(value)}, expected {problem}")
    if ("text" in given) == ("item" in given):
        raise RefusedError(400, "expected either text, a string, or item, a JSON object")
    desk = given.get("desk", "")
    if desks and desk and desk not in desks:
        raise RefusedError(400, f"desk is {shown(desk)}, expected one of {', '.join(desks)}")
    if "item" in given:
        if given.get("format") in TEXTS:
            raise RefusedError(400, f"format is {given['format']}, and an item is JSON")
        given["item"] = members(written)["item"]
    for name in ("text", "item", "source_text"):
        refuse_long(given.get(name, ""), longest, 413)
    return {"do": "clean", **given}


def object_of(written: str) -> dict[str, Any]:
    """Return a JSON object; RefusedError for anything else."""
    try:
        found = json.loads(written, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        place = f" at {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise RefusedError(400, f"this is not JSON{place}; see /openapi.json") from None
    if not isinstance(found, dict):
        raise RefusedError(400, f"found {shown(found)}, expected a JSON object")
    return found


def _refuse_constant(name: str) -> Any:
    raise RefusedError(400, f"{name} is no JSON value")


def text_of(body: bytes) -> str:
    """Return a body as text; RefusedError when it is not UTF-8."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"byte {error.start} of the body is not UTF-8") from None


def refuse_long(text: str, longest: int, status: int) -> None:
    """Raise RefusedError for a text that is too long."""
    if len(text) > longest:
        raise RefusedError(
            status, f"the text has {len(text)} characters, at most {longest} are taken at once"
        )


def shown(value: Any) -> str:
    """Return a value as a message quotes it.

    >>> shown("a" * 50)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."
    """
    text = repr(value)
    return text if len(text) <= 43 else f"{text[:40]}..."


def _refuse_unknown(fields: Mapping[str, Any], known: Checks) -> None:
    for name in fields:
        if name not in known and name not in ("api_key", "apiKey"):
            raise RefusedError(400, f"unknown field {shown(name)}, expected {', '.join(known)}")


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "a string"


def _flag(value: Any) -> str:
    return "" if isinstance(value, bool) else "true or false"


def _tag(value: Any) -> str:
    fits = isinstance(value, str) and TAG.fullmatch(value)
    return "" if fits else "a BCP 47 tag such as en-GB"


def _one_of(*known: str) -> Callable[[Any], str]:
    return lambda value: "" if value in known else f"one of {', '.join(known)}"


def _format(value: Any) -> str:
    return _one_of("auto", *sorted(FORMATS))(value)


def _names(value: Any) -> str:
    fits = isinstance(value, list) and all(isinstance(name, str) for name in value)
    return "" if fits else "a list of strings"


def _date(value: Any) -> str:
    try:
        datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return "a day such as 2024-03-31"
    return ""


def _decisions(value: Any) -> str:
    fits = isinstance(value, list) and all(map(_is_decision, value))
    return "" if fits else 'a list of {"rule": ..., "span": [start, end], "verdict": "reject"}'


def _is_decision(value: Any) -> bool:
    if not isinstance(value, dict) or value.get("verdict") not in ("accept", "reject"):
        return False
    span = value.get("span")
    if not isinstance(span, list) or [type(offset) for offset in span] != [int, int]:
        return False
    return isinstance(value.get("rule"), str) and 0 <= span[0] <= span[1]


CLEAN: Checks = {
    "text": _text,
    "item": lambda value: "" if isinstance(value, dict) else "a JSON object",
    "format": _format,
    "fields": _names,
    "lang": _tag,
    "source_lang": _tag,
    "source_text": _text,
    "date": _date,
    "desk": _text,
    "mode": _one_of(*MODES),
    "apply_suggestions": _flag,
    "decisions": _decisions,
    "report": _flag,
}
