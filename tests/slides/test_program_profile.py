"""A programme's profile: examples at the left, cohorts in a table over their figure at the right."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.ready_slides import charts, figure, mark_of, slide_with, table
from support.real_deck import PACKS, pack_name
from support.record_slides import cells_of, text_of

from docgen.model import Figure, Table
from docgen.placed import PlacedSlide
from docgen.slides.program_profile import Examples, ProgramProfile

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

COHORTS = table("cohorts", ("補助期間", "対象国"), [("2020～2024", "アフリカ"), ("2021～2025", "アジア諸国")])


def slide(folder: Path) -> PlacedSlide:
    record = ProgramProfile(
        id="p",
        title="大学の事業",
        messages=("学生の交流が増加。",),
        examples=Examples(heading="取組例", points=("先導的なモデルづくり", "単位の相互認定")),
        table=Table(id="cohorts"),
        figures=(Figure(id="budget"),),
    )
    return slide_with(record, folder, [figure("budget", "bar", (9, 22), "億円")], [COHORTS])


@in_every_pack
def test_the_cohorts_table_stands_right_of_the_examples_and_over_the_chart(folder: Path) -> None:
    found = slide(folder)
    examples, cohorts, chart = mark_of(found, "examples/frame"), mark_of(found, "cohorts"), charts(found)[0]
    assert cells_of(found, "cohorts")[1:] == [["2020～2024", "アフリカ"], ["2021～2025", "アジア諸国"]]
    assert cohorts.box.x > examples.box.right
    assert chart.box.y > cohorts.box.bottom


@in_every_pack
def test_examples_are_ticked_and_spread_over_the_panel(folder: Path) -> None:
    found = slide(folder)
    frame = mark_of(found, "examples/frame").box
    first, second = (mark_of(found, f"examples/{number}").box for number in (1, 2))
    assert text_of(found, "examples/1") == "先導的なモデルづくり"
    assert second.y - first.bottom > frame.height / 4
