"""A figure on a page: title, unit, chart, data table, notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.drawn_marks import drawn_marks
from support.figure_matrix import DEATHS, LONG_YEARS, VALUES, YEARS, figure, series

from docgen.blocks.figure.data_table import DataTableBlock, data_text
from docgen.blocks.figure.figure import figure_block, titled
from docgen.layout.load import load_pack
from docgen.layout.style import Style, style_ladder
from docgen.model import ChartKind
from docgen.placed import Box, ChartMark, ShapeMark, TableMark, TextMark
from docgen.ready import ReadyFigure

BOX = Box(30, 80, 348, 300)
DEATHS_FIGURE = figure("line", YEARS, series("死者数", DEATHS, unit="人"), unit="人", title="交通事故死者数")


@pytest.fixture(scope="module")
def style() -> Style:
    return style_ladder(load_pack("cabinet_office"))[2]


def table_texts(table: TableMark) -> list[list[str]]:
    return [
        ["".join(run.text for paragraph in cell.body.paragraphs for run in paragraph.runs) for cell in row.cells]
        for row in table.rows
    ]


def test_the_unit_stands_behind_the_title() -> None:
    assert titled(DEATHS_FIGURE) == "交通事故死者数（人）"
    assert titled(replace(DEATHS_FIGURE, title="死者数（千人）")) == "死者数（千人）"


def test_a_unit_that_no_title_says_stands_over_the_axis(style: Style) -> None:
    marks = drawn_marks(figure_block("f", replace(DEATHS_FIGURE, title="死者数（24時間）")), BOX, style)
    texts = [mark.body.paragraphs[0].runs[0].text for mark in marks if isinstance(mark, TextMark)]
    assert texts == ["死者数（24時間）", "（人）"]


def test_a_figure_without_data_says_so_in_its_place(style: Style) -> None:
    marks = drawn_marks(figure_block("f", ReadyFigure("f", "推移", ChartKind.LINE, missing="値は未入手。")), BOX, style)
    frame = next(mark for mark in marks if isinstance(mark, ShapeMark) and mark.body is not None)
    assert not any(isinstance(mark, ChartMark) for mark in marks)
    assert frame.alt == "値は未入手。"


def test_the_data_stands_in_a_native_table_under_the_chart(style: Style) -> None:
    marks = drawn_marks(figure_block("f", replace(DEATHS_FIGURE, data_table="below")), BOX, style)
    chart = next(mark for mark in marks if isinstance(mark, ChartMark))
    tables = [mark for mark in marks if isinstance(mark, TableMark)]
    assert tables[0].box.y >= chart.box.bottom
    printed = [text for table in tables for row in table_texts(table) for text in row]
    assert all(f"{deaths:,}" in printed for deaths in DEATHS)
    assert all(year in printed for year in YEARS)


def test_many_categories_stand_in_bands_of_equal_columns(style: Style) -> None:
    long = figure("line", LONG_YEARS, series("生産額ベース", VALUES), title="自給率")
    marks = drawn_marks(DataTableBlock("d", long), Box(30, 80, 720, 300), style)
    tables = [mark for mark in marks if isinstance(mark, TableMark)]
    assert len(tables) > 1
    assert len({table.columns for table in tables}) == 1
    heads = [text for table in tables for text in table_texts(table)[0] if text.isdigit()]
    assert heads == list(LONG_YEARS)


def test_a_gap_is_a_dash_in_the_notes() -> None:
    gaps = figure("line", ("2021", "2022"), series("値", (None, "3.5"), decimals=1), unit="件", title="推移")
    assert data_text(gaps) == "推移（件）\n年\t2021\t2022\n値\t－\t3.5"
