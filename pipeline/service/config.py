"""What a service is told when it starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """Where to listen, whom to admit, how much to take on, and what decides about text.

    `body` counts bytes, `text` code points of one text, `batch` texts of one request, `seconds`
    are for one text. `desks` maps the name of a desk to its house style. `keys` are SHA-256
    digests; none admits everybody, or, if `only_local`, whoever names this machine as the host.
    """

    host: str = "127.0.0.1"
    port: int = 8081
    workers: int = 1
    waiting: int = 64
    seconds: float = 20.0
    body: int = 4_000_000
    text: int = 200_000
    batch: int = 100
    keys: tuple[bytes, ...] = ()
    only_local: bool = False
    origins: tuple[str, ...] = ()
    house: str | None = None
    desks: Mapping[str, str] = field(default_factory=dict)
    glossaries: tuple[Path, ...] = ()
    models: Path | None = None
    upstream: str = ""
    upstream_key: str = field(default="", repr=False)
    reload_every: float = 1.0
