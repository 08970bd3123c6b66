"""Colours of the palette as DrawingML: a theme colour where the palette colour has a slot."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from docgen.errors import DocgenError, nearest
from docgen.placed import Dash, Design, Line, PaletteColour
from docgen.value import value
from docgen.write.xml.units import emu, thousandths

# On slides the four base slots go by the names of the master's colour map.
_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
DASHES: dict[Dash, str] = {"solid": "solid", "dash": "dash", "dot": "sysDot"}


@value(frozen=True, slots=True)
class Colours:
    """The palette's colours by name, each spelled as a DrawingML colour element."""

    elements: Mapping[str, str]

    def element(self, name: str) -> str:
        """The colour element of a palette colour; a DocgenError where the palette has no such name."""
        try:
            return self.elements[name]
        except KeyError:
            raise DocgenError(
                "no-such-palette-colour",
                hint=nearest(name, self.elements),
                name=name,
                colours=tuple(self.elements),
            ) from None

    def fill(self, name: str | None) -> str:
        """A solid fill of the named colour, or no fill."""
        return "<a:noFill/>" if name is None else f"<a:solidFill>{self.element(name)}</a:solidFill>"

    def line(self, line: Line | None, tag: str = "a:ln", ends: str = "") -> str:
        """A stroke as an ``a:ln`` (or, in table cells, ``a:lnL`` and so on); ``ends`` holds arrow heads."""
        if line is None:
            return f"<{tag}><a:noFill/></{tag}>"
        return _stroke(self.element(line.colour), line.width, line.dash, tag, ends)


# A deck has few strokes, each of them many times.
@functools.lru_cache(maxsize=1024)
def _stroke(colour: str, width: float, dash: Dash, tag: str, ends: str) -> str:
    return (
        f'<{tag} w="{emu(width)}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill>{colour}</a:solidFill>'
        f'<a:prstDash val="{DASHES[dash]}"/><a:miter lim="800000"/>{ends}</{tag}>'
    )


def colours(design: Design, theme: Mapping[str, str]) -> Colours:
    """The design's palette, spelled against the theme's twelve colours (slot to RGB)."""
    return Colours({name: _element(colour, theme) for name, colour in design.palette.items()})


def _element(colour: PaletteColour, theme: Mapping[str, str]) -> str:
    rgb = colour.digits
    if colour.slot is None:
        return f'<a:srgbClr val="{rgb}"/>'
    name = _ON_SLIDES.get(colour.slot, colour.slot)
    changes = _change("lumMod", colour.lum_mod) + _change("lumOff", colour.lum_off)
    if changes:
        return f'<a:schemeClr val="{name}">{changes}</a:schemeClr>'
    # Two palette colours may claim one slot; only the one that the theme took may refer to it.
    return f'<a:schemeClr val="{name}"/>' if theme[colour.slot] == rgb else f'<a:srgbClr val="{rgb}"/>'


def _change(tag: str, percent: float | None) -> str:
    return "" if percent is None else f'<a:{tag} val="{thousandths(percent)}"/>'
