"""The named colours of a pack: one to its RGB and its theme slot, and which of several is read best on another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import Colour
from docgen.layout.rgb import contrast, tint
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


def readable_on(ground: str, choices: Sequence[str], colours: Mapping[str, Colour]) -> str:
    """Which of the named ``choices`` contrasts most with the named colour ``ground``."""
    rgb = palette_colour(ground, colours).rgb
    return max(choices, key=lambda name: contrast(palette_colour(name, colours).rgb, rgb))
