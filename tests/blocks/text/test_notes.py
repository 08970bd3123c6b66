from __future__ import annotations

import pytest
from support.drawn_marks import drawn_marks, parts_of, written
from support.packs import small_pack, style_for

from docgen.blocks.text.notes import NotesBlock
from docgen.placed import Box, TextMark

_STYLE = style_for(small_pack())
_PITCH = _STYLE.text("note").pitch


def _written(block: NotesBlock) -> list[str]:
    return [line for mark in drawn_marks(block, Box(0, 0, 400, 300), _STYLE) for line in written(mark)]


def test_one_note_has_no_number_and_several_have() -> None:
    assert _written(NotesBlock("n", ("一つ",))) == ["注）一つ"]
    assert _written(NotesBlock("n", ("一つ", "二つ"))) == ["注1）一つ", "注2）二つ"]


def test_the_word_for_sources_stands_before_the_first_and_the_others_are_aligned_with_it() -> None:
    block = NotesBlock("n", (), ("甲統計", "乙調査"))
    assert _written(block) == ["出所：甲統計", "乙調査"]
    (mark,) = drawn_marks(block, Box(0, 0, 400, 300), _STYLE)
    assert isinstance(mark, TextMark)
    first, second = mark.body.paragraphs
    assert first.indent == first.hanging == pytest.approx(second.indent)
    assert second.hanging == 0


def test_a_block_without_notes_and_sources_is_nothing() -> None:
    assert NotesBlock("n").laid(300, _STYLE).height == 0
    assert drawn_marks(NotesBlock("n"), Box(0, 0, 300, 0), _STYLE) == ()


def test_numbers_go_on_after_a_split_even_where_one_note_is_left() -> None:
    block = NotesBlock("n", ("一", "二", "三"), ("甲", "乙"))
    halves = parts_of(block, 2 * _PITCH, 300, _STYLE)
    assert halves is not None
    assert _written(halves[0]) == ["注1）一", "注2）二"]
    assert _written(halves[1]) == ["注3）三", "出所：甲", "乙"]
    halves = parts_of(block, 4 * _PITCH, 300, _STYLE)
    assert halves is not None
    assert _written(halves[1]) == ["乙"]
    assert block.laid(300, _STYLE).split(_PITCH / 2) is None
