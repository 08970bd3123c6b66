"""Tables as they lie on sheets: heads of several rows, merged cells, titles above, notes and totals below."""

from __future__ import annotations

from typing import Any

import pytest
from support.workbooks import Bench, Formula, Shown, cells, said

HEAD = ["年度", "研究者数", "研究費"]


def test_a_plain_table_has_nothing_to_say(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5], ["2022年度", 110, None]])
    assert cells(table) == [HEAD, ["2021年度", "100", "1.5"], ["2022年度", "110", ""]]
    assert (table.lines, said(table)) == ((2, 3), [])


def test_a_table_may_stand_anywhere_on_its_sheet(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5]], at=(6, 3))
    assert cells(table) == [HEAD, ["2021年度", "100", "1.5"]]
    assert table.addresses == (((8, 4), (8, 5), (8, 6)),)


def test_a_head_of_two_rows_is_joined_and_its_merged_cells_filled(bench: Bench) -> None:
    rows = [[None, None, None, "技術者"], [None, "男", "女", "男"], ["2021年度", 60, 40, 9], ["2022年度", 66, 44, 8]]
    table = bench.table(rows, {"A1:A2": "年度", "B1:C1": "研究者"}, header_rows=2)
    assert cells(table) == [["年度", "研究者 男", "研究者 女", "技術者 男"], ["2021年度", "60", "40", "9"], ["2022年度", "66", "44", "8"]]
    assert said(table) == []


def test_a_head_of_three_rows(bench: Bench) -> None:
    rows = [[None] * 5, [None, None, None, "企業", None], [None, "男", "女", "男", "女"], ["2022年度", 1, 2, 3, 4]]
    table = bench.table(rows, {"A1:A3": "年度", "B1:E1": "研究者（人）", "B2:C2": "大学"}, header_rows=3)
    assert table.columns[:4] == ("年度", "研究者（人） 大学 男", "研究者（人） 大学 女", "研究者（人） 企業 男")


@pytest.mark.parametrize(
    ("merged", "place"),
    [({"A1:A2": "年度"}, "A2 the head's cell '年度' is merged with the row below the head"), ({"B1:C1": "研究者"}, "C1 two columns are named '研究者'")],
)
def test_a_head_of_two_rows_that_nobody_stated_is_refused(bench: Bench, merged: dict[str, object], place: str) -> None:
    assert bench.refused([["年度", "a", "b"], [None, "男", "女"], ["2022年度", 1, 2]], merged) == [place]


def test_merged_cells_of_the_rows_stand_for_each_of_them(bench: Bench) -> None:
    rows = [["分野", "性別", "人"], [None, "男", 1], [None, "女", 2], ["農学", "男", 3]]
    table = bench.table(rows, {"A2:A3": "理学"})
    assert cells(table)[1:] == [["理学", "男", "1"], ["理学", "女", "2"], ["農学", "男", "3"]]
    assert table.addresses[1][0] == (3, 1)


def test_a_number_in_merged_cells_is_said(bench: Bench) -> None:
    table = bench.table([["年", "人"], ["2021年", None], ["2022年", None]], {"B2:B3": 5})
    assert (cells(table)[1:], said(table)) == ([["2021年", "5"], ["2022年", "5"]], ["B3 merged-number"])


def test_what_lies_under_merged_cells_is_not_seen(bench: Bench) -> None:
    def hide(book: Any, sheet: Any) -> None:
        sheet.write(2, 1, 999)

    table = bench.table([["年", "人"], ["2021年", None], ["2022年", None]], {"B2:B3": "…"}, hide)
    assert cells(table)[1:] == [["2021年", "…"], ["2022年", "…"]]


@pytest.mark.parametrize(
    "above",
    [
        [["表１　研究者数の推移"]],
        [["研究者の人数"], []],
        [["表1-2 研究者数", None, "（単位：人、億円）"]],
        [["第1表　従業者数"], [None, None, "（単位　人）"]],
        [["図表3"], [], [None, None, "（令和５年３月31日現在）"]],
        [["研究者数及び研究費（大学等及び公的機関）"]],
    ],
    ids=["a numbered title", "a free row below", "a unit beside it", "a unit below it", "a title and a date", "a long title"],
)
def test_lines_above_a_table_are_passed_over_and_said(bench: Bench, above: list[list[object]]) -> None:
    table = bench.table([*above, HEAD, ["2021年度", 100, 1.5]])
    assert cells(table) == [HEAD, ["2021年度", "100", "1.5"]]
    assert said(table) == [f"{'C' if row[0] is None else 'A'}{index} line-above" for index, row in enumerate(above, 1) if row]


def test_a_title_that_is_merged_over_the_table(bench: Bench) -> None:
    table = bench.table([[None] * 3, HEAD, ["2021年度", 100, 1.5]], {"A1:C1": "研究者"})
    assert (table.columns, said(table)) == (tuple(HEAD), ["A1 line-above"])


