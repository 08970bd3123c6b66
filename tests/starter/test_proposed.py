"""A content folder proposed from a data file: a page for each table, and each folder builds without an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import docgen
from docgen.cli import main
from docgen.placed import ChartMark, PlacedSlide, TableMark

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]
Fill = Callable[[xlsxwriter.Workbook], None]


def run(*arguments: str | Path) -> Result:
    result = CliRunner(env={"DOCGEN_LANG": "en"}).invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def cells(sheet: xlsxwriter.worksheet.Worksheet, rows: Rows, row: int = 0, column: int = 0) -> None:
    for down, line in enumerate(rows, row):
        for across, value in enumerate(line, column):
            if value is not None:
                sheet.write(down, across, value)


def sheets(**content: Rows) -> Fill:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name, rows in content.items():
            cells(book.add_worksheet(name), rows)

    return fill


def side_by_side(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("指標")
    cells(sheet, [["年", "人数（人）"], [2020, 5], [2021, 6], [2022, 7]])
    cells(sheet, [["分野", "割合（％）"], ["AI", 50], ["量子", 30], ["バイオ", 20]], column=3)


def published(book: xlsxwriter.Workbook) -> None:
    """As ministries publish it: a title, a unit at the right, a head of two rows, a note and the source below."""
    sheet = book.add_worksheet("研究者")
    cells(sheet, [["第1-2図　研究者数の推移", None, None, None, None, None, "（単位：人）"]])
    sheet.merge_range("A3:A4", "年度")
    sheet.merge_range("B3:D3", "大学等")
    sheet.merge_range("E3:F3", "企業")
    cells(sheet, [[None, "計", "男性", "女性", "男性", "女性"]], 3)
    cells(sheet, [[f"令和{n}年度", 300 + n, 200 + n, 100, 400 + n, 80] for n in range(1, 6)], 4)
    cells(sheet, [["（注1）各年度末現在。"], ["資料：総務省「科学技術研究調査」"]], 10)


def percents(book: xlsxwriter.Workbook) -> None:
    sheet, shown = book.add_worksheet("割合"), book.add_format({"num_format": "0.0%"})
    cells(sheet, [["年度", "割合"], ["2020年度"], ["2021年度"], ["2022年度"]])
    for row, value in enumerate((0.123, 0.145, 0.2), 1):
        sheet.write(row, 1, value, shown)


def with_an_error(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("誤り")
    cells(sheet, [["年", "値（件）"], [2020], [2021, 3]])
    sheet.write_formula("B2", "=1/0", None, "#DIV/0!")
    cells(book.add_worksheet("正しい"), [["年", "値（人）"], [2020, 1], [2021, 2], [2022, 3]])


def hidden(book: xlsxwriter.Workbook) -> None:
    cells(book.add_worksheet("公表"), [["年", "件数（件）"], [2020, 1], [2021, 2]])
    sheet = book.add_worksheet("作業用")
    cells(sheet, [["年", "件数（件）"], [2020, 9], [2021, 9]])
    sheet.hide()


TREND: Rows = [["年度", "研究費（億円）"], ["2019年度", 10], ["2020年度", 12], ["2021年度", 15]]
SPREAD: Rows = [["区分", "2019年度", "2020年度", "2021年度"], ["大学", 1, 2, 3], ["企業", 4, 5, 6], ["合計", 5, 7, 9]]
TWO: Rows = [
    ["表1　論文数"], ["国", "論文数（件）"], ["日本", 70], ["米国", 300], [],
    ["表2　特許数"], ["国", "特許数（件）"], ["日本", 60], ["韓国", 40],
]  # fmt: skip
LONG: Rows = [["年度", "区分", "金額（百万円）"], ["2020年度", "国立", 10], ["2020年度", "私立", 12], ["2021年度", "国立", 11], ["2021年度", "私立", 14]]
UNITS: Rows = [["年", "件数（件）", "金額（億円）"], [2019, 3, 100], [2020, 4, 120], [2021, 5, 90]]
WORDS: Rows = [["番号", "事業名", "所管"], [1, "ムーンショット", "内閣府"], [2, "SIP", "内閣府"]]
TOTALS: Rows = [["事業", "所管", "予算"], ["A事業", "内閣府", "100億円程度"], ["B事業", "総務省", "未定"], ["合計", None, "－"]]
TITLED: Rows = [
    ["■研究費の推移", None, "（単位：億円）"], [], ["年度", "大学", "企業"], ["2019年度", 3.5, 10], ["2020年度", 3.6, 11],
    ["2021年度", 3.8, 13], [], ["（注）大学には短期大学を含む。"], ["出典：総務省「科学技術研究調査」"],
]  # fmt: skip
GAPPED: Rows = [["年", "人数（人）"], [], [2019, 5], [2020, "－"], [], [2021, 7]]
SIGNS: Rows = [["年", "{値}（件）", "A*B**C"], [2019, 3, 1], [2020, 4, 2], [2021, 5, 3]]
MANY: list[Sequence[Cell]] = [[f"行{m}", *(n * m for n in range(20))] for m in range(1, 16)]
WIDE: Rows = [["項目", *(f"列{n}" for n in range(20))], *MANY]

# Each workbook with what its pages show: one or two values are printed as numbers.
BOOKS: Mapping[str, tuple[Fill, list[str]]] = {
    "trend": (sheets(推移=TREND), ["chart"]),
    "years side by side": (sheets(推移=SPREAD), ["chart"]),
    "two tables, one below the other": (sheets(国別=TWO), ["numbers", "numbers"]),
    "two tables side by side": (side_by_side, ["chart", "chart"]),
    "several sheets": (sheets(推移=TREND, 内訳=TWO[1:4], 事業=WORDS), ["chart", "numbers", "table"]),
    "published": (published, ["chart"]),
    "percents": (percents, ["chart"]),
    "long data": (sheets(縦持ち=LONG), ["chart"]),
    "several units": (sheets(混在=UNITS), ["chart"]),
    "words": (sheets(一覧=WORDS), ["table"]),
    "words with a total": (sheets(予算=TOTALS), ["table"]),
    "title and source": (sheets(研究費=TITLED), ["chart"]),
    "free rows in a table": (sheets(推移=GAPPED), ["chart"]),
    "signs of markup": (sheets(**{"{記号} %": SIGNS, "#": [["項目", "内容"], ['"引用"', "it's: ok"], ["- 箇条", "A & B"]]}), ["chart", "table"]),
    "wide": (sheets(広い=WIDE), ["table"]),
    "an error in a cell": (with_an_error, ["chart"]),
    "a hidden sheet": (hidden, ["numbers"]),
    "words beside a table": (sheets(表=[*TREND, [], ["作業用のメモ"]], メモ=[["このファイルは作業用です。"]]), ["chart"]),
}


def made(fill: Fill, folder: Path, name: str = "指標データ") -> Path:
    path = folder / f"{name}.xlsx"
    book = xlsxwriter.Workbook(str(path))
    fill(book)
    book.close()
    return path


def page_of(folder: Path, name: str) -> dict[str, Any]:
    page: dict[str, Any] = yaml.safe_load((folder / "pages" / f"{name}.yaml").read_text(encoding="utf-8"))
    return page


def dataset_of(folder: Path, name: str) -> dict[str, Any]:
    rows = yaml.safe_load((folder / "data.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(row for row in rows if row["id"] == name)
    return found


class Proposals:
    """What was made of each workbook, made once."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._made: dict[str, tuple[Path, Result]] = {}
        self._read: dict[str, docgen.Compendium] = {}

    def __call__(self, name: str) -> tuple[Path, Result]:
        if name not in self._made:
            folder = self._place / str(len(self._made))
            folder.mkdir()
            result = run("new", folder / "new", "--from", made(BOOKS[name][0], folder))
            assert result.exit_code == 0, result.stderr
            self._made[name] = folder / "new", result
        return self._made[name]

    def compendium(self, name: str) -> docgen.Compendium:
        """The folder as it is loaded."""
        if name not in self._read:
            self._read[name] = docgen.load(self(name)[0])
        return self._read[name]


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Proposals:
    return Proposals(tmp_path_factory.mktemp("proposed"))


