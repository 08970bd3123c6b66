from __future__ import annotations

import pytest
from support.drawn_marks import boxes, drawn_marks, written
from support.packs import small_pack, style_for

from docgen.blocks.text.legend import LegendBlock, LegendEntry, LegendText, status_entry
from docgen.placed import Box, ShapeMark, TextMark

_STYLE = style_for(small_pack())
_PITCH = _STYLE.text("legend").pitch
_ENTRIES = tuple(LegendEntry(f"区分その{index}", "●", "blue", "pale_fill") for index in range(5))


def test_entries_wrap_where_the_width_ends_and_stay_inside_the_box() -> None:
    block = LegendBlock("l", _ENTRIES)
    assert block.laid(900, _STYLE).height == pytest.approx(_PITCH)
    height = block.laid(170, _STYLE).height
    assert height == pytest.approx(3 * _PITCH)
    box = Box(10, 20, 170, height)
    found = boxes(drawn_marks(block, box, _STYLE))
    assert all(box.contains(place) for place in found.values())
    places = list(found.values())
    assert not any(one.overlaps(two) for i, one in enumerate(places) for two in places[:i])


def test_a_swatch_carries_its_mark_so_that_colour_is_not_alone() -> None:
    swatch, word = drawn_marks(LegendBlock("l", _ENTRIES[:1]), Box(0, 0, 300, 20), _STYLE)
    assert isinstance(swatch, ShapeMark)
    assert isinstance(word, TextMark)
    assert written(swatch) == ["●"]
    assert written(word) == ["区分その0"]
    assert (swatch.fill, swatch.id, word.id) == ("pale_fill", "l/1/swatch", "l/1")


def test_a_legend_set_right_ends_at_the_right_edge() -> None:
    marks = drawn_marks(LegendBlock("l", _ENTRIES[:2], right=True), Box(0, 0, 300, 20), _STYLE)
    assert max(place.right for place in boxes(marks).values()) == pytest.approx(300)


def test_a_status_has_the_look_of_the_pack() -> None:
    look = _STYLE.pack.statuses["continuing"]
    entry = status_entry("実施済", look)
    assert (entry.word, entry.mark, entry.fill, entry.border) == ("実施済", look.mark, look.fill, look.border)


def test_explanations_are_spread_over_columns_in_order_with_the_lower_maximum() -> None:
    texts = ("※1" + "長い説明。" * 12, "※2短い。", "※3短い。", "※4短い。")
    block = LegendText("x", texts)
    marks = drawn_marks(block, Box(0, 0, 400, 100), _STYLE)
    assert [len(written(mark)) for mark in marks] == [1, 3]
    assert [line for mark in marks for line in written(mark)] == list(texts)
    first = marks[0]
    assert isinstance(first, TextMark)
    assert first.body.paragraphs[0].hanging > 0
    assert block.laid(400, _STYLE).height == pytest.approx(max(place.height for place in boxes(marks).values()))
    assert LegendText("x", ()).laid(400, _STYLE).height == 0
