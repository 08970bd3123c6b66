"""Tables of a survey: grouped headers, the change beside the index, shades by rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name, words
from support.small_pages import FOOTER, ITEM, RUNNING, placed

from docgen.errors import DocgenError
from docgen.model import Table
from docgen.placed import PlacedSlide, TableMark
from docgen.ready import ReadyColumn, ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.survey_table import SurveyQuestion, SurveyTable

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

ANSWERS = ReadyTable(
    "q1",
    "",
    tuple(map(ReadyColumn, ("回答者", "内訳", "属性", "指数", "差", "上昇割合"))),
    (
        ("大学", "", "全体", "4.4", "0.0", "12%"),
        ("大学", "性別", "男性", "4.7", "0.3", "13%"),
        ("大学", "性別", "女性", "4.1", "-0.4", "9%"),
        ("人社", "", "人社", "5.3", "0.1", "7%"),
    ),
    tuple((None, None, None, None, Decimal(change), None) for change in ("0.0", "0.3", "-0.4", "0.1")),
)
RECORD = SurveyTable(
    id="survey",
    title="異分野の協働",
    questions=(SurveyQuestion(id="q1", code="Q1", text="十分だと思うか。", table=Table(id="q1")),),
    levels=3,
    top="研究者",
    index="指数",
    change="差",
)


def slide(folder: Path, record: SurveyTable = RECORD, answers: ReadyTable = ANSWERS) -> PlacedSlide:
    ready = ReadyPageRecord(record, {}, {"q1": answers})
    slides = placed(folder, [ReadyPage("survey", "survey_table", ready, "a1", RUNNING, FOOTER, ITEM)]).slides
    assert len(slides) == 1
    return slides[0]


def table(folder: Path) -> TableMark:
    return next(mark for mark in slide(folder).marks if isinstance(mark, TableMark))


@in_every_pack
def test_groups_of_respondents_become_header_rows(folder: Path) -> None:
    rows = table(folder).rows
    assert table(folder).header_rows == 4
    spans = [
        [(words(cell.body), cell.row_span, cell.column_span) for cell in row.cells if not cell.covered] for row in rows[:4]
    ]
    assert spans == [
        [("", 4, 1), ("研究者", 1, 4)],
        [("大学", 1, 3), ("人社", 3, 1)],
        [("全体", 2, 1), ("性別", 1, 2)],
        [("男性", 1, 1), ("女性", 1, 1)],
    ]


@in_every_pack
def test_index_and_change_share_a_cell_and_other_columns_are_rows(folder: Path) -> None:
    body = [[words(cell.body) for cell in row.cells] for row in table(folder).rows[4:]]
    assert [row[0] for row in body] == ["指数", "上昇割合"]
    assert body[0][1].split() == ["4.4", "(0.0)"]
    assert body[0][4].split() == ["5.3", "(+0.1)"]
    assert body[1][1:] == ["12%", "13%", "9%", "7%"]


@in_every_pack
def test_changes_of_the_threshold_and_more_are_shaded_and_marked(folder: Path) -> None:
    index, shares = table(folder).rows[4:]
    assert [cell.fill for cell in index.cells] == [None, None, "pale_blue", "pale_red", None]
    assert words(index.cells[2].body).endswith("▲")
    assert words(index.cells[3].body).endswith("▼")
    assert {cell.fill for cell in shares.cells} == {None}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"index": "点数"}, "no column '点数'"),
        ({"change": "前回差"}, "no column '前回差'"),
        ({"levels": 4}, "no column '指数'"),
    ],
)
def test_a_column_that_the_table_has_not_is_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(DocgenError, match=said) as caught:
        slide(PACKS[0], RECORD.model_copy(update=change))
    assert caught.value.where == "survey/q1"


@pytest.mark.parametrize("rows", [(), (("", "", "", "4.4", "0.0", "12%"),)], ids=["no row", "a row without a name"])
def test_a_table_without_groups_is_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(DocgenError, match="names no group"):
        slide(PACKS[0], answers=replace(ANSWERS, rows=rows, numbers=tuple((None,) * 6 for _ in rows)))
