from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn_marks import boxes, drawn_marks, parts_of, written
from support.packs import small_pack, style_for

from docgen.blocks.text.items import TextItem, item_paragraph, texts
from docgen.blocks.text.text import TextBlock, heading, message_box
from docgen.layout.pack import FitStep, Stroke
from docgen.placed import Box, Insets, ShapeMark, TextMark

_STYLE = style_for(small_pack())
_BODY = _STYLE.text("body")


def test_a_line_is_as_high_as_its_pitch_and_spaces_stand_between_paragraphs_only() -> None:
    assert TextBlock("t", texts(["一行"])).laid(300, _STYLE).height == pytest.approx(_BODY.pitch)
    two = TextBlock("t", texts(["一行", "二行"])).laid(300, _STYLE).height
    assert two == pytest.approx(2 * _BODY.pitch + _BODY.after)


def test_insets_above_and_below_follow_the_spaces_of_the_step_and_those_at_the_sides_do_not() -> None:
    block = TextBlock("t", texts(["一行"]), insets=Insets(9, 10, 7, 10))
    tight = style_for(small_pack(), FitStep(space=0.5))
    assert block.laid(300, tight).height == pytest.approx(tight.text("body").pitch + 10)
    (mark,) = drawn_marks(block, Box(0, 0, 300, 50), tight)
    assert isinstance(mark, TextMark)
    assert mark.body.insets == Insets(9, 5, 7, 5)


def test_a_bullet_hangs_and_each_level_begins_an_em_further_right() -> None:
    items = (TextItem("上", bullet="●"), TextItem("下", 1, "・"), TextItem("次", 1))
    (mark,) = drawn_marks(TextBlock("t", items), Box(0, 0, 300, 100), _STYLE)
    assert isinstance(mark, TextMark)
    first, second, third = mark.body.paragraphs
    assert first.bullet == "●"
    assert first.indent == first.hanging >= _BODY.size
    assert second.indent - second.hanging == pytest.approx(_BODY.size)
    assert third.indent == pytest.approx(_BODY.size)
    assert (third.hanging, third.bullet) == (0, None)


def test_a_label_of_several_characters_is_text_and_hangs_by_its_width() -> None:
    (mark,) = drawn_marks(TextBlock("t", (TextItem("本文", bullet="（12）"),)), Box(0, 0, 300, 100), _STYLE)
    assert isinstance(mark, TextMark)
    paragraph = mark.body.paragraphs[0]
    assert written(mark) == ["（12）本文"]
    assert paragraph.bullet is None
    assert paragraph.indent == paragraph.hanging > 3 * _BODY.size


def test_text_without_a_frame_is_as_high_as_its_lines_and_a_framed_one_fills_its_box() -> None:
    box = Box(10, 20, 300, 90)
    (plain,) = drawn_marks(TextBlock("t", texts(["一行"])), box, _STYLE)
    assert isinstance(plain, TextMark)
    assert plain.box == Box(10, 20, 300, _BODY.pitch)
    (framed,) = drawn_marks(TextBlock("t", texts(["一行"]), border=Stroke(colour="rule", width=2)), box, _STYLE)
    assert isinstance(framed, ShapeMark)
    assert framed.box == box
    assert framed.line is not None
    assert (framed.line.colour, framed.line.width) == ("rule", 2)


def test_a_message_box_is_a_filled_shape_with_a_bar_at_its_left_edge() -> None:
    shape, bar = drawn_marks(message_box("m", ["伝えること"]), Box(10, 20, 300, 60), _STYLE)
    assert isinstance(shape, ShapeMark)
    assert isinstance(bar, ShapeMark)
    assert (shape.fill, bar.fill) == ("pale_fill", "blue")
    assert bar.box == Box(10, 20, 4, 60)
    assert shape.body is not None
    assert shape.body.insets.left > 4
    assert [shape.id, bar.id] == ["m", "m/bar"]


def test_a_heading_stays_with_what_follows_and_its_bar_is_as_high_as_its_text() -> None:
    block = heading("h", "図の題名")
    assert block.keep_with_next
    found = boxes(drawn_marks(block, Box(0, 0, 200, 100), _STYLE))
    assert (
        found["h/bar"].height == pytest.approx(block.laid(200, _STYLE).height) == pytest.approx(found["h"].height)
    )


@given(st.lists(st.integers(1, 120), min_size=1, max_size=8), st.floats(5, 200), st.floats(60, 400))
def test_a_split_keeps_the_order_and_its_head_fits_the_room(
    lengths: list[int], room: float, width: float
) -> None:
    block = TextBlock("t", texts(("文" * length for length in lengths), "●"), insets=Insets(5, 4, 5, 4))
    halves = parts_of(block, room, width, _STYLE)
    if halves is None:
        assert (
            TextBlock("t", block.paragraphs[:1], insets=block.insets).laid(width, _STYLE).height > room
            or len(lengths) == 1
        )
        return
    head, tail = halves
    assert head.laid(width, _STYLE).height <= room + 0.01
    assert head.paragraphs + tail.paragraphs == block.paragraphs
    assert head.paragraphs
    assert tail.paragraphs


def test_the_disc_of_a_list_is_smaller_than_its_text_and_in_the_packs_colour() -> None:
    disc, dot = (item_paragraph(TextItem("文", bullet=bullet), _BODY, _STYLE.measure, "left", 0) for bullet in "●・")
    assert disc.bullet_size < 1
    assert disc.bullet_colour == "blue"
    assert (dot.bullet_size, dot.bullet_colour) == (1, None)
