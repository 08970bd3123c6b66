"""A few pages side by side in a small picture, for a README."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

_COLUMNS = 3
_WIDTH = 480
_GAP = 10
_GROUND = (120, 128, 136)
_COLOURS = 96


def small_sheet(pages: Sequence[Path]) -> bytes:
    """A PNG of the pages (of one size) in rows of three, in so few colours that it is small."""
    pictures = [Image.open(page).convert("RGB") for page in pages]
    height = round(_WIDTH * pictures[0].height / pictures[0].width)
    rows = -(-len(pictures) // _COLUMNS)
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    for at, picture in enumerate(pictures):
        row, column = divmod(at, _COLUMNS)
        place = (_GAP + column * (_WIDTH + _GAP), _GAP + row * (height + _GAP))
        sheet.paste(picture.resize((_WIDTH, height), Image.Resampling.LANCZOS), place)
    drawn = io.BytesIO()
    sheet.quantize(_COLOURS, dither=Image.Dither.NONE).save(drawn, "png", optimize=True)
    return drawn.getvalue()
