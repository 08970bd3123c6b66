"""Cells are read as their sheet shows them: numbers, percents, days, eras, texts, marks."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from support.workbooks import Bench, Formula, Shown, cells, edit_parts, read_book, said, write_book

from docgen.errors import DocgenError


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(Shown(0.456, "0.0%"), "45.6%", id="a percent cell is the percent that it shows"),
        pytest.param(Shown(0.46, "0%"), "46%", id="a percent cell without decimals"),
        pytest.param(Shown(0.479, '0.0"%"'), "0.5%", id="a percent sign in quotes does not multiply"),
        pytest.param(Shown(45.6, '0.0"％"'), "45.6%", id="a percent sign that is only a word"),
        pytest.param(Shown(-0.012, '0.0%;"△"0.0%'), "△1.2%", id="a negative percent with a triangle"),
        pytest.param(Shown(1234567, "#,##0"), "1,234,567", id="thousands are parted"),
        pytest.param(Shown(47.9, "0.00"), "47.90", id="decimals are those of the format"),
        pytest.param(Shown(2610, "#,##0.0_ ;[Red]-#,##0.0 "), "2,610.0", id="the space and the colour of a format"),
        pytest.param(Shown(-1744, "#,##0;[Red]#,##0"), "-1,744", id="a negative number that is only red keeps its sign"),
        pytest.param(Shown(-1744, '#,##0;"▲ "#,##0'), "▲1,744", id="a black triangle before a negative number"),
        pytest.param(Shown(-5, "0;(0)"), "-5", id="a negative number in brackets"),
        pytest.param(Shown(0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '), "0", id="zero as the dash of the comma style is zero"),
        pytest.param(Shown(3, "000"), "003", id="a code with leading zeros"),
        pytest.param(Shown(0.5, "0.0##"), "0.5", id="decimals that are shown where there are any"),
        pytest.param(Shown(1.5e-05, "General"), "0.000015", id="a small number is written out"),
        pytest.param(1.5e-05, "0.000015", id="a small number without a format"),
        pytest.param(Shown(0.000015, "0.00E+00"), "0.000015", id="a number in scientific form"),
        pytest.param(2610.0, "2610", id="a whole number has no point"),
        pytest.param(0.1 + 0.2, "0.3", id="the noise of the machine's arithmetic"),
        pytest.param(1e15, "1000000000000000", id="a large number is written out"),
        pytest.param(Shown(0.5, "# ?/?"), "0.5", id="a fraction"),
        pytest.param(Shown(1234, "@"), "1234", id="a number in a cell for texts"),
        pytest.param(Shown(5, '[DBNum3][$-411]0'), "5", id="full-width digits of a format"),
        pytest.param(Shown(1980, "[$¥-411]#,##0"), "1,980", id="a currency's sign"),
        pytest.param(Formula("=A1*2", 47.900000000000006), "47.9", id="the result of a formula"),
        pytest.param(True, "TRUE", id="a truth"),
        pytest.param("０１２３", "０１２３", id="digits in a text stay as they are"),
        pytest.param("0123", "0123", id="leading zeros in a text stay"),
        pytest.param("△1,744.5", "△1,744.5", id="an official minus in a text"),
        pytest.param("  2610　", "2610", id="spaces around a text"),
        pytest.param("2610¹", "2610¹", id="a raised digit is none of the number's"),
        pytest.param("R5", "R5", id="an era's year is no number with a mark"),
        pytest.param(Shown(5, '"R"0'), "R5", id="an era's letter in the format is no mark"),
        pytest.param(Shown(0.46, '"約"0%'), "約46%", id="a percent with a word before it"),
        pytest.param(Shown(0.123, "+0.0%;-0.0%"), "+12.3%", id="the plus of a format"),
        pytest.param(Shown(-0.123, "+0.0%;-0.0%"), "-12.3%", id="a minus where the format has a plus"),
        pytest.param(Shown(1234, '"約¥"#,##0'), "約¥1,234", id="a currency among words is shown with them"),
        pytest.param(Shown(1000001, "000-0000"), "100-0001", id="a postal code"),
        pytest.param(Shown(202204, '0000"年"00"月"'), "2022年04月", id="a month as one number"),
        pytest.param(Shown(0.25, "# ?/4"), "0.25", id="a fraction of a stated denominator"),
        pytest.param("年\u200b\ufeff度", "年度", id="letters that nobody sees"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_the_sheet_shows_it(bench: Bench, cell: object, text: str) -> None:
    assert bench.column(cell) == (text,)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(Shown(date(2022, 4, 1), "yyyy/m/d"), "2022/4/1", id="a day"),
        pytest.param(Shown(date(2022, 4, 1), "yyyy-mm-dd"), "2022-04-01", id="a day in ISO form"),
        pytest.param(Shown(datetime(2022, 4, 1), "yyyy-mm-dd hh:mm:ss"), "2022-04-01", id="a midnight behind a day is left out"),
        pytest.param(Shown(date(2022, 4, 1), 'yyyy"年"m"月"d"日"'), "2022年4月1日", id="a day in Japanese"),
        pytest.param(Shown(date(2022, 4, 1), 'yyyy"年"m"月"'), "2022年4月", id="a month"),
        pytest.param(Shown(date(2022, 4, 1), 'yyyy"年"'), "2022年", id="a year"),
        pytest.param(Shown(date(2022, 4, 1), 'yyyy"年度"'), "2022年度", id="a fiscal year"),
        pytest.param(Shown(date(2023, 4, 1), '[$-ja-JP]ggge"年"'), "令和5年", id="a year of an era"),
        pytest.param(Shown(date(2019, 5, 1), '[$-ja-JP-x-gannen]ggge"年"m"月"'), "令和元年5月", id="the first year of an era"),
        pytest.param(Shown(date(2019, 4, 30), "[$-411]ge.m.d"), "H31.4.30", id="the last day of an era, short"),
        pytest.param(Shown(time(9, 30), "h:mm"), "9:30", id="a time"),
        pytest.param(Shown(datetime(2022, 4, 1, 13, 5), "yyyy/m/d h:mm AM/PM"), "2022/4/1 1:05 PM", id="a time of the afternoon"),
        pytest.param(Shown(1.5, "[h]:mm"), "36:00", id="hours beyond a day"),
        pytest.param(Shown(2022, '0"年度"'), "2022年度", id="a year with its word in the format"),
        pytest.param(Shown(5, '"令和"0"年"'), "令和5年", id="an era in the format"),
        pytest.param(Shown(5, '"第"0"期"'), "第5期", id="a name around a number in the format"),
    ],
)  # fmt: skip
def test_a_day_is_read_by_its_format(bench: Bench, cell: object, text: str) -> None:
    assert bench.column(cell) == (text,)


def test_days_of_a_workbook_that_counts_from_1904(bench: Bench) -> None:
    path = write_book(bench.path, [["日"], [Shown(1, "yyyy/m/d")]])
    edit_parts(path, ("xl/workbook.xml", "<workbookPr ", '<workbookPr date1904="1" '))
    assert cells(read_book(path)) == [["日"], ["1904/1/2"]]


@pytest.mark.parametrize(
    ("cell", "text", "notice"),
    [
        pytest.param(Shown(0.4567, "0.0%"), "45.7%", "shown-rounded", id="rounded percents"),
        pytest.param(Shown(1234567, "#,##0,"), "1,235", "shown-scaled", id="numbers shown in thousands"),
        pytest.param(Shown(1234567, '#,##0,"千円"'), "1,235", "shown-scaled", id="numbers shown in thousands with their unit"),
        pytest.param(Shown(1744, '#,##0"億円"'), "1,744", "shown-unit", id="a unit in the format"),
        pytest.param(Shown(2610, ";;;"), "2610", "shown-hidden", id="a number that the format hides"),
        pytest.param(Shown(0, "#,###"), "0", "shown-hidden", id="a zero of which no digit is shown"),
        pytest.param(Shown(0, '#,##0;△#,##0;"－"'), "0", "shown-instead", id="a zero shown as a dash"),
        pytest.param(Shown(0, '0.0%;-0.0%;"－"'), "0%", "shown-instead", id="a zero shown as a dash among percents"),
        pytest.param(Shown(0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'), "0", "shown-instead", id="the dash of accounts"),
        pytest.param(Shown(0.123, '0.0%"増"'), "12.3%", "shown-unit", id="a word behind a percent"),
        pytest.param(Shown(0.123, '"（"0.0%"）"'), "12.3%", "shown-unit", id="brackets around what is no minus"),
        pytest.param(Shown(1234, '"US$"#,##0'), "1,234", "shown-unit", id="a currency of letters"),
    ],
)  # fmt: skip
def test_a_number_that_its_cell_shows_otherwise_is_said(bench: Bench, cell: object, text: str, notice: str) -> None:
    table = bench.table([["年", "値"], ["2021年", 1], ["2022年", cell]])
    assert table.rows[1] == ("2022年", text)
    assert said(table) == [f"B3 {notice}"]


def test_the_unit_of_scaled_numbers_is_said_in_both_languages(bench: Bench) -> None:
    (notice,) = bench.table([["年", "値"], ["2021年", Shown(1234567, '#,##0,"千円"')], ["2022年", Shown(2e6, '#,##0,"千円"')]]).notices
    assert notice.text("en").endswith(
        "the cell's format shows units of 1,000（千円） (and 1 more cell): it is read as shown, 1,235 [shown-scaled]\n"
        "  hint: see that the unit in the content is the same"
    )
    assert notice.text("ja").endswith(
        "表示形式が1,000（千円）を単位にしています（ほか1セル）。表示のとおり1,235と読みます [shown-scaled]\n"
        "  ヒント: 単位（unit）が同じかどうか確かめてください"
    )


def test_all_digits_of_a_number_are_read_where_they_are_asked_for(bench: Bench) -> None:
    assert bench.column(Shown(0.4567, "0.0%"), Shown(1234.567, "#,##0"), digits="all") == ("45.67%", "1234.567")


def test_sections_of_a_format_are_chosen_by_their_conditions(bench: Bench) -> None:
    format = '[>=1000]#,##0,"千人";0"人"'
    assert bench.column(Shown(12000, format), Shown(999, format)) == ("12", "999")


def test_plain_numbers_among_percent_cells_are_said(bench: Bench) -> None:
    table = bench.table([["年", "割合"], ["2020年", Shown(0.456, "0.0%")], ["2021年", Shown(0.46, "0.0%")], ["2022年", 0.479]])
    assert [row[1] for row in table.rows] == ["45.6%", "46.0%", "0.479"]
    assert said(table) == ["B4 percent-or-not"]


def test_a_text_is_read_without_its_furigana_and_with_all_its_runs(bench: Bench) -> None:
    def rich(book: object, sheet: object) -> None:
        sheet.write_rich_string(0, 0, "研究", book.add_format({"bold": True}), "者数")  # type: ignore[attr-defined]

    path = write_book(bench.path, [[None, "値"], ["a", 1]], more=rich)
    edit_parts(path, ("xl/sharedStrings.xml", "<t>者数</t></r>", '<t>者数</t></r><rPh sb="0" eb="2"><t>ケンキュウ</t></rPh>'))
    assert read_book(path).columns == ("研究者数", "値")


def test_line_breaks_and_escaped_characters_of_a_text(bench: Bench) -> None:
    table = bench.table([["研究\n者数", "R&D\nexpenditure"], ["一行\r\n二行", "a_x0041_b"]])
    assert cells(table) == [["研究者数", "R&D expenditure"], ["一行\n二行", "a_x0041_b"]]


@pytest.mark.parametrize(
    ("written", "text"),
    [("a_x0000_b_x000B_", "ab"), ("a_xD83D__xDE00_b", "a😀b"), ("a_xD83D_b", "ab"), ("_x005F_x000D_", "_x000D_")],
)
def test_escapes_that_no_page_can_hold_are_left_out(bench: Bench, written: str, text: str) -> None:
    path = write_book(bench.path, [["名前", "値"], ["ここ", 1]])
    edit_parts(path, ("xl/sharedStrings.xml", "ここ", written))
    assert read_book(path).rows == ((text, "1"),)


@pytest.mark.parametrize("text", ["#FIELD!", "#N/A N/A", "#DIV/0!"])
def test_an_error_that_was_pasted_as_a_text_is_refused(bench: Bench, text: str) -> None:
    with pytest.raises(DocgenError, match=r"B3.*is an error"):
        bench.table([["年", "値"], ["2021年", 1], ["2022年", text]])


@pytest.mark.parametrize(
    ("cell", "text", "mark"),
    [
        ("2,610（速報）", "2,610", "速報"),
        ("2,610 (p)", "2,610", "速報"),
        ("2610r", "2610", "改定"),
        ("*2,610", "2,610", "*"),
        ("※2,610", "2,610", "※"),
        ("２，６１０（推計値）", "2,610", "推計"),
        ("2,610 1)", "2,610", "1)"),
        ("2610¹⁾", "2610", "1)"),
        (Shown(2610, '#,##0"（速報）"'), "2,610", "速報"),
        (Shown(2610, '"p "#,##0'), "2,610", "速報"),
    ],
)  # fmt: skip
def test_a_mark_at_a_number_is_told_apart_from_it(bench: Bench, cell: object, text: str, mark: str) -> None:
    table = bench.table([["年", "値"], ["2021年", 1], ["2022年", cell]])
    assert (table.rows[1], table.mark(1, 1), said(table)) == (("2022年", text), mark, [])


@pytest.mark.parametrize("cell", ["2022年度（速報）", "2022年度(p)"])
def test_a_mark_at_a_period_is_told_apart_from_it(bench: Bench, cell: str) -> None:
    table = bench.table([["年度", "値"], [cell, 1]])
    assert (table.rows[0], table.mark(0, 0)) == (("2022年度", "1"), "速報")
