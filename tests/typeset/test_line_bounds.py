"""The bounds of a paragraph's lines, against the same paragraph broken into lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.texts import MEASURE

from docgen.placed import Paragraph, Run
from docgen.typeset.measured_line import READINGS, Container
from docgen.typeset.profile import NOTHING_TOLD

CHARACTERS = "国土交通あいうっ、。「」（）ーァAbW12,3 /-.…→①%\u0301\u200b\n"


@given(
    st.lists(st.tuples(st.text(CHARACTERS, max_size=60), st.booleans()), min_size=1, max_size=3),
    st.sampled_from([8, 9.5, 10.5, 14]),
    st.floats(0, 500),
    st.sampled_from([(0, 0, None), (1, 1, "・"), (2, 1.5, None)]),
    st.sampled_from(["shape", "cell"]),
)
def test_a_paragraph_has_as_many_lines_as_its_bounds_allow(
    texts: list[tuple[str, bool]],
    size: float,
    width: float,
    hang: tuple[float, float, str | None],
    container: Container,
) -> None:
    runs = tuple(Run(text, size, bold) for text, bold in texts)
    indent, hanging, bullet = hang
    text = Paragraph(runs, size * 1.4, indent=indent * size, hanging=hanging * size, bullet=bullet)
    fewest, most, _ = MEASURE.told(text, width, container)
    assert fewest <= max(len(MEASURE.lines(text, width, container, reading)) for reading in READINGS) <= most


@given(st.text(CHARACTERS, max_size=60), st.floats(0, 40), st.floats(0, 2), st.sampled_from([0.0, 0.25]))
def test_a_profile_tells_no_other_number_of_lines_than_is_counted_with_what_is_spare(
    text: str, room: float, back: float, spare: float
) -> None:
    profile = MEASURE.profile(text, "body")
    fewest, most = profile.bounds(room, room + back, spare, spare)
    assert fewest <= profile.line_count(room, room + back, spare) <= most


@given(st.text(CHARACTERS, max_size=60), st.floats(0, 500), st.floats(1, 5), st.sampled_from(["shape", "cell"]))
def test_a_last_line_that_is_surely_long_is_long_or_the_only_one(
    text: str, width: float, least: float, container: Container
) -> None:
    paragraph = Paragraph((Run(text, 10),), 14)
    if MEASURE.told(paragraph, width, container).last > least:
        *before, last = MEASURE.lines(paragraph, width, container)
        assert not before or MEASURE.runs_width((Run(last, 10),), container) > least * 10


def test_a_last_line_of_some_length_is_surely_long() -> None:
    text = Paragraph((Run("国土交通省は、2022年度に「都市計画」の見直しを進めた。", 10.5),), 14)
    assert MEASURE.told(text, 200).last > 3
    assert MEASURE.told(text, 270).last <= 3


def test_most_paragraphs_of_two_lines_are_told() -> None:
    text = Paragraph((Run("国土交通省は、2022年度に「都市計画」の見直しを進めた。", 10.5),), 14)
    assert MEASURE.told(text, 200)[:2] == (2, 2)


def test_tabs_links_and_changes_of_size_are_not_told() -> None:
    for run in (Run("国\t国", 10), Run("国", 10, link="I-1065"), Run("2", 10, superscript=True), Run("国", 12)):
        assert MEASURE.told(Paragraph((Run("国土", 10), run), 14), 20) == NOTHING_TOLD
