"""From texts in one language to texts in another, by the packages of a folder; knows no blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from pipeline.translate.decoder import Decoded, Decoder
from pipeline.translate.flags import doubtful_below, flags_of
from pipeline.translate.package import Package
from pipeline.translate.passage import Passage
from pipeline.translate.route import Route, find_route

Steps = tuple[Decoded, ...]  # from the source to the translation
Show = Callable[[int, int], None]  # (done, total) of the sentences of a text


class Translator:
    """Translates into one language; models are loaded when first needed, and then shared."""

    def __init__(
        self,
        target: str,
        packages: Sequence[Package],
        threads: int = 1,
        show: Show | None = None,
    ) -> None:
        self.target = target
        self._packages = tuple(packages)
        self._decoders = {package.folder: Decoder(package, threads) for package in packages}
        self._show = show

    def route(self, source: str) -> Route:
        """Return the packages that translate from a language; NoRouteError says what is missing."""
        return find_route(self._packages, source, self.target)

    def parts(self, text: str, route: Route) -> list[tuple[int, int]]:
        """Return (start, end) of the parts that a text must be cut into to be translated whole."""
        return self._decoders[route[0].folder].parts(text)

    def translate(self, texts: Sequence[str], route: Route) -> list[Passage]:
        """Translate sentences, all of them in one batch."""
        steps: list[list[Decoded]] = []
        done, total = 0, len(texts) * len(route)

        def step(number: int) -> None:
            nonlocal done
            done += number
            if self._show is not None:
                self._show(done, total)

        for package in route:
            inputs = [decoded.text for decoded in steps[-1]] if steps else texts
            steps.append(self._decoders[package.folder].decode(inputs, step))
        limits = [doubtful_below(found) for found in steps]
        return [
            Passage(found, tuple(flags_of(found, limits))) for found in zip(*steps, strict=True)
        ]

    def best(self, texts: Sequence[str], route: Route, number: int) -> list[list[Steps]]:
        """Return for each text its likeliest translations, the best first; they are not scored.

        On the way through English, each of them goes on from the best English alone.
        """
        first, *rest = (self._decoders[package.folder] for package in route)
        if not rest:
            return [[(one,) for one in found] for found in first.best(texts, number)]
        english = [found[0] for found in first.best(texts, 1)]
        onward = rest[0].best([one.text for one in english], number)
        return [
            [(one, other) for other in found] for one, found in zip(english, onward, strict=True)
        ]

    @cached_property
    def signature(self) -> str:
        """What a translation depends on: the target, and the packages by size and version."""
        return f"to:{self.target} packages:{digest_of(self._packages)}"


def digest_of(packages: Sequence[Package]) -> str:
    """Return what tells some packages from others: a digest of their sizes and versions."""
    facts = sorted(f"{one.pair} {one.version} {_size(one.folder)}" for one in packages)
    return sha256(repr(facts).encode()).hexdigest()[:12]


def name_of(route: Route) -> str:
    """Return the packages of a route as they are named to an editor."""
    return " and ".join(f"{package.pair} {package.version}".strip() for package in route)


def _size(folder: Path) -> int:
    return (folder / "model" / "model.bin").stat().st_size
