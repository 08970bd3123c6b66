"""The state of measures by logic element."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name
from support.record_slides import cells_of, deck_of, slide_of

from docgen.placed import TableMark
from docgen.slides.measure_overview import MeasureOverview

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

RECORD = MeasureOverview.model_validate(
    {
        "id": "overview",
        "title": "施策の概況",
        "item": "standards",
        "elements": [
            {"element": "社会実装が加速する"},
            {
                "element": "標準を活用する",
                "groups": [
                    {
                        "name": "体制の構築",
                        "statements": [{"text": "次の事業に導入した。", "details": ["Beyond5G", "SIP第3期"]}],
                        "rests_on": ["measures-4"],
                    },
                    {"name": "施策の強化", "statements": ["官民で実施。", "継続が必要。"]},
                ],
            },
        ],
    }
)


@in_every_pack
def test_an_element_stands_once_over_its_groups(folder: Path) -> None:
    slide = slide_of(RECORD, folder)
    none = pack_in(folder).words["none"]
    assert cells_of(slide, "table")[1:] == [
        ["社会実装が加速する", none, none],
        ["標準を活用する", "体制の構築", "次の事業に導入した。\nBeyond5G\nSIP第3期"],
        ["", "施策の強化", "官民で実施。\n継続が必要。"],
    ]
    table = next(mark for mark in slide.marks if isinstance(mark, TableMark))
    assert [row.cells[0].row_span for row in table.rows[1:]] == [1, 2, 1]


@in_every_pack
def test_more_groups_than_a_page_holds_go_on_under_the_same_heads(folder: Path) -> None:
    element = RECORD.elements[1]
    long = RECORD.model_copy(update={"elements": (element.model_copy(update={"groups": element.groups * 20}),)})
    slides = deck_of(long, folder).slides
    assert len(slides) > 1
    tables = [next(mark for mark in slide.marks if isinstance(mark, TableMark)) for slide in slides]
    assert len({tuple(cell.body for cell in table.rows[0].cells) for table in tables}) == 1
    assert sum(len(table.rows) - 1 for table in tables) == 40
