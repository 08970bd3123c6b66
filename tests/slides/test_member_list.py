"""Lists of members: numbers, names in groups, what there is of a breakdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.ready_slides import mark_of
from support.real_deck import PACKS, pack_name
from support.record_slides import slide_of, text_of
from support.small_pages import FIGURE, FOOTER, TABLE, placed

from docgen.model import Figure, Table
from docgen.placed import ChartMark, ShapeMark, TableMark, TextMark
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.member_list import MemberGroup, MemberList
from docgen.slides.parts.figures import NumberCard

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

NUMBERS = (NumberCard(label="会員計", value="5会員", note="2023年10月現在"), NumberCard(label="中核会員", value="2会員"))
GROUPS = (
    MemberGroup(name="国立", members=("北大学", "南大学", "東大学")),
    MemberGroup(name="公立", members=("西大学",), colour="blue"),
)


@in_every_pack
def test_groups_say_how_many_members_they_have(folder: Path) -> None:
    slide = slide_of(MemberList(id="members", title="会員", numbers=NUMBERS, groups=GROUPS), folder)
    assert text_of(slide, "members/1/heading") == "国立（3）"
    assert text_of(slide, "members/1/names") == "北大学、南大学、東大学"
    assert text_of(slide, "members/2/heading") == "公立（1）"
    names = next(mark for mark in slide.marks if mark.id == "members/members/2/names")
    assert isinstance(names, TextMark)
    assert {run.colour for paragraph in names.body.paragraphs for run in paragraph.runs} == {"blue"}
    assert text_of(slide, "numbers/1/value") == "5会員"


@in_every_pack
def test_names_that_are_missing_are_said_to_be_under_their_heading(folder: Path) -> None:
    record = MemberList(id="members", title="会員", heading="会員の名称", missing="会員名はデータ未提供")
    slide = slide_of(record, folder)
    assert text_of(slide, "members/title") == "会員の名称"
    assert text_of(slide, "missing") == "会員名はデータ未提供"


@in_every_pack
def test_figures_stand_over_tables_beside_the_names(folder: Path) -> None:
    record = MemberList(
        id="members", title="会員", groups=GROUPS, figures=(Figure(id="deaths"),), tables=(Table(id="grades"),)
    )
    ready = ReadyPageRecord(record, {"deaths": FIGURE}, {"grades": TABLE})
    (slide,) = placed(folder, [ReadyPage("members", "member_list", ready, footer=FOOTER)]).slides
    chart = next(mark for mark in slide.marks if isinstance(mark, ChartMark))
    table = next(mark for mark in slide.marks if isinstance(mark, TableMark))
    names = [mark for mark in slide.marks if isinstance(mark, ShapeMark) and mark.id.startswith("members/members/")]
    assert max(mark.box.right for mark in names) < chart.box.x
    assert chart.box.bottom <= table.box.y
    assert table.box.x == pytest.approx(chart.box.x)


@in_every_pack
def test_numbers_stand_equally_high_in_their_boxes_though_one_has_a_note(folder: Path) -> None:
    slide = slide_of(MemberList(id="members", title="会員", numbers=NUMBERS, groups=GROUPS), folder)
    values, frames = (
        [mark_of(slide, f"numbers/{number}/{part}").box.y for number in (1, 2)] for part in ("value", "frame")
    )
    assert values[1] - frames[1] == pytest.approx(values[0] - frames[0])
