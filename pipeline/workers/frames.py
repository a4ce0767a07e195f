"""What a worker and its pool say to each other over a pipe: a JSON head and a body of bytes."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:  # a worker has no event loop, and starts sooner without
    from asyncio import StreamReader

_LENGTHS = struct.Struct("!II")


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: `head` is a JSON object, `body` belongs to whoever asked."""

    head: Mapping[str, Any]
    body: bytes = b""

    def packed(self) -> bytes:
        """Return the bytes of the message; half a surrogate pair stays escaped."""
        head = json.dumps(self.head).encode()
        return b"".join((_LENGTHS.pack(len(head), len(self.body)), head, self.body))


def read_frame(stream: BinaryIO) -> Frame | None:
    """Return the next message, None when the other side is gone."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    content = stream.read(head + body)
    if len(content) < head + body:
        return None
    return Frame(json.loads(content[:head]), content[head:])


async def receive_frame(stream: StreamReader) -> Frame:
    """Return the next message; IncompleteReadError when the other side is gone."""
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    content = await stream.readexactly(head)
    return Frame(json.loads(content), await stream.readexactly(body) if body else b"")
