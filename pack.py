"""Pack rules, locales and glossaries when the package is built; a broken one stops the build."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own type is generic
    """Write `pipeline/_pack.json`, which an installed package reads at start-up."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check every file through the loader and pack it."""
        del version, build_data
        sys.path.insert(0, self.root)
        from pipeline.load import make_pack

        pack = json.dumps(make_pack(), ensure_ascii=False)
        Path(self.root, "pipeline", "_pack.json").write_text(pack, encoding="utf-8")
