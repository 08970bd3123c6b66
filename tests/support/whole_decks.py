"""Valid decks by another program than docgen (python-pptx), with one of everything that has parts and ids."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

Entries = dict[str, bytes]
_BOX = (Pt(40), Pt(120), Pt(400), Pt(200))
_CATEGORY = (
    "COLUMN_CLUSTERED", "BAR_STACKED", "LINE_MARKERS", "PIE", "AREA", "DOUGHNUT", "RADAR", "COLUMN_STACKED_100",
)  # fmt: skip


def picture(form: str = "PNG") -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (16, 12), (10, 90, 160)).save(stream, form)
    stream.seek(0)
    return stream


def _saved(presentation: Any) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


@functools.cache
def one_of_everything() -> bytes:
    """Three slides: a merged table with notes; a chart; a picture, a group, glued shapes and links, with notes."""
    presentation: Any = Presentation()
    slides = [presentation.slides.add_slide(presentation.slide_layouts[5]) for _ in range(3)]
    for number, slide in enumerate(slides, start=1):
        slide.shapes.title.text = f"架空の資料 {number}"
    table = slides[0].shapes.add_table(4, 4, *_BOX).table
    table.cell(0, 0).merge(table.cell(1, 1))
    table.cell(2, 2).merge(table.cell(2, 3))
    for row, column in ((0, 0), (0, 2), (3, 3)):
        table.cell(row, column).text = f"{row}の{column}"
    slides[0].notes_slide.notes_text_frame.text = "一枚目のノート"
    slides[1].shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_BOX, _categories())
    shapes = slides[2].shapes
    shapes.add_picture(picture(), Pt(10), Pt(10))
    shapes.add_picture(picture("JPEG"), Pt(10), Pt(40))
    group = shapes.add_group_shape()
    group.shapes.add_shape(MSO_SHAPE.OVAL, *_BOX)
    first, second = (shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(x), Pt(300), Pt(80), Pt(40)) for x in (60, 300))
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 10, 10)
    line.begin_connect(first, 3)
    line.end_connect(second, 1)
    first.click_action.target_slide = slides[0]
    first.text_frame.text = "公表資料"
    first.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://www.example.go.jp/data"
    slides[2].notes_slide.notes_text_frame.text = "三枚目のノート"
    return _saved(presentation)


def _categories(levels: bool = False) -> Any:
    data: Any = CategoryChartData(number_format="0.0")  # type: ignore[no-untyped-call]
    if levels:
        for region in ("東", "西"):
            above = data.add_category(region)
            for year in ("2021年", "2022年"):
                above.add_sub_category(year)
    else:
        data.categories = ("2020年", "2021年", "2022年", "2023年")
    data.add_series("輸出", (1.5, 2.25, None, 4.125))
    data.add_series("輸入", (3, 2, 1, 0.1))
    return data


def _charts(names: tuple[str, ...]) -> bytes:
    presentation: Any = Presentation()
    for name in names:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.shapes.add_chart(XL_CHART_TYPE[name], *_BOX, _categories())
    return _saved(presentation)


def _levels_and_points() -> bytes:
    presentation: Any = Presentation()
    points: Any = XyChartData()  # type: ignore[no-untyped-call]
    bubbles: Any = BubbleChartData()  # type: ignore[no-untyped-call]
    for name in ("男性", "女性"):
        line, circle = points.add_series(name), bubbles.add_series(name)
        for x, y in ((1, 2.5), (2, 3.75), (4, 1)):
            line.add_data_point(x, y)
            circle.add_data_point(x, y, x * y)
    for kind, data in (("COLUMN_CLUSTERED", _categories(True)), ("XY_SCATTER", points), ("BUBBLE", bubbles)):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.shapes.add_chart(XL_CHART_TYPE[kind], *_BOX, data)
    return _saved(presentation)


def _merged_tables() -> bytes:
    presentation: Any = Presentation()
    merges = (((0, 0), (0, 4)), ((1, 0), (4, 0)), ((1, 1), (2, 2)), ((3, 3), (4, 4)))
    for count in range(1, len(merges) + 1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        table = slide.shapes.add_table(5, 5, *_BOX).table
        for start, end in merges[:count]:
            table.cell(*start).merge(table.cell(*end))
    return _saved(presentation)


def _every_layout() -> bytes:
    presentation: Any = Presentation()
    for number, layout in enumerate(presentation.slide_layouts):
        slide = presentation.slides.add_slide(layout)
        if number % 2:
            slide.notes_slide.notes_text_frame.text = f"ノート {number}"
    return _saved(presentation)


def _pictures() -> bytes:
    presentation: Any = Presentation()
    for form in ("PNG", "JPEG", "GIF", "BMP", "TIFF"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.shapes.add_picture(picture(form), Pt(10), Pt(10))
        slide.shapes.add_picture(picture(form), Pt(90), Pt(10))
    return _saved(presentation)


WHOLE: Mapping[str, Callable[[], bytes]] = {
    "one of everything": one_of_everything,
    "charts by category": lambda: _charts(_CATEGORY),
    "charts of levels and points": _levels_and_points,
    "merged tables": _merged_tables,
    "every layout": _every_layout,
    "pictures": _pictures,
}
"""Decks that nothing is wrong with, each made when it is asked for."""


def entries(data: bytes) -> Entries:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def zipped(parts: Entries, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
