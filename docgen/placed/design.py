"""What the deck's theme, master and slide layouts are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from docgen.placed.box import Anchor, Box, Insets, Line
from docgen.placed.text import Align, FontRole
from docgen.value import value

PlaceholderKind = Literal["title", "body", "footer", "date", "slide_number"]


@value(frozen=True, slots=True)
class PaletteColour:
    """A named colour: its RGB (six hex digits) and, where it comes from the theme, how.

    ``slot`` is a theme colour (dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink); ``lum_mod`` and
    ``lum_off`` (percent) lighten or darken it, and ``rgb`` is then the computed result.
    """

    rgb: str
    slot: str | None = None
    lum_mod: float | None = None
    lum_off: float | None = None

    @property
    def digits(self) -> str:
        """The RGB as XML has it: six upper-case hex digits, without a ``#`` before them."""
        return self.rgb.lstrip("#").upper()


@value(frozen=True, slots=True)
class PlaceholderForm:
    """A placeholder of a slide layout: its kind, box and text look.

    What follows ``prompt`` is of placeholders that a template brings: ``type`` is the ``p:ph``'s where it is
    not the kind's own, ``ground`` the colour that it lies on where that is not the page, and the rest is what its
    text inherits there: spaces and indents in points, bullets, fitting by the program, and what docgen does not
    measure ("cap", "spc").
    """

    name: str
    kind: PlaceholderKind
    index: int
    box: Box
    size: float
    colour: str
    bold: bool = False
    font: FontRole = "body"
    align: Align = "left"
    anchor: Anchor = "middle"
    pitch: float = 0
    insets: Insets = Insets()
    fill: str | None = None
    prompt: str = ""
    type: str | None = None
    ground: str | None = None
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    bullet: bool = False
    fitted: bool = False
    resets: tuple[str, ...] = ()

    @property
    def of_template(self) -> bool:
        """Whether it stands in a template's slide layout already, rather than being drawn from this form."""
        return self.type is not None


@value(frozen=True, slots=True)
class Decoration:
    """A fixed rectangle, line or picture of a slide layout; a line has a height or a width of zero.

    ``image`` and ``svg`` are a picture's bytes, ``alt`` its alternative text.
    """

    box: Box
    fill: str | None = None
    line: Line | None = None
    name: str = ""
    image: bytes | None = None
    alt: str = ""
    svg: bytes | None = None


@value(frozen=True, slots=True)
class SlideLayoutForm:
    """A slide layout to be made: its name, placeholders and decorations.

    ``part`` is the name of the part in the template that it is made from; what that holds is not drawn again.
    """

    name: str
    label: str
    placeholders: tuple[PlaceholderForm, ...] = ()
    decorations: tuple[Decoration, ...] = ()
    part: str | None = None


@value(frozen=True, slots=True)
class TableForm:
    """How tables look, as the deck's table style has it; colours by name, strokes None are not drawn.

    ``head_colour`` and ``body_colour`` are those of the texts.
    """

    head_fill: str | None = None
    head_top: Line | None = None
    head_bottom: Line | None = None
    rule: Line | None = None
    column_rule: Line | None = None
    bottom: Line | None = None
    band_fill: str | None = None
    total_fill: str | None = None
    head_bold: bool = False
    head_colour: str | None = None
    body_colour: str | None = None


@value(frozen=True, slots=True)
class Design:
    """What the deck's theme, master, slide layouts and table style are made from. ``fonts`` maps heading and body to
    names.

    ``template`` are the bytes of a bureau's own file, whose theme, master and slide layouts are then taken over.
    """

    name: str
    width: float
    height: float
    palette: Mapping[str, PaletteColour]
    fonts: Mapping[FontRole, str]
    layouts: tuple[SlideLayoutForm, ...]
    series_colours: tuple[str, ...] = ()
    template: bytes | None = field(default=None, repr=False)
    table: TableForm = TableForm()
