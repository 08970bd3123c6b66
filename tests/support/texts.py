"""Texts of one look in BIZ UDPGothic, measured."""

from __future__ import annotations

from docgen.placed import Paragraph, Run
from docgen.typeset.fonts import Fonts, load_metrics
from docgen.typeset.measured_line import Container
from docgen.typeset.text_measure import TextMeasure

FONT = load_metrics("BIZ UDPGothic")
MEASURE = TextMeasure(Fonts(heading=FONT, body=FONT))


def lines(text: str, *, size: float, width: float, bold: bool = False, container: Container = "shape") -> list[str]:
    """The lines of a text of one look in a width (points)."""
    return list(MEASURE.lines(Paragraph((Run(text, size, bold),), size * 1.4), width, container))
