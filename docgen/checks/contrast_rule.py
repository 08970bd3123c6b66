"""Text stands out from what is really behind it: in boxes, shapes, cells, and in charts.

Behind a text are the fills of shapes that were drawn before it, of its slide layout, or the page.

Contrast by the Web Content Accessibility Guidelines 2.1, level AA: of text (1.4.3), and of what is not read
as text, such as a status mark ● (1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docgen.breach import Breach
from docgen.layout.pack import LayoutPack
from docgen.layout.rgb import contrast
from docgen.placed import (
    Box,
    ChartMark,
    Decoration,
    Design,
    Mark,
    PlacedChart,
    PlacedSeries,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)
from docgen.placed.box import UNSEEN, Coordinates
from docgen.value import value

_LEAST = 4.5
_LEAST_OF_SYMBOLS = 3.0
_INSIDE = frozenset({"center", "inside_end", "inside_base"})
# What lies behind everything.
_PAPER = "paper"
# A free outline is asked at so many places across and down a text's box whether it lies behind it.
_ACROSS, _DOWN = 7, 3


@value(frozen=True, slots=True)
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
                yield Breach(
                    "contrast",
                    slide.id,
                    mark=text.mark,
                    colour=text.colour,
                    ground=fill,
                    ratio=ratio,
                    least=text.least,
                )


def _texts(slide: PlacedSlide, design: Design) -> Iterator[_ColouredText]:
    """Every text of a slide."""
    layout = next((form for form in design.layouts if form.name == slide.layout), None)
    decorations = layout.decorations if layout is not None else ()
    fills = {form.name: form.fill or form.ground for form in layout.placeholders} if layout is not None else {}

    def behind(box: Box, index: int, fill: str | None) -> frozenset[str]:
        return frozenset({fill}) if fill is not None else _grounds(box, slide.marks[:index], decorations)

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
    runs = [run for paragraph in body.paragraphs for run in paragraph.runs if run.text.strip()]
    told = dict.fromkeys((run.colour, _LEAST if _is_text(run.text) else _LEAST_OF_SYMBOLS) for run in runs)
    return (_ColouredText(mark, colour, least, behind) for colour, least in told)


def _is_text(words: str) -> bool:
    """Whether there is a letter or digit, and not symbols alone."""
    return any(character.isalnum() for character in words)


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

    Labels in the hatched columns of a forecast stand on paper.
    """
    position = series.label_positions.get(index, series.label_position)
    ring = chart.grouping == "donut"
    if series.kind in ("line", "point") or not (ring or position in _INSIDE):
        return None
    if series.dash_from is not None and index >= series.dash_from:
        return frozenset({_PAPER})
    return frozenset({series.point_colours.get(index, series.colour)})


def _grounds(box: Box, before: Sequence[Mark], decorations: Iterable[Decoration]) -> frozenset[str]:
    """The palette colours that may lie behind ``box``. Of the marks ``before`` it, the last lies on top.

    A shape that lies behind the whole box hides what is below it; one behind a part of it does not.
    """
    colours: set[str] = set()
    for mark in reversed(before):
        if not isinstance(mark, ShapeMark) or mark.fill is None or not mark.box.overlaps(box, UNSEEN):
            continue
        share = _share(mark, box)
        if share > 0:
            colours.add(mark.fill)
        if share == 1:
            return frozenset(colours)
    for decoration in decorations:
        if decoration.fill is not None and decoration.box.contains(box, UNSEEN):
            return frozenset({*colours, decoration.fill})
        if decoration.fill is not None and decoration.box.overlaps(box, UNSEEN):
            colours.add(decoration.fill)
    return frozenset({*colours, _PAPER})


def _share(mark: ShapeMark, box: Box) -> float:
    """How much of a box a shape lies behind: 1 all of it, 0 nothing."""
    if mark.outline is None:
        return 1.0 if mark.box.contains(box, UNSEEN) else 0.5
    points = [(x - mark.box.x, y - mark.box.y) for x, y in _sample(box)]
    return sum(_inside(point, mark.outline) for point in points) / len(points)


def _sample(box: Box) -> Iterator[Coordinates]:
    """Points spread evenly over a box."""
    for across in range(_ACROSS):
        for down in range(_DOWN):
            yield box.x + box.width * (across + 0.5) / _ACROSS, box.y + box.height * (down + 0.5) / _DOWN


def _inside(point: Coordinates, rings: Iterable[tuple[Coordinates, ...]]) -> bool:
    """Whether a point lies in the filled part of rings: it crosses an odd number of their edges to the right."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1
