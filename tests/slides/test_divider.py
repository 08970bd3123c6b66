"""The divider of a section within a section lists its pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.real_deck import PACKS, ROOT, pack_in, pack_name, words
from support.small_pages import PAGES, TABLE, placed

from docgen.placed import PlacedSlide, TableMark
from docgen.ready import ReadyDivider, ReadyPage

OFFICE = ROOT / "layouts" / "cabinet_office"
DIVIDER = ReadyPage("divider/a1", "divider", ReadyDivider(2, "既存指標の分析", mark="①"))
NEXT = ReadyPage("divider/a2", "divider", ReadyDivider(2, "追加データの分析", mark="②"))


def table(number: int) -> ReadyPage:
    own = replace(TABLE, id=f"t{number}", title=f"評価{number}")
    return replace(next(page for page in PAGES if page.kind == "table"), id=f"table/{number}", record=own)


def listed(slide: PlacedSlide) -> list[str]:
    return [words(cell.body) for mark in slide.marks if isinstance(mark, TableMark) for _, cell, _ in mark.cells()]


def links(slide: PlacedSlide) -> set[str | None]:
    cells = [cell for mark in slide.marks if isinstance(mark, TableMark) for _, cell, _ in mark.cells()]
    return {run.link for cell in cells for paragraph in cell.body.paragraphs for run in paragraph.runs}


def test_a_divider_of_the_second_level_lists_the_pages_up_to_the_next_with_numbers_and_links() -> None:
    slides = placed(OFFICE, [DIVIDER, table(1), table(2), NEXT, table(3)]).slides
    assert listed(slides[0]) == ["評価1", "2", "評価2", "3"]
    assert links(slides[0]) == {"table/1", "table/2"}
    assert listed(slides[3]) == ["評価3", "5"]


def test_a_divider_of_the_first_level_and_one_without_pages_have_no_list() -> None:
    first = replace(DIVIDER, record=ReadyDivider(1, "達成状況", mark="A-1"))
    slides = placed(OFFICE, [first, DIVIDER, NEXT, table(1)]).slides
    assert [listed(slide) for slide in slides[:2]] == [[], []]


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_a_long_list_is_whole_in_the_order_of_its_columns(folder: Path) -> None:
    slides = placed(folder, [DIVIDER, *map(table, range(30))]).slides
    shown: list[str] = []
    for slide in slides:
        if slide.kind == "divider_2":
            cells = listed(slide)
            # Five columns: titles and numbers, a gap, titles and numbers.
            shown += [text for first in (0, 3) for text in cells[first::5] if text]
    has_list = "body" in pack_in(folder).slide_layouts["divider_2"].slots
    assert shown == ([f"評価{number}" for number in range(30)] if has_list else [])
