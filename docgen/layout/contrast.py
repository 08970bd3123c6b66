"""Contrast of colours, by the Web Content Accessibility Guidelines 2.1 (relative luminance, 1.4.3)."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from docgen.layout.design import palette_colour
from docgen.layout.pack import Colour


@functools.lru_cache(maxsize=1024)
def contrast(first: str, second: str) -> float:
    """The contrast ratio of two RGB colours (six hex digits), from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: str, choices: Sequence[str], colours: Mapping[str, Colour]) -> str:
    """Which of the named ``choices`` contrasts most with the named colour ``ground``."""
    rgb = palette_colour(ground, colours).rgb
    return max(choices, key=lambda name: contrast(palette_colour(name, colours).rgb, rgb))


def _luminance(rgb: str) -> float:
    red, green, blue = (_linear(int(rgb[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
