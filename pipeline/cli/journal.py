"""What a long-running command says: one JSON object a line on standard error, no article text."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from pipeline.cli.shell import say


def note(event: str, **values: Any) -> None:
    """Say what happened, with the time of day in UTC."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    say(json.dumps({"time": now, "event": event, **values}, ensure_ascii=True))
