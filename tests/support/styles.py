"""The style of a step in a pack's fitting ladder, taken by its size: a ladder may gain steps at either end."""

from __future__ import annotations

from docgen.layout.pack import LayoutPack
from docgen.layout.style import Style, style_ladder

A_LITTLE_LARGER = 0.5  # points


def style_of_size(pack: LayoutPack, size: float = A_LITTLE_LARGER) -> Style:
    """The pack's first style whose texts are ``size`` points larger than usual; StopIteration where it has none."""
    return next(style for style in style_ladder(pack) if style.step.size == size)
