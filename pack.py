"""Pack rules, locales and glossaries when the package is built; a broken one stops the build."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own type is generic
    """Write `pipeline/_pack.jsonl`, which an installed package reads at start-up."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check every file through the loader and pack it."""
        del version, build_data
        sys.path.insert(0, self.root)
        from pipeline.load import write_pack

        write_pack()
