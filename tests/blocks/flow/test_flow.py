"""The flow block: what holds of every flow, and what single flows look like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn_marks import drawn_marks, parts_of
from support.flow_charts import faults, random_flow
from support.often import often

from docgen.blocks.block import Block
from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn, Heads
from docgen.blocks.flow.flow import Flow
from docgen.blocks.flow.right import levelled_widths, shared_widths
from docgen.blocks.memory import Memory
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.pack import FitStep
from docgen.layout.style import Style, measure_of, style_at
from docgen.placed import Box, ConnectorMark, ShapeMark

WIDTH = 720.0


def _style(name: str | Path = "cabinet_office", step: FitStep | None = None) -> Style:
    pack = load_pack(name)
    return style_at(pack, measure_of(pack), step or FitStep())


STYLE = _style()
WIDE = _style(Path(__file__).parents[2] / "layouts" / "wide")


def _column(*names: str, text: str = "短い文", head: str = "") -> FlowColumn:
    return FlowColumn(tuple(FlowBox(name, text) for name in names), head)


def _boxes(flow: Flow, height: float, style: Style = STYLE) -> dict[str, Box]:
    marks = drawn_marks(flow, Box(30, 64, WIDTH, height), style)
    return {mark.id.removeprefix("f/"): mark.box for mark in marks if isinstance(mark, ShapeMark)}


def _shapes(flow: Flow, height: float) -> list[ShapeMark]:
    return [mark for mark in drawn_marks(flow, Box(30, 64, WIDTH, height), STYLE) if isinstance(mark, ShapeMark)]


def _connectors(flow: Flow, height: float = 300) -> dict[str, ConnectorMark]:
    marks = drawn_marks(flow, Box(30, 64, WIDTH, height), STYLE)
    return {mark.id.removeprefix("f/"): mark for mark in marks if isinstance(mark, ConnectorMark)}


def _middle(box: Box) -> float:
    return box.y + box.height / 2


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_no_random_chart_has_overlaps_lines_through_boxes_or_loose_ends(first: int) -> None:
    for seed in range(first, first + often(20)):
        flow = random_flow(seed)
        style = WIDE if seed % 2 else STYLE
        spare = (0.0, 0.5, 80.0, 400.0)[seed % 4]
        slot = Box(30, 64, WIDTH, flow.laid(WIDTH, style).height + spare)
        assert faults(drawn_marks(flow, slot, style), slot) == [], f"seed {seed}"


def test_every_link_of_a_random_chart_is_drawn_by_connectors() -> None:
    for seed in range(often(20)):
        flow = random_flow(seed)
        slot = Box(0, 0, WIDTH, flow.laid(WIDTH, STYLE).height)
        connectors = [mark for mark in drawn_marks(flow, slot, STYLE) if isinstance(mark, ConnectorMark)]
        leads: dict[str, list[str]] = {}
        for mark in connectors:
            leads.setdefault(mark.start.shape, []).append(mark.end.shape)
        boxes = {f"chart/{box.id}" for column in flow.columns for box in column.boxes}
        reached = {(box, other) for box in boxes for other in _reached(box, leads, boxes)}
        assert reached == {(f"chart/{start}", f"chart/{end}") for start, end in flow.links}, seed


def _reached(box: str, leads: dict[str, list[str]], boxes: set[str]) -> set[str]:
    """The boxes that connectors lead to from a box, by trunks and channels but not by other boxes."""
    ahead, found, seen = list(leads.get(box, ())), set[str](), set[str]()
    while ahead:
        at = ahead.pop()
        if at in boxes:
            found.add(at)
        elif at not in seen:
            seen.add(at)
            ahead += leads.get(at, ())
    return found


def test_the_same_flow_gives_the_same_marks() -> None:
    box = Box(30, 64, WIDTH, 1500)
    assert drawn_marks(random_flow(7), box, STYLE) == drawn_marks(random_flow(7), box, STYLE)


def test_a_flow_is_a_block() -> None:
    assert isinstance(Flow("f", (_column("a"),)), Block)


@given(
    st.lists(st.floats(0.05, 1), min_size=1, max_size=6),
    st.floats(200, 900).map(lambda width: round(width, 1)),
)
def test_columns_take_exactly_the_width_that_there_is(shares: list[float], width: float) -> None:
    columns = [FlowColumn((FlowBox(f"b{n}", "文"),), share=share) for n, share in enumerate(shares)]
    assert sum(shared_widths(columns, width)) == pytest.approx(width, abs=1e-6)
    assert sum(levelled_widths(columns, width, 5, STYLE, Memory())) == pytest.approx(width, abs=1e-6)


def test_a_box_stands_in_the_middle_of_what_it_connects_to() -> None:
    flow = Flow("f", (_column("p"), _column("a", "b", "c")), (("p", "a"), ("p", "b"), ("p", "c")))
    boxes = _boxes(flow, 200)
    assert _middle(boxes["p"]) == pytest.approx(_middle(boxes["b"]))
    assert boxes["b"].y - boxes["a"].bottom == pytest.approx(boxes["c"].y - boxes["b"].bottom)


def test_lines_of_one_box_share_a_trunk_in_the_middle_of_the_gutter() -> None:
    flow = Flow("f", (_column("p"), _column("a", "b")), (("p", "a"), ("p", "b")))
    first, second = _connectors(flow).values()
    bends = {round(x, 6) for mark in (first, second) for x, _ in mark.points[1:-1]}
    boxes = _boxes(flow, 300)
    assert bends == {round((boxes["p"].right + boxes["a"].x) / 2, 6)}


def test_lines_that_would_run_together_turn_side_by_side_on_trunks_of_their_own() -> None:
    columns = (_column("p", "q"), replace(_column("a", "b", "c", "d", "e"), fixed=True))
    flow = Flow("f", columns, (("p", "a"), ("p", "b"), ("p", "d"), ("q", "c"), ("q", "e")))
    trunks = [mark for mark in _shapes(flow, 300) if mark.id.endswith("-trunk")]
    assert [mark.id for mark in trunks] == ["f/p-trunk", "f/q-trunk"]
    assert abs(trunks[0].box.x - trunks[1].box.x) > 4
    connectors = _connectors(flow)
    assert {len(mark.points) for mark in connectors.values()} == {2}
    assert set(connectors) == {
        *("p-p-trunk", "p-trunk-a", "p-trunk-b", "p-trunk-d"),
        *("q-q-trunk", "q-trunk-c", "q-trunk-e"),
    }
    for mark in connectors.values():
        (_, first), (_, last) = mark.points
        assert first == pytest.approx(last)


def test_lines_too_many_for_their_gutter_are_drawn_straight_from_box_to_box() -> None:
    left, right = [f"a{n}" for n in range(14)], [f"b{n}" for n in range(14)]
    flow = Flow("f", (_column(*left), _column(*right)), tuple((a, b) for a in left for b in right if a[1:] != b[1:]))
    connectors = _connectors(flow, 600)
    assert not any("trunk" in name for name in connectors)
    assert {len(mark.points) for mark in connectors.values()} == {2}


def test_more_height_makes_boxes_and_gaps_larger_and_keeps_them_even() -> None:
    flow = Flow("f", (_column("a", "b", "c", "d"),))
    tight, wide = _boxes(flow, flow.laid(WIDTH, STYLE).height), _boxes(flow, 150)
    assert wide["a"].height > tight["a"].height
    gaps = [wide[two].y - wide[one].bottom for one, two in (("a", "b"), ("b", "c"), ("c", "d"))]
    assert gaps == [pytest.approx(gaps[0])] * 3
    assert wide["d"].bottom == pytest.approx(64 + 150)


def test_boxes_of_one_column_are_level_where_there_is_room() -> None:
    column = FlowColumn((FlowBox("a", "一行"), FlowBox("b", "二行\nの文")))
    boxes = _boxes(Flow("f", (column, _column("z"))), 200)
    assert boxes["a"].height == pytest.approx(boxes["b"].height)


def test_boxes_with_different_sources_stand_further_apart() -> None:
    links = (("p", "a"), ("p", "b"), ("q", "c"), ("q", "d"))
    boxes = _boxes(Flow("f", (_column("p", "q"), _column("a", "b", "c", "d")), links), 200)
    assert boxes["c"].y - boxes["b"].bottom > boxes["b"].y - boxes["a"].bottom + 3


def test_a_link_past_a_column_runs_on_a_bar_between_its_boxes() -> None:
    flow = Flow("f", (_column("a"), _column("b", "c"), _column("d")), (("a", "b"), ("a", "c"), ("a", "d")))
    boxes = _boxes(flow, 120)
    bar = boxes["a-channel"]
    assert boxes["b"].bottom < bar.y < boxes["c"].y or bar.y > boxes["c"].bottom or bar.y < boxes["b"].y
    assert (bar.x, bar.right) == (boxes["b"].x, boxes["b"].right)
    assert {"a-a-channel", "a-channel-d"} <= set(_connectors(flow, 120))


def test_links_past_several_columns_keep_clear_of_all_of_them() -> None:
    columns = tuple(_column(*(f"{letter}{n}" for n in range(4))) for letter in "abcde")
    links = (*((f"a{n}", f"e{3 - n}") for n in range(4)), ("b0", "e0"), ("e1", "a2"))
    flow = Flow("f", columns, links)
    slot = Box(30, 64, WIDTH, flow.laid(WIDTH, STYLE).height)
    assert faults(drawn_marks(flow, slot, STYLE), slot) == []


def test_a_box_with_links_to_the_next_column_and_past_several_has_a_trunk_for_each() -> None:
    columns = (_column("p", "q"), _column("a", "b"), _column("c", "d"), _column("e"), _column("f", "g"))
    links = (("p", "a"), ("p", "b"), ("q", "a"), ("q", "b"), ("q", "c"), *((one, two) for one in "pq" for two in "fg"))
    flow = Flow("f", columns, (*links, ("p", "e"), ("q", "e"), ("a", "c"), ("b", "d"), ("d", "e")))
    slot = Box(30, 64, WIDTH, flow.laid(WIDTH, STYLE).height + 200)
    marks = drawn_marks(flow, slot, STYLE)
    assert faults(marks, slot) == []
    assert {"f/q-trunk", "f/q-channels-trunk"} <= {mark.id for mark in marks}


def test_a_cycle_is_drawn_with_a_connector_that_leads_back() -> None:
    flow = Flow("f", (_column("a"), _column("b")), (("a", "b"), ("b", "a")), arrow=True)
    back = _connectors(flow)["b-a"]
    assert (back.start.shape, back.start.site) == ("f/b", 1)
    assert (back.end.shape, back.end.site, back.arrow) == ("f/a", 3, True)


def test_neighbours_in_one_column_are_joined_by_a_straight_line_and_others_around() -> None:
    flow = Flow("f", (_column("a", "b", "c"),), (("a", "b"), ("a", "c")))
    connectors = _connectors(flow)
    assert len(connectors["a-b"].points) == 2
    assert (connectors["a-b"].start.site, connectors["a-b"].end.site) == (2, 0)
    assert connectors["a-c"].start.site == connectors["a-c"].end.site
    slot = Box(30, 64, WIDTH, 300)
    assert faults(drawn_marks(flow, slot, STYLE), slot) == []


def test_a_flow_downwards_has_rows_under_each_other() -> None:
    links = (("root", "left"), ("root", "right"), ("left", "leaf"), ("root", "leaf2"))
    flow = Flow("f", (_column("root"), _column("left", "right"), _column("leaf", "leaf2")), links, "down")
    slot = Box(30, 64, WIDTH, 300)
    boxes = _boxes(flow, 300)
    assert boxes["root"].bottom < boxes["left"].y < boxes["left"].bottom < boxes["leaf"].y
    assert _connectors(flow)["root-left"].start.site == 2
    assert faults(drawn_marks(flow, slot, STYLE), slot) == []


def test_heads_stand_over_their_columns_and_the_title_over_the_first_of_them() -> None:
    columns = (
        _column("a", head="計画"),
        _column("b", head="施策"),
        replace(_column("c", head="予算"), cells=("2022年度\n執行額", "2023年度\n予算額")),
    )
    boxes = _boxes(Flow("f", columns, heads=Heads("施策群", 2, "navy", "pale_head")), 200)
    assert (boxes["title"].x, boxes["title"].right) == (boxes["head-1"].x, boxes["head-2"].right)
    assert boxes["title"].bottom < boxes["head-1"].y < boxes["a"].y
    assert boxes["head-3"].y == boxes["title"].y
    assert boxes["head-3/2"].right == pytest.approx(boxes["head-3"].right)


def test_figures_stand_under_each_other_by_their_decimal_points() -> None:
    cells = (("54.4", "1,234"), ("2,960", "－"), ("7", "116.5"))
    column = FlowColumn(tuple(FlowBox(f"b{n}", "事業", cells=pair) for n, pair in enumerate(cells)))
    marks = [m for m in drawn_marks(Flow("f", (column,)), Box(0, 0, 240, 200), STYLE) if isinstance(m, ShapeMark)]
    lines = [mark.body.paragraphs[-1] for mark in marks if mark.body]
    # Right stops, which every program knows: a figure ends behind the point by the width of its own fraction.
    assert {line.tab_align for line in lines} == {"right"}
    advances, size = STYLE.measure.fonts.body.advances(), STYLE.text("flow_box").size
    fraction = sum(advances[character] for character in ".5") * size
    ends = [[stop - (fraction if "." in figure else 0) for stop, figure in zip(line.tabs, pair, strict=True)]
            for line, pair in zip(lines, cells, strict=True)]
    assert ends == [pytest.approx(ends[0], abs=0.1)] * 3
    # The last column's longest figure ends at the box's inset.
    assert lines[2].tabs[1] == pytest.approx(240 - 2 * 6, abs=0.1)


def test_no_text_ends_in_a_line_of_one_or_two_characters() -> None:
    for length in range(20, 60):
        box = FlowBox("a", "研究健全性公正性自律的確保支援" * 4)
        box = replace(box, text=box.text[:length])
        (mark,) = drawn_marks(Flow("f", (FlowColumn((box,)),)), Box(0, 0, 180, 200), STYLE)
        assert isinstance(mark, ShapeMark)
        assert mark.body is not None
        inside = mark.box.width - mark.body.insets.left - mark.body.insets.right
        lines = STYLE.measure.lines(mark.body.paragraphs[0], inside)
        assert len(lines) == 1 or len(lines[-1]) >= 3, lines


def test_a_mark_hangs_before_the_text_in_its_own_colour() -> None:
    box = FlowBox("a", "施策", BoxLook(mark="◆", mark_colour="amber"))
    (mark,) = drawn_marks(Flow("f", (FlowColumn((box,)),)), Box(0, 0, 180, 60), STYLE)
    assert isinstance(mark, ShapeMark)
    assert mark.body is not None
    (paragraph,) = mark.body.paragraphs
    assert (paragraph.bullet, paragraph.bullet_colour) == ("◆", "amber")
    assert paragraph.indent == paragraph.hanging > paragraph.runs[0].size


def test_splitting_keeps_a_box_with_all_that_it_leads_to() -> None:
    links = (("p", "a"), ("p", "b"), ("q", "c"), ("a", "x"), ("c", "x"), ("q", "y"))
    flow = Flow("f", (_column("p", "q"), _column("a", "b", "c", "free"), _column("x", "y")), links)
    room = flow.laid(WIDTH, STYLE).height - 1
    parts = parts_of(flow, room, WIDTH, STYLE)
    assert parts is not None
    names = [[[box.id for box in column.boxes] for column in part.columns] for part in parts]
    assert names == [[["p"], ["a", "b"], ["x"]], [["q"], ["c", "free"], ["x", "y"]]]
    assert parts[0].links == (("p", "a"), ("p", "b"), ("a", "x"))
    assert parts[0].laid(WIDTH, STYLE).height <= room


def test_a_flow_that_has_one_group_cannot_be_split() -> None:
    flow = Flow("f", (_column("p"), _column("a", "b")), (("p", "a"), ("p", "b")))
    assert flow.laid(WIDTH, STYLE).split(10) is None


def test_a_box_that_asks_for_a_page_begins_one() -> None:
    first, second, third = (FlowBox(name, "文", new_page=name == "q") for name in "pqr")
    flow = Flow("f", (FlowColumn((first, second, third)),))
    parts = parts_of(flow, 500, WIDTH, STYLE)
    assert parts is not None
    assert [[box.id for box in part.columns[0].boxes] for part in parts] == [["p"], ["q", "r"]]


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ((("a", "bb"),), "'bb', which is no box"),
        ((("a", "a"),), "linked to itself"),
    ],
)
def test_a_link_to_nothing_or_to_itself_is_an_error_that_names_the_flow(
    links: tuple[tuple[str, str], ...], words: str
) -> None:
    with pytest.raises(DocgenError, match=words) as caught:
        Flow("f", (_column("a"), _column("b")), links).laid(WIDTH, STYLE)
    assert caught.value.where == "f"


def test_two_boxes_of_one_id_are_an_error() -> None:
    with pytest.raises(DocgenError, match="two boxes with the id 'a'"):
        Flow("f", (_column("a"), _column("a"))).laid(WIDTH, STYLE)
