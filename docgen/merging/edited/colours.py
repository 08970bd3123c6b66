"""Colours of an edited deck as RGB: theme colours resolved, lightened and darkened as DrawingML says."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from docgen.merging.xml_names import A

# On slides the four base slots go by the names of the master's colour map.
_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_OTHER_FILLS = (f"{A}gradFill", f"{A}pattFill", f"{A}blipFill")
_WHOLE = 100_000


def theme_colours(root: Any) -> Mapping[str, str]:
    """The RGB of the twelve slots of a theme part: ``accent1`` to ``1F4E79``."""
    return {
        slot.tag.removeprefix(A): (slot[0].get("lastClr") or slot[0].get("val")).upper()
        for slot in root.find(f".//{A}clrScheme")
    }


def fill_of(holder: Any, theme: Mapping[str, str]) -> str | None:
    """The RGB of the fill in an element: "" for no fill, None where it states none.

    A fill that is no plain colour is given by the name of its element, ``gradFill`` for instance.
    """
    for child in () if holder is None else holder:
        if child.tag == f"{A}solidFill" and len(child):
            return _rgb(child[0], theme)
        if child.tag == f"{A}noFill":
            return ""
        if child.tag in _OTHER_FILLS:
            return str(child.tag.removeprefix(A))
    return None


def _rgb(colour: Any, theme: Mapping[str, str]) -> str:
    """The RGB of a colour element."""
    name: str = colour.get("val", "")
    if colour.tag == f"{A}srgbClr":
        rgb = name.upper()
    elif colour.tag == f"{A}sysClr":
        rgb = str(colour.get("lastClr", "000000")).upper()
    else:
        rgb = theme.get(_SLOTS.get(name, name), name)
    if not len(colour) or len(rgb) != 6:
        return rgb
    factor, offset = _share(colour, "lumMod"), _share(colour, "lumOff")
    return rgb if factor is None and offset is None else _lightened(rgb, factor, offset)


def _share(colour: Any, tag: str) -> float | None:
    change = colour.find(f"{A}{tag}")
    return None if change is None else int(change.get("val")) / _WHOLE


def _lightened(rgb: str, factor: float | None, offset: float | None) -> str:
    """An RGB with its luminance multiplied by ``factor``, then raised by ``offset``."""
    red, green, blue = (int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, luminance, saturation = colorsys.rgb_to_hls(red, green, blue)
    shifted = min(1.0, max(0.0, luminance * (1 if factor is None else factor) + (offset or 0)))
    parts = colorsys.hls_to_rgb(hue, shifted, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
