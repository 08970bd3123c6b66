"""Makes the workbook of content/starter from the data of content/fy2023: run it where the data has changed."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

_ROOT = Path(__file__).resolve().parent.parent
_FROM, _TO = _ROOT / "content" / "fy2023" / "data", _ROOT / "content" / "starter" / "data" / "指標データ.xlsx"

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


def main() -> None:
    """Write the workbook; the same data gives the same bytes."""
    book = xlsxwriter.Workbook(str(_TO))
    book.set_properties({"title": "指標データ"})
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
