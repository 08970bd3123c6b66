"""The measure charts of the compendium in every pack: a page each, readable, and apart from each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.real_deck import PACKS, built, fy2023, pack_name, ready_fy2023

from docgen.layout.load import load_pack
from docgen.pipeline import place
from docgen.placed import ConnectorMark, PlacedSlide, ShapeMark
from docgen.ready import ReadyMeasureChart

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def _charts(folder: Path) -> list[PlacedSlide]:
    return [slide for slide in built(folder).placed.slides if slide.kind == "measure_chart"]


@in_every_pack
def test_each_chart_has_a_page_but_the_one_that_asks_for_two(folder: Path) -> None:
    asked = [
        f"measures/{chart.id}" + ("" if page == 0 else f"/{page + 1}")
        for chart in fy2023().measure_charts.values()
        for page in range(1 + sum(item.new_page for item in chart.plan_items[1:]))
    ]
    assert [slide.id for slide in _charts(folder)] == asked


@in_every_pack
def test_every_box_of_a_chart_has_text_of_eight_points_or_more(folder: Path) -> None:
    for slide in _charts(folder):
        for mark in slide.marks:
            if isinstance(mark, ShapeMark) and mark.body is not None and mark.geometry == "rect":
                words = mark.body.paragraphs[0].runs
                assert all(run.size >= 8 for run in words), mark.id


@in_every_pack
def test_the_lines_of_a_chart_are_level_and_upright(folder: Path) -> None:
    for slide in _charts(folder):
        for mark in slide.marks:
            if isinstance(mark, ConnectorMark):
                steps = zip(mark.points, mark.points[1:], strict=False)
                assert all(abs(x - u) < 0.02 or abs(y - v) < 0.02 for (x, y), (u, v) in steps), mark.id


def test_a_word_more_in_one_measure_changes_the_page_of_its_chart_only() -> None:
    ready, folder = ready_fy2023(), PACKS[0]
    page = next(page for page in ready.pages if page.id == "measures/measures-2-mission-oriented")
    assert isinstance(page.record, ReadyMeasureChart)
    first, *others = page.record.measures
    longer = replace(page, record=replace(page.record, measures=(replace(first, text=f"{first.text}等"), *others)))
    pages = tuple(longer if each is page else each for each in ready.pages)
    slides = place(replace(ready, pages=pages), load_pack(folder)).placed.slides
    different = [one.id for one, two in zip(slides, built(folder).placed.slides, strict=True) if one != two]
    assert different == [page.id]
