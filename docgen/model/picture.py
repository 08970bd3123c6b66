"""A picture of one's own: what PowerPoint has no native form for, drawn in a script."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pydantic import Field

from docgen.model.data import Note
from docgen.model.record import Identifier, Prose, Record

# Fixed, so that the same drawing gives the same bytes: matplotlib writes the time, its version and random
# ids otherwise.
_SALT = "docgen"
_NO_PNG_METADATA = {"Software": None}
_NO_SVG_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_POINTS_AN_INCH = 72.0


class Picture(Record):
    """A picture with its alternative text: PNG bytes, and SVG bytes beside them that stay sharp.

    ``width`` and ``height`` are its own size in points; on a page it is scaled and never distorted.
    """

    id: Identifier
    title: Prose = ""
    alt: str = Field(min_length=1)
    png: bytes = Field(repr=False)
    svg: bytes | None = Field(default=None, repr=False)
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    source_text: Prose | None = None

    @classmethod
    def from_matplotlib(
        cls, figure: Any, *, alt: str, id: str = "picture", dpi: int = 200, **more: Any
    ) -> Picture:
        """A matplotlib figure as a picture; the same figure gives the same bytes.

        ``more`` are further fields: title, notes, sources, source_text. Raises ValidationError for an
        empty ``alt``.
        """
        width, height = figure.get_size_inches()
        return cls(
            id=id,
            alt=alt,
            png=_drawn(figure, "png", dpi),
            svg=_drawn(figure, "svg", dpi),
            width=float(width) * _POINTS_AN_INCH,
            height=float(height) * _POINTS_AN_INCH,
            **more,
        )


def _drawn(figure: Any, form: str, dpi: int) -> bytes:
    import matplotlib

    stream = BytesIO()
    metadata = _NO_PNG_METADATA if form == "png" else _NO_SVG_METADATA
    # Letters as outlines: the drawing looks the same where the font is missing.
    with matplotlib.rc_context({"svg.hashsalt": _SALT, "svg.fonttype": "path"}):
        figure.savefig(stream, format=form, dpi=dpi, metadata=metadata)
    return stream.getvalue()
