"""Any deck is read for what its slides say: texts, tables with merged cells, charts, notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from docgen.errors import DocgenError, SlidePosition
from docgen.opened.deck import opened
from docgen.opened.grid import table_of_grid


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck as people make them: a title, a text box, a grouped one, a table, a chart under its heading, notes."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "港の貨物量"
    slide.shapes.add_textbox(Pt(20), Pt(60), Pt(200), Pt(20)).text_frame.text = "2022年の輸出は1,953千トン。"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Pt(20), Pt(90), Pt(200), Pt(20)).text_frame.text = "（単位：千トン）"
    table = slide.shapes.add_table(3, 3, Pt(20), Pt(200), Pt(300), Pt(60)).table
    for row, line in enumerate((("区分", "2021年", "2022年"), ("輸出", "2,004", "1,953"), ("輸入", "2,745", "2,928"))):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    slide.shapes.add_textbox(Pt(400), Pt(180), Pt(200), Pt(20)).text_frame.text = "女性の割合の推移"
    data = CategoryChartData(number_format="0.0%")  # type: ignore[no-untyped-call]
    data.categories = ["2021年", "2022年"]
    data.add_series("女性", (0.41, 0.479))  # type: ignore[no-untyped-call]
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(400), Pt(205), Pt(200), Pt(120), data)
    slide.notes_slide.notes_text_frame.text = "出典は港湾統計。"
    path = tmp_path_factory.mktemp("opened") / "資料.pptx"
    presentation.save(str(path))
    return path


def test_texts_of_shapes_groups_and_notes_are_read_with_their_places(deck: Path) -> None:
    texts = opened(deck).texts
    assert [text.text for text in texts] == [
        "港の貨物量", "2022年の輸出は1,953千トン。", "（単位：千トン）", "女性の割合の推移", "出典は港湾統計。"
    ]  # fmt: skip
    assert texts[-1].where == SlidePosition("資料.pptx", 1, "notes")
    assert {text.page for text in texts} == {"港の貨物量"}


def test_a_table_takes_the_unit_that_the_slide_states(deck: Path) -> None:
    table = opened(deck).tables[0]
    assert [(fact.row, str(fact.period), fact.unit, int(fact.value)) for fact in table.facts] == [
        ("輸出", "2021年", "トン", 2_004_000),
        ("輸出", "2022年", "トン", 1_953_000),
        ("輸入", "2021年", "トン", 2_745_000),
        ("輸入", "2022年", "トン", 2_928_000),
    ]


def test_a_chart_has_the_heading_above_it_and_percent_as_shown(deck: Path) -> None:
    chart = opened(deck).tables[1]
    assert chart.title == "女性の割合の推移"
    assert [(str(fact.period), fact.column, fact.unit, f"{fact.value:f}") for fact in chart.facts] == [
        ("2021年", "女性", "%", "41.00"),
        ("2022年", "女性", "%", "47.900"),
    ]


def test_merged_cells_and_two_header_rows_give_every_cell_its_labels() -> None:
    grid = [["県", "医師", "医師"], ["県", "2021年", "2022年"], ["東", "－", "3人"], ["西", "2人", "5人"]]
    table = table_of_grid(grid, "p1", "医師")
    assert [(fact.row, fact.column, int(fact.value)) for fact in table.facts] == [
        ("東", "医師", 3), ("西", "医師", 2), ("西", "医師", 5)
    ]  # fmt: skip
    assert [str(fact.period) for fact in table.facts] == ["2022年", "2021年", "2022年"]


def test_a_file_that_is_no_deck_is_refused_with_its_name(tmp_path: Path) -> None:
    broken = tmp_path / "壊れた.pptx"
    broken.write_bytes(b"PK\x03\x04 no package")
    with pytest.raises(DocgenError, match=r"壊れた\.pptx: this is not a deck"):
        opened(broken)
    with pytest.raises(DocgenError, match="there is no such deck"):
        opened(tmp_path / "none.pptx")


def test_a_deck_cut_off_in_the_middle_is_refused(deck: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pptx"
    cut.write_bytes(deck.read_bytes()[:-3000])
    with pytest.raises(DocgenError):
        opened(cut)


def test_categories_of_two_levels_and_gaps_of_a_chart_are_read(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    for town in ("東市", "西市"):
        category = data.add_category(town)  # type: ignore[no-untyped-call]
        category.add_sub_category("男")
        category.add_sub_category("女")
    data.add_series("医師", (120, 90, None, 40))  # type: ignore[no-untyped-call]
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(20), Pt(20), Pt(200), Pt(120), data)
    presentation.save(str(tmp_path / "a.pptx"))
    [chart] = opened(tmp_path / "a.pptx").slides[0].charts
    assert chart.categories == ("東市 男", "東市 女", "西市 男", "西市 女")
    assert chart.series[0].values == (120, 90, None, 40)


def test_a_placeholder_that_lies_where_its_slide_layout_says_can_be_a_heading(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "医師数（人）"
    title = presentation.slide_layouts[5].placeholders[0]
    below = title.top + title.height + Pt(10)
    table = slide.shapes.add_table(2, 2, Pt(40), below, Pt(300), Pt(60)).table
    for row, line in enumerate((("市", "2022年"), ("東市", "120"))):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    presentation.save(str(tmp_path / "a.pptx"))
    assert opened(tmp_path / "a.pptx").tables[0].facts[0].unit == "人"


def test_a_package_that_is_no_presentation_is_refused(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "表.pptx"
    xlsxwriter.Workbook(str(path)).close()
    with pytest.raises(DocgenError, match=r"表\.pptx"):
        opened(path)
