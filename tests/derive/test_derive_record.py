from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

from docgen.derive import derive_record
from docgen.errors import DocgenError, DocgenErrors
from docgen.model import BudgetLine, Indicator, MeasureChart, Source, Table
from docgen.reading import load
from docgen.ready import ReadyIndicatorPage, ReadyMeasureChart, ReadyTable
from docgen.slides.chart_page import ChartPage


def test_a_loaded_indicator_finds_its_data_and_sources(tmp_path: Path) -> None:
    compendium = load(make_folder(tmp_path))
    (page,) = derive_record(compendium.indicators["I-1065"])
    assert isinstance(page.record, ReadyIndicatorPage)
    assert (page.id, page.kind) == ("I-1065/traffic", "indicator_detail")
    assert page.record.sources == ("警察庁「交通事故統計」",)


def test_a_figure_of_a_loaded_indicator_stands_alone(tmp_path: Path) -> None:
    figure = load(make_folder(tmp_path)).indicators["I-1065"].pages[0].figures[0]
    (page,) = derive_record(figure)
    assert (page.id, page.kind, len(page.traces)) == ("figure/deaths", "figure", 6)


def test_a_loaded_chart_and_precedent_are_those_of_the_plan(tmp_path: Path) -> None:
    compendium = load(make_folder(tmp_path))
    (chart,) = derive_record(compendium.measure_charts["measures-1"])
    (study,) = derive_record(compendium.precedents["study-1"])
    assert (chart.id, study.id) == ("measures/measures-1", "precedents/study-1")


def test_two_figures_of_one_id_on_a_page_are_an_error() -> None:
    figures = [{"id": "deaths", "data": {"年": ["2022"], "人": [number]}} for number in (1, 2)]
    with pytest.raises(DocgenErrors, match="two figures or tables 'deaths'"):
        derive_record(ChartPage(id="p", title="死者数", figures=figures))


def test_an_indicator_of_a_script_may_speak_of_its_own_values() -> None:
    record = {
        "id": "X-1",
        "name": "試験",
        "category": "headline",
        "pages": [
            {
                "id": "p",
                "messages": ['{{ values["X-1"].n.latest }}、{{ values["X-1"].n.change|signed }}'],
                "values": [
                    {
                        "id": "n",
                        "name": "数",
                        "past": {"value": "10.5", "unit": "件", "period": "2017年"},
                        "latest": {"value": 12, "unit": "件", "period": "2022年"},
                    }
                ],
            }
        ],
    }
    (page,) = derive_record(Indicator.model_validate(record))
    assert isinstance(page.record, ReadyIndicatorPage)
    assert page.record.messages == ("12件、＋1.5件",)


def test_a_chart_of_a_script_brings_its_budget_lines() -> None:
    line = BudgetLine.model_validate(
        {
            "id": "b",
            "name": "事業",
            "amounts": [{"fiscal_year": 2023, "kind": "budgeted", "value": "45", "unit": "億円"}],
        }
    )
    chart = MeasureChart.model_validate(
        {"id": "c", "mark": "①", "title": "推進", "budgets": [{"line": "b"}], "budget_lines": [line]}
    )
    (page,) = derive_record(chart)
    assert isinstance(page.record, ReadyMeasureChart)
    assert page.record.years == ((2023, "budgeted"),)
    assert str(page.record.budgets[0].amounts[2023][1]) == "45億円"


def test_a_table_of_a_script_formats_its_numbers() -> None:
    table = Table.model_validate(
        {
            "id": "t",
            "data": {"国": ["日本", "米国"], "額": ["1744", "-"]},
            "columns": [{"column": "国"}, {"heading": "額", "column": "額", "unit": "億円"}],
        }
    )
    (page,) = derive_record(table)
    assert isinstance(page.record, ReadyTable)
    assert page.record.rows == (("日本", "1,744億円"), ("米国", "-"))
    assert [column.heading for column in page.record.columns] == ["国", "額"]


def test_a_row_of_another_length_is_an_error() -> None:
    table = Table.model_validate(
        {"id": "t", "columns": [{"heading": "a"}, {"heading": "b"}], "rows": [["1"]]}
    )
    with pytest.raises(DocgenErrors, match="row 1 of table 't' has 1 cells"):
        derive_record(table)


def test_a_record_of_a_script_that_names_a_source_says_what_it_lacks() -> None:
    record = {"id": "X-1", "name": "x", "category": "headline", "pages": [{"id": "p", "sources": ["npa"]}]}
    with pytest.raises(DocgenErrors, match="there is no source 'npa'"):
        derive_record(Indicator.model_validate(record))


def test_a_record_without_a_page_is_refused() -> None:
    with pytest.raises(DocgenError, match="a Source has no page of its own"):
        derive_record(Source(id="npa", text="警察庁"))
