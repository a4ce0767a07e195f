"""A consumer for Kafka: values in, cleaned values out; knows no format and keeps no state.

`cleaned_value` is all that a consumer of any queue needs. `run` is the loop around it for the
clients of kafka-python and confluent-kafka, which are not installed with this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from pipeline.items import clean_item
from pipeline.plan import Plan


class Record(Protocol):
    """What a consumer yields; a value of None is a tombstone."""

    key: bytes | None
    value: bytes | None


Send = Callable[[bytes | None, bytes | None], object]


def cleaned_value(value: bytes, plan: Plan | None = None) -> bytes:
    """Return the cleaned value; one that cannot be read, or needs nothing, comes back as it is."""
    return clean_item(value, plan=plan).item


def run(records: Iterable[Record], send: Send, plan: Plan | None = None) -> None:
    """Send each record on, cleaned; `send` takes its key and its value.

    Cleaning twice changes nothing more, so that a record delivered twice does no harm: commit
    offsets after sending.
    """
    for record in records:
        send(record.key, None if record.value is None else cleaned_value(record.value, plan))
