"""Who is admitted: keys are kept as digests and compared in constant time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from hmac import compare_digest
from ipaddress import ip_address
from pathlib import Path
from typing import Any

LEAST = 16  # characters; a shorter key can be guessed


def read_keys(path: Path) -> tuple[bytes, ...]:
    """Return the digests of the keys in a file, one a line, # for remarks; ValueError says why not.

    No message holds a key.
    """
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    keys = [line for line in lines if line and not line.startswith("#")]
    if not keys:
        raise ValueError(f"{path}: no key inside; write one a line")
    for number, line in enumerate(lines, 1):
        if line in keys and len(line) < LEAST:
            raise ValueError(f"{path}, line {number}: shorter than {LEAST} characters")
    return tuple(sha256(key.encode()).digest() for key in keys)


def admits(keys: Iterable[bytes], given: str) -> bool:
    """Tell whether a key is one of those; takes as long for a wrong one as for a right one.

    >>> known = [sha256(b"the key of the desk").digest()]
    >>> admits(known, "the key of the desk"), admits(known, "")
    (True, False)
    """
    digest = sha256(given.encode("utf-8", "surrogatepass")).digest()
    found = False
    for key in keys:
        found |= compare_digest(key, digest)
    return found


def given_key(headers: Mapping[str, str], fields: Mapping[str, Any]) -> str:
    """Return the key of a request: from a header, or where the clients of an API put it.

    >>> given_key({"authorization": "Bearer abc"}, {}), given_key({"x-api-key": "abc"}, {})
    ('abc', 'abc')
    >>> given_key({}, {"api_key": "abc"})
    'abc'
    """
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer:
        return bearer.strip()
    named = headers.get("x-api-key", "")
    return named or str(fields.get("api_key") or fields.get("apiKey") or "")


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def named_host(header: str) -> str:
    """Return the host of a Host header without its port.

    >>> named_host("localhost:8081"), named_host("[::1]:8081"), named_host("a.example")
    ('localhost', '::1', 'a.example')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]
