"""What a compendium prints: its placed deck in the terms in which any deck is read."""

from __future__ import annotations

from collections.abc import Container, Iterator

from docgen.bearing.evidence import Statement
from docgen.errors import SlidePosition
from docgen.opened.opened_deck import OpenedChart, OpenedDeck, OpenedGrid, OpenedSeries, OpenedSlide
from docgen.placed import ChartMark, PlacedDeck, PlacedSlide, ShapeMark, TableMark, TextBody, TextMark


def printed_deck(placed: PlacedDeck, name: str = "") -> OpenedDeck:
    """The slides of a placed deck with their texts, tables as printed and charts; ``name`` stands for its file's.

    Its tables of facts are left out: where they are read, they are of the pages' data.
    """
    numbers = {
        (layout.name, form.name)
        for layout in placed.design.layouts
        for form in layout.placeholders
        if form.kind == "slide_number"
    }
    slides = enumerate(placed.slides, start=1)
    return OpenedDeck(name, tuple(_slide(slide, SlidePosition(name, number), numbers) for number, slide in slides))


def _slide(slide: PlacedSlide, at: SlidePosition, numbers: Container[tuple[str, str]]) -> OpenedSlide:
    """A slide; ``numbers`` are the placeholders of slide numbers, by their slide layout: no texts of a slide."""
    title = " ".join(slide.title.split())
    texts = [
        Statement(text, title, _within(at, mark.id))
        for mark in slide.marks
        if isinstance(mark, TextMark | ShapeMark) and mark.body is not None
        if isinstance(mark, ShapeMark) or (slide.layout, mark.placeholder or "") not in numbers
        for text in _paragraphs(mark.body)
        if text.strip()
    ]
    texts += [Statement(line, title, _within(at, "notes")) for line in slide.notes.splitlines() if line.strip()]
    grids = (OpenedGrid(_within(at, mark.id), _grid(mark)) for mark in slide.marks if isinstance(mark, TableMark))
    charts = (_chart(mark, _within(at, mark.id)) for mark in slide.marks if isinstance(mark, ChartMark))
    return OpenedSlide(at.slide, title, tuple(texts), (), slide.id, tuple(grids), tuple(charts))


def _within(at: SlidePosition, shape: str) -> SlidePosition:
    return SlidePosition(at.file, at.slide, shape)


def _paragraphs(body: TextBody, line_break: str = "") -> Iterator[str]:
    """The words of each paragraph; where the lines of a text break is the composition's matter."""
    for paragraph in body.paragraphs:
        yield "".join(run.text for run in paragraph.runs).replace("\n", line_break)


def _grid(mark: TableMark) -> tuple[tuple[str, ...], ...]:
    """The texts of the cells, that of a merged cell in each of its places."""
    grid = [["\n".join(_paragraphs(cell.body, "\v")) for cell in row.cells] for row in mark.rows]
    for top, row in enumerate(mark.rows):
        for left, cell in enumerate(row.cells):
            if cell.row_span > 1 or cell.column_span > 1:
                for line in grid[top : top + cell.row_span]:
                    line[left : left + cell.column_span] = [grid[top][left]] * cell.column_span
    return tuple(map(tuple, grid))


def _chart(mark: ChartMark, where: SlidePosition) -> OpenedChart:
    chart = mark.chart
    series = tuple(OpenedSeries(one.name, one.values) for one in chart.series)
    return OpenedChart(where, "", chart.categories, series, any(one.number_format.percent for one in chart.series))
