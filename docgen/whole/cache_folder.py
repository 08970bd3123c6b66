"""Where what can be made again is kept for a user, as each system has it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder of docgen among a user's caches; it need not be there yet."""
    home = Path(os.path.expanduser("~"))
    if sys.platform.startswith("win"):
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "docgen" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "docgen"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "docgen"
