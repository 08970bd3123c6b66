"""Heights and widths of paragraphs and bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.texts import MEASURE

from docgen.errors import DocgenError
from docgen.placed import Insets, Paragraph, Run, TextBody
from docgen.typeset.markup import to_runs
from docgen.typeset.measured_line import READINGS, Container
from docgen.typeset.text_measure import estimated_lines

SENTENCE = "令和4年度補正予算（第2号）により、約1,250億円を投じサプライチェーンの強靱化を図る。"


def paragraph(text: str, size: float = 10, **look: object) -> Paragraph:
    return replace(Paragraph(to_runs(text, size=size), pitch=14), **look)  # type: ignore[arg-type]


def test_a_body_is_as_high_as_its_lines() -> None:
    assert len(MEASURE.lines(paragraph(SENTENCE), 130)) == 4
    assert MEASURE.height(TextBody((paragraph(SENTENCE),)), 130) == 4 * 14
    assert MEASURE.height(TextBody((paragraph("一\n二\n"),)), 130) == 3 * 14


def test_a_body_draws_no_space_before_its_first_and_after_its_last_paragraph() -> None:
    body = TextBody((paragraph("一", before=3, after=5), paragraph("二", before=7, after=9)), Insets(1, 2, 4, 8))
    assert MEASURE.height(body, 100) == 2 + 14 + 5 + 7 + 14 + 8


def test_insets_narrow_a_body() -> None:
    text = paragraph("国" * 10)
    assert MEASURE.height(TextBody((text,), Insets(0, 0, 0, 0)), 101) == 14
    assert MEASURE.height(TextBody((text,), Insets(1, 0, 1, 0)), 101) == 28


def test_a_paragraph_without_text_is_one_line() -> None:
    assert MEASURE.lines(Paragraph((), 14), 100, "cell") == ("",)
    assert MEASURE.height(TextBody((Paragraph((), 14),)), 100) == 14
    assert MEASURE.height(TextBody((), Insets(0, 3, 0, 4)), 100) == 7


def test_an_indent_narrows_every_line_and_a_hanging_first_line_begins_left_of_it() -> None:
    text = "国" * 9
    assert MEASURE.lines(paragraph(text, indent=20), 60.5) == ("国" * 4, "国" * 4, "国")
    assert MEASURE.lines(paragraph(text, indent=20, hanging=20), 60.5) == (
        "国" * 6,
        "国" * 3,
    )
    # A bullet stands in the hang, and the text begins at the indent.
    bullet = paragraph(text, indent=20, hanging=20, bullet="・")
    assert MEASURE.lines(bullet, 60.5) == ("国" * 4, "国" * 4, "国")


def test_runs_of_several_looks_are_one_text() -> None:
    plain = paragraph(SENTENCE)
    marked = paragraph("**令和4年度**補正{red|予算（第2号）により、約1,2}50億円を投じサプライチェーンの強靱化を図る。")
    regular = MEASURE.lines(plain, 130)
    assert MEASURE.lines(marked, 130) == regular


def test_a_superscript_is_two_thirds_as_wide() -> None:
    assert MEASURE.natural_width(paragraph("{^|" + "国" * 10 + "}", size=9)) == pytest.approx(60)


def test_a_larger_run_is_wider() -> None:
    runs = (Run("国国", 12), Run("国国", 24))
    assert MEASURE.natural_width(Paragraph(runs, 30)) == pytest.approx(72)


def test_the_natural_width_is_that_of_the_longest_explicit_line() -> None:
    assert MEASURE.natural_width(paragraph("国国\n国国国国\n国", size=12)) == pytest.approx(48)
    assert MEASURE.natural_width(paragraph("国国", size=12, indent=12)) == pytest.approx(36)


def test_a_tab_stop_holds_in_a_shape_and_the_next_inch_in_a_cell() -> None:
    text = paragraph("国\t国", size=12, tabs=(50.0,))
    assert MEASURE.natural_width(text) == pytest.approx(62)
    assert MEASURE.natural_width(text, "cell") == pytest.approx(84)


def test_a_link_stays_whole_container_it_can() -> None:
    text = paragraph("出典は次のとおりであり{>https://a.jp/|短いリンク文字列}を参照のこと。")
    assert MEASURE.lines(text, 160) == ("出典は次のとおりであり", "短いリンク文字列を参照のこと。")


def test_a_link_wider_than_its_line_has_lines_of_its_own() -> None:
    text = paragraph("出典は{>https://a.jp/|https://www.esri.cao.go.jp/jp/sna/menu.html}を参照のこと。")
    assert MEASURE.lines(text, 160) == (
        "出典は",
        "https://www.esri.cao.go.jp/j",
        "p/sna/menu.html",
        "を参照のこと。",
    )


def test_a_paragraph_in_a_cell_has_narrower_gaps() -> None:
    text = paragraph("国1国1国", size=12)
    assert MEASURE.natural_width(text) - MEASURE.natural_width(text, "cell") == pytest.approx(
        4 * 0.04 * 12
    )


@pytest.mark.parametrize("size", [0, -1, float("nan")])
def test_a_size_that_is_none_is_an_error(size: float) -> None:
    with pytest.raises(DocgenError, match="cannot be set at a size"):
        MEASURE.natural_width(Paragraph((Run("国", size),), 14))


RUNS = st.lists(
    st.builds(
        Run,
        st.text("国あ、「」ーAb1 /-.…%\n\t", max_size=20),
        st.sampled_from([7.0, 9.0, 10.5]),
        st.booleans(),
        superscript=st.booleans(),
        link=st.sampled_from([None, None, "I-1065"]),
    ),
    max_size=6,
).map(tuple)


@given(RUNS, st.floats(0, 300), st.floats(0, 30), st.sampled_from(["shape", "cell"]))
def test_any_paragraph_keeps_every_character(
    runs: tuple[Run, ...], width: float, indent: float, container: Container
) -> None:
    text = Paragraph(runs, 14, indent=indent, hanging=indent, tabs=(40.0, 90.0))
    spaced, plain = (MEASURE.lines(text, width, container, reading) for reading in READINGS)
    whole = "".join(run.text for run in runs).replace("\n", "")
    assert "".join(spaced) == whole
    assert "".join(plain) == whole
    # Room is kept for the program that needs more.
    assert MEASURE.line_count(text, width, container) == max(len(spaced), len(plain))


@given(RUNS, st.sampled_from(["shape", "cell"]))
def test_in_its_natural_width_a_paragraph_does_not_break(runs: tuple[Run, ...], container: Container) -> None:
    text = Paragraph(runs, 14)
    width = MEASURE.natural_width(text, container)
    explicit = "".join(run.text for run in runs).count("\n") + 1
    assert MEASURE.line_count(text, width + 0.001, container) == explicit


@given(
    st.text("国あ、「」（）ーAb1 /-.…%\u0301", max_size=30),
    st.sampled_from([7.0, 9.0, 10.5]),
    st.sampled_from(["shape", "cell"]),
)
def test_a_text_summed_up_is_as_wide_as_the_same_text_set(text: str, size: float, container: Container) -> None:
    # Two runs of one look are set; one run is summed up.
    halves = (Run(text[:5], size), Run(text[5:], size))
    summed, made = Paragraph((Run(text, size),), 14), Paragraph(halves, 14)
    assert MEASURE.natural_width(summed, container) == pytest.approx(MEASURE.natural_width(made, container))


@given(RUNS, st.floats(0, 400), st.sampled_from(["shape", "cell"]))
def test_a_paragraph_called_short_stands_on_one_line(runs: tuple[Run, ...], width: float, container: Container) -> None:
    text = Paragraph(runs, 14)
    if MEASURE.surely_one_line(text, width):
        assert MEASURE.natural_width(text, container) <= width + 0.001
        assert len(MEASURE.lines(text, width, container)) == 1


def test_a_heading_in_a_wide_box_is_short_and_a_text_with_feeds_or_emoji_never() -> None:
    assert MEASURE.surely_one_line(paragraph("分野別の研究費", size=12), 300)
    assert not MEASURE.surely_one_line(paragraph("分野別の\n研究費", size=12), 300)
    assert not MEASURE.surely_one_line(paragraph("研究費🙂", size=12), 300)
    assert not MEASURE.surely_one_line(paragraph("分野別の研究費", size=12), 80)


@pytest.mark.parametrize(("natural", "room", "lines"), [(250, 100, 3), (200, 100, 2), (30, 100, 1), (0, 100, 0)])
def test_a_text_is_estimated_to_fill_its_lines(natural: float, room: float, lines: int) -> None:
    assert estimated_lines(natural, room) == lines
