"""Small charts at a table's side: one over the last cell of each row, on one line below each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.real_deck import PACKS, pack_name

import docgen
from docgen.checks.check import check_placed
from docgen.errors import DocgenErrors
from docgen.model import Table
from docgen.placed import ChartMark, TableMark

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

DATA = {
    "年": ["2019", "2020", "2021", "2022"],
    "死者数": [3215, 2839, 2636, 2610],
    "負傷者数": [46, 37, None, 35],
}


def table(**more: Any) -> Table:
    series = [{"name": "死者数", "unit": "人"}, {"name": "負傷者数", "unit": "万人"}]
    return Table.model_validate(
        {
            "id": "accidents",
            "title": "交通事故",
            "columns": [{"heading": "指標"}, {"heading": "最新値"}],
            "rows": [["死者数", "2,610人"], ["負傷者数", "35万人"], ["計", "－"]],
            "totals": ["計"],
            "sparklines": {"id": "course", "title": "推移", "data": DATA, "x": "年", "series": series},
            **more,
        }
    )


@in_every_pack
def test_each_row_but_the_total_has_a_native_chart_in_its_last_cell(folder: Path) -> None:
    built = docgen.Deck(layout=folder).add(table()).build()
    (slide,) = built.placed.slides
    assert check_placed(built.placed, built.pack) == ()
    (drawn,) = [mark for mark in slide.marks if isinstance(mark, TableMark)]
    charts = [mark for mark in slide.marks if isinstance(mark, ChartMark)]
    assert [mark.chart.series[0].values for mark in charts] == [(3215.0, 2839.0, 2636.0, 2610.0), (46.0, 37.0, None, 35.0)]
    assert all(mark.box.height >= 18 and drawn.box.contains(mark.box) for mark in charts)
    assert all(mark.box.x > drawn.box.right - drawn.columns[-1] for mark in charts)
    first, second = (mark.chart.plot for mark in charts)
    assert first is not None
    assert second is not None
    assert (first.x, first.width) == (second.x, second.width)


@in_every_pack
def test_the_numbers_at_the_ends_stand_beside_the_line(folder: Path) -> None:
    (slide,) = docgen.Deck(layout=folder).add(table()).build().placed.slides
    sides = [mark.chart.series[0].label_positions for mark in slide.marks if isinstance(mark, ChartMark)]
    assert sides == [{0: "left", 3: "right"}] * 2


def test_their_data_goes_into_the_notes_where_asked_for() -> None:
    asked = table(sparklines={"id": "s", "title": "推移", "data": DATA, "x": "年", "data_table": "notes"})
    (slide,) = docgen.Deck().add(asked).build().placed.slides
    assert "負傷者数\t46\t37\t－\t35" in slide.notes


def test_a_series_too_few_is_an_error() -> None:
    few = {"id": "s", "data": DATA, "x": "年", "series": [{"name": "死者数"}]}
    with pytest.raises(DocgenErrors, match="have 1 series for 2 rows"):
        docgen.Deck().add(table(sparklines=few))
