"""One figure, from a CSV file, a range of an Excel sheet, a DataFrame and columns: the same numbers."""

from __future__ import annotations

from pathlib import Path

import pandas
from support.small_folder import make_folder

from docgen.derive import derive, derive_record
from docgen.model import Figure
from docgen.reading import load
from docgen.ready import ReadyFigure, ReadyIndicatorPage

NUMBERS = {"year": [2017, 2018, 2019, 2020, 2021, 2022], "deaths": [3694, 3532, 3215, 2839, 2636, 2610]}
FIGURE = {
    "id": "deaths",
    "title": "交通事故死者数の推移",
    "x": "year",
    "x_suffix": "年",
    "series": [{"name": "交通事故死者数", "column": "deaths"}],
    "unit": "人",
}


def of_folder(folder: Path) -> ReadyFigure:
    (page,) = [page for page in derive(load(folder)).pages if page.kind == "indicator_detail"]
    assert isinstance(page.record, ReadyIndicatorPage)
    return page.record.figures[0]


def of_script(data: object) -> ReadyFigure:
    (page,) = derive_record(Figure.model_validate({**FIGURE, "data": data}))
    assert isinstance(page.record, ReadyFigure)
    return page.record


def in_excel(folder: Path) -> Path:
    """The folder with the deaths on a second sheet of an Excel file, under a title and beside a remark."""
    (folder / "data" / "deaths.csv").unlink()
    frame = pandas.DataFrame({**NUMBERS, "remark": ["速報"] * 6})
    with pandas.ExcelWriter(folder / "data" / "deaths.xlsx") as book:
        pandas.DataFrame({"a": [1]}).to_excel(book, sheet_name="表紙", index=False)
        frame.to_excel(book, sheet_name="死者数", index=False, startrow=3, startcol=1)
    named = folder / "data.yaml"
    text = named.read_text(encoding="utf-8")
    excel = "data/deaths.xlsx, sheet: 死者数, cells: B4:C10"
    named.write_text(text.replace("data/deaths.csv", excel), encoding="utf-8")
    return folder


def test_a_figure_is_the_same_from_every_kind_of_data(tmp_path: Path) -> None:
    text = of_folder(make_folder(tmp_path / "csv"))
    wanted = (text.categories, [one.values for one in text.series])
    assert wanted[0] == ("2017年", "2018年", "2019年", "2020年", "2021年", "2022年")
    for figure in (
        of_folder(in_excel(make_folder(tmp_path / "excel"))),
        of_script(pandas.DataFrame(NUMBERS)),
        of_script(NUMBERS),
    ):
        assert (figure.categories, [one.values for one in figure.series]) == wanted
        assert figure.alt == text.alt


def test_numbers_of_an_excel_range_are_traced_to_their_rows(tmp_path: Path) -> None:
    (series,) = of_folder(in_excel(make_folder(tmp_path))).series
    assert [str(trace) for trace in series.traces[:2]] == ["data/deaths.xlsx!死者数!C5 deaths", "data/deaths.xlsx!死者数!C6 deaths"]
