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


def table(number: int, title: str = "") -> ReadyPage:
    own = replace(TABLE, id=f"t{number}", title=title or f"評価{number}")
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
            shown += listed(slide)[::2]
    has_list = "body" in pack_in(folder).slide_layouts["divider_2"].slots
    assert shown == ([f"評価{number}" for number in range(30)] if has_list else [])


def rows(slide: PlacedSlide) -> list[list[tuple[str, float]]]:
    """The titles of each column with the heights of their rows."""
    tables = [mark for mark in slide.marks if isinstance(mark, TableMark)]
    return [[(words(row.cells[0].body), row.height) for row in mark.rows] for mark in tables]


def test_each_column_of_a_list_has_rows_of_its_own() -> None:
    title = "国際頭脳循環の活性化及び次世代の優秀な研究者の育成のための取組の状況｜外国人研究者の割合"
    pages = [table(number, title if number % 7 == 3 else "") for number in range(20)]
    (left, right) = rows(placed(OFFICE, [DIVIDER, *pages]).slides[0])
    one_line = {round(height, 6) for text, height in (*left, *right) if text != title}
    two_lines = {round(height, 6) for text, height in (*left, *right) if text == title}
    assert len(one_line) == len(two_lines) == 1
    assert min(two_lines) > max(one_line) + 8
    ends = [sum(height for _, height in column) for column in (left, right)]
    assert abs(ends[0] - ends[1]) <= min(two_lines)
    titles = [title if number % 7 == 3 else f"評価{number}" for number in range(20)]
    assert [text for text, _ in (*left, *right)] == titles


def test_a_title_of_two_lines_has_one_for_each_of_its_parts() -> None:
    topic = "他の組織との連携の実施割合の推移｜"
    pages = [table(0, topic + "連携先の種類別の比較"), *map(table, range(1, 14))]
    (mark, _) = [mark for mark in placed(OFFICE, [DIVIDER, *pages]).slides[0].marks if isinstance(mark, TableMark)]
    (paragraph,) = mark.rows[0].cells[0].body.paragraphs
    assert paragraph.breaks == (len(topic),)
