"""Texts measured in em, against the same texts set at a size character by character."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.placed import Paragraph, Run
from docgen.typeset import Fonts, load_metrics
from docgen.typeset.measure import SUPERSCRIPT, line_count, natural_widths
from docgen.typeset.profile import Piece, line_count_in_em, text_profile
from docgen.typeset.setting import DOTS, dots

FONT = load_metrics("BIZ UDPGothic")
FONTS = Fonts(FONT, FONT)
PIECES = st.lists(
    st.builds(
        lambda text, bold, small, link: (text, bold, SUPERSCRIPT if small else 1.0, link),
        st.text("国語あいう、。「」（）ーァAbW1,2 /-.…%\u0301\n", max_size=20),
        st.booleans(),
        st.sampled_from([False, False, False, True]),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=3,
)


def _set(pieces: list[Piece], size: float) -> Paragraph:
    """The same text as a paragraph at a size."""
    runs = (Run(text, size, bold, superscript=part < 1, link="x" if link else None) for text, bold, part, link in pieces)
    return Paragraph(tuple(runs), size * 1.4)


def _em(size: float) -> float:
    return dots(size) / DOTS


@given(PIECES, st.sampled_from([8, 9, 9.5, 10.5, 12, 14, 20]))
def test_a_width_in_em_is_the_set_width_but_for_the_rounding_of_each_character_to_dots(
    pieces: list[Piece], size: float
) -> None:
    profile, small = text_profile(tuple(pieces), FONT), any(part < 1 for _, _, part, _ in pieces)
    em = _em(size)
    for line, (own, exact) in enumerate(zip(profile.lines, natural_widths(_set(pieces, size), FONTS, "cell"), strict=True)):
        count = len("".join(text for text, *_ in pieces).split("\n")[line])
        # A superscript's em is rounded to dots too, and its gaps are those of the text.
        assert own * em == pytest.approx(exact, abs=(0.5 + 2 * small) * (count + 1) / DOTS + 0.2 * em * small * count)


@pytest.mark.parametrize(
    ("text", "widest"),
    [
        ("国国国", "国"),
        ("国国「国」国", "「国」"),
        ("国ーっ、国", "国ーっ、"),
        ("国 Society 国", "Society"),
        ("国は2022年", "2022"),
        ("", ""),
    ],
)
def test_the_widest_part_of_a_text_that_no_line_may_break(text: str, widest: str) -> None:
    width = sum(FONT.advance(character) for character in widest)
    unit = text_profile(((text, False, 1.0, False),), FONT).unit
    # Half a dot of the 67 in an em of 8 pt may be added to each character.
    assert unit == pytest.approx(width + max(1, len(widest)) * 0.5 / 67)


@pytest.mark.parametrize(
    ("text", "whole"), [("国土交通省", True), ("国土\n交通", True), ("国土DX", False), ("国2国", False)]
)
def test_a_text_is_whole_where_every_character_is_one_em_wide(text: str, whole: bool) -> None:
    assert text_profile(((text, False, 1.0, False),), FONT).whole is whole


@given(PIECES, st.sampled_from([8, 9.5, 10.5, 14]), st.floats(1, 30))
def test_lines_counted_in_em_with_half_a_dot_to_spare_are_no_fewer_than_the_set_ones(
    pieces: list[Piece], size: float, room: float
) -> None:
    assume(all(part == 1 for _, _, part, _ in pieces))
    em, longest = _em(size), sum(len(text) for text, *_ in pieces)
    key = tuple(pieces)
    rooms = [room + (each - 10) / 10 * longest / 67 for each in range(21)]
    counts = [line_count_in_em(key, FONT, max(0.0, each), None) for each in rooms]
    assert min(counts) <= line_count(_set(pieces, size), room * em, FONTS, "cell") <= max(counts)


def test_a_line_break_begins_a_line_of_its_own() -> None:
    profile = text_profile((("国土交通省\nDX", False, 1.0, False),), FONT)
    assert len(profile.lines) == 2
    assert profile.lines[0] == 5
    assert line_count_in_em((("国土交通省\nDX", False, 1.0, False),), FONT, 6, None) == 2


def test_a_first_line_may_have_more_room_than_the_others() -> None:
    text = (("国土交通省", False, 1.0, False),)
    assert line_count_in_em(text, FONT, 3, None) == 2
    assert line_count_in_em(text, FONT, 3, 5) == 1
