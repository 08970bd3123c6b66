"""Pages side by side in one picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

_PAGE_WIDTH = 480  # pixels
_SMALL_COLOURS = 96

Colour = tuple[int, int, int]


def contact_sheet(
    pages: Sequence[Path], *, columns: int = 4, gap: int = 12, ground: Colour = (110, 116, 124)
) -> Image.Image:
    """The pictures ``pages`` in rows of ``columns``, ``gap`` pixels apart; no column without a page stays."""
    pictures = []
    for page in pages:
        with Image.open(page) as drawn:
            size = (_PAGE_WIDTH, round(drawn.height * _PAGE_WIDTH / drawn.width))
            pictures.append(drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    columns = min(columns, max(1, len(pictures)))
    rows = -(-len(pictures) // columns)
    step_across = _PAGE_WIDTH + gap
    step_down = max((picture.height for picture in pictures), default=1) + gap
    sheet = Image.new("RGB", (columns * step_across + gap, rows * step_down + gap), ground)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        sheet.paste(picture, (gap + column * step_across, gap + row * step_down))
    return sheet


def small_sheet(pages: Sequence[Path]) -> bytes:
    """A PNG of ``pages`` in rows of three, for a README: in so few colours that it is small."""
    sheet = contact_sheet(pages, columns=3, gap=10, ground=(120, 128, 136))
    drawn = io.BytesIO()
    sheet.quantize(_SMALL_COLOURS, dither=Image.Dither.NONE).save(drawn, "png", optimize=True)
    return drawn.getvalue()
