"""Which packages lead from one language to another: a pair, or two that meet in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.translate.codes import codes_of
from pipeline.translate.package import CannotTranslateError, Package

PIVOT = "en"
Route = tuple[Package, ...]


class NoRouteError(CannotTranslateError, LookupError):
    """No installed package translates a pair; the message names it and how to install one."""


def find_route(packages: Sequence[Package], source: str, target: str) -> Route:
    """Return the package of a pair of BCP 47 tags, or two by way of English.

    NoRouteError names the pair and the command that installs what is missing.
    """
    straight = _between(packages, source, target)
    if straight is not None:
        return (straight,)
    first, second = _between(packages, source, PIVOT), _between(packages, PIVOT, target)
    if first is not None and second is not None:
        return (first, second)
    raise NoRouteError(_missing(source, target, first, second))


def find_package(packages: Sequence[Package], source: str, target: str) -> Package:
    """Return the package of a pair of BCP 47 tags; NoRouteError says how to install one."""
    found = _between(packages, source, target)
    if found is None:
        own, other = codes_of(source)[0], codes_of(target)[0]
        raise NoRouteError(_none(own, other))
    return found


def routes(packages: Sequence[Package]) -> Iterable[Route]:
    """Yield every route that the packages make, the pairs before those by way of English."""
    direct: dict[tuple[str, str], Route] = {}
    for package in packages:
        direct.setdefault((package.source, package.target), (package,))
    yield from direct.values()
    into = [route[0] for (_, target), route in direct.items() if target == PIVOT]
    out = [route[0] for (source, _), route in direct.items() if source == PIVOT]
    for first in into:
        for second in out:
            pair = (first.source, second.target)
            if pair not in direct and first.source != second.target:
                yield (first, second)


def _between(packages: Sequence[Package], source: str, target: str) -> Package | None:
    """Return the newest package of a pair, by the codes in the order of their likelihood."""
    for one in codes_of(source):
        for other in codes_of(target):
            found = [p for p in packages if (p.source.lower(), p.target.lower()) == (one, other)]
            if found:
                return max(found, key=_age)
    return None


def _age(package: Package) -> tuple[tuple[int, ...], str]:
    numbers = (part for part in package.version.split(".") if part.isdecimal())
    return tuple(map(int, numbers)), package.folder.name


def _missing(source: str, target: str, first: Package | None, second: Package | None) -> str:
    own, other = codes_of(source)[0], codes_of(target)[0]
    if PIVOT in (own, other) or (first is None and second is None):
        return _none(own, other)
    absent = (own, PIVOT) if first is None else (PIVOT, other)
    return (
        f"no Argos package translates from {own} to {other}, and by way of English the one from "
        f"{absent[0]} to {absent[1]} is missing; get {_file(*absent)} and run "
        f"clean models add {_file(*absent)}"
    )


def _none(own: str, other: str) -> str:
    return (
        f"no Argos package translates from {own} to {other}; get {_file(own, other)} and run "
        f"clean models add {_file(own, other)}"
    )


def _file(source: str, target: str) -> str:
    return f"translate-{source}_{target}.argosmodel"