@pytest.mark.parametrize(
    "rows",
    [[["区分", None, None], [None, "男", "女"], ["2021年度", 1, 2]], [["年"], ["2021年", 5]]],
    ids=["a head of two rows", "a column without a name"],
)
def test_a_line_that_may_be_a_title_or_of_the_head_is_refused(bench: Bench, rows: list[list[object]]) -> None:
    (told,) = bench.refused(rows)
    assert told.startswith("A1 it cannot be told whether")


def test_a_head_that_would_reach_into_the_rows_is_refused(bench: Bench) -> None:
    rows = [[None] * 3, ["年度", "男", "女"], ["2021年度", 1, 2], ["2022年度", 3, 4]]
    (told,) = bench.refused(rows, {"A1:C1": "研究者"}, header_rows=2)
    assert told.startswith("A1 it cannot be told whether '研究者'")
    assert bench.table(rows, {"A1:C1": "研究者"}, cells="A1:C4", header_rows=2).columns == ("研究者 年度", "研究者 男", "研究者 女")


def test_a_head_of_years_below_a_title(bench: Bench) -> None:
    rows = [[None] * 3, [None, "人", None], [None, 2021, 2022], ["大学", 1, 2]]
    table = bench.table(rows, {"A1:C1": "研究者の推移", "A2:A3": "区分", "B2:C2": "人"}, header_rows=2)
    assert cells(table) == [["区分", "人 2021", "人 2022"], ["大学", "1", "2"]]


def test_a_cross_table_names_all_rows_of_its_head(bench: Bench) -> None:
    rows = [["区分", "2021年度"], ["大学", 1]]
    assert bench.refused(rows, header_rows=2, cross={"rows": "区分", "columns": "年度"}) == [
        "指標 header_rows says 2, cross: names 1 rows of the head"
    ]


def test_in_a_stated_range_the_first_row_is_the_head(bench: Bench) -> None:
    table = bench.table([["区分", None], ["2021年度", 1]], cells="A1:B2")
    assert table.columns == ("区分",)
    assert said(table) == ["B2 nameless-column"]


@pytest.mark.parametrize(
    "below",
    [
        [["（注）兼務者を含む。"]],
        [[], ["注１：兼務者を含む。"], ["注２：2021年度は推計。"], ["資料：総務省「科学技術研究調査」"]],
        [["※兼務者を含む"], ["兼務者は専従換算である"]],
        [["（出典）総務省"]],
        [["注）", "兼務者を含む。"]],
        [["*は推計値である。"]],
        [["兼務者を含む。"]],
        [["Source: OECD"]],
        [["1) 四捨五入のため合計と一致しない"], ["2) 兼務者を含む場合がある"]],
    ],
)
def test_notes_below_a_table_are_told_apart_and_said(bench: Bench, below: list[list[object]]) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5], ["2022年度", 110, 1.6], *below])
    assert cells(table) == [HEAD, ["2021年度", "100", "1.5"], ["2022年度", "110", "1.6"]]
    assert said(table) == [f"A{index} note-left-out" for index, row in enumerate(below, 4) if row]


def test_a_note_that_is_merged_over_the_table(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5], [None] * 3], {"A3:C3": "（注）兼務者を含む。"})
    assert (len(table.rows), said(table)) == (1, ["A3 note-left-out"])


def test_a_row_whose_number_is_still_to_come_is_no_note(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5], ["2022年度"], ["注目度", None, 2], ["*参考", "…", "－"]])
    assert ([row[0] for row in table.rows], said(table)) == (["2021年度", "2022年度", "注目度", "*参考"], [])


@pytest.mark.parametrize("name", ["計", "合　計", "総数", "（合計）", "Total"])
def test_a_total_below_a_table_is_left_out_and_said_or_kept(bench: Bench, name: str) -> None:
    rows = [["区分", "人"], ["大学", 1], ["企業", 2], [name, 3], ["（注）四捨五入による。"]]
    table = bench.table(rows)
    assert ([row[0] for row in table.rows], said(table)) == (["大学", "企業"], ["A5 note-left-out", "A4 total-left-out"])
    kept = bench.table(rows, totals=True)
    assert ([row[0] for row in kept.rows], said(kept)) == (["大学", "企業", name], ["A5 note-left-out"])


def test_a_total_among_the_rows_is_read_and_said(bench: Bench) -> None:
    table = bench.table([["区分", "人"], ["総数", 6], ["大学", 1], ["小計", 1], ["企業", 2]])
    assert ([row[0] for row in table.rows], said(table)) == (["総数", "大学", "小計", "企業"], ["A2 total-among-rows", "A4 total-among-rows"])


