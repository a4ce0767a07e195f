"""Keep the glossary and the house styles fresh: workers read a copy, made anew after an edit.

A copy that cannot be used changes nothing: the workers keep the last good one, and a lost
worker is replaced by one that reads the same.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from pipeline.load import HOUSES
from pipeline.workers.pool import Pool, RefusedStartError, Start

Prints = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What the options name: a house style, those of some desks, and own glossaries."""

    house: str | None = None
    desks: Mapping[str, str] = field(default_factory=dict)
    glossaries: tuple[Path, ...] = ()


class Copies:
    """Copies of the files that decide about text, one folder each time they change."""

    def __init__(self, named: Named, start: Callable[[Named], Start]) -> None:
        """`start` says what makes a worker that reads the copies."""
        self._named = named
        self._start = start
        self._root = Path(mkdtemp(prefix="clean-"))
        self._number = 0

    def prints(self) -> Prints:
        """Return what the files look like from outside: name, nanoseconds, bytes."""
        found = []
        for path in self._files():
            try:
                stat = path.stat()
            except OSError:
                continue
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
        return tuple(found)

    def make(self) -> Path:
        """Copy the files into a new folder."""
        self._number += 1
        folder = self._root / str(self._number)
        folder.mkdir()
        for number, glossary in enumerate(self._named.glossaries):
            for path in _rows(glossary):
                target = folder / f"glossary-{number}" / path.parent.name / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)
        for house in self._houses():
            target = self._copy_of(folder, house)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(house, target)
        return folder

    def start(self, folder: Path) -> Start:
        """Return what makes a worker that reads the copies in a folder."""
        named = self._named
        glossaries = (folder / f"glossary-{number}" for number in range(len(named.glossaries)))
        desks = {desk: self._copied(folder, house) for desk, house in named.desks.items()}
        house = named.house and self._copied(folder, named.house)
        return self._start(Named(house, desks, tuple(glossaries)))

    def told(self, message: str, folder: Path) -> str:
        """Return a message with the names of the files instead of those of their copies."""
        for number, glossary in enumerate(self._named.glossaries):
            message = message.replace(str(folder / f"glossary-{number}"), str(glossary))
        return message.replace(f"{folder}/", "")

    def close(self) -> None:
        """Throw all copies away."""
        shutil.rmtree(self._root, ignore_errors=True)

    def _files(self) -> Iterator[Path]:
        for glossary in self._named.glossaries:
            yield from _rows(glossary)
        yield from map(Path, self._houses())

    def _houses(self) -> list[str]:
        """Return the house styles that are files; a shipped one is known by its name."""
        named = filter(None, (self._named.house, *self._named.desks.values()))
        return [house for house in dict.fromkeys(named) if _is_file(house)]

    def _copied(self, folder: Path, house: str) -> str:
        """Return what a worker is told for a house style: its copy, or a shipped name."""
        return str(self._copy_of(folder, house)) if house in self._houses() else house

    def _copy_of(self, folder: Path, house: str) -> Path:
        number = self._houses().index(house)  # two desks may have files of one name
        return folder / f"house-{number}" / Path(house).name


def _is_file(house: str) -> bool:
    shipped = not Path(house).suffix and (HOUSES / f"{house}.toml").is_file()
    return not shipped and Path(house).is_file()


def _rows(glossary: Path) -> list[Path]:
    return sorted(glossary.glob("*/*.csv"))


class Reloader:
    """Starts the pool, and gives it new workers when the files have changed."""

    def __init__(self, copies: Copies, pool: Pool, said: Callable[[str, str], None]) -> None:
        """`said` is told "reloaded" or "refused", and why."""
        self._copies = copies
        self._pool = pool
        self._said = said
        self._folder: Path | None = None
        self._loaded: Prints = ()
        self.broken = ""  # why the files as they are now are not in use

    async def open(self, folder: Path) -> None:
        """Start the pool with a copy; RefusedStartError says why it cannot be used."""
        self._folder = folder
        self._loaded = self._copies.prints()
        try:
            await self._pool.open()
        except RefusedStartError as error:
            raise RefusedStartError(self._copies.told(str(error), folder)) from None

    async def keep(self, every: float) -> None:
        """Look every so many seconds; an edit counts once it looks alike at two looks."""
        before = self._loaded
        while True:
            await asyncio.sleep(every)
            try:
                now = await asyncio.to_thread(self._copies.prints)
            except OSError as error:  # a network share may come back
                self.broken = f"cannot be read: {error.strerror}"
                continue
            if now != self._loaded and now == before:
                self._loaded = now
                await self._reload()
            before = now

    async def _reload(self) -> None:
        try:
            folder = await asyncio.to_thread(self._copies.make)
        except OSError as error:
            self._refuse(f"cannot be read: {error.strerror}")
            return
        try:
            await self._pool.replace(self._copies.start(folder))
        except RefusedStartError as error:
            self._refuse(self._copies.told(str(error), folder))
            shutil.rmtree(folder, ignore_errors=True)
            return
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = folder
        self.broken = ""
        self._said("reloaded", "")

    def _refuse(self, reason: str) -> None:
        self.broken = reason
        self._said("refused", reason)


@asynccontextmanager
async def kept_fresh(reloader: Reloader, every: float) -> AsyncIterator[None]:
    """Reload what changes on disk while the service runs."""
    task = asyncio.create_task(reloader.keep(every))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
