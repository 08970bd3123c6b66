"""The placed deck: every mark of every slide with its place and size, ready to be spelled as XML.

Out of :mod:`docgen.compose`, into :mod:`docgen.write`. All lengths are points (1 pt = 12,700 EMU);
colours are names of the design's palette; nothing here knows PowerPoint's XML.
The marks are a closed set: text, shape, connector, table, chart, picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
FontRole = Literal["heading", "body"]
TabAlign = Literal["left", "right", "decimal"]
Dash = Literal["solid", "dash", "dot"]
LabelPosition = Literal[
    "above", "below", "left", "right", "center", "inside_end", "inside_base", "outside_end"
]
LabelPart = Literal["series", "category", "value", "percent"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page: left, top, width, height in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the two boxes share an area more than ``tolerance`` points deep."""
        return (
            self.x + tolerance < other.right
            and other.x + tolerance < self.right
            and self.y + tolerance < other.bottom
            and other.y + tolerance < self.bottom
        )

    def contains(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether ``other`` lies inside this box, give or take ``tolerance`` points."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


@dataclass(frozen=True, slots=True)
class Insets:
    """The space between a box's edges and its text, in points."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke: palette colour, width in points, dash."""

    colour: str
    width: float = 0.75
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. ``size`` in points; ``link`` is a slide's id or a URL.

    ``spacing`` is added to each character's advance, in points (negative sets closer). ``underline`` and
    ``strike`` draw a line under and through the characters.
    ``page_of`` names a slide whose page number is the run's text; compose fills it in once the pages
    are counted.
    """

    text: str
    size: float
    bold: bool = False
    colour: str = "ink"
    font: FontRole = "body"
    superscript: bool = False
    link: str | None = None
    page_of: str | None = None
    spacing: float = 0
    underline: bool = False
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs set with one alignment and one exact line pitch (points).

    ``indent`` is where the text begins, ``hanging`` how far the first line (its bullet) hangs back to
    the left of it; ``before`` and ``after`` are spaces; all in points. A line break is ``\\n`` in a run.
    ``bullet_colour`` is the bullet's where it is not the text's. Texts begin at the stops ``tabs``, or, by
    ``tab_align``, end there or have their decimal points there.
    """

    runs: tuple[Run, ...]
    pitch: float
    align: Align = "left"
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    bullet: str | None = None
    tabs: tuple[float, ...] = ()
    tab_align: TabAlign = "left"
    bullet_colour: str | None = None


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs inside a box, with insets and a vertical anchor."""

    paragraphs: tuple[Paragraph, ...]
    insets: Insets = Insets()
    anchor: Anchor = "top"


@dataclass(frozen=True, slots=True)
class TextMark:
    """Text in a box of its own, or in a placeholder of the slide's layout.

    ``placeholder`` is the placeholder's name in the design's slide layout.
    """

    id: str
    box: Box
    body: TextBody
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class ShapeMark:
    """A native shape. ``geometry`` is a DrawingML preset such as rect, roundRect or rightArrow."""

    id: str
    box: Box
    geometry: str = "rect"
    fill: str | None = None
    line: Line | None = None
    body: TextBody | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Glue:
    """An end of a connector: a shape of the same slide and one of its connection sites.

    Sites of a rectangle: 0 top, 1 left, 2 bottom, 3 right.
    """

    shape: str
    site: int


@dataclass(frozen=True, slots=True)
class ConnectorMark:
    """A line glued to two shapes, from ``start`` to ``end``, through ``points``.

    ``points`` are the corners of the path, ends included, each segment horizontal or vertical (or
    two points for a straight line).
    """

    id: str
    start: Glue
    end: Glue
    points: tuple[tuple[float, float], ...]
    line: Line
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of the grid. A cell covered by a span of another has ``covered`` set and no text."""

    body: TextBody
    row_span: int = 1
    column_span: int = 1
    covered: bool = False
    fill: str | None = None
    top: Line | None = None
    bottom: Line | None = None
    left: Line | None = None
    right: Line | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells, one for each column of the grid, and the row's height in points."""

    cells: tuple[TableCell, ...]
    height: float


@dataclass(frozen=True, slots=True)
class TableMark:
    """A native table. The sum of widths and of heights is the box's."""

    id: str
    box: Box
    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    header_rows: int = 1
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ChartText:
    """How a chart's texts look: size in points and palette colour."""

    size: float
    colour: str = "ink"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PlacedSeries:
    """One series: values aligned with the chart's categories, None for a gap.

    ``kind`` is what this series is drawn as; ``dash_from`` the index of the first category drawn
    dashed (a forecast), or in a paler fill for columns; ``labels`` the indices that carry a label made of
    ``label_parts``, ``name_labels`` those that carry the series' name (before the value where both hold).
    ``label_position`` and ``label_colour`` hold for all labels but those that ``label_positions`` and
    ``label_colours`` name; a position the kind cannot have becomes the nearest it can. ``breaks`` are the
    indices to which no line leads from the point before (a break of series). A ``line`` of width 0 is not
    drawn. ``pattern`` is a DrawingML preset. A series with ``in_legend`` false has no legend entry.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    kind: Literal["line", "column", "bar", "pie"] = "column"
    number_format: str = "#,##0"
    marker: Literal["none", "circle", "square", "diamond", "triangle"] = "none"
    line: Line | None = None
    dash_from: int | None = None
    pattern: str | None = None
    labels: tuple[int, ...] = ()
    label_colour: str = "ink"
    label_position: LabelPosition | None = None
    secondary: bool = False
    point_colours: Mapping[int, str] = field(default_factory=dict)
    label_parts: tuple[LabelPart, ...] = ("value",)
    label_positions: Mapping[int, LabelPosition] = field(default_factory=dict)
    label_colours: Mapping[int, str] = field(default_factory=dict)
    name_labels: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()
    in_legend: bool = True


@dataclass(frozen=True, slots=True)
class ChartAxis:
    """A value axis: range and step (None leaves them to the program), format, title, direction.

    In a ``percent`` chart the axis counts shares: 1 is 100 %, and a format such as ``0%`` prints them.
    """

    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    number_format: str = "#,##0"
    title: str | None = None
    reversed: bool = False
    visible: bool = True


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A native chart: series over categories, with its grouping, axes, legend and texts.

    ``plot`` fixes the inside of the axes, as fractions of the chart's box (so that charts side by side
    share one frame, or labels have room); None leaves it to the program. ``category_labels`` false leaves
    the names under the category axis out (a sparkline).
    """

    categories: tuple[str, ...]
    series: tuple[PlacedSeries, ...]
    grouping: Literal["standard", "clustered", "stacked", "percent", "pie", "donut"] = "clustered"
    horizontal: bool = False
    axis: ChartAxis = ChartAxis()
    secondary_axis: ChartAxis | None = None
    legend: Literal["none", "bottom", "right", "top"] = "none"
    text: ChartText = ChartText(8)
    label_text: ChartText = ChartText(8)
    gridline: Line | None = None
    axis_line: Line | None = None
    gap_width: int = 60
    category_label_step: int = 1
    category_name: str = ""
    hole: int = 60
    category_labels: bool = True
    plot: Box | None = None


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A native chart in its box; its workbook is written from the same values."""

    id: str
    box: Box
    chart: PlacedChart
    alt: str = ""


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture with its alternative text; ``svg`` keeps it sharp where the program can draw it."""

    id: str
    box: Box
    png: bytes
    svg: bytes | None = None
    alt: str = ""


Mark = TextMark | ShapeMark | ConnectorMark | TableMark | ChartMark | PictureMark


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """One page. ``id`` comes from its record and stays the same every year.

    ``layout`` names the slide layout of the design; ``notes`` is the text of the speaker notes.
    """

    id: str
    kind: str
    layout: str
    title: str
    marks: tuple[Mark, ...]
    section: str = ""
    notes: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class PaletteColour:
    """A named colour: its RGB (six hex digits) and, where it comes from the theme, how.

    ``slot`` is a theme colour (dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink); ``lum_mod`` and
    ``lum_off`` (percent) lighten or darken it, and ``rgb`` is then the computed result.
    """

    rgb: str
    slot: str | None = None
    lum_mod: float | None = None
    lum_off: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceholderForm:
    """A placeholder of a slide layout: its kind, box and text look."""

    name: str
    kind: Literal["title", "body", "footer", "date", "slide_number"]
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


@dataclass(frozen=True, slots=True)
class Decoration:
    """A fixed rectangle or line of a slide layout; a line has a height or a width of zero."""

    box: Box
    fill: str | None = None
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class SlideLayoutForm:
    """A slide layout to be made: its name, placeholders and decorations."""

    name: str
    label: str
    placeholders: tuple[PlaceholderForm, ...] = ()
    decorations: tuple[Decoration, ...] = ()


@dataclass(frozen=True, slots=True)
class Design:
    """What the deck's theme, master and slide layouts are made from. ``fonts`` maps heading and body to names."""

    name: str
    width: float
    height: float
    palette: Mapping[str, PaletteColour]
    fonts: Mapping[FontRole, str]
    layouts: tuple[SlideLayoutForm, ...]
    series_colours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckProperties:
    """The document's properties. ``created`` is fixed by the content (ISO 8601), never the clock."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    created: str = "2000-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A run of slides under one heading in PowerPoint's slide list."""

    name: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedDeck:
    """The whole deck, measured and placed."""

    design: Design
    slides: tuple[PlacedSlide, ...]
    sections: tuple[DeckSection, ...] = ()
    properties: DeckProperties = DeckProperties()