def test_the_head_once_more_is_no_row(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5], HEAD, ["2022年度", 110, 1.6]])
    assert (len(table.rows), said(table)) == (2, ["A3 head-repeated"])


def test_a_free_row_and_a_free_column_within_a_table(bench: Bench) -> None:
    table = bench.table([["年", None, "人"], ["2016年", None, 1], [], ["2017年", None, 2]])
    assert (cells(table), said(table)) == ([["年", "人"], ["2016年", "1"], ["2017年", "2"]], [])


def test_another_table_below_is_refused_with_its_cell(bench: Bench) -> None:
    rows = [HEAD, ["2021年度", 100, 1.5], [], ["分野", "件数", "割合"], ["理学", 5, 0.5]]
    assert bench.refused(rows) == ["A4 another table seems to begin here, with '分野'"]


@pytest.mark.parametrize("head", [["年", "円", "割合"], HEAD], ids=["another head", "the same head"])
def test_another_table_with_a_title_is_refused_at_its_title(bench: Bench, head: list[object]) -> None:
    rows = [HEAD, ["2021年度", 100, 1.5], ["（注）…"], [], ["女"], head, ["2021年度", 5, 0.5]]
    assert bench.refused(rows) == ["A5 another table seems to begin here, with '女'"]


def test_a_table_goes_on_below_a_free_row_and_its_head_once_more(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, 1.5], [], HEAD, ["2022年度", 5, 0.5]])
    assert ([row[0] for row in table.rows], said(table)) == (["2021年度", "2022年度"], ["A4 head-repeated"])


def test_another_table_beside_is_refused_with_its_cell(bench: Bench) -> None:
    rows = [["年", "人", None, "年", "億円"], [2021, 1, None, 2021, 2]]
    assert bench.refused(rows) == ["D1 two columns are named '年'"]
    assert cells(bench.table(rows, cells="D1:E2")) == [["年", "億円"], ["2021", "2"]]


def test_a_remark_beside_a_table_is_left_out_and_said(bench: Bench) -> None:
    table = bench.table([["年", "人"], ["2021年", 1, None, "要確認"], ["2022年", 2]])
    assert (cells(table), said(table)) == ([["年", "人"], ["2021年", "1"], ["2022年", "2"]], ["D2 nameless-column"])


def test_a_transposed_table_has_a_row_for_each_of_its_columns(bench: Bench) -> None:
    rows = [["表１ 推移"], ["年度", "2021年度", "2022年度"], ["人", 1, 2], ["合計", 3, 4], ["（注）暫定。"]]
    table = bench.table(rows, transposed=True)
    assert cells(table) == [["年度", "人", "合計"], ["2021年度", "1", "3"], ["2022年度", "2", "4"]]
    assert table.addresses[1] == ((2, 3), (3, 3), (4, 3))
    assert said(table) == ["A1 line-above", "A5 note-left-out"]


def test_a_cross_table_becomes_a_list(bench: Bench) -> None:
    rows = [["区分", "2021年度", "2022年度", "計"], ["大学", 1, 2, 3], ["企業", 4, None, 4], ["計", 5, 2, 7]]
    table = bench.table(rows, cross={"rows": "区分", "columns": "年度", "values": "研究者数"})
    assert cells(table) == [
        ["区分", "年度", "研究者数"],
        ["大学", "2021年度", "1"], ["大学", "2022年度", "2"], ["企業", "2021年度", "4"], ["企業", "2022年度", ""],
    ]  # fmt: skip
    assert table.addresses[1] == ((2, 1), (1, 3), (2, 3))
    assert said(table) == ["A4 total-left-out", "D1 total-left-out"]


def test_a_cross_table_with_two_names_a_row_and_two_a_column(bench: Bench) -> None:
    rows = [[None] * 6, [None, None, "男", "女", "男", "女"], ["理学", "大学", 1, 2, 3, 4], [None, "企業", 5, 6, 7, 8]]
    merged = {"C1:D1": "2021年度", "E1:F1": "2022年度", "A3:A4": "理学"}
    table = bench.table(rows, merged, cross={"rows": ["分野", "機関"], "columns": ["年度", "性別"]})
    assert table.columns == ("分野", "機関", "年度", "性別", "値")
    assert table.rows[6] == ("理学", "企業", "2022年度", "男", "7")


def test_a_number_of_a_cross_table_without_a_name_is_refused_with_the_cell_of_the_name(bench: Bench) -> None:
    rows = [["分野", "機関", "2021年度"], ["理学", "大学", 1], [None, "企業", 2]]
    told = bench.refused(rows, cross={"rows": ["分野", "機関"], "columns": "年度"})
    assert told == ["A3 the number 2 of the cross table has no name here"]


