"""Running a command in an empty folder, for the tests of the commands."""

from __future__ import annotations

from pathlib import Path

BAD = "The talks  failed .\n"
GOOD = "The talks failed.\n"


class Ran:
    """How a command ended: exit code, standard output as bytes, standard error."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err
        self.text = out.decode("utf-8-sig", "replace")


def put(name, content=BAD):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def listed(folder="."):
    return sorted(
        path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()
    )
