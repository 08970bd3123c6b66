"""Text measured before it is written: fonts' widths, Japanese line breaking, heights, inline markup."""

from __future__ import annotations

from docgen.typeset.fonts import FontMetrics, Fonts, UnknownFontWarning, load_metrics
from docgen.typeset.lines import break_lines, line_count, text_height
from docgen.typeset.setting import Container

__all__ = [
    "Container",
    "FontMetrics",
    "Fonts",
    "UnknownFontWarning",
    "break_lines",
    "line_count",
    "load_metrics",
    "text_height",
]
