"""Data pages: figures and tables side by side, large numbers, and what is missing said in a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.ready_slides import charts, figure, mark_of, missing, slide_with, table
from support.real_deck import PACKS, pack_in, pack_name
from support.record_slides import text_of

from docgen.model import Figure, Table
from docgen.slides.chart_page import ChartPage
from docgen.slides.parts.figures import NumberCard

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

CARDS = (NumberCard(label="開催数", value="1,706回", note="2021年度"), NumberCard(label="参加者", value="約142人"))


@in_every_pack
def test_a_table_stands_right_of_the_figure_on_the_same_line(folder: Path) -> None:
    record = ChartPage(id="c", title="職員数", figures=(Figure(id="f"),), tables=(Table(id="t"),), weights=(2, 1))
    grades = table("t", ("職位", "人数"), [("D2", "25"), ("合計", "961")], 1)
    found = slide_with(record, folder, [figure("f", "column", (1, 2, 3))], [grades])
    title, chart_title = mark_of(found, "t/title").box, mark_of(found, "f/title").box
    assert title.y == chart_title.y
    assert title.x > charts(found)[0].box.right
    assert chart_title.width == pytest.approx(2 * title.width)


@in_every_pack
def test_a_missing_figure_is_a_line_below_the_one_that_is_there(folder: Path) -> None:
    record = ChartPage(id="c", title="割合", figures=(Figure(id="gone"), Figure(id="f")))
    found = slide_with(record, folder, [missing("gone"), figure("f", "bar", (1, 2, 3))])
    line = mark_of(found, "gone").box
    assert text_of(found, "gone") == "系列は未提供。"
    assert line.y > charts(found)[0].box.bottom
    assert line.height < 60


@in_every_pack
def test_numbers_stand_beside_a_figure_without_data(folder: Path) -> None:
    record = ChartPage(id="c", title="研究集会", numbers=CARDS, figures=(Figure(id="gone"),))
    found = slide_with(record, folder, [missing("gone")])
    first, second = (mark_of(found, f"numbers/{number}/frame").box for number in (1, 2))
    assert (first.x, first.width) == (second.x, second.width)
    assert first.bottom < second.y
    assert second.bottom == pytest.approx(mark_of(found, "gone/chart").box.bottom)
    assert mark_of(found, "gone/chart").box.x > first.right
    assert text_of(found, "numbers/1/value") == "1,706回"
    assert pack_in(folder).words["figure_missing"] in text_of(found, "gone/chart")


@in_every_pack
def test_numbers_stand_in_a_row_over_a_figure_with_data(folder: Path) -> None:
    record = ChartPage(id="c", title="研究集会", numbers=CARDS, figures=(Figure(id="f"),))
    found = slide_with(record, folder, [figure("f", "column", (1, 2, 3))])
    first, second = (mark_of(found, f"numbers/{number}/frame").box for number in (1, 2))
    assert first.y == second.y
    assert first.bottom < mark_of(found, "f/title").box.y
