"""A translation scored by the package of its pair, whoever made it; knows no documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from pipeline.document import Doubt, Scored
from pipeline.text import Span
from pipeline.translate.aligned import links_of
from pipeline.translate.decoder import Decoded, Decoder
from pipeline.translate.doubts import doubts_of
from pipeline.translate.package import Package
from pipeline.translate.route import find_package
from pipeline.translate.tidy import tidied
from pipeline.translate.translator import digest_of, name_of

Pair = tuple[str, str]  # a sentence of the source, and what stands for it
Places = tuple[Sequence[int], Sequence[int]]  # where each of their characters stood
Show = Callable[[int, int], None]


class Scorer:
    """Scores translations by installed packages; models are loaded when first needed."""

    def __init__(
        self, packages: Sequence[Package], threads: int = 1, show: Show | None = None
    ) -> None:
        self._packages = tuple(packages)
        self._decoders = {package.folder: Decoder(package, threads) for package in packages}
        self._show = show

    def package(self, source: str, target: str) -> Package:
        """Return the package of a pair of BCP 47 tags; NoRouteError says what is missing."""
        return find_package(self._packages, source, target)

    def score(self, pairs: Sequence[Pair], package: Package) -> list[Scored]:
        """Return what a package makes of the sentences of an article; spans are theirs."""
        done = 0

        def step(number: int) -> None:
            nonlocal done
            done += number
            if self._show is not None:
                self._show(done, len(pairs))

        sides = [(tidied(source), tidied(text)) for source, text in pairs]
        texts = [(one[0], two[0]) for one, two in sides]
        found = self._decoders[package.folder].forced(texts, step)
        places = [(one[1], two[1]) for one, two in sides]
        doubts = doubts_of(found)
        name = name_of((package,))
        return [
            _placed(pair, decoded, own, at, name)
            for pair, decoded, own, at in zip(pairs, found, doubts, places, strict=True)
        ]

    @cached_property
    def signature(self) -> str:
        """What a score depends on: the packages by size and version."""
        return f"score packages:{digest_of(self._packages)}"


def _placed(pair: Pair, decoded: Decoded, doubts: Sequence[Doubt], at: Places, by: str) -> Scored:
    """Return what was found in tidied texts as it stands in those that were given."""

    def placed(span: Span, places: Sequence[int]) -> Span:
        return Span(places[span.start], places[span.end - 1] + 1 if span else places[span.start])

    return Scored(
        Span(0, len(pair[1])),
        pair[0],
        by,
        tuple(replace(doubt, span=placed(doubt.span, at[1])) for doubt in doubts),
        tuple((placed(one, at[0]), placed(two, at[1])) for one, two in links_of(decoded)),
    )
