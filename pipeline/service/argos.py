"""The translator of the service that decodes Argos packages; what it gives is cleaned by others."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from time import monotonic

from pipeline.analysis.languages import detect_article
from pipeline.document import UNSURE
from pipeline.items import clean_item
from pipeline.load import BadConfiguration, load_plan, load_translator
from pipeline.plan import Plan, RuleSet
from pipeline.service.config import Config
from pipeline.service.translator import (
    BusyTranslationError,
    LateTranslationError,
    UnknownPairError,
    UntranslatedError,
)
from pipeline.translate.codes import tag_of
from pipeline.translate.package import installed, packages_folder
from pipeline.translate.route import routes

RULE = "translate.block"  # the one rule that is run here


def has_packages(config: Config) -> bool:
    """Tell whether there are packages, and what decodes them."""
    return find_spec("ctranslate2") is not None and bool(installed(_folder(config))[0])


class Argos:
    """The packages of this machine; one request is translated at a time.

    A request that takes too long is answered at once, and its decoding ends with the sentences
    that are on their way: no thread can be stopped within them. Until then others wait.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._turn = asyncio.Lock()
        self._late = Event()  # whoever asked has been answered

    async def pairs(self) -> Mapping[str, Sequence[str]]:
        """Return the pairs of the packages, and those that meet in English."""
        found: dict[str, list[str]] = {}
        for route in routes(installed(_folder(self._config))[0]):
            found.setdefault(tag_of(route[0].source), []).append(tag_of(route[-1].target))
        return found

    async def translate(
        self, texts: Sequence[str], source: str, target: str, form: str
    ) -> tuple[list[str], str]:
        """Return the translations of texts or of HTML."""
        seconds, started = self._config.seconds, monotonic()
        try:
            await asyncio.wait_for(self._turn.acquire(), seconds)
        except TimeoutError:
            raise BusyTranslationError(
                "other texts are being translated; try again later"
            ) from None
        self._late.clear()
        work = asyncio.ensure_future(
            asyncio.to_thread(self._translated, texts, source, target, form)
        )
        work.add_done_callback(self._ended)
        try:
            return await asyncio.wait_for(asyncio.shield(work), started + seconds - monotonic())
        except TimeoutError:
            message = f"the translation took longer than {seconds:g} seconds"
            raise LateTranslationError(message) from None
        finally:
            if not work.done():
                self._late.set()

    def _ended(self, work: asyncio.Future[tuple[list[str], str]]) -> None:
        """Let the next one have its turn; nobody may be left who asks for the result."""
        self._turn.release()
        if not work.cancelled():
            work.exception()

    def _step(self, done: int, total: int) -> None:
        """End the decoding where nobody waits for it any more."""
        if self._late.is_set() and done < total:
            raise LateTranslationError("nobody waits for this translation any more")

    def _translated(
        self, texts: Sequence[str], source: str, target: str, form: str
    ) -> tuple[list[str], str]:
        try:
            plan = self._plan(tag_of(target))
        except BadConfiguration as error:
            raise UntranslatedError(str(error)) from None
        known = None if source in ("auto", UNSURE) else tag_of(source)
        if known is None:
            known = detect_article("\n".join(texts), plan.words_to_tags)[0]
        if known == UNSURE:
            raise UnknownPairError("the language is not certain; name it as source")
        found = [clean_item(text, format=form, lang=known, plan=plan) for text in texts]
        for item in found:
            if item.refused:
                raise UnknownPairError(item.refused)
        return [item.item for item in found], known

    def _plan(self, target: str) -> Plan:
        """Return a plan that translates and does nothing else: workers clean."""
        config = self._config
        plan = load_plan(house=config.house, glossary=config.glossaries or None)
        translator = load_translator(target, config.models, show=self._step)
        return replace(plan, ruleset=RuleSet([plan.ruleset.by_id[RULE]]), translator=translator)


def _folder(config: Config) -> Path:
    return packages_folder() if config.models is None else config.models
