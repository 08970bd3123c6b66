"""Texts measured in em, against the same texts set at a size character by character."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.texts import FONT, MEASURE

from docgen.placed import Paragraph, Run
from docgen.typeset.characters import gap_places
from docgen.typeset.measured_line import DOTS, SUPERSCRIPT
from docgen.typeset.profile import ScaledRun, text_profile

RUNS = st.lists(
    st.builds(
        lambda text, bold, small, link: (text, bold, SUPERSCRIPT if small else 1.0, link),
        st.text("国語あいう、。「」（）ーァAbW1,2 /-.…%\u0301\n", max_size=20),
        st.booleans(),
        st.sampled_from([False, False, False, True]),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=3,
)


def _set(runs: list[ScaledRun], size: float) -> Paragraph:
    """The same text as a paragraph at a size."""
    sized = [Run(text, size, bold, superscript=part < 1, link="x" if link else None) for text, bold, part, link in runs]
    return Paragraph(tuple(sized), size * 1.4)


@given(RUNS, st.sampled_from([8, 9, 9.5, 10.5, 12, 14, 20]))
def test_a_width_in_em_is_the_set_width_but_for_the_rounding_of_each_character_to_dots(
    runs: list[ScaledRun], size: float
) -> None:
    profile, small = text_profile(tuple(runs), FONT, "cell"), any(part < 1 for _, _, part, _ in runs)
    em = MEASURE.em(size)
    for line, (own, exact) in enumerate(zip(profile.widths, MEASURE.natural_widths(_set(runs, size), "cell"), strict=True)):
        count = len("".join(text for text, *_ in runs).split("\n")[line])
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
    width = sum(FONT.regular[character] for character in widest)
    unit = MEASURE.profile(text, "body").unit
    # Half a dot of the 67 in an em of 8 pt may be added to each character.
    assert unit == pytest.approx(width + max(1, len(widest)) * 0.5 / 67)


@pytest.mark.parametrize(
    ("text", "whole"), [("国土交通省", True), ("国土\n交通", True), ("国土DX", False), ("国2国", False)]
)
def test_a_text_is_whole_where_every_character_is_one_em_wide(text: str, whole: bool) -> None:
    assert MEASURE.profile(text, "body").whole is whole


@given(RUNS, st.sampled_from([8, 9.5, 10.5, 14]), st.floats(1, 30))
def test_lines_counted_in_em_are_the_set_ones_but_for_rounding_and_for_one_where_gaps_stand_beside_latin_letters(
    runs: list[ScaledRun], size: float, room: float
) -> None:
    assume(all(part == 1 for _, _, part, _ in runs))
    # A set line is also broken without these gaps, which a profile always has: other characters end it then.
    other = 1 if gap_places("".join(text for text, *_ in runs)) else 0
    em, longest = MEASURE.em(size), sum(len(text) for text, *_ in runs)
    profile = text_profile(tuple(runs), FONT, "cell")
    rooms = [room + (each - 10) / 10 * longest / 67 for each in range(21)]
    counts = [profile.line_count(max(0.0, each)) for each in rooms]
    assert min(counts) - other <= MEASURE.line_count(_set(runs, size), room * em, "cell") <= max(counts) + other


def test_a_line_break_begins_a_line_of_its_own() -> None:
    profile = MEASURE.profile("国土交通省\nDX", "body")
    assert len(profile.widths) == 2
    assert profile.widths[0] == 5
    assert profile.line_count(6) == 2


def test_a_first_line_may_have_more_room_than_the_others() -> None:
    profile = MEASURE.profile("国土交通省", "body")
    assert profile.line_count(3) == 2
    assert profile.line_count(3, 5) == 1
