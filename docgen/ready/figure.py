"""Figures with their data, pictures, and tables whose cells are final texts."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from docgen.model import ChartKind, Quantity
from docgen.ready.annotation import NO_ANNOTATIONS, ReadyAnnotations
from docgen.ready.value import Trace
from docgen.value import value


@value(frozen=True, slots=True)
class ReadySeries:
    """A series of a figure, aligned with its categories; None is a gap. ``band`` is the lower and upper end at each."""

    name: str
    values: tuple[Decimal | None, ...]
    unit: str = ""
    decimals: int = 0
    colour: str | None = None
    highlighted: bool = False
    drawn_as: Literal["line", "column"] | None = None
    secondary: bool = False
    traces: tuple[Trace | None, ...] = ()
    band: tuple[tuple[Decimal, Decimal] | None, ...] = ()


@value(frozen=True, slots=True)
class ReadyTargetMark:
    """A target in a figure, or a level; ``category`` is the index of its point, None for a line across."""

    value: Decimal
    name: str
    category: int | None = None
    series: str | None = None
    is_level: bool = False


@value(frozen=True, slots=True)
class TimeAxis:
    """An axis of time on which not every place has data: the names of all places, and where each category lies."""

    names: tuple[str, ...]
    places: tuple[int, ...]


@value(frozen=True, slots=True)
class ReadyDifference:
    """What a number is more than another, and by how many percent of it where that says something.

    A ``change`` from one period to another has a sign, the difference of two things has none.
    """

    amount: Quantity
    rate: Quantity | None = None
    change: bool = True


@value(frozen=True, slots=True)
class ReadyFigure:
    """A figure with its data. ``missing`` says in words that there is no data yet.

    ``time_axis`` tells where the categories lie where they are periods at unlike distances. ``differences`` are those
    that its kind prints: of its two numbers, or of the two at each category; ``shares`` what part of the whole each is.
    ``first_note`` is the number of its first note, where notes of other parts stand before it on a page.
    """

    id: str
    title: str
    kind: ChartKind
    categories: tuple[str, ...] = ()
    series: tuple[ReadySeries, ...] = ()
    unit: str = ""
    labels: str = "ends"
    series_labels: str = "auto"
    forecast_from: int | None = None
    targets: tuple[ReadyTargetMark, ...] = ()
    breaks: tuple[int, ...] = ()
    highlights: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()
    reversed: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    x_name: str = ""
    data_table: str = "none"
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    alt: str = ""
    missing: str | None = None
    files: tuple[str, ...] = ()
    time_axis: TimeAxis | None = None
    annotations: ReadyAnnotations = NO_ANNOTATIONS
    differences: tuple[ReadyDifference | None, ...] = ()
    shares: tuple[Quantity | None, ...] = ()
    first_note: int = 1

    def unit_of(self, series: ReadySeries) -> str:
        """The unit of a series: its own, else the figure's."""
        return series.unit or self.unit

    def unit_of_target(self, target: ReadyTargetMark) -> str:
        """What a target or a level counts in: % where a chart shows shares, else what its series does.

        One that names no series counts in the figure's unit, else in that of all series of the first axis.
        """
        if self.kind.is_in_percent:
            return "%"
        own = next((series for series in self.series if series.name == target.series), None)
        if own is not None:
            return self.unit_of(own)
        units = {series.unit for series in self.series if not series.secondary}
        return self.unit or (units.pop() if len(units) == 1 else "")


@value(frozen=True, slots=True)
class ReadyPicture:
    """A picture of ``width`` × ``height`` points: the bytes of a PNG or JPEG, and SVG bytes that stay sharp."""

    id: str
    title: str
    alt: str
    image: bytes
    svg: bytes | None
    width: float
    height: float
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class ReadyColumn:
    """A column of a ready table; ``merged`` where equal cells one below the other are one."""

    heading: str
    align: str | None = None
    width: float | None = None
    merged: bool = False


@value(frozen=True, slots=True)
class ReadyTable:
    """A table whose cells are final texts; ``totals`` are the indices of its total rows.

    ``numbers`` holds, row by row, the number that a cell's text prints, None where it is no number.
    ``sparklines`` has a series for each row but total rows, to be drawn at the row's side. ``first_note`` is the number
    of its first note.
    """

    id: str
    title: str
    columns: tuple[ReadyColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[tuple[Decimal | None, ...], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    totals: tuple[int, ...] = ()
    sparklines: ReadyFigure | None = None
    first_note: int = 1
