"""A native chart: its series, axes, labels and texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from docgen.placed.box import Box, Line
from docgen.value import value

LabelPosition = Literal[
    "above", "below", "left", "right", "center", "inside_end", "inside_base", "outside_end"
]
SeriesKind = Literal["line", "column", "bar", "pie", "area", "point"]
"""What a series is drawn as."""
Grouping = Literal["standard", "clustered", "stacked", "percent", "pie", "donut", "scatter", "dumbbell"]
"""How the series of a chart stand to each other."""
LabelPart = Literal["series", "category", "value", "percent"]


@value(frozen=True, slots=True)
class ChartText:
    """How a chart's texts look: size in points and palette colour."""

    size: float
    colour: str = "ink"
    bold: bool = False


@value(frozen=True, slots=True)
class NumberFormat:
    """How a number is printed: 2610 as ``2,610人`` by ``NumberFormat(unit="人")``.

    ``minus`` is the sign before negative numbers, such as △. In ``percent`` 0.25 is printed as 25%.

    >>> NumberFormat(1, "億円", "△").code
    '#,##0.0"億円";"△"#,##0.0"億円"'
    """

    decimals: int = 0
    unit: str = ""
    minus: str = "-"
    percent: bool = False

    @property
    def code(self) -> str:
        """The format as spreadsheets spell it."""
        places = "." + "0" * self.decimals if self.decimals else ""
        if self.percent:
            return f"0{places}%"
        unit = self.unit.replace('"', "")
        code = f"#,##0{places}" + (f'"{unit}"' if unit else "")
        return code if self.minus == "-" else f'{code};"{self.minus}"{code}'

    def __repr__(self) -> str:
        """The code. The fingerprints of decks built so far hold digests of charts that are shown so."""
        return repr(self.code)


@value(frozen=True, slots=True)
class PlacedSeries:
    """One series: values aligned with the chart's categories, None for a gap.

    ``kind`` is what this series is drawn as; ``dash_from`` the index of the first category drawn
    dashed (a forecast), or hatched for columns; ``labels`` the indices that carry a label made of
    ``label_parts``, ``name_labels`` those that carry the series' name (before the value where both hold).
    ``label_position`` and ``label_colour`` hold for all labels but those that ``label_positions`` and
    ``label_colours`` name; a position the kind cannot have becomes the nearest it can. ``label_shifts`` move
    a label from its position to the right and down, in fractions of the chart's box. ``breaks`` are the
    indices to which no line leads from the point before (a break of series). A ``line`` of width 0 is not
    drawn. ``pattern`` is a DrawingML preset. A series with ``in_legend`` false has no legend entry.
    ``label_texts`` stand in the labels of their points instead of the value.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    kind: SeriesKind = "column"
    number_format: NumberFormat = NumberFormat()
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
    label_shifts: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    label_colours: Mapping[int, str] = field(default_factory=dict)
    name_labels: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()
    in_legend: bool = True
    # Follows from the numbers; the fingerprint of a chart, which is made of its repr, does without it.
    label_texts: Mapping[int, str] = field(default_factory=dict, repr=False)

    @property
    def points(self) -> tuple[int, ...]:
        """The indices of the categories that have a value."""
        return tuple([index for index, value in enumerate(self.values) if value is not None])

    @property
    def hides_line(self) -> bool:
        """Whether its line has no width, so that its labels and markers alone are seen."""
        return self.line is not None and self.line.width <= 0

    @property
    def is_unseen(self) -> bool:
        """Whether nothing is drawn at its points but labels, as at the totals over stacks and under floating columns."""
        return self.hides_line and self.marker == "none"


@value(frozen=True, slots=True)
class ChartAxis:
    """A value axis: range and step (None leaves them to the program), format, title, direction.

    In a ``percent`` chart the axis counts shares: 1 is 100 %.
    """

    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    number_format: NumberFormat = NumberFormat()
    title: str | None = None
    reversed: bool = False
    visible: bool = True


@value(frozen=True, slots=True)
class PlacedChart:
    """A native chart: series over categories, with its grouping, axes, legend and texts.

    ``plot`` fixes the inside of the axes, as fractions of the chart's box (so that charts side by side
    share one frame, or labels have room); None leaves it to the program. ``category_labels`` false leaves
    the names under the category axis out (a sparkline). With ``spans_gaps`` lines go on over categories
    without a value. In a ``scatter`` the first series says how far along each category lies, on the ``secondary_axis``,
    the second how far up. In a ``dumbbell`` two series of points lie on rows, a line from one to the other.
    """

    categories: tuple[str, ...]
    series: tuple[PlacedSeries, ...]
    grouping: Grouping = "clustered"
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
    spans_gaps: bool = False
