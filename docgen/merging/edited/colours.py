"""Colours of an edited deck as RGB: theme colours resolved, lightened and darkened as DrawingML says."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from docgen.merging.xml_names import A

# On slides the four base slots go by the names of the master's colour map.
_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_WHOLE = 100_000


def theme_of(root: Any) -> Mapping[str, str]:
    """The RGB of the twelve slots of a theme part."""
    found: dict[str, str] = {}
    for slot in root.find(f".//{A}clrScheme"):
        rgb = slot[0].get("lastClr") or slot[0].get("val")
        found[slot.tag.removeprefix(A)] = rgb.upper()
    return found


def fill_of(holder: Any, theme: Mapping[str, str]) -> str | None:
    """The RGB of the fill in an element: "" for none, None where it states none or another kind of fill."""
    for child in () if holder is None else holder:
        if child.tag == f"{A}solidFill" and len(child):
            return rgb_of(child[0], theme)
        if child.tag == f"{A}noFill":
            return ""
        if child.tag in (f"{A}gradFill", f"{A}pattFill", f"{A}blipFill"):
            return str(child.tag.removeprefix(A))
    return None


def rgb_of(colour: Any, theme: Mapping[str, str]) -> str:
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
    mod, off = (_change(colour, tag) for tag in ("lumMod", "lumOff"))
    return rgb if (mod, off) == (None, None) else _tinted(rgb, mod, off)


def _change(colour: Any, tag: str) -> float | None:
    found = colour.find(f"{A}{tag}")
    return None if found is None else int(found.get("val")) / _WHOLE


def _tinted(rgb: str, mod: float | None, off: float | None) -> str:
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, luminance, saturation = colorsys.rgb_to_hls(red, green, blue)
    shifted = min(1.0, max(0.0, luminance * (1 if mod is None else mod) + (off or 0)))
    parts = colorsys.hls_to_rgb(hue, shifted, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
