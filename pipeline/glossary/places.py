"""Where rows stand in the files of a folder, also rows that cannot be used as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.glossary.sheet import BOM, read_sheet


@dataclass(frozen=True, slots=True)
class Place:
    """A row in its file: `line` is the line it ends on, `shipped` that it is not one's own."""

    file: str
    line: int
    cells: Mapping[str, str]
    shipped: bool = False

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.cells.get("id", "").strip()

    @property
    def language(self) -> str:
        """The language of the text that the row edits: the folder of the file."""
        return self.file.partition("/")[0]


def places(folder: Path) -> Iterator[Place]:
    """Yield every row of a folder; ValueError names a file whose rows cannot be told apart."""
    for path in sorted(folder.glob("*/*.csv")):
        name = f"{path.parent.name}/{path.name}"
        try:
            sheet = read_sheet(path.read_bytes().decode("utf-8").removeprefix(BOM))
        except UnicodeDecodeError as error:
            raise ValueError(
                f"{name}: byte {error.start} is not UTF-8; save the file as CSV UTF-8"
            ) from None
        except ValueError as error:
            raise ValueError(f"{name}, {error}") from None
        for record in sheet.records:
            yield Place(name, record.line, sheet.row(record))
