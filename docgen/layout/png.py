"""The size of a PNG picture, read from its first chunk (PNG specification, 11.2.2: IHDR)."""

from __future__ import annotations

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = slice(12, 16)
_WIDTH = slice(16, 20)
_HEIGHT = slice(20, 24)


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels; ValueError where the bytes are no PNG picture."""
    if not data.startswith(_SIGNATURE) or data[_HEADER] != b"IHDR" or len(data) < _HEIGHT.stop:
        raise ValueError("not a PNG picture")
    width, height = (int.from_bytes(data[part], "big") for part in (_WIDTH, _HEIGHT))
    if not width or not height:
        raise ValueError("a PNG picture without a size")
    return width, height
