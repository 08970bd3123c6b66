"""Where the layouts and the content folders that docgen ships lie.

In an installed wheel they are inside the package, in a checkout at its top level.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

DEFAULT_LAYOUT = "cabinet_office"
"""The layout pack that a deck has where none is named."""

PACK_FILE = "layout.yaml"
"""The file that makes a folder a layout pack."""

_PACKAGE = Path(__file__).resolve().parent


def shipped_folder(kind: Literal["layouts", "content"]) -> Path:
    """The folder of shipped layout packs, or of content folders."""
    inside = _PACKAGE / "shipped" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind
