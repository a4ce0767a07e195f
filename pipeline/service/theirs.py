"""The interfaces of others: LanguageTool's and LibreTranslate's."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from pipeline.cli.journal import note
from pipeline.document import UNSURE
from pipeline.service import languagetool, libretranslate
from pipeline.service.answers import as_json
from pipeline.service.asking import Asking, weight_of
from pipeline.service.asks import RefusedError
from pipeline.service.front import fields, json_response
from pipeline.service.translator import Translator, UntranslatedError


class LanguageTool:
    """The routes of LanguageTool."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._config = asking.config

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/v2/check", self.check, methods=["GET", "POST"]),
            Route("/v2/languages", self.languages),
            Route("/v2/healthcheck", self.health),
        ]

    async def check(self, request: Request) -> Response:
        """Answer LanguageTool's /v2/check."""
        asked = languagetool.check_ask(await fields(request), self._config.text)
        frame = await self._asking.ask(asked, weight_of(asked))
        self._asking.count([frame], request)
        return json_response(frame.body)

    async def languages(self, request: Request) -> Response:
        """Answer LanguageTool's /v2/languages."""
        del request
        return await self._asking.read({"do": "check languages"})

    async def health(self, request: Request) -> Response:
        """Answer LanguageTool's /v2/healthcheck."""
        del request
        return PlainTextResponse("OK")


class LibreTranslate:
    """The routes of LibreTranslate; `translator` is for pairs of two languages."""

    def __init__(self, asking: Asking, translator: Translator | None) -> None:
        self._asking = asking
        self._config = asking.config
        self._translator = translator

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/translate", self.translate, methods=["POST"]),
            Route("/languages", self.languages),
            Route("/detect", self.detect, methods=["POST"]),
            Route("/health", self.health),
        ]

    async def translate(self, request: Request) -> Response:
        """Answer LibreTranslate's /translate: translate where need be, and clean."""
        wanted = libretranslate.wanted(await fields(request), self._config.text, self._config.batch)
        detected = await self._detected(wanted)
        source = detected.get("language", wanted.source)
        unsure = source == UNSURE and self._translator is None  # cleaning is all that can be done
        if unsure or libretranslate.is_one_language(source, wanted.target):
            asks = libretranslate.clean_asks(wanted, wanted.texts)
        else:
            texts, source = await self._translated(wanted, source)
            asks = libretranslate.clean_asks(wanted, texts, source)
        frames = await asyncio.gather(*(self._asking.in_turn(asked) for asked in asks))
        self._asking.count(frames, request)
        cleaned = [json.loads(frame.body)["text"] for frame in frames]
        return json_response(as_json(libretranslate.answer(wanted, cleaned, detected)))

    async def _detected(self, wanted: libretranslate.Wanted) -> dict[str, Any]:
        """Return the language of the texts where it was not named."""
        if wanted.source not in libretranslate.AUTO:
            return {}
        frame = await self._asking.ask({"do": "detect", "q": "\n".join(wanted.texts)})
        found: dict[str, Any] = json.loads(frame.body)[0]
        return found

    async def languages(self, request: Request) -> Response:
        """Answer LibreTranslate's /languages: each is its own target, and what is translated."""
        del request
        frame = await self._asking.ask({"do": "languages"})
        pairs: Mapping[str, Sequence[str]] = {}
        if self._translator is not None:
            try:
                pairs = await self._translator.pairs()
            except UntranslatedError as error:
                note("upstream", reason=str(error))
        listed = [
            {**entry, "targets": sorted({entry["code"], *pairs.get(entry["code"], ())})}
            for entry in json.loads(frame.body)
        ]
        return JSONResponse(listed)

    async def detect(self, request: Request) -> Response:
        """Answer LibreTranslate's /detect."""
        text = (await fields(request)).get("q")
        if not isinstance(text, str) or not text:
            raise RefusedError(400, "Invalid request: missing q parameter")
        return await self._asking.read({"do": "detect", "q": text[: self._config.text]})

    async def health(self, request: Request) -> Response:
        """Answer LibreTranslate's /health."""
        del request
        return JSONResponse({"status": "ok"})

    async def _translated(
        self, wanted: libretranslate.Wanted, source: str
    ) -> tuple[Sequence[str], str]:
        """Return the translations, and the language they are from."""
        if self._translator is None:
            raise RefusedError(
                400,
                f"{source} is not translated to {wanted.target} here, only cleaned: send source "
                "and target alike, start clean serve with --upstream URL, or install a package "
                "with clean models add",
            )
        try:
            return await self._translator.translate(
                wanted.texts, wanted.source, wanted.target, wanted.format
            )
        except UntranslatedError as error:
            raise RefusedError(error.status, str(error)) from None
