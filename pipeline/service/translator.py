"""Where translations come from: the one seam between the service and a translator.

A translator is whatever has the methods of `Translator`. One asks a LibreTranslate server that
the configuration names; nothing is sent anywhere unless it names one. The other decodes the Argos
packages of this machine.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pipeline.service.config import Config


class UntranslatedError(Exception):
    """A text that could not be translated; the message says why and holds no text."""

    status = 502  # the server behind this one failed


class LateTranslationError(UntranslatedError):
    """A translation that took longer than a request may."""

    status = 504


class BusyTranslationError(UntranslatedError):
    """A translation that did not get its turn in time."""

    status = 503


class UnknownPairError(UntranslatedError):
    """A pair of languages that nothing here translates."""

    status = 400


class Translator(Protocol):
    """What the service needs of a translator."""

    async def pairs(self) -> Mapping[str, Sequence[str]]:
        """Return the target languages of each source language, as LibreTranslate codes."""

    async def translate(
        self, texts: Sequence[str], source: str, target: str, form: str
    ) -> tuple[list[str], str]:
        """Return the translations and the source language; `form` is text or html.

        Raises UntranslatedError.
        """


def make_translator(config: Config) -> Translator | None:
    """Return the translator that the configuration names, None for none."""
    if config.upstream:
        return Upstream(config.upstream, config.upstream_key, config.seconds)
    from pipeline.service.argos import Argos, has_packages

    return Argos(config) if has_packages(config) else None


class Upstream:
    """A LibreTranslate server."""

    def __init__(self, url: str, key: str, seconds: float) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError(f"--upstream {url}: expected an address such as http://host:5000")
        self._url = url.rstrip("/")
        self._key = key
        self._seconds = seconds

    async def pairs(self) -> Mapping[str, Sequence[str]]:
        """Return the languages of the server."""
        found = await self._ask("languages", None)
        try:
            return {entry["code"]: list(entry.get("targets", ())) for entry in found}
        except (TypeError, KeyError):
            raise UntranslatedError("the upstream gave no list of languages") from None

    async def translate(
        self, texts: Sequence[str], source: str, target: str, form: str
    ) -> tuple[list[str], str]:
        """Return what the server makes of the texts."""
        fields = {"q": list(texts), "source": source, "target": target, "format": form}
        found = await self._ask("translate", fields)
        translated = found.get("translatedText") if isinstance(found, dict) else None
        if not isinstance(translated, list) or [type(t) for t in translated] != [str] * len(texts):
            raise UntranslatedError("the upstream gave no translation")
        return translated, _detected(found) or source

    async def _ask(self, path: str, fields: Mapping[str, Any] | None) -> Any:
        try:
            return await asyncio.to_thread(self._fetch, path, fields)
        except HTTPError as error:
            with error:
                reason = _reason(error)
            raise UntranslatedError(f"the upstream answered {error.code}{reason}") from None
        except (URLError, OSError, ValueError) as error:
            raise UntranslatedError(
                f"the upstream cannot be reached: {type(error).__name__}"
            ) from None

    def _fetch(self, path: str, fields: Mapping[str, Any] | None) -> Any:
        body = None
        if fields is not None:
            key = {"api_key": self._key} if self._key else {}
            body = json.dumps({**fields, **key}).encode()
        headers = {"Content-Type": "application/json"}
        request = Request(f"{self._url}/{path}", body, headers)  # noqa: S310 - checked above
        with urlopen(request, timeout=self._seconds) as response:  # noqa: S310
            return json.loads(response.read())


def _detected(found: Mapping[str, Any]) -> str:
    detected = found.get("detectedLanguage")
    first = detected[0] if isinstance(detected, list) and detected else detected
    return str(first.get("language", "")) if isinstance(first, dict) else ""


def _reason(error: HTTPError) -> str:
    """Return the message of an error of LibreTranslate; it names languages and limits."""
    try:
        found = json.loads(error.read(10_000))
    except (ValueError, OSError):
        return ""
    return f": {str(found.get('error', ''))[:200]}" if isinstance(found, dict) else ""
