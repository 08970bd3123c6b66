"""Rankings: two balanced halves, the total last and bold, shares shaded by rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from support.ready_slides import mark_of, slide_with, table
from support.real_deck import PACKS, pack_name
from support.record_slides import cells_of

from docgen.model import Table
from docgen.placed import PlacedSlide, TableMark
from docgen.slides.ranking import Highlight, Ranking

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

ROWS = [(str(rank), f"第{rank}大学", f"{900 - 10 * rank}", f"{rank}.0") for rank in range(1, 21)]
RANKING = table("ranking", ("順位", "機関名", "人数", "割合(%)"), [*ROWS, ("", "合計", "15,934", "6.4")], 20)
NUMBERS = tuple((None, None, None, share) for share in (*map(Decimal, range(1, 21)), Decimal("6.4")))


def slide(folder: Path, *highlights: Highlight) -> PlacedSlide:
    record = Ranking(
        id="r", title="人数の順位", messages=("最多は第1大学。",), table=Table(id="ranking"), highlights=highlights
    )
    return slide_with(record, folder, tables=[replace(RANKING, numbers=NUMBERS)])


@in_every_pack
def test_the_first_eleven_of_twenty_one_rows_stand_at_the_left(folder: Path) -> None:
    found = slide(folder)
    left, right = cells_of(found, "ranking/left"), cells_of(found, "ranking/right")
    assert left[0] == right[0] == ["順位", "機関名", "人数", "割合(%)"]
    assert [row[0] for row in left[1:]] == [str(rank) for rank in range(1, 12)]
    assert [row[1] for row in right[1:]] == [*(f"第{rank}大学" for rank in range(12, 21)), "合計"]


@in_every_pack
def test_rows_of_both_halves_stand_on_the_same_lines(folder: Path) -> None:
    left, right = (mark_of(slide(folder), f"ranking/{side}") for side in ("left", "right"))
    assert isinstance(left, TableMark)
    assert isinstance(right, TableMark)
    assert left.box.y == right.box.y
    assert [row.height for row in right.rows] == [row.height for row in left.rows[:-1]]


@in_every_pack
def test_the_total_row_is_bold_and_no_other(folder: Path) -> None:
    right = mark_of(slide(folder), "ranking/right")
    assert isinstance(right, TableMark)
    bold = [{run.bold for cell in row.cells for p in cell.body.paragraphs for run in p.runs} for row in right.rows[1:]]
    assert bold == [*[{False}] * 9, {True}]


@in_every_pack
def test_shares_from_the_threshold_on_are_shaded_in_their_column_only(folder: Path) -> None:
    right = mark_of(slide(folder, Highlight(column="割合(%)", at_least=19)), "ranking/right")
    assert isinstance(right, TableMark)
    shaded = [(at, index) for at, row in enumerate(right.rows) for index, cell in enumerate(row.cells) if cell.fill == "pale_amber"]
    assert shaded == [(8, 3), (9, 3)]
