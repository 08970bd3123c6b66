"""Every table of the source is in the deck, cell by cell; what is shown otherwise is named with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.every_case import every_case
from support.real_deck import ROOT, bodies, built, words
from support.shown_tables import ShownTable, plain, shown_tables

from docgen.model import Quantity
from docgen.placed import ShapeMark, TableMark, TextMark

DECK = built(ROOT / "layouts" / "cabinet_office").placed


def read(name: str) -> list[dict[str, Any]]:
    with (Path(__file__).parent / name).open(encoding="utf-8") as file:
        found: list[dict[str, Any]] = yaml.safe_load(file)
    return found


TABLES = read("tables.yaml")


def shown(table: dict[str, Any]) -> ShownTable:
    return shown_tables(DECK.slides[table["page"] - 1])[table["table"]]


def rows_shown(table: dict[str, Any]) -> list[list[str]]:
    """The columns and rows of the source as they are shown, without the rows that only the deck has."""
    further = {number - 1 for number in table.get("further", {}).get("rows", ())}
    columns = [shown(table).column(heading) for heading in table["columns"]]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return [row for index, row in enumerate(rows) if index not in further]


def cell(text: str, heading: str) -> str:
    """A cell as it is compared: a unit that stands in the heading may stand in the cell as well."""
    return plain(text).removesuffix("%") if heading.endswith("(%)") else plain(text)


@every_case("table", TABLES, ids=[each["table"] for each in TABLES])
def test_a_table_is_there_cell_by_cell(table: dict[str, Any]) -> None:
    expected = [list(row) for row in table["rows"]]
    for change in table.get("instead", ()):
        column = table["columns"].index(change["column"])
        before = expected[change["row"] - 1][column]
        assert plain(before) != plain(change["shown"]), f"no difference any more: {change}"
        expected[change["row"] - 1][column] = change["shown"]
    headings = table["columns"]
    assert [[cell(text, head) for text, head in zip(row, headings, strict=True)] for row in rows_shown(table)] == [
        [cell(text, head) for text, head in zip(row, headings, strict=True)] for row in expected
    ]


def test_the_surveys_columns_stand_under_the_groups_of_the_source() -> None:
    for table in ("q604", "q605"):
        (mark,) = [each for each in DECK.slides[40].marks if each.id == f"strategy-6-index/{table}"]
        assert isinstance(mark, TableMark)
        spans = {words(cell.body): cell.column_span for row in mark.rows[: mark.header_rows] for cell in row.cells}
        assert spans["大学の自然科学研究者"] == 10
        assert (spans["大学グループ別"], spans["大学部局分野別"], spans["大学性別"]) == (4, 3, 2)
        singles = ("全体", "国研等の自然科学研究者", "重点プログラム研究者", "人社研究者")
        assert [spans[name] for name in singles] == [1, 1, 1, 1]


def test_the_themes_that_are_said_to_have_no_notable_progress_are_those_of_the_source() -> None:
    for page, name in ((40, "strategy-5-sip3/themes"), (51, "standards-1-sip3/themes")):
        table = shown_tables(DECK.slides[page - 1])[name]
        told = zip(table.column("No"), table.column("進捗状況"), strict=True)
        assert [number for number, text in told if "目立った進展なし" in text] == ["2", "6", "7", "10", "11", "12", "14"]


def test_the_source_has_tables_on_41_pages_and_more_than_a_thousand_cells() -> None:
    assert sum(len(table["rows"]) * len(table["columns"]) for table in TABLES) > 1000
    assert len({table["page"] for table in TABLES}) == 41


def test_every_difference_and_every_further_row_has_a_reason() -> None:
    changes = [change for table in TABLES for change in (*table.get("instead", ()), table.get("further")) if change]
    assert [change for change in changes if not change["reason"]] == []


@every_case("line", read("budgets.yaml"), ids=lambda line: str(line["page"]))
def test_a_budget_line_stands_on_its_page_with_its_amounts_in_million_yen(line: dict[str, Any]) -> None:
    boxes = [
        words(mark.body).split("\n")
        for mark in DECK.slides[line["page"] - 1].marks
        if isinstance(mark, ShapeMark) and mark.body is not None and "/budget/" in mark.id
    ]
    (amounts,) = [box[-1].split("\t")[1:] for box in boxes if plain(line.get("shown", line["name"])) == plain(box[0])]
    expected = [line["amounts"].get(year, "") for year in (2022, 2023, 2024)]
    assert [plain(amount) for amount in amounts] == [million_yen(amount) for amount in expected]


def million_yen(amount: str) -> str:
    if not amount:
        return ""
    unit = "億円" if amount.endswith("億円") else "百万円"
    return plain(str(Quantity.of(amount.removesuffix(unit), unit).convert("百万円"))).removesuffix("百万円")


@pytest.mark.parametrize("project", read("projects.yaml"), ids=lambda each: each["countries"][0])
def test_a_project_stands_under_its_region_with_its_field_and_countries(project: dict[str, Any]) -> None:
    marks = {mark.id: words(mark.body) for mark in DECK.slides[project["page"] - 1].marks if _has_text(mark)}
    cards = [
        marks[name.removesuffix("/heading") + "/text"]
        for name, text in marks.items()
        if "/area-" in name and name.endswith("/heading") and text == project["institution"]
        if marks[name.split("/area-")[0] + "/heading"] == project["region"]
    ]
    found = [card for card in cards if f"分野：{project['field']}" in card.split("\n")]
    assert [country for country in project["countries"] if not any(country in card for card in found)] == []
    assert found


def _has_text(mark: object) -> bool:
    return isinstance(mark, TextMark | ShapeMark) and mark.body is not None


@every_case("page", read("pages.yaml"), ids=lambda page: str(page["page"]))
def test_a_page_has_its_place_its_kind_and_its_title(page: dict[str, Any]) -> None:
    slide = DECK.slides[page["page"] - 1]
    kind = {"divider_2": "divider", "repeated": "table_page"}.get(slide.kind, slide.kind)
    assert (slide.id, kind) == (page["slide"], page["kind"])
    texts = plain("".join(words(body) for body in bodies(slide)))
    parts = page["title"].replace(" | ", " / ").split(" / ")
    if "shown" in page:
        assert slide.title == page["shown"]
        assert any(plain(part) not in texts for part in parts), "the title is as in the source: no reason is needed"
    else:
        assert [part for part in parts if plain(part) not in texts] == []


def test_the_deck_has_104_pages_and_the_contents_their_computed_numbers() -> None:
    assert len(DECK.slides) == len(read("pages.yaml")) == 104
    contents = shown_tables(DECK.slides[1])["contents/entries"]
    assert [row[-1] for row in contents.rows] == ["5", "9", "10", "32", "76", "93"]


def test_the_pages_without_data_are_cards_that_name_their_indicator() -> None:
    empty = [page["page"] for page in read("pages.yaml") if page["kind"] == "no_data"]
    assert empty == [16, 23, 24, 25, 28]
    for number in empty:
        (card,) = [table for name, table in shown_tables(DECK.slides[number - 1]).items() if name.endswith("/status")]
        told = dict(zip(card.column("項目"), card.column("内容"), strict=True))
        assert told["指標"].startswith("I-10"), number
        assert told["ロジックチャートの要素"], number
