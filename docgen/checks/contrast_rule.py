"""Text stands out from what is really behind it: in boxes, shapes, cells, and in charts.

Contrast by the Web Content Accessibility Guidelines 2.1, level AA: of text (1.4.3), and of what is not read
as text, such as a status mark ● (1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.breach import Breach
from docgen.checks.grounds import PAPER, grounds
from docgen.layout.colours import contrast
from docgen.layout.pack import LayoutPack
from docgen.placed import (
    Box,
    ChartMark,
    Design,
    PlacedChart,
    PlacedSeries,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)

_LEAST = 4.5
_LEAST_OF_SYMBOLS = 3.0
_INSIDE = frozenset({"center", "inside_end", "inside_base"})


@dataclass(frozen=True, slots=True)
class _Written:
    """Text of one colour: the mark that it stands in, the contrast that it needs, what may be behind it."""

    mark: str
    colour: str
    least: float
    behind: frozenset[str]


def contrast_held(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Text stands out from its ground by at least 4.5 to 1, a symbol by 3 to 1."""
    seen: set[tuple[str, str, str]] = set()
    for written in _texts(slide, design):
        for fill in sorted(written.behind):
            ratio = contrast(design.palette[written.colour].rgb, design.palette[fill].rgb)
            if ratio < written.least and (written.mark, written.colour, fill) not in seen:
                seen.add((written.mark, written.colour, fill))
                what = f"{written.mark}: {written.colour} on {fill} has {ratio:.1f} to 1, needs {written.least:g}"
                yield Breach("contrast", slide.id, what)


def _texts(slide: PlacedSlide, design: Design) -> Iterator[_Written]:
    """Every text of a slide."""
    layout = next((form for form in design.layouts if form.name == slide.layout), None)
    decorations = layout.decorations if layout is not None else ()
    fills = {form.name: form.fill or form.ground for form in layout.placeholders} if layout is not None else {}

    def behind(box: Box, index: int, fill: str | None) -> frozenset[str]:
        return frozenset({fill}) if fill is not None else grounds(box, slide.marks[:index], decorations)

    for index, mark in enumerate(slide.marks):
        if isinstance(mark, TextMark):
            fill = fills.get(mark.placeholder or "")
            yield from _of_body(mark.id, mark.body, behind(_inner(mark), index, fill))
        elif isinstance(mark, ShapeMark) and mark.body is not None:
            yield from _of_body(mark.id, mark.body, behind(mark.box, index, mark.fill))
        elif isinstance(mark, TableMark):
            below = behind(mark.box, index, None)
            for cell in (cell for row in mark.rows for cell in row.cells if not cell.covered):
                yield from _of_body(mark.id, cell.body, frozenset({cell.fill}) if cell.fill else below)
        elif isinstance(mark, ChartMark):
            yield from _of_chart(mark.id, mark.chart, behind(mark.box, index, None))


def _inner(mark: TextMark) -> Box:
    """A text's box inside its insets."""
    box, insets = mark.box, mark.body.insets
    width, height = box.width - insets.left - insets.right, box.height - insets.top - insets.bottom
    return Box(box.x + insets.left, box.y + insets.top, width, height)


def _of_body(mark: str, body: TextBody, behind: frozenset[str]) -> Iterator[_Written]:
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            if run.text.strip():
                is_text = any(character.isalnum() for character in run.text)
                yield _Written(mark, run.colour, _LEAST if is_text else _LEAST_OF_SYMBOLS, behind)


def _of_chart(mark: str, chart: PlacedChart, behind: frozenset[str]) -> Iterator[_Written]:
    """The texts of axes and legend, and the labels: on their segment where they stand inside it."""
    yield _Written(mark, chart.text.colour, _LEAST, behind)
    for series in chart.series:
        for at in sorted({*series.labels, *series.name_labels}):
            if series.values[at] is None:
                continue
            ink = series.label_colours.get(at, series.label_colour)
            yield _Written(mark, ink, _LEAST, _behind_label(chart, series, at) or behind)


def _behind_label(chart: PlacedChart, series: PlacedSeries, at: int) -> frozenset[str] | None:
    """The fill that a label stands on; None where it stands beside what it names.

    A forecast's columns are paler than their colour: their labels are held to paper.
    """
    position = series.label_positions.get(at, series.label_position)
    ring = chart.grouping == "donut"
    if series.kind == "line" or not (ring or position in _INSIDE):
        return None
    if series.dash_from is not None and at >= series.dash_from:
        return frozenset({PAPER})
    return frozenset({series.point_colours.get(at, series.colour)})
