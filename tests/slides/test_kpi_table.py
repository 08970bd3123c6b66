"""The page of key performance indicators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.real_deck import PACKS, pack_name, words

from docgen.checks.check import check_placed
from docgen.deck import Deck
from docgen.errors import DocgenError
from docgen.placed import PlacedSlide, TableMark
from docgen.slides.kpi_table import KpiTable

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

HEADINGS = ("区分", "プロジェクト", "KPI", "基準値", "目標年次", "目標値", "進捗")
ROWS = (
    ("", "①防災", "図の提供数", "令和4年：1,606", "令和8年度", "約17,000", "3,447"),
    ("", "①防災", "配信の拡張", "", "令和5年度", "拡張", "整備中"),
    ("", "②都市モデル", "都市数", "令和4年：56", "令和4年度", "100", "約130"),
    ("", "②都市モデル", "都市数", "令和4年：56", "令和5年度", "200", "約130"),
    ("", "②都市モデル", "事例数", "令和4年：0", "令和5年度", "20", "約130"),
    ("その他", "③台帳", "本格運用", "試行中", "令和7年度", "開始", "－"),
)


def record(columns: int = len(HEADINGS)) -> KpiTable:
    table: dict[str, Any] = {
        "id": "kpis",
        "data": {heading: [row[index] for row in ROWS] for index, heading in enumerate(HEADINGS)},
        "columns": [{"heading": heading, "column": heading} for heading in HEADINGS[:columns]],
    }
    return KpiTable.model_validate({"id": "plan", "title": "KPI一覧", "kpis": table})


def table_of(folder: Path) -> TableMark:
    deck = Deck(folder).add(record()).build()
    assert check_placed(deck.placed, deck.pack) == ()
    slides: tuple[PlacedSlide, ...] = deck.placed.slides
    assert len(slides) == 1
    return next(mark for mark in slides[0].marks if isinstance(mark, TableMark))


def spans(table: TableMark, column: int) -> list[int]:
    """The rows that each cell of a column reaches over, header rows left out."""
    rows = table.rows[table.header_rows :]
    return [row.cells[column].row_span for row in rows if not row.cells[column].covered]


@in_every_pack
def test_a_project_stands_once_beside_all_its_kpis(folder: Path) -> None:
    table = table_of(folder)
    assert spans(table, 0) == [2, 3, 1, 1]
    assert [words(row.cells[0].body) for row in table.rows if not row.cells[0].covered] == [
        "プロジェクト", "①防災", "②都市モデル", "その他", "③台帳"
    ]  # fmt: skip


@in_every_pack
def test_a_kpi_with_targets_for_several_years_has_a_row_for_each(folder: Path) -> None:
    table = table_of(folder)
    assert spans(table, 1) == [1, 1, 2, 1, 1]
    assert [words(row.cells[2].body) for row in table.rows[3:5]] == ["令和4年度", "令和5年度"]
    assert [words(row.cells[3].body) for row in table.rows[3:5]] == ["100", "200"]


@in_every_pack
def test_equal_progress_of_two_kpis_is_not_merged(folder: Path) -> None:
    assert spans(table_of(folder), 4) == [1, 1, 2, 1, 1]


@in_every_pack
def test_the_baseline_stands_in_brackets_under_its_kpi(folder: Path) -> None:
    table = table_of(folder)
    assert words(table.rows[0].cells[1].body) == "KPI\n［基準値］"
    assert words(table.rows[1].cells[1].body) == "図の提供数\n［令和4年：1,606］"
    assert words(table.rows[2].cells[1].body) == "配信の拡張"


@in_every_pack
def test_a_band_over_all_columns_begins_a_group_of_projects(folder: Path) -> None:
    band = next(row.cells for row in table_of(folder).rows if words(row.cells[0].body) == "その他")
    assert band[0].column_span == len(band) == 5
    assert band[0].fill is not None
    assert all(cell.covered for cell in band[1:])


@in_every_pack
def test_a_table_without_all_columns_is_an_error_that_names_them(folder: Path) -> None:
    with pytest.raises(DocgenError, match="6 columns") as caught:
        Deck(folder).add(record(columns=6)).build()
    assert "progress" in str(caught.value)
