"""What measures the texts of a layout pack."""

from __future__ import annotations

from docgen.layout.pack import FontFace, LayoutPack
from docgen.typeset.fonts import FontMetrics, Fonts, load_metrics
from docgen.typeset.text_measure import TextMeasure


def measure_of(pack: LayoutPack) -> TextMeasure:
    """The measure of a pack's texts in its heading and its body font."""
    return TextMeasure(Fonts(heading=_metrics(pack.fonts["heading"]), body=_metrics(pack.fonts["body"])))


def _metrics(face: FontFace) -> FontMetrics:
    return load_metrics(face.name, face.file)
