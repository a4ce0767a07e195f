"""Floors: figures that may only get better, pinned together with the texts they are from.

A floor is checked only against the same corpus, the same sampling and the same knowledge
given to `clean_text`. To lower one takes a reason, which stays in the file.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isclose
from pathlib import Path

from pipeline.bench.measure import Measure, Parameters

HEADER = "# Written by `python -m pipeline.bench --floors --pin`; lowered with `--lower REASON`.\n"
PLACES = 4


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and why."""

    measure: str
    old: float
    new: float
    reason: str


@dataclass(frozen=True, slots=True)
class Pin:
    """The floors of one corpus: for each measure its value and whether higher is better."""

    corpus: str
    digest: str
    given: str
    at_most: Mapping[str, float]
    at_least: Mapping[str, float]
    lowered: tuple[Lowered, ...] = ()

    def belongs_to(self, parameters: Parameters) -> bool:
        """Tell whether the floors are about these texts."""
        mine = (self.corpus, self.digest, self.given)
        return mine == (parameters.corpus, parameters.digest, parameters.given)


class FloorError(ValueError):
    """Floors that are broken, missing, or not to be lowered; the message names each."""


def read_floors(path: Path) -> tuple[Pin, ...]:
    """Read a floors file; a file that is not there holds no floors."""
    if not path.is_file():
        return ()
    table = tomllib.loads(path.read_text("utf-8"))
    return tuple(
        Pin(
            corpus=entry["corpus"],
            digest=entry["digest"],
            given=entry["given"],
            at_most=entry.get("at_most", {}),
            at_least=entry.get("at_least", {}),
            lowered=tuple(Lowered(**row) for row in entry.get("lowered", ())),
        )
        for entry in table.get("pin", ())
    )


def check(pins: Iterable[Pin], parameters: Parameters, measures: Iterable[Measure]) -> list[str]:
    """Return one line for each measure that is worse than its floor; FloorError if none fits."""
    pin = _find(pins, parameters)
    if pin is None:
        raise FloorError(
            f"no floors are pinned for {parameters}; run with the limits they were pinned with, "
            "or pin them with --pin"
        )
    return [line for measure in measures if (line := _broken(pin, measure))]


def pinned(
    pins: Iterable[Pin], parameters: Parameters, measures: Iterable[Measure], reason: str = ""
) -> tuple[Pin, ...]:
    """Return the floors raised to the measures; FloorError when one is lowered unexplained."""
    known = tuple(pins)
    old = _find(known, parameters)
    if old is None and any(_same_kind(pin, parameters) for pin in known) and not reason:
        raise FloorError(
            f"the texts changed: floors are pinned for another digest of {parameters.corpus}; "
            "give the reason with --lower"
        )
    measures = [measure for measure in measures if measure.pinned]
    broken = [line for measure in measures if old and (line := _broken(old, measure))]
    if broken and not reason:
        broken.insert(0, "these floors would be lowered; give the reason with --lower")
        raise FloorError("\n".join(broken))
    fresh = _raised(old or _empty(known, parameters, reason), measures, reason)
    others = tuple(pin for pin in known if pin is not old and not _same_kind(pin, parameters))
    return (*others, fresh)


def write_floors(path: Path, pins: Iterable[Pin]) -> None:
    """Write a floors file."""
    path.write_text(HEADER + "".join(_pin_text(pin) for pin in pins), encoding="utf-8")


def _find(pins: Iterable[Pin], parameters: Parameters) -> Pin | None:
    return next((pin for pin in pins if pin.belongs_to(parameters)), None)


def _same_kind(pin: Pin, parameters: Parameters) -> bool:
    return (pin.corpus, pin.given) == (parameters.corpus, parameters.given)


def _empty(pins: Iterable[Pin], parameters: Parameters, reason: str) -> Pin:
    """Return floors for new texts; they keep what was lowered before, and say what changed."""
    last = next((pin for pin in pins if _same_kind(pin, parameters)), None)
    past = (*last.lowered, Lowered("all: new texts", 0.0, 0.0, reason)) if last else ()
    return Pin(parameters.corpus, parameters.digest, parameters.given, {}, {}, past)


def _broken(pin: Pin, measure: Measure) -> str:
    floors = pin.at_least if measure.higher else pin.at_most
    floor = floors.get(measure.name)
    value = round(measure.value, PLACES)
    if floor is None or isclose(value, floor, abs_tol=10**-PLACES):
        return ""
    if (value >= floor) if measure.higher else (value <= floor):
        return ""
    bound = "at least" if measure.higher else "at most"
    return f"{measure.name}: {value} over n = {measure.n}, pinned {bound} {floor}"


def _raised(pin: Pin, measures: Iterable[Measure], reason: str) -> Pin:
    at_most, at_least = dict(pin.at_most), dict(pin.at_least)
    lowered = list(pin.lowered)
    for measure in measures:
        floors = at_least if measure.higher else at_most
        value = round(measure.value, PLACES)
        old = floors.get(measure.name, value)
        if _broken(pin, measure):
            lowered.append(Lowered(measure.name, old, value, reason))
            floors[measure.name] = value
        else:
            floors[measure.name] = max(old, value) if measure.higher else min(old, value)
    return replace(pin, at_most=at_most, at_least=at_least, lowered=tuple(lowered))


def _pin_text(pin: Pin) -> str:
    lines = ["", "[[pin]]"]
    lines += [f"{key} = {json.dumps(getattr(pin, key))}" for key in ("corpus", "digest", "given")]
    for name in ("at_most", "at_least"):
        floors: Mapping[str, float] = getattr(pin, name)
        lines += ["", f"[pin.{name}]"]
        lines += [f"{json.dumps(key)} = {float(floors[key])}" for key in sorted(floors)]
    for entry in pin.lowered:
        lines += ["", "[[pin.lowered]]"]
        lines += [
            f"{key} = {json.dumps(getattr(entry, key), ensure_ascii=False)}"
            for key in ("measure", "old", "new", "reason")
        ]
    return "\n".join(lines) + "\n"