def shown_on(slide: PlacedSlide) -> str:
    """What a slide shows of its data: a native chart or table, or numbers in large letters."""
    drawn = {type(mark) for mark in slide.marks}
    if ChartMark in drawn or TableMark in drawn:
        return "chart" if ChartMark in drawn else "table"
    return "numbers" if any(mark.id.endswith("/value") for mark in slide.marks) else "none"


@pytest.mark.parametrize("name", BOOKS)
def test_each_table_becomes_a_page_and_the_folder_builds_without_an_error(name: str, proposed: Proposals) -> None:
    compendium = proposed.compendium(name)
    assert [breach for breach in docgen.check(compendium) if breach.level == "error"] == []
    shown: dict[str, str] = {}
    for slide in docgen.build(compendium).placed.slides[2:]:
        shown.setdefault(slide.id.split("+")[0].split("~")[0], shown_on(slide))
    first_of_each = [shown[page] for page in compendium.pages]
    assert first_of_each == BOOKS[name][1]


@pytest.mark.parametrize("name", BOOKS)
def test_no_figure_states_a_kind(name: str, proposed: Proposals) -> None:
    figures = [figure for page in proposed.compendium(name).pages.values() for figure in getattr(page, "figures", ())]
    assert [figure.kind for figure in figures] == [None] * len(figures)