def test_hidden_rows_and_columns_are_read_and_said(bench: Bench) -> None:
    def hide(book: Any, sheet: Any) -> None:
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    table = bench.table([HEAD, ["2020年度", 1, 2], ["2021年度", 3, 4]], more=hide)
    assert (len(table.rows), said(table)) == (2, ["A3 hidden-rows", "B1 hidden-columns"])


def test_cells_that_are_struck_through_are_read_and_said(bench: Bench) -> None:
    def strike(book: Any, sheet: Any) -> None:
        sheet.write(1, 1, 99, book.add_format({"font_strikeout": True}))

    table = bench.table([["年度", "人"], ["2021年度", None], ["2022年度", 3]], more=strike)
    assert (cells(table)[1:], said(table)) == ([["2021年度", "99"], ["2022年度", "3"]], ["B2 struck-through"])


def test_marks_beside_numbers_are_told_apart_and_stand_at_them(bench: Bench) -> None:
    rows = [["年度", "人", None, "億円", None], ["2021年度", 100, None, 1.5, "r"], ["2022年度", 110, "p", 1.6, "*"]]
    table = bench.table(rows)
    assert cells(table) == [["年度", "人", "億円"], ["2021年度", "100", "1.5"], ["2022年度", "110", "1.6"]]
    assert table.marks == (("", "", "改定"), ("", "速報", "*"))
    assert said(table) == []


def test_marks_before_the_numbers_under_one_merged_head(bench: Bench) -> None:
    table = bench.table([["年度", None, None], ["2021年度", None, 100], ["2022年度", "速報", 110]], {"B1:C1": "人"})
    assert (cells(table)[1:], table.mark(1, 1)) == ([["2021年度", "100"], ["2022年度", "110"]], "速報")


def test_a_column_of_marks_with_a_name_stays_a_column(bench: Bench) -> None:
    table = bench.table([["年度", "人", "備考"], ["2022年度", 110, "速報"]])
    assert (cells(table)[1], table.marks) == (["2022年度", "110", "速報"], ())


def test_a_far_cell_does_not_make_a_far_table(bench: Bench) -> None:
    def far(book: Any, sheet: Any) -> None:
        sheet.write("XFD1048576", "？")

    table = bench.table([HEAD, ["2021年度", 100, 1.5]], more=far)
    assert (cells(table), said(table)) == ([HEAD, ["2021年度", "100", "1.5"]], ["XFD1048576 nameless-column"])


def test_merged_cells_down_to_the_last_row(bench: Bench) -> None:
    table = bench.table([HEAD, ["2021年度", 100, None], ["2022年度", 110, None]], {"C2:C1048576": "…"})
    assert [row[2] for row in table.rows] == ["…", "…"]


def test_results_of_formulas_that_may_be_outdated_are_said(bench: Bench) -> None:
    assert said(bench.table([["年", "人"], ["2021年", Formula("=1+1", 2)]])) == ["指標 results-outdated"]


def test_a_rounded_number_is_read_with_its_neighbours(bench: Bench) -> None:
    table = bench.table([["年", "割合"], ["2021年", Shown(1 / 3, "0.0%")], ["2022年", Shown(0.5, "0.0%")]])
    assert cells(table)[1:] == [["2021年", "33.3%"], ["2022年", "50.0%"]]
    (notice,) = table.notices
    assert notice.what == "the cell shows 33.3% and holds 33.3333333333333: it is read as shown"


@pytest.mark.parametrize("units", [["", "（人）", "（％）"], ["（年度）", "人", "％"], ["単位", "千人", ""]])
def test_a_row_of_units_below_the_head_is_told_apart_and_said(bench: Bench, units: list[object]) -> None:
    table = bench.table([HEAD, units, ["2021年度", 100, 1.5]])
    assert cells(table) == [HEAD, ["2021年度", "100", "1.5"]]
    assert [notice.code for notice in table.notices] == ["unit-row"]


def test_a_row_of_units_may_lie_beside_a_merged_head(bench: Bench) -> None:
    table = bench.table([[None, "数"], [None, "（人）"], ["2021年度", 100]], merged={"A1:A2": "年度"})
    assert cells(table) == [["年度", "数"], ["2021年度", "100"]]


@pytest.mark.parametrize("heads", [[["年", "研究者"], ["", "男"]], [["", "企業"], ["年", "男"]]])
def test_a_second_row_of_a_head_that_nobody_stated_is_said(bench: Bench, heads: list[list[object]]) -> None:
    table = bench.table([*heads, ["2021年", 100], ["2022年", 110]])
    assert [notice.code for notice in table.notices] == ["head-may-go-on"]


def test_titles_of_tables_side_by_side_are_told_apart(bench: Bench) -> None:
    table = bench.table([["表1", None, None, "表2", None], ["年", "人", None, "県", "件"], ["2021年", 1, None, "東京", 2]])
    assert table.columns == ("年", "人", "県", "件")
    assert [notice.code for notice in table.notices] == ["line-above"]
