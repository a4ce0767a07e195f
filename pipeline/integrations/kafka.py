"""A consumer for Kafka: values in, cleaned values out; knows no format and keeps no state.

`cleaned_value` is all that a consumer of any queue needs. `run` is the loop around it for the
clients of kafka-python and confluent-kafka, which are not installed with this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from pipeline.items import clean_item
from pipeline.load import load_plan, load_translator
from pipeline.plan import Plan


class Record(Protocol):
    """What a consumer yields; a value of None is a tombstone."""

    key: bytes | None
    value: bytes | None


Send = Callable[[bytes | None, bytes | None], object]


def cleaned_value(
    value: bytes,
    plan: Plan | None = None,
    *,
    to: str | None = None,
    models: str | Path | None = None,
) -> bytes:
    """Return the cleaned value; one that cannot be read, or needs nothing, comes back as it is.

    With `to`, a BCP 47 tag, what is in another language is translated first, by the Argos packages
    in the folder `models`; a value that none of them translates comes back as it is. Raises
    BadConfiguration where nothing can be translated at all.
    """
    return clean_item(value, plan=_plan(plan, to, models)).item


def run(
    records: Iterable[Record],
    send: Send,
    plan: Plan | None = None,
    *,
    to: str | None = None,
    models: str | Path | None = None,
) -> None:
    """Send each record on, cleaned; `send` takes its key and its value, the rest is as above.

    Cleaning twice changes nothing more, so that a record delivered twice does no harm: commit
    offsets after sending.
    """
    plan = _plan(plan, to, models)
    for record in records:
        send(record.key, None if record.value is None else cleaned_value(record.value, plan))


def _plan(plan: Plan | None, to: str | None, models: str | Path | None) -> Plan | None:
    if to is None:
        return plan
    return replace(plan or load_plan(), translator=load_translator(to, models))
