"""The widths of a layout pack's fonts."""

from __future__ import annotations

from docgen.layout.pack import FontFace, LayoutPack
from docgen.typeset.fonts import FontMetrics, Fonts, load_metrics


def pack_fonts(pack: LayoutPack) -> Fonts:
    """The metrics of the pack's heading and body fonts."""
    return Fonts(heading=_metrics(pack.fonts["heading"]), body=_metrics(pack.fonts["body"]))


def _metrics(face: FontFace) -> FontMetrics:
    return load_metrics(face.name, face.file)
