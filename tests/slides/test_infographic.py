"""Infographics: panels beside and below each other, large numbers, schedules as bars over years."""

from __future__ import annotations

from pathlib import Path

import pytest
from ready_slides import mark_of, slide_with, table
from real_deck import PACKS, pack_name
from record_slides import cells_of, text_of

from docgen.layout.load import load_pack
from docgen.model import Table
from docgen.placed import TableMark
from docgen.slides.infographic import Area, AreaPanel, Infographic
from docgen.slides.number_cards import NumberCard

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def panel(name: str, *areas: str, below: bool = False) -> AreaPanel:
    made = tuple(Area(name=area, text=f"{area}の案件", members=("分野：防災",)) for area in areas)
    return AreaPanel(name=name, areas=made, below=below)


@in_every_pack
def test_a_panel_below_stands_in_the_column_of_the_one_before(folder: Path) -> None:
    panels = (panel("アジア", "甲大学", "乙大学", "丙大学"), panel("大洋州", "丁大学"), panel("中東", "戊大学", below=True))
    record = Infographic(id="i", title="協力", numbers=(NumberCard(label="採択", value="5件"),), panels=panels)
    found = slide_with(record, folder)
    asia, oceania, east = (mark_of(found, f"panel-{number}/frame").box for number in (1, 2, 3))
    assert asia.y == oceania.y
    assert asia.right < oceania.x
    assert (east.x, east.width) == (oceania.x, oceania.width)
    assert oceania.bottom < east.y
    assert asia.bottom == pytest.approx(east.bottom)
    assert mark_of(found, "numbers/1/frame").box.bottom < asia.y
    assert text_of(found, "panel-1/area-3/text").split() == ["丙大学の案件", "分野：防災"]


@in_every_pack
def test_a_schedule_is_a_table_of_bars_under_decades_and_years(folder: Path) -> None:
    rows = [("試行", "2018", "2018", "7件"), ("アフリカ", "2020", "2024", "8件")]
    record = Infographic(id="i", title="プログラム一覧", schedules=(Table(id="plan"),))
    found = slide_with(record, folder, tables=[table("plan", ("プログラム", "始期", "終期", "件数"), rows)])
    decades = [load_pack(folder).words["decade"].format(year=year) for year in (2010, 2020)]
    assert list(cells_of(found, "plan")) == [
        ["プログラム", decades[0], "", decades[1], "", "", "", ""],
        ["", "18", "19", "20", "21", "22", "23", "24"],
        ["試行", "", "7件", "", "", "", "", ""],
        ["アフリカ", "", "", "8件", "", "", "", ""],
    ]
    mark = mark_of(found, "plan")
    assert isinstance(mark, TableMark)
    bars = [[at for at, cell in enumerate(row.cells) if cell.fill == "light_blue"] for row in mark.rows[2:]]
    assert [columns[0] for columns in bars] == [1, 3]
    assert mark.rows[3].cells[3].column_span == 5
