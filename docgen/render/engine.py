"""The engines that draw pages: which of them are on this machine, and which one is taken."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Literal

from docgen.errors import DocgenError
from docgen.render.libreoffice import find_libreoffice

Engine = Literal["libreoffice", "betteroffice", "svg"]
"""What draws: LibreOffice, the library BetterOffice, or docgen itself as plain SVG."""

Asked = Literal["auto", "libreoffice", "betteroffice", "svg"]
"""An engine as a user asks for it; ``auto`` leaves it to docgen."""

QUICKEST: Sequence[Engine] = ("betteroffice", "libreoffice", "svg")
"""The engines by how soon a page is drawn. Plain SVG is last, since it draws no charts."""


def engine_of(asked: Asked, order: Sequence[Engine]) -> Engine:
    """The engine that is asked for, else the first of ``order`` that is there.

    DocgenError where the one that is asked for is not installed, or none of ``order`` is.
    """
    if asked == "auto":
        found = next(filter(is_there, order), None)
        if found is None:
            raise DocgenError("no-libreoffice")
        return found
    if is_there(asked):
        return asked
    if asked == "betteroffice":
        raise DocgenError("no-betteroffice")
    raise DocgenError("no-libreoffice")


def is_there(engine: Engine) -> bool:
    """Whether an engine can draw on this machine."""
    if engine == "libreoffice":
        return find_libreoffice() is not None
    return engine == "svg" or find_spec("betteroffice_pptx") is not None
