"""Names that are longer than a line of a key: they have several, and nothing is drawn over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawn_marks import drawn_marks
from support.figure_matrix import cabinet_office, figure, series
from support.often import often

from docgen.blocks.block import Block
from docgen.blocks.figure.drawn import drawn_figure
from docgen.blocks.text.legend import LegendBlock, LegendEntry
from docgen.errors import DocgenError
from docgen.layout.style import style_ladder
from docgen.placed import Box, ChartMark, Mark, ShapeMark, TextMark
from docgen.placed.on_chart import lie_together
from docgen.ready import ReadyFigure

_STYLE = style_ladder(cabinet_office())[7]
_YEARS = ("2021年", "2022年", "2023年")
_WORDS = "都市圏における公共交通の利用者数と満足度に関する架空の調査の結果"
_ALONG = ("line", "column", "stacked_column", "percent_column", "bar", "stacked_bar", "small_multiples", "slope")
_ROUND = ("pie", "donut", "share_bar")


def _named(kind: str, lengths: list[int], **more: object) -> ReadyFigure:
    """A figure of a kind with names of these lengths."""
    names = [f"{n}、{_WORDS * 8}"[:length] for n, length in enumerate(lengths, start=1)]
    if kind in _ROUND:
        return figure(kind, names, series("回答", [10 + n for n in range(len(names))]), **more)
    years = ("2021年", "2023年") if kind == "slope" else _YEARS
    return figure(
        kind, years, *(series(name, [10 + n + at for at in range(len(years))]) for n, name in enumerate(names)), **more
    )


def _block(shown: ReadyFigure) -> Block:
    return drawn_figure("c", shown, unit_stated=True)


def _drawn(block: Block, width: float, height: float) -> list[Mark]:
    box = Box(30, 80, width, max(height, block.laid(width, _STYLE).height))
    marks = list(drawn_marks(block, box, _STYLE))
    for mark in marks:
        assert box.contains(mark.box, 0.5), mark.id  # type: ignore[union-attr]
    return marks


def _assert_apart(marks: list[Mark]) -> None:
    """Texts have room in their boxes, which lie over no other and not over a chart."""
    texts = [mark for mark in marks if isinstance(mark, TextMark)]
    for text in texts:
        assert _STYLE.measure.height(text.body, text.box.width) <= text.box.height + 0.1, text.id
    apart = [mark for mark in marks if isinstance(mark, TextMark | ChartMark)]
    for first, second in combinations(apart, 2):
        assert lie_together(first.id, second.id) or not first.box.overlaps(second.box, 0.1), (first.id, second.id)


@given(
    st.sampled_from(_ALONG + _ROUND),
    st.lists(st.integers(2, 130), min_size=2, max_size=8),
    st.sampled_from([230.0, 348.0, 720.0]),
    st.sampled_from(["auto", "legend"]),
)
@settings(max_examples=often(15), deadline=None)
def test_no_name_is_drawn_over_another_or_over_the_plot(
    kind: str, lengths: list[int], width: float, labels: str
) -> None:
    shown = _named(kind, lengths, series_labels=labels)
    try:
        marks = _drawn(_block(shown), width, 380)
    except DocgenError as refused:
        if refused.code != "legend-without-room":
            raise
    else:
        _assert_apart(marks)


@pytest.mark.parametrize("kind", ["line", "column", "stacked_column", "stacked_bar", "share_bar"])
def test_a_long_name_has_its_lines_and_the_next_one_stands_below_them(kind: str) -> None:
    marks = _drawn(_block(_named(kind, [110, 6])), 720, 300)
    first, second = [mark.box for mark in marks if isinstance(mark, TextMark) and "/key/" in mark.id]
    assert first.height >= 2 * _STYLE.text("chart").pitch > second.height
    assert second.y >= first.bottom
    swatches = [mark.box for mark in marks if isinstance(mark, ShapeMark) and mark.id.endswith("/swatch")]
    assert first.y <= swatches[0].y < first.y + _STYLE.text("chart").pitch  # beside the first line


def test_names_too_wide_for_the_legend_of_a_program_stand_over_the_chart() -> None:
    for lengths, legend in (([20] * 5, "bottom"), ([90] * 5, "none")):
        marks = _drawn(_block(_named("column", lengths, series_labels="legend")), 720, 380)
        assert [mark.chart.legend for mark in marks if isinstance(mark, ChartMark)] == [legend]


@pytest.mark.parametrize("kind", ["column", "pie", "small_multiples"])
def test_names_that_leave_no_room_for_the_chart_are_refused(kind: str) -> None:
    block = _block(_named(kind, [240] * 8))
    with pytest.raises(DocgenError) as refused:
        drawn_marks(block, Box(30, 80, 230, 200), _STYLE)
    assert refused.value.code == "legend-without-room"


def test_the_words_of_a_legend_have_their_lines_too() -> None:
    legend = LegendBlock("l", tuple(LegendEntry(_WORDS[:length] * 3, fill="blue") for length in (4, 30, 9, 33)))
    for width in (120.0, 300.0, 720.0):
        marks = _drawn(legend, width, 0)
        _assert_apart(marks)
        bottom = max(mark.box.bottom for mark in marks)  # type: ignore[union-attr]
        assert bottom == pytest.approx(80 + legend.laid(width, _STYLE).height)
