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
class _ColouredText:
    """Text of one colour: the mark that it stands in, the contrast that it needs, the colours that may be behind it."""

    mark: str
    colour: str
    least: float
    behind: frozenset[str]


def contrast_held(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Text stands out from its ground by at least 4.5 to 1, a symbol by 3 to 1."""
    seen: set[tuple[str, str, str]] = set()
    for text in _texts(slide, design):
        for fill in sorted(text.behind):
            ratio = contrast(design.palette[text.colour].rgb, design.palette[fill].rgb)
            if ratio < text.least and (text.mark, text.colour, fill) not in seen:
                seen.add((text.mark, text.colour, fill))
                what = f"{text.mark}: {text.colour} on {fill} has {ratio:.1f} to 1, needs {text.least:g}"
                yield Breach("contrast", slide.id, what)


def _texts(slide: PlacedSlide, design: Design) -> Iterator[_ColouredText]:
    """Every text of a slide."""
    layout = next((form for form in design.layouts if form.name == slide.layout), None)
    decorations = layout.decorations if layout is not None else ()
    fills = {form.name: form.fill or form.ground for form in layout.placeholders} if layout is not None else {}

    def behind(box: Box, index: int, fill: str | None) -> frozenset[str]:
        return frozenset({fill}) if fill is not None else grounds(box, slide.marks[:index], decorations)

    for index, mark in enumerate(slide.marks):
        if isinstance(mark, TextMark):
            fill = fills.get(mark.placeholder or "")
            yield from _of_body(mark.id, mark.body, behind(mark.box.inside(mark.body.insets), index, fill))
        elif isinstance(mark, ShapeMark) and mark.body is not None:
            yield from _of_body(mark.id, mark.body, behind(mark.box, index, mark.fill))
        elif isinstance(mark, TableMark):
            below = behind(mark.box, index, None)
            for _, cell, _ in mark.cells():
                yield from _of_body(mark.id, cell.body, frozenset({cell.fill}) if cell.fill else below)
        elif isinstance(mark, ChartMark):
            yield from _of_chart(mark.id, mark.chart, behind(mark.box, index, None))


def _of_body(mark: str, body: TextBody, behind: frozenset[str]) -> Iterator[_ColouredText]:
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            if run.text.strip():
                is_text = any(character.isalnum() for character in run.text)
                yield _ColouredText(mark, run.colour, _LEAST if is_text else _LEAST_OF_SYMBOLS, behind)


def _of_chart(mark: str, chart: PlacedChart, behind: frozenset[str]) -> Iterator[_ColouredText]:
    """The texts of axes and legend, and the labels: on their segment where they stand inside it."""
    yield _ColouredText(mark, chart.text.colour, _LEAST, behind)
    for series in chart.series:
        for index in sorted({*series.labels, *series.name_labels}):
            if series.values[index] is not None:
                colour = series.label_colours.get(index, series.label_colour)
                yield _ColouredText(mark, colour, _LEAST, _behind_label(chart, series, index) or behind)


def _behind_label(chart: PlacedChart, series: PlacedSeries, index: int) -> frozenset[str] | None:
    """The fill that a label stands on; None where it stands beside its segment.

    Columns of a forecast are paler than their colour, so their labels must stand out from paper.
    """
    position = series.label_positions.get(index, series.label_position)
    ring = chart.grouping == "donut"
    if series.kind == "line" or not (ring or position in _INSIDE):
        return None
    if series.dash_from is not None and index >= series.dash_from:
        return frozenset({PAPER})
    return frozenset({series.point_colours.get(index, series.colour)})
