"""How wide a text of one look is on one line: a sum, without where each character stands.

So a text that fits on its line is never set.
"""

from __future__ import annotations

import functools

from docgen.typeset.fonts import FontMetrics
from docgen.typeset.scripts import gap_places
from docgen.typeset.setting import Container, dot_advances, dots, gap_after


@functools.lru_cache(maxsize=16384)
def unbroken_width(text: str, font: FontMetrics, size: float, bold: bool, where: Container) -> float:
    """The width of a text without tabs and line feeds on one line, in dots."""
    em = dots(size)
    return sum(dot_advances(font, bold, em).of(text)) + len(gap_places(text)) * gap_after(em, where)
