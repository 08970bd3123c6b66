"""Each rule on placed slides finds the slide that breaks it, and leaves the whole one alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from support.real_deck import ROOT
from support.small_pages import placed

from docgen.checks.check import check_placed
from docgen.layout.load import load_pack
from docgen.placed import (
    Box,
    ChartMark,
    ChartText,
    ConnectorMark,
    Glue,
    Insets,
    LabelPosition,
    Line,
    Mark,
    Paragraph,
    PlacedChart,
    PlacedDeck,
    PlacedSeries,
    PlacedSlide,
    Run,
    ShapeMark,
    TableCell,
    TableMark,
    TableRow,
    TextBody,
    TextMark,
)

PACK = load_pack(ROOT / "layouts" / "cabinet_office")
DECK = placed(PACK)
CONTENT = next(slide for slide in DECK.slides if slide.id == "table/grades")
TITLE = CONTENT.marks[0]
assert isinstance(TITLE, TextMark)


def body(text: str, size: float = 10, colour: str = "ink", insets: Insets | None = None) -> TextBody:
    return TextBody((Paragraph((Run(text, size, colour=colour),), size * 1.4),), insets or Insets())


def text(identifier: str, box: Box, words: str = "本文", **looks: object) -> TextMark:
    return TextMark(identifier, box, body(words, **looks))  # type: ignore[arg-type]


def shape(identifier: str, box: Box, fill: str | None = None, words: str | None = None) -> ShapeMark:
    return ShapeMark(identifier, box, fill=fill, body=body(words) if words else None)


def slide(*marks: Mark, title: str = "題名", identifier: str = "page") -> PlacedSlide:
    return replace(CONTENT, id=identifier, title=title, marks=(TITLE, *marks))


def found(*slides: PlacedSlide) -> list[tuple[str, str]]:
    """The rules that slides break, with the first word that tells where."""
    deck: PlacedDeck = replace(DECK, slides=slides)
    return [(breach.code, str(breach.where)) for breach in check_placed(deck, PACK)]


def what(*marks: Mark) -> list[str]:
    return [breach.what for breach in check_placed(replace(DECK, slides=(slide(*marks),)), PACK)]


def chart(text_size: float = 8, label_size: float = 8, alt: str = "推移") -> ChartMark:
    series = (PlacedSeries("系列", (1.0, 2.0), "blue"),)
    drawn = PlacedChart(("a", "b"), series, text=ChartText(text_size), label_text=ChartText(label_size))
    return ChartMark("page/chart", Box(60, 100, 200, 150), drawn, alt=alt)


def connector(points: Iterable[tuple[float, float]], end: str = "page/b") -> ConnectorMark:
    return ConnectorMark("page/line", Glue("page/a", 3), Glue(end, 1), tuple(points), Line("grey"))


BOX_A = shape("page/a", Box(60, 100, 100, 40))
BOX_B = shape("page/b", Box(400, 100, 100, 40))


def test_a_whole_slide_breaks_no_rule() -> None:
    framed = (shape("page/frame", Box(50, 80, 300, 200), "pale_fill"), text("page/text", Box(60, 90, 200, 40)))
    assert found(slide(*framed)) == []


@pytest.mark.parametrize(
    "box", [Box(-5, 100, 50, 20), Box(760, 100, 50, 20), Box(60, 530, 50, 20), Box(60, -3, 50, 20)]
)
def test_a_mark_over_any_edge_of_the_page_is_found(box: Box) -> None:
    assert found(slide(shape("page/box", box))) == [("outside-page", "page")]


def test_two_texts_over_each_other_are_found_even_where_one_lies_inside_the_other() -> None:
    outer = text("page/outer", Box(60, 100, 200, 100))
    assert found(slide(outer, text("page/inner", Box(100, 120, 50, 20)))) == [("collision", "page")]
    assert found(slide(outer, text("page/beside", Box(250, 120, 50, 20)))) == [("collision", "page")]


def test_a_text_in_a_shape_does_not_collide_with_it_but_one_over_its_edge_does() -> None:
    frame = shape("page/frame", Box(60, 100, 200, 100), "pale_fill")
    assert found(slide(frame, text("page/text", Box(70, 110, 100, 40)))) == []
    assert found(slide(frame, text("page/text", Box(220, 110, 100, 40)))) == [("collision", "page")]


def test_a_bar_in_the_inset_of_a_heading_does_not_collide_with_it() -> None:
    bar = shape("page/bar", Box(60, 102, 3, 12), "blue")
    heading = TextMark("page/heading", Box(60, 100, 200, 16), body("見出し", insets=Insets(9, 0, 0, 0)))
    assert found(slide(bar, heading)) == []


def test_a_text_that_needs_more_height_than_its_box_is_found() -> None:
    assert found(slide(text("page/text", Box(60, 100, 40, 20), "箱より長い本文である"))) == [("overflow", "page")]


def test_a_cell_that_needs_more_height_than_its_rows_is_found() -> None:
    cells = (TableCell(body("長い本文が三行になる", insets=Insets(3, 3, 3, 3))),)
    table = TableMark("page/table", Box(60, 100, 50, 20), (50,), (TableRow(cells, 20),), alt="表")
    assert what(table) == ["the text of page/table row 1 needs 48.0 pt, has 20.0 pt"]


def test_a_cell_over_two_rows_has_the_height_of_both() -> None:
    tall = TableCell(body("二行の本文", insets=Insets(2, 2, 2, 2)), row_span=2)
    covered = TableCell(TextBody(()), covered=True)
    rows = (TableRow((tall,), 18), TableRow((covered,), 18))
    assert what(TableMark("page/table", Box(60, 100, 40, 36), (40,), rows, alt="表")) == []


def test_text_below_the_smallest_floor_is_found_in_boxes_cells_and_charts() -> None:
    assert found(slide(text("page/text", Box(60, 100, 200, 40), size=6.5))) == [("below-floor", "page")]
    assert found(slide(chart(text_size=6))) == [("below-floor", "page")]
    assert found(slide(chart(label_size=6.9))) == [("below-floor", "page")]
    assert found(slide(text("page/text", Box(60, 100, 200, 40), size=7))) == []


def test_a_chart_and_a_table_without_alternative_text_are_found() -> None:
    table = TableMark("page/table", Box(60, 300, 50, 20), (50,), (TableRow((TableCell(body("a")),), 20),))
    assert found(slide(chart(alt=""), table)) == [("alternative-text", "page")] * 2


def test_a_slide_whose_title_is_in_no_title_placeholder_is_found() -> None:
    assert isinstance(TITLE, TextMark)
    loose = replace(TITLE, placeholder=None)
    assert found(replace(CONTENT, id="page", title="題名", marks=(loose,))) == [("title", "page")]


def test_text_that_hardly_stands_out_from_its_ground_is_found() -> None:
    assert found(slide(text("page/text", Box(60, 100, 200, 40), colour="light_blue"))) == [("contrast", "page")]
    on_navy = shape("page/frame", Box(50, 90, 300, 60), "navy")
    assert found(slide(on_navy, text("page/text", Box(60, 100, 200, 40), colour="ink"))) == [("contrast", "page")]
    assert found(slide(on_navy, text("page/text", Box(60, 100, 200, 40), colour="paper"))) == []


def test_a_mark_that_is_a_symbol_needs_three_to_one_only() -> None:
    ground = shape("page/frame", Box(50, 90, 300, 60), "pale_amber")
    assert found(slide(ground, text("page/text", Box(60, 100, 200, 40), "◆", colour="amber"))) == []
    assert found(slide(ground, text("page/text", Box(60, 100, 200, 40), "◆新規", colour="amber"))) == [
        ("contrast", "page")
    ]


def test_two_marks_of_one_id_are_found() -> None:
    boxes = (shape("page/box", Box(60, 100, 50, 20)), shape("page/box", Box(160, 100, 50, 20)))
    assert ("duplicate-id", "page") in found(slide(*boxes))


def test_a_connector_to_a_shape_that_is_not_there_is_found() -> None:
    assert found(slide(BOX_A, connector([(160, 120), (400, 120)]))) == [("loose-connector", "page")]


@pytest.mark.parametrize(
    "points", [[(160, 120), (400, 120)], [(160, 110), (400, 130)], [(160, 120), (280, 120), (280, 300), (400, 120)]]
)
def test_a_connector_through_another_mark_is_found(points: list[tuple[float, float]]) -> None:
    between = shape("page/between", Box(250, 100, 60, 40))
    assert found(slide(BOX_A, BOX_B, between, connector(points))) == [("crossed-by-connector", "page")]


def test_a_connector_that_passes_by_is_left_alone() -> None:
    between = shape("page/between", Box(250, 130, 60, 40))
    assert found(slide(BOX_A, BOX_B, between, connector([(160, 120), (400, 120)]))) == []


def test_two_slides_of_one_title_or_one_id_are_found() -> None:
    assert found(slide(), slide(identifier="other")) == [("same-title", "other")]
    assert found(slide(), slide(title="別の題名")) == [("duplicate-slide", "page")]


def test_text_is_held_to_what_lies_behind_it_not_to_its_own_box() -> None:
    navy = shape("page/navy", Box(50, 90, 100, 60), "navy")
    half_over = text("page/text", Box(60, 100, 200, 40), colour="paper")
    assert "contrast" in [rule for rule, _ in found(slide(navy, half_over))]
    covered = (shape("page/back", Box(40, 80, 400, 200), "navy"), shape("page/front", Box(50, 90, 300, 60), "paper"))
    assert found(slide(*covered, text("page/text", Box(60, 100, 200, 40)))) == []


def test_a_free_outline_is_behind_a_text_only_where_it_is_filled() -> None:
    corner = ((0.0, 0.0), (300.0, 0.0), (0.0, 300.0))
    land = ShapeMark("page/map/land", Box(50, 90, 300, 300), fill="navy", outline=(corner,))
    on_land = text("page/map/label", Box(60, 100, 60, 16), colour="ink")
    at_sea = text("page/map/label", Box(280, 360, 60, 16), colour="ink")
    assert found(slide(land, on_land)) == [("contrast", "page")]
    assert found(slide(land, at_sea)) == []


def test_a_label_in_a_segment_is_held_to_the_segments_colour_and_one_beside_it_to_the_page() -> None:
    def labelled(colour: str, position: LabelPosition) -> ChartMark:
        one = PlacedSeries("系列", (1.0, 2.0), "navy", labels=(0,), label_colour=colour, label_position=position)
        return ChartMark("page/chart", Box(60, 100, 200, 150), PlacedChart(("a", "b"), (one,), "stacked"), "推移")

    assert found(slide(labelled("ink", "center"))) == [("contrast", "page")]
    assert found(slide(labelled("paper", "center"))) == []
    assert found(slide(labelled("paper", "outside_end"))) == [("contrast", "page")]


def test_a_table_without_a_header_row_is_found() -> None:
    bare = TableMark("page/table", Box(60, 300, 50, 20), (50,), (TableRow((TableCell(body("a")),), 20),), 0, "表")
    assert found(slide(bare)) == [("header-row", "page")]


def test_a_mark_that_is_read_after_what_stands_below_or_to_the_right_of_it_is_found() -> None:
    upper, lower = text("page/upper", Box(60, 100, 100, 20)), text("page/lower", Box(60, 140, 100, 20))
    right = text("page/right", Box(200, 100, 100, 20))
    assert found(slide(upper, right, lower)) == []
    assert found(slide(upper, lower, right)) == []
    assert what(lower, upper) == ["page/upper is read after page/lower, but stands before it"]
    assert what(right, upper) == ["page/upper is read after page/right, but stands before it"]


def test_a_slide_whose_title_is_not_read_first_is_found() -> None:
    late = replace(CONTENT, id="page", marks=(text("page/text", Box(60, 100, 100, 20)), TITLE))
    assert [breach.what for breach in check_placed(replace(DECK, slides=(late,)), PACK)] == [
        "page/text is read before the title"
    ]


@pytest.mark.parametrize(
    ("words", "width", "broken"),
    [
        ("12,345", 20, "12,345"),
        ("12,345", 60, None),
        ("2021年\n2022年", 60, None),
        ("都市圏の人口は12,345人であり", 64, None),
        ("Netherlands", 40, "Netherlands"),
        ("https://example.go.jp/averylongpathofmanyletters", 60, None),
        ("都市圏の人口", 24, None),
    ],
)
def test_a_number_or_word_that_goes_on_in_the_next_line_of_its_cell_is_told(
    words: str, width: float, broken: str | None
) -> None:
    row = TableRow((TableCell(body(words)),), 120)
    table = TableMark("page/t", Box(60, 150, width, 240), (width,), (TableRow((TableCell(body("欄")),), 120), row), 1, "表")
    told = [breach.what for breach in check_placed(replace(DECK, slides=(slide(table),)), PACK) if breach.code == "broken-number"]
    assert [broken in each for each in told if broken] == [True] * bool(broken)
    assert len(told) == bool(broken)
