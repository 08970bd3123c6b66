"""The page of one table, or of several small ones in rows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.real_deck import PACKS, pack_name

from docgen.checks.check import check_placed
from docgen.deck import Deck
from docgen.errors import DocgenError
from docgen.placed import TableMark
from docgen.slides.table_page import TablePage

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def tables_of(folder: Path, **fields: Any) -> list[TableMark]:
    """The tables of a page of five, each of a country that is set off and one that is not."""
    tables = [
        {
            "id": f"t{number}",
            "title": f"順位{number}",
            "columns": [{"heading": "国"}, {"heading": "2022"}, {"heading": "2023"}],
            "rows": [["Italy", "41", "41"], ["Japan", "34", "35"]],
        }
        for number in range(1, 6)
    ]
    record = TablePage.model_validate({"id": "ranks", "title": "順位", "tables": tables, **fields})
    deck = Deck(folder).add(record).build()
    assert check_placed(deck.placed, deck.pack) == ()
    assert len(deck.placed.slides) == 1
    return [mark for mark in deck.placed.slides[0].marks if isinstance(mark, TableMark)]


@in_every_pack
def test_tables_stand_one_below_the_other_unless_rows_are_given(folder: Path) -> None:
    boxes = [mark.box for mark in tables_of(folder)]
    assert len({round(box.x, 2) for box in boxes}) == 1
    assert all(above.bottom < below.y for above, below in pairwise(boxes))


@in_every_pack
def test_rows_say_how_many_tables_stand_side_by_side(folder: Path) -> None:
    first, *others = [mark.box for mark in tables_of(folder, rows=(1, 2, 2))]
    assert [round(box.y, 2) for box in others] == [round(others[0].y, 2)] * 2 + [round(others[2].y, 2)] * 2
    assert first.bottom < others[0].y < others[2].y
    assert others[0].right < others[1].x
    assert first.width == pytest.approx(others[1].right - others[0].x)


@in_every_pack
def test_highlighted_rows_are_bold_on_a_ground(folder: Path) -> None:
    table = tables_of(folder, rows=(1, 2, 2), highlighted=("Japan",))[0]
    italy, japan = (row.cells[0] for row in table.rows[table.header_rows :])
    assert (italy.fill, italy.body.paragraphs[0].runs[0].bold) == (None, False)
    assert japan.fill is not None
    assert japan.body.paragraphs[0].runs[0].bold


@in_every_pack
@pytest.mark.parametrize("rows", [(1, 2), (3, 3), (5, 0)])
def test_rows_that_are_not_for_all_tables_are_an_error(folder: Path, rows: tuple[int, ...]) -> None:
    with pytest.raises(DocgenError, match="the page has 5 tables"):
        tables_of(folder, rows=rows)
