"""Tables of ministries, right and wrong by the common rules for tables that programs read; all figures are made up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support.workbooks import Formula, Shown, write_book

import docgen
from docgen.machine_readable.find import find
from docgen.machine_readable.finding import Finding
from docgen.messages import LANGUAGES

HEAD = ["都道府県", "人口（千人）", "世帯（千世帯）"]
ROWS = [["東海県", 120, 51], ["西海県", 98, 40], ["北海県", 77, 31]]


def book(tmp_path: Path, rows: Sequence[Sequence[Any]], **settings: Any) -> list[Finding]:
    return list(find(write_book(tmp_path / "表.xlsx", rows, **settings)))


def text(tmp_path: Path, content: str) -> list[Finding]:
    path = tmp_path / "表.csv"
    path.write_text(content, encoding="utf-8")
    return list(find(path))


def told(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """The rule and the cell of each finding."""
    return [(finding.breach.code.removeprefix("table-"), str(finding.breach.where).rpartition("!")[2]) for finding in findings]


def mends(findings: Sequence[Finding]) -> list[tuple[int, int, object]]:
    return [(mend.row, mend.column, mend.value) for finding in findings for mend in finding.mends]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *ROWS],
        [["人口（架空）", None, None], ["単位：千人", None, None], ["地域", "2021年", "2022年"], ["東部", 12, 13], ["西部", 8, 7]],
        [["年度", "指数（2015年＝100）"], ["2021年度", 101.2], ["2022年度", 103.4], ["（注）架空の値である。", None]],
        [["時点", "和暦", "件数"], ["2021年度", "令和3年度", 5], ["2022年度", "令和4年度", 6]],
        [["地域コード", "名称", "戸数"], ["01100", "東市", 12], ["02200", "西市", 31]],
        [["順位", "機関", "点数（点）"], [1, "星見研究所", 9.1], [2, "若葉研究所", 8.8]],
        [["区分", "件数"], ["Type A", 3], ["New York", 4]],
        [["区分", "構成比"], ["東", Shown(0.4, "0.0%")], ["西", Shown(0.6, "0.0%")]],
        [["地区", "人数"], ["京都", 3], ["奈良市", 4], ["西市", 5]],
    ],
)
def test_a_table_by_the_rules_has_no_finding(tmp_path: Path, rows: Sequence[Sequence[Any]]) -> None:
    assert told(book(tmp_path, rows)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([HEAD, ["東海県", "120（11）", 51], ["西海県", "98／7", 40]], [("several-data-in-cell", "B2")]),
        ([HEAD, ["東海県", "1,200", 51], ["西海県", "▲98", 40], ["北海県", 7, 31]], [("number-as-text", "B2")]),
        ([HEAD, ["東海県", "120千人", 51], ["西海県", 98, 40]], [("number-as-text", "B2")]),
        ([HEAD, *ROWS[:1], ["西　海県", 98, 40], *ROWS[2:]], []),
        ([["地域", "人口（千人）"], ["合　計", 218], ["東海県", 120]], [("spacing", "A2")]),
        ([["地域", "研究\n者数（人）"], ["東海県", 218], ["西海県", 120]], [("spacing", "B1")]),
        ([["地域", "年", "件数"], ["東海県", "2021年", 5], ["〃", "2022年", 6]], [("name-left-out", "A3")]),
        ([["地域", None, "件数"], ["東海県", "2021年", 5], ["西海県", "2022年", 6]], [("column-without-name", "B2")]),
        ([HEAD, ["東海県", Formula("=C2*2", 102), 51], ["西海県", 98, 40]], [("formula-published", "B2")]),
        ([["地域", "出生率"], ["東海県", 1.2], ["西海県", 1.1]], [("unit-missing", "B1")]),
        ([["①地域", "人数"], ["㈱東海", 12], ["西海", 11]], [("letters-of-one-system", "A1")]),
        ([["年度", "件数"], ["令和3年度", 12], ["令和4年度", 11]], [("era-year-alone", "A2")]),
        ([["区分", "令和3年度", "令和4年度"], ["件数（件）", 12, 11]], [("unit-missing", "B1"), ("era-year-alone", "B1")]),
        ([["地域", "人数"], ["東京", 3], ["大阪", 4], ["神奈川", 5]], [("region-shortened", "A2")]),
        ([HEAD, ["東海県", "x", 51], ["西海県", 98, 40], ["北海県", 77, 31]], [("sign-among-numbers", "B2")]),
        ([HEAD, *ROWS[:1], [None, None, None], *ROWS[1:]], [("cut", "A4")]),
        ([HEAD, *ROWS, [None], ["地域", "男", "女"], ["東海県", 60, 60]], [("second-table", "A6")]),
        ([["地域", "人数", None, "戸数"], ["東海県", 3, None, 4], ["西海県", 2, None, 3]], [("cut", "D1")]),
    ],
)
def test_what_breaks_a_rule_is_found_at_its_cell(
    tmp_path: Path, rows: Sequence[Sequence[Any]], expected: list[tuple[str, str]]
) -> None:
    assert told(book(tmp_path, rows)) == expected


def test_signs_that_a_note_explains_are_left_alone(tmp_path: Path) -> None:
    rows: list[list[Any]] = [HEAD, ["東海県", "x", 51], ["西海県", 98, 40], ["北海県", 77, 31], ["（注）xは秘匿した値である。", None, None]]
    assert told(book(tmp_path, rows)) == []


def test_merged_cells_and_objects_are_found(tmp_path: Path) -> None:
    def chart(made: Any, sheet: Any) -> None:
        drawn = made.add_chart({"type": "column"})
        drawn.add_series({"values": "=指標!$C$2:$C$3"})
        sheet.insert_chart("F2", drawn)

    rows: list[list[Any]] = [["地域", "年", "件数"], [None, "2021年", 5], [None, "2022年", 6]]
    found = book(tmp_path, rows, merged={"A2:A3": "東海県"}, more=chart)
    assert told(found) == [("merged-cells", "A2"), ("object", "指標")]
    assert mends(found) == [(3, 1, "東海県")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([HEAD, ["東海県", "１，２００", 51], ["西海県", "▲98.5", 40]], [(2, 2, Decimal(1200)), (3, 2, Decimal("-98.5"))]),
        ([["地域", "人数"], ["合　計", 3], ["東", 4]], [(2, 1, "合計")]),
        ([["年度", "件数"], ["令和元年度", 3], ["平成30年度", 4]], [(2, 1, "2019年度（令和元年度）"), (3, 1, "2018年度（平成30年度）")]),
        ([["地域", "人数"], ["東　京", 3], ["京 都", 4], ["北海道", 5], ["青森", 6]], [(2, 1, "東京"), (3, 1, "京都"), (2, 1, "東京都"), (3, 1, "京都府"), (5, 1, "青森県")]),
        ([["地域", "年", "件数"], ["東海県", "2021年", 5], ["同上", "2022年", 6], ["〃", "2023年", 7]], [(3, 1, "東海県"), (4, 1, "東海県")]),
        ([HEAD, ["東海県", "120千人", 51], ["西海県", "45.6％", 40]], []),
    ],
)
def test_what_needs_no_decision_has_its_mend(tmp_path: Path, rows: Sequence[Sequence[Any]], expected: list[tuple[int, int, object]]) -> None:
    assert mends(book(tmp_path, rows)) == expected


def test_a_text_file_is_told_by_line_and_column(tmp_path: Path) -> None:
    found = text(tmp_path, '年度,件数,金額（円）\n令和3年度,5,"1,200"\n令和4年度,6,"1,300"\n')
    assert told(found) == [("number-as-text", f"{tmp_path}/表.csv:2:3"), ("era-year-alone", f"{tmp_path}/表.csv:2:1")]


def test_a_folder_is_read_file_by_file_and_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("地域,出生率\n東,1.1\n西,1.2\n", encoding="utf-8")
    write_book(tmp_path / "b" / "表.xlsx", [["①", "人数"], ["東", 1], ["西", 2]])
    (tmp_path / "note.md").write_text("#", encoding="utf-8")
    assert [finding.breach.code for finding in find(tmp_path)] == ["table-unit-missing", "table-letters-of-one-system"]
    for name, code in (("note.md", "no-table-file"), ("none.csv", "no-such-table-file")):
        with pytest.raises(docgen.DocgenError) as error:
            find(tmp_path / name)
        assert error.value.code == code


def test_every_finding_is_a_notice_with_a_hint_in_both_languages(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["①年　度", None, "率"], ["令和3年度", "東", "1,200"], ["〃", "西", "x"], ["令和5年度", "12（3）", "5"]]
    found = book(tmp_path, rows)
    assert len(found) > 4
    for finding in found:
        assert finding.breach.level == "notice"
        assert all(finding.breach.hint_in(language) for language in LANGUAGES)


@pytest.mark.parametrize("content", ["", "a", "\n\n", ",,,\n", "x\ny\n", "1,2\n3,4\n"])
def test_files_that_hardly_are_tables_do_no_harm(tmp_path: Path, content: str) -> None:
    text(tmp_path, content)