def test_lines_around_a_table_are_its_title_unit_notes_and_sources(proposed: Proposals) -> None:
    folder, _ = proposed("published")
    page = page_of(folder, "sheet-1")
    assert page["title"] == "第1-2図 研究者数の推移"
    (figure,) = page["figures"]
    assert (figure["unit"], figure["notes"]) == ("人", [{"text": "各年度末現在。"}])
    # The sum of men and women is no series beside them.
    assert [series["name"] for series in figure["series"]] == ["大学等 男性", "大学等 女性", "企業 男性", "企業 女性"]
    assert dataset_of(folder, "sheet-1")["header_rows"] == 2
    sources = yaml.safe_load((folder / "sources.yaml").read_text(encoding="utf-8"))
    assert [source["text"] for source in sources] == ["総務省「科学技術研究調査」"]


def test_years_that_stand_side_by_side_are_read_as_rows_without_the_total(proposed: Proposals) -> None:
    folder, _ = proposed("years side by side")
    assert dataset_of(folder, "sheet-1")["transposed"] is True
    (figure,) = page_of(folder, "sheet-1")["figures"]
    assert [series["name"] for series in figure["series"]] == ["大学", "企業"]


def test_numbers_of_two_units_are_two_figures(proposed: Proposals) -> None:
    folder, _ = proposed("several units")
    figures = page_of(folder, "sheet-1")["figures"]
    assert [(figure["title"], figure["unit"]) for figure in figures] == [("件数", "件"), ("金額", "億円")]


def test_percents_are_said_to_be_so(proposed: Proposals) -> None:
    folder, _ = proposed("percents")
    (figure,) = page_of(folder, "sheet-1")["figures"]
    assert figure["unit"] == "%"


def test_a_total_stands_in_a_table(proposed: Proposals) -> None:
    folder, _ = proposed("words with a total")
    (table,) = page_of(folder, "sheet-1")["tables"]
    assert table["totals"] == ["合計"]


def test_two_tables_on_a_sheet_have_the_lines_above_them_as_titles(proposed: Proposals) -> None:
    folder, _ = proposed("two tables, one below the other")
    assert [page_of(folder, name)["title"] for name in ("sheet-1-1", "sheet-1-2")] == ["表1 論文数", "表2 特許数"]


