"""The colours of a pack as numbers: a named colour to RGB, a colour made lighter or darker, the contrast of two.

RGB colours are six hex digits.
"""

from __future__ import annotations

import colorsys
import functools
from collections.abc import Mapping, Sequence

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import Colour
from docgen.placed import PaletteColour


def palette_colour(name: str, colours: Mapping[str, Colour]) -> PaletteColour:
    """A named colour resolved to RGB and, where it or its base is in the theme, to its theme slot.

    Raises DocgenError for a colour whose bases lead to no RGB.
    """
    colour, mod, off, seen = colours[name], 100.0, 0.0, {name}
    while colour.rgb is None:
        if colour.base is None or colour.base not in colours or colour.base in seen:
            raise DocgenError("colour-without-rgb", hint=nearest(colour.base or "", colours), name=name)
        # (luminance × mod + off) × mod' + off' is one change of the luminance again.
        mod, off = mod * colour.lum_mod / 100, off + colour.lum_off * mod / 100
        seen.add(colour.base)
        colour = colours[colour.base]
    if len(seen) == 1:
        return PaletteColour(colour.rgb.upper(), colour.slot)
    rgb = tint(colour.rgb, mod / 100, off / 100)
    return PaletteColour(rgb) if colour.slot is None else PaletteColour(rgb, colour.slot, mod, off)


def tint(rgb: str, mod: float, off: float) -> str:
    """A colour with its luminance times ``mod`` plus ``off``, as DrawingML changes it.

    >>> tint("1F3A5F", 0.2, 0.8)
    'C5D6EC'
    """
    hue, luminance, saturation = colorsys.rgb_to_hls(*_parts(rgb))
    shifted = min(1.0, max(0.0, luminance * mod + off))
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, shifted, saturation))


def readable_on(ground: str, choices: Sequence[str], colours: Mapping[str, Colour]) -> str:
    """Which of the named ``choices`` contrasts most with the named colour ``ground``."""
    rgb = palette_colour(ground, colours).rgb
    return max(choices, key=lambda name: contrast(palette_colour(name, colours).rgb, rgb))


@functools.lru_cache(maxsize=1024)
def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (Web Content Accessibility Guidelines 2.1, 1.4.3).

    >>> contrast("000000", "FFFFFF")
    21.0
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def linear_light(rgb: str) -> tuple[float, float, float]:
    """Red, green and blue in proportion to their light, from 0 to 1 (sRGB, IEC 61966-2-1)."""
    red, green, blue = map(_linear, _parts(rgb))
    return red, green, blue


def _luminance(rgb: str) -> float:
    red, green, blue = linear_light(rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
