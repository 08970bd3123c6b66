"""The deck by python-pptx, written plainly: ``python -m four_kinds.with_python_pptx DECK OUT``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt

from four_kinds.content import CATEGORIES, CONNECTORS, MERGED, TABLE_COLUMNS, TABLE_ROWS, read_deck

TITLE_ONLY = 5
NAVY, PALE, BLUE = (RGBColor.from_string(digits) for digits in ("1F3864", "E2ECF7", "2F6FB5"))  # type: ignore[no-untyped-call]


def place(index: int) -> tuple[float, float]:
    """Left and top of a box, in inches: six in a row."""
    return 0.4 + 2.1 * (index % 6), 1.4 + 1.15 * (index // 6)


def text(slide: Any, said: dict[str, Any]) -> None:
    frame = slide.shapes.add_textbox(Inches(0.7), Inches(1.5), Inches(12), Inches(5)).text_frame
    lines(frame, said["points"], 20)


def lines(frame: Any, texts: Sequence[str], size: float) -> None:
    """Texts as paragraphs of a frame."""
    frame.word_wrap = True
    for number, line in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size = line, Pt(size)


def table(slide: Any, said: dict[str, Any]) -> None:
    box = (Inches(0.5), Inches(1.4), Inches(12.3), Inches(5.5))
    grid = slide.shapes.add_table(TABLE_ROWS, TABLE_COLUMNS, *box).table
    for row, texts in enumerate(said["rows"]):
        for column, words in enumerate(texts):
            cell = grid.cell(row, column)
            cell.text = words
            cell.text_frame.paragraphs[0].font.size = Pt(10)
            if row == 0:
                cell.fill.solid()
                cell.fill.fore_color.rgb = NAVY
    for first, last in MERGED:
        grid.cell(first, 0).merge(grid.cell(last, 0))


def chart(slide: Any, said: dict[str, Any]) -> None:
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = CATEGORIES
    for series in said["series"]:
        data.add_series(series["name"], series["values"])  # type: ignore[no-untyped-call]
    box = (Inches(0.7), Inches(1.4), Inches(12), Inches(5))
    drawn = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data).chart
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    source = slide.shapes.add_textbox(Inches(0.7), Inches(6.7), Inches(12), Inches(0.5))
    lines(source.text_frame, [f"出典：{said['source']}"], 10)


def boxes(slide: Any, said: dict[str, Any]) -> None:
    shapes = []
    for index, words in enumerate(said["boxes"]):
        left, top = place(index)
        shape = slide.shapes.add_shape(
            MSO_SHAPE.ROUNDED_RECTANGLE, Inches(left), Inches(top), Inches(1.6), Inches(0.7)
        )
        shape.fill.solid()
        shape.fill.fore_color.rgb, shape.line.color.rgb = PALE, BLUE
        lines(shape.text_frame, [words], 10)
        shapes.append(shape)
    for start, end in CONNECTORS:
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        line.begin_connect(shapes[start], 3)
        line.end_connect(shapes[end], 1)
        line.line.color.rgb = BLUE


DRAWN = {"text": text, "table": table, "chart": chart, "boxes": boxes}


def main(deck: Path, target: Path) -> None:
    """Write the deck."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    layout = made.slide_layouts[TITLE_ONLY]
    for said in read_deck(deck):
        slide = made.slides.add_slide(layout)
        slide.shapes.title.text = said["title"]
        DRAWN[said["kind"]](slide, said)
    made.save(str(target))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
