"""The closed set of marks: text, shape, connector, table with its cells, chart, picture."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

from docgen.placed.box import Box, Coordinates, Line
from docgen.placed.chart import PlacedChart
from docgen.placed.text import TextBody
from docgen.value import value


@value(frozen=True, slots=True)
class TextMark:
    """Text in a box of its own, or in a placeholder of the slide's layout.

    ``placeholder`` is the placeholder's name in the design's slide layout; ``link`` is a slide's id or a URL to
    which the whole box leads.
    """

    id: str
    box: Box
    body: TextBody
    placeholder: str | None = None
    link: str | None = None


@value(frozen=True, slots=True)
class ShapeMark:
    """A native shape. ``geometry`` is a DrawingML preset such as rect, roundRect or rightArrow.

    ``outline`` takes the preset's place: closed rings of points, in points from the box's left and top. The
    inside of a ring is filled, that of a ring in another is not. ``sites`` are connection sites of an
    outline, in points from the box's left and top; they are numbered after the four of the box's sides. ``link``
    is a slide's id or a URL to which the whole shape leads.
    """

    id: str
    box: Box
    geometry: str = "rect"
    fill: str | None = None
    line: Line | None = None
    body: TextBody | None = None
    alt: str = ""
    outline: tuple[tuple[Coordinates, ...], ...] | None = None
    sites: tuple[Coordinates, ...] = ()
    link: str | None = None


@value(frozen=True, slots=True)
class Glue:
    """An end of a connector: a shape of the same slide and one of its connection sites.

    Sites of a rectangle: 0 top, 1 left, 2 bottom, 3 right; from 4 those of an outline's ``sites``.
    """

    shape: str
    site: int


@value(frozen=True, slots=True)
class ConnectorMark:
    """A line glued to two shapes, from ``start`` to ``end``, through ``points``.

    ``points`` are the corners of the path, ends included, each segment horizontal or vertical (or
    two points for a straight line).
    """

    id: str
    start: Glue
    end: Glue
    points: tuple[Coordinates, ...]
    line: Line
    arrow: bool = False


@value(frozen=True, slots=True)
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


@value(frozen=True, slots=True)
class TableRow:
    """Cells, one for each column of the grid, and the row's height in points."""

    cells: tuple[TableCell, ...]
    height: float


@value(frozen=True, slots=True)
class TableMark:
    """A native table. The sum of widths and of heights is the box's."""

    id: str
    box: Box
    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    header_rows: int = 1
    alt: str = ""

    def cells(self) -> Iterator[tuple[int, TableCell, Box]]:
        """Each cell that no other covers, with the index of its row and its box over all that it spans."""
        y = self.box.y
        for index, row in enumerate(self.rows):
            x = self.box.x
            for column, (cell, width) in enumerate(zip(row.cells, self.columns, strict=True)):
                if not cell.covered:
                    spanned = fsum(self.columns[column : column + cell.column_span])
                    height = fsum(below.height for below in self.rows[index : index + cell.row_span])
                    yield index, cell, Box(x, y, spanned, height)
                x += width
            y += row.height


@value(frozen=True, slots=True)
class ChartMark:
    """A native chart in its box; its workbook is written from the same values."""

    id: str
    box: Box
    chart: PlacedChart
    alt: str = ""


@value(frozen=True, slots=True)
class PictureMark:
    """A picture (PNG or JPEG) with its alternative text; ``svg`` keeps it sharp where the program can draw it."""

    id: str
    box: Box
    image: bytes
    svg: bytes | None = None
    alt: str = ""


BoxedMark = TextMark | ShapeMark | TableMark | ChartMark | PictureMark
"""A mark that fills a box: every mark but a connector."""

Mark = TextMark | ShapeMark | ConnectorMark | TableMark | ChartMark | PictureMark
