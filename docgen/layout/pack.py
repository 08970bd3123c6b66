"""A layout pack: a bureau's page, colours, fonts, roles, slots and words, as layout.yaml states them.

All lengths are points. A pack with ``extends`` states only its differences; what arrives here is whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, StringConstraints, WithJsonSchema

from docgen.errors import FieldPath, Position, nearest_position
from docgen.layout.template.values import PackTemplate
from docgen.model.printing import Printing
from docgen.model.record import Record
from docgen.placed import Align, Anchor, Box, Dash, FontRole, Insets
from docgen.value import value

Hex = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{6}$")]
# A side of PowerPoint's largest page, 56 inches, in points.
_LARGEST = 4032
LARGEST_TEXT = 400
"""Points of the largest text: no higher than a page; a text that does not fit is tried at each size down to its floor."""

Points = Annotated[float, Field(ge=0, le=_LARGEST)]
"""A length in points."""
LineWidth = Annotated[float, Field(ge=0, le=1584)]
"""The width of a line in points; DrawingML has none wider."""
TextSize = Annotated[float, Field(ge=1, le=LARGEST_TEXT)]
"""The size of text in points; DrawingML has none smaller."""

Coordinate = Annotated[float, Field(ge=-_LARGEST, le=_LARGEST)]
"""Where something begins, in points from the page's left or top."""

BoxList = tuple[Coordinate, Coordinate, Points, Points]
ThemeSlot = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"
]


class PageSize(Record):
    """The page in points; PowerPoint's A4 landscape is 780 × 540.

    Boxes may keep to ``margin`` at any side, and to ``columns`` with a ``gutter`` between them.
    """

    width: float = Field(gt=100, le=_LARGEST)
    height: float = Field(gt=100, le=_LARGEST)
    margin: Points = 30
    columns: int = Field(default=12, gt=0, le=100)
    gutter: Points = 12


class Colour(Record):
    """A named colour: an RGB value (with the theme slot it fills), or another colour made lighter or darker.

    ``lum_mod`` and ``lum_off`` are percent, as in DrawingML: luminance × mod + off.
    """

    rgb: Hex | None = None
    slot: ThemeSlot | None = None
    base: str | None = None
    lum_mod: float = Field(default=100, ge=0, le=100)
    lum_off: float = Field(default=0, ge=-100, le=100)


class FontFace(Record):
    """A font by its name; ``file`` is its file in the pack, or that of its widths (.json), for its widths.

    ``latin`` is the font that Latin letters are set in, where a template's theme names another for them.
    """

    name: str
    file: str | None = None
    latin: str | None = None


class Role(Record):
    """A look of text: size with its floor, line pitch (em), weight, colour, spaces (points).

    A text in a placeholder that needs a second line has the size ``two_lines``, where the role states it.
    """

    size: TextSize
    two_lines: TextSize | None = None
    floor: TextSize = 8
    ceiling: TextSize | None = None
    pitch: float = Field(default=1.3, ge=0.5, le=10)
    bold: bool = False
    colour: str = "ink"
    font: FontRole = "body"
    align: Align = "left"
    after: Points = 0


class FitStep(Record):
    """One step of the fitting ladder: points added to sizes, factors on line pitch and on spaces."""

    size: float = Field(default=0, ge=-LARGEST_TEXT, le=LARGEST_TEXT)
    pitch: float = Field(default=1, ge=0.1, le=10)
    space: float = Field(default=1, ge=0, le=10)


class Stroke(Record):
    """A line by colour, width and dash."""

    colour: str
    width: LineWidth = 0.75
    dash: Dash = "solid"


class TableLook(Record):
    """How tables look. Strokes None are not drawn; insets are left/right and top/bottom of a cell."""

    head_fill: str | None = "pale_head"
    head_top: Stroke | None = None
    head_bottom: Stroke | None = None
    rule: Stroke | None = None
    column_rule: Stroke | None = None
    bottom: Stroke | None = None
    band_fill: str | None = None
    total_fill: str | None = None
    inset_x: Points = 6
    inset_y: Points = 4
    stretch: Points = 14


class ChartLook(Record):
    """How charts look: series colours in order, gridlines, axis, gap between columns (percent)."""

    series: tuple[str, ...]
    gridline: Stroke | None = None
    axis: Stroke | None = None
    line_width: LineWidth = 2
    gap_width: int = Field(default=60, ge=0, le=500)
    highlight: str = "navy"
    muted: str = "grey"
    target: str = "amber"


class StatusLook(Record):
    """How a measure's status is drawn: fill, border and mark, so that colour is never alone."""

    fill: str
    border: Stroke
    mark: str
    mark_colour: str = "ink"


