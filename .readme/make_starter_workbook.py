"""Makes the workbooks of content/starter and of the tour in README.md from the data of content/fy2023.

Run it where the data has changed: python .readme/make_starter_workbook.py
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

_ROOT = Path(__file__).resolve().parent.parent
_FROM, _TO = _ROOT / "content" / "fy2023" / "data", _ROOT / "content" / "starter" / "data" / "見本データ.xlsx"
_TOUR = _ROOT / ".readme" / "研究者の交流.xlsx"

Row = Sequence[str | int]


def _rows(name: str) -> list[dict[str, str]]:
    with (_FROM / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sheets() -> dict[str, list[Row]]:
    deaths = [
        (int(row["year"]), int(row["deaths_persons"]))
        for row in _rows("traffic_deaths.csv")
        if row["deaths_persons"]
    ]
    food = [
        (int(row["fiscal_year"]), int(row["calorie_base_percent"]), int(row["production_value_base_percent"]))
        for row in _rows("food_self_sufficiency.csv")
    ]
    fields = [
        (row["field"], int(row["value_100million_yen"]))
        for row in _rows("strategic_field_rd_expenditure.csv")
        if row["fiscal_year"] == "2021"
    ]
    return {
        "交通事故死者数": [("年", "死者数（人）"), *(row for row in deaths if 2013 <= row[0] <= 2022)],
        "食料自給率": [
            ("年度", "カロリーベース（％）", "生産額ベース（％）"),
            *(row for row in food if 2005 <= row[0] <= 2022),
        ],
        "戦略分野の研究費": [("分野", "研究費（億円）"), *fields],
    }


def _write_tour() -> None:
    """A workbook as ministries publish them: a title, a unit at the right, a head of two rows, notes below."""
    book = xlsxwriter.Workbook(str(_TOUR))
    sheet = book.add_worksheet("派遣と受入")
    year, number = book.add_format({"num_format": '0"年度"'}), book.add_format({"num_format": "#,##0"})
    head = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
    sheet.write("A1", "第1表　研究者の派遣と受入の推移")
    sheet.write("G1", "（単位：人）")
    sheet.merge_range("A3:A4", "年度", head)
    for cells, name in (("B3:D3", "派遣"), ("E3:G3", "受入")):
        sheet.merge_range(cells, name, head)
    sheet.write_row("B4", ["総数", "短期", "中・長期"] * 2, head)
    by_year: dict[int, list[int]] = {}
    for row in _rows("researcher_exchange.csv"):
        counts = [int(row[name]) for name in ("total_persons", "short_30days_or_less", "mid_long_over_30days")]
        by_year.setdefault(int(row["fiscal_year"]), []).extend(counts)
    rows = [(first, counts) for first, counts in sorted(by_year.items()) if first >= 2012]
    for index, (first, counts) in enumerate(rows, 4):
        sheet.write(index, 0, first, year)
        sheet.write_row(index, 1, counts, number)
    sheet.write(len(rows) + 5, 0, "（注）短期は30日以内、中・長期は30日を超える派遣及び受入。")
    sheet.write(len(rows) + 6, 0, "出典：文部科学省「令和4年度研究者の交流に関する調査報告書」")
    book.close()


def main() -> None:
    """Write the workbooks; the same data gives the same cells."""
    _write_tour()
    book = xlsxwriter.Workbook(str(_TO))
    book.set_properties({"title": "見本データ"})
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
    number = book.add_format({"num_format": "#,##0"})
    for name, rows in _sheets().items():
        sheet = book.add_worksheet(name)
        sheet.set_column(0, 3, 20)
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, rows[0], head)
        for index, row in enumerate(rows[1:], 1):
            sheet.write(index, 0, row[0])
            sheet.write_row(index, 1, row[1:], number)
    book.close()


if __name__ == "__main__":
    sys.exit(main())
