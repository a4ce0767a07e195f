"""The ways in which names are written in Latin script, each a table with its source."""

from __future__ import annotations

from functools import cache

from pipeline.glossary.romanise import System


@cache
def systems_of(language: str) -> tuple[System, ...]:
    """Return the systems for names of a language, those of its own country first.

    >>> [system.key for system in systems_of("ka")]
    ['national', 'de', 'fr', 'pl']
    """
    from pipeline.glossary.systems import (
        belarusian,
        bulgarian,
        caucasus,
        greek,
        habits,
        russian,
        serbian,
        ukrainian,
    )

    places = (ukrainian, russian, belarusian, bulgarian, serbian, greek, caucasus, habits)
    return tuple(system for place in places for system in place.SYSTEMS if system.of == language)
