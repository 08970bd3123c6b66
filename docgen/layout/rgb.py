"""Colours as numbers: one made lighter or darker, two mixed, the contrast of two. RGB colours are six hex digits."""

from __future__ import annotations

import colorsys
import functools


def tint(rgb: str, mod: float, off: float) -> str:
    """A colour with its luminance times ``mod`` plus ``off``, as DrawingML changes it.

    >>> tint("1F3A5F", 0.2, 0.8)
    'C5D6EC'
    """
    hue, luminance, saturation = colorsys.rgb_to_hls(*_parts(rgb))
    shifted = min(1.0, max(0.0, luminance * mod + off))
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, shifted, saturation))


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two: ``share`` of the second over the first.

    >>> mixed("000000", "FFFFFF", 0.5)
    '808080'
    """
    pairs = zip(_parts(first), _parts(second), strict=True)
    return "".join(f"{round((one + (other - one) * share) * 255):02X}" for one, other in pairs)


def lightened(rgb: str, share: float) -> str:
    """A colour under ``share`` of white, or of black where that is below zero: mixed as light is (DrawingML's tint).

    >>> lightened("000000", 0.25), lightened("FFFFFF", -0.5)
    ('898989', 'BCBCBC')
    """
    over = 1.0 if share > 0 else 0.0
    parts = (part + (over - part) * abs(share) for part in linear_light(rgb))
    return "".join(f"{round(_of_light(part) * 255):02X}" for part in parts)


def luminance(rgb: str) -> float:
    """How light a colour is among those of its hue, from 0 to 1 (the L of HSL)."""
    return colorsys.rgb_to_hls(*_parts(rgb))[1]


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


def _of_light(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