class PlaceholderSpec(Record):
    """A placeholder of a slide layout. ``one_line`` rather shrinks a text than lets it wrap.

    ``text`` is what it prints on every slide; {footer}, {title} and the names of other placeholders stand
    in it for what the slide has there. ``inset`` is the space at the left and right of the text, ``insets`` that
    at left, top, right and bottom.
    """

    kind: Literal["title", "body", "footer", "date", "slide_number"]
    box: BoxList
    role: str
    align: Align | None = None
    anchor: Anchor = "middle"
    fill: str | None = None
    inset: Points = 0
    insets: tuple[Points, Points, Points, Points] | None = None
    prompt: str = ""
    one_line: bool = False
    text: str | None = None
    font: FontRole | None = None

    @property
    def margins(self) -> Insets:
        """The space between the box and its text: ``insets``, else ``inset`` at left and right."""
        return Insets(*self.insets) if self.insets is not None else Insets(self.inset, 0, self.inset, 0)

    def font_of(self, role: Role) -> FontRole:
        """The theme's font that text is set in: titles have that of headings unless the pack says otherwise."""
        return self.font or ("heading" if self.kind == "title" else role.font)


class DecorationSpec(Record):
    """A fixed rectangle, line or picture of a slide layout.

    ``picture`` is a file in the pack (PNG, JPEG, GIF, WebP, or SVG with a PNG of its name beside it), shown as large
    as its box allows at the place that ``align`` and ``anchor`` say; ``alt`` is its alternative text.
    """

    box: BoxList
    fill: str | None = None
    line: Stroke | None = None
    picture: str | None = None
    align: Align = "left"
    anchor: Anchor = "middle"
    alt: str = ""


class SlideLayout(Record):
    """A slide layout: its label in PowerPoint, placeholders, decorations, and free slots for blocks."""

    label: str
    placeholders: Mapping[str, PlaceholderSpec] = {}
    decorations: Mapping[str, DecorationSpec] = {}
    slots: Mapping[str, BoxList] = {}

    def slot(self, name: str) -> Box:
        """The box of a slot; KeyError where the layout has none of that name."""
        return Box(*self.slots[name])


class Families(Record):
    """Which kinds of pages are set in one size: those of one ``section``, or of one analysis ``item`` in a section."""

    section: tuple[str, ...] = ()
    item: tuple[str, ...] = ()


class PageChoice(Record):
    """Which pages a bureau shows, and in which order, by slide kind.

    Kinds in ``hide`` are not shown. Pages of the kinds in ``order_in_item`` come first, in that order, among
    the pages that stand together for one analysis item; those of ``order_in_section`` among all pages of a
    section. Dividers stay at the head of their sections.
    """

    hide: tuple[str, ...] = ()
    order_in_item: tuple[str, ...] = ()
    order_in_section: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class PackOrigin:
    """Where a pack was read from: its folder after those that it extends, and the position of each statement.

    ``vouched`` are the folders whose code runs without asking: of shipped and installed packs, and of those that the
    caller trusts.
    """

    folders: tuple[Path, ...] = ()
    positions: Mapping[FieldPath, Position] = field(default_factory=dict)
    vouched: frozenset[Path] = frozenset()

    def position(self, path: FieldPath) -> Position | None:
        """The position of the statement at ``path``, or of the nearest around it; None for a pack made in a script."""
        return nearest_position(path, self.positions)


class LayoutPack(Record):
    """A whole pack. ``kinds`` maps slide kinds to slide layouts; ``words`` holds every printed label.

    ``trend_tolerance`` is how much of the past value a change may be and still count as none, for content
    that does not say. ``options`` is what a bureau wants otherwise of a slide kind, by kind; the kind's
    builder says what it knows. ``template`` is a bureau's own file, where the pack is built on one.
    """

    name: str
    label: str = ""
    page: PageSize
    fonts: Mapping[FontRole, FontFace]
    colours: Mapping[str, Colour]
    roles: Mapping[str, Role]
    fit: tuple[FitStep, ...] = (FitStep(),)
    families: Families = Families()
    gap: Points = 12
    table: TableLook
    chart: ChartLook
    statuses: Mapping[str, StatusLook]
    slide_layouts: Mapping[str, SlideLayout]
    kinds: Mapping[str, str]
    pages: PageChoice = PageChoice()
    words: Mapping[str, str]
    options: Mapping[str, Mapping[str, Any]] = {}
    trend_tolerance: Decimal | None = Field(default=None, ge=0, lt=1)
    era: bool = False
    minus: str = "-"
    # In layout.yaml it is the name of a file, which docgen.layout.template.fill opens before the model sees it.
    template: Annotated[PackTemplate | None, WithJsonSchema({"type": "string"})] = None

    _origin: PackOrigin = PrivateAttr(default_factory=PackOrigin)

    @property
    def origin(self) -> PackOrigin:
        """Where the pack was read from."""
        return self._origin

    def attach(self, origin: PackOrigin) -> None:
        """Give the pack its origin. Called once, by load_pack."""
        self._origin = origin

    @property
    def printing(self) -> Printing:
        """How periods and numbers are printed."""
        return Printing(self.era, self.minus)