def test_an_id_is_a_sheets_name_where_that_is_in_latin_letters(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    run("new", folder, "--from", made(sheets(**{"GDP data": TREND, "推移": TWO[1:4]}), tmp_path))
    assert sorted(path.stem for path in (folder / "pages").iterdir()) == ["gdp-data", "sheet-2"]


def test_what_could_not_be_read_is_told_by_its_cell(proposed: Proposals) -> None:
    folder, result = proposed("an error in a cell")
    assert "what could not be read:" in result.stdout
    assert f"{folder.parent / '指標データ.xlsx'}!誤り!B2" in result.stdout
    assert [path.name for path in (folder / "pages").iterdir()] == ["sheet-2.yaml"]


def test_a_hidden_sheet_makes_no_page(proposed: Proposals) -> None:
    folder, _ = proposed("a hidden sheet")
    assert len(list((folder / "pages").iterdir())) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_text_file_is_a_page(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "交通事故.csv").write_text("年,死者数（人）\n2020,2839\n2021,2636\n2022,2610\n", encoding=encoding)
    result = run("new", tmp_path / "new", "--from", tmp_path / "交通事故.csv")
    assert result.exit_code == 0, result.stderr
    (figure,) = page_of(tmp_path / "new", "table-1")["figures"]
    assert (figure["unit"], figure["x_suffix"]) == ("人", "年")


def test_lines_around_the_table_of_a_text_file_are_its_title_unit_notes_and_sources(tmp_path: Path) -> None:
    lines = ["研究費の推移（単位：億円）", "", "年度,大学,企業", "2019年度,3.5,10", "2020年度,3.6,11", "2021年度,3.8,13"]
    file = tmp_path / "研究費.csv"
    file.write_text("\n".join([*lines, "（注）大学には短期大学を含む。", "出典：総務省「科学技術研究調査」", ""]), encoding="utf-8")
    result = run("new", tmp_path / "new", "--from", file)
    assert result.exit_code == 0, result.stderr
    page = page_of(tmp_path / "new", "table-1")
    (figure,) = page["figures"]
    assert (page["title"], figure["unit"], figure["notes"]) == ("研究費の推移", "億円", [{"text": "大学には短期大学を含む。"}])
    assert "総務省「科学技術研究調査」" in (tmp_path / "new" / "sources.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("none.xlsx", None, "there is no such data file"),
        ("web.xlsx", b"<html><table></table></html>", "web.xlsx"),
        ("bad.csv", b"a,b\n\x81\x00,1\n", "bad.csv:2"),
        ("notes.docx", b"x", "notes.docx"),
    ],
)
def test_what_is_no_data_file_is_refused_and_nothing_is_made(tmp_path: Path, name: str, data: bytes | None, words: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    before = sorted(tmp_path.iterdir())
    result = run("new", tmp_path / "new", "--from", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_a_workbook_without_a_table_is_refused(tmp_path: Path) -> None:
    result = run("new", tmp_path / "new", "--from", made(sheets(メモ=[["このファイルは作業用です。"]]), tmp_path))
    assert result.exit_code == 2
    assert "no table was found in the file" in result.stderr


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine")
    assert run("new", tmp_path / "new", "--from", made(BOOKS["trend"][0], tmp_path)).exit_code == 2
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]


VALUES: st.SearchStrategy[Cell] = st.one_of(
    st.none(), st.integers(-999, 2030), st.floats(-9, 99, width=16), st.sampled_from(["年度", "2020年度", "人", "（注）a", "合計", "-", "x{", "%"])
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=6))
def test_whatever_a_sheet_holds_it_is_made_a_folder_that_builds_or_refused(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    result = run("new", folder / "new", "--from", made(sheets(表=rows), folder))
    assert result.exit_code in (0, 2)
    assert (folder / "new").exists() == (result.exit_code == 0)
    if result.exit_code == 0:
        assert run("build", folder / "new", "-o", folder / "deck.pptx").exit_code == 0
