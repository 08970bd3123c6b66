"""The parts of a template's XML by path, and its colours: what the readers of looks and of drawings share."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from docgen.layout.template.values import TemplateColour

EMU_PER_POINT = 12700
SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
# The colour map's names for the four base slots; docgen's slots mean what they are mapped to.
MEANINGS: Mapping[str, str] = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
# Names of colours that files use beside RGB (ECMA-376 Part 1, 20.1.10.48); the rest are seldom.
_PRESET = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "gray": "808080", "navy": "000080"}


def all_of(source: Any, path: str) -> list[Any]:
    """What a path leads to; elements of python-pptx and of lxml alike."""
    return list(_compiled(path)(source))


@functools.cache
def _compiled(path: str) -> Any:
    from lxml import etree

    return etree.XPath(path, namespaces=SPACES)


def tag_of(element: Any) -> str:
    """The local name of an element, "" of none."""
    return "" if element is None else str(element.tag).rpartition("}")[2]


def attribute(elements: Sequence[Any], name: str, default: str) -> str:
    """The attribute of the first of these elements that has it."""
    return next((element.get(name) for element in elements if element.get(name) is not None), default)


def first_of(elements: Sequence[Any], path: str) -> Any:
    """The first element at ``path`` below any of these; None where there is none."""
    return next((inner for element in elements for inner in all_of(element, path)), None)


def rgb_of(element: Any) -> str:
    """The RGB that a colour states."""
    value = str(element.get("lastClr") or element.get("val") or "000000")
    if tag_of(element) == "scrgbClr":
        shares = (min(100_000, max(0, int(element.get(part, "0")))) for part in "rgb")
        return "".join(f"{round((share / 100_000) ** (1 / 2.2) * 255):02X}" for share in shares)
    # A system colour keeps what it last was.
    return _PRESET.get(value, value if len(value) == 6 else "808080").upper()


def colour_of(element: Any, meant: TemplateColour | None = None) -> TemplateColour:
    """A colour as a theme slot with its change, or as RGB; ``meant`` is what it changes where it names no colour."""
    changes = {tag_of(change): int(change.get("val", "0")) / 1000 for change in element}
    mod, off = changes.get("lumMod", 100), changes.get("lumOff", 0)
    # The older words for much the same (ECMA-376 Part 1, 20.1.2.3.31 and .34); white over one, black over the other.
    light = (100 - changes.get("tint", 100)) / 100 or -(100 - changes.get("shade", 100)) / 100
    if meant is not None:
        return TemplateColour(
            meant.slot, meant.rgb, meant.lum_mod * mod / 100, meant.lum_off * mod / 100 + off, light or meant.light
        )
    if tag_of(element) != "schemeClr":
        return TemplateColour(None, rgb_of(element), mod, off, light)
    name = element.get("val")
    return TemplateColour(MEANINGS.get(name, name), None, mod, off, light)


def opacity_of(fill: Any) -> float:
    """How much of what lies below a fill hides, from 0 to 1: of several colours, the most."""
    colours = all_of(fill, "./* | ./a:gsLst/a:gs/*")
    shares = [int(alpha.get("val", "100000")) / 100_000 for colour in colours for alpha in all_of(colour, "./a:alpha")]
    return max(shares) if shares and len(shares) >= len([c for c in colours if tag_of(c).endswith("Clr")]) else 1.0
