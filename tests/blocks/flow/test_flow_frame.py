"""Frames around groups of boxes in flows of both directions, heads of rows, and splitting by whole groups."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from support.drawn_marks import drawn_marks, parts_of
from support.flow_charts import faults, frame_faults, random_framed_flow, through
from support.often import often
from test_flow import STYLE, WIDE, WIDTH

from docgen.blocks.flow.boxes import FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.flow import Flow
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.placed import Box, ConnectorMark, Mark, ShapeMark


def _column(*names: str, head: str = "") -> FlowColumn:
    return FlowColumn(tuple(FlowBox(name, "短い文") for name in names), head)


def _marks(flow: Flow, height: float = 300, style: Style = STYLE) -> tuple[Mark, ...]:
    return drawn_marks(flow, Box(30, 64, WIDTH, height), style)


def _shapes(flow: Flow, height: float = 300) -> dict[str, ShapeMark]:
    marks = _marks(flow, height)
    return {mark.id.removeprefix(f"{flow.id}/"): mark for mark in marks if isinstance(mark, ShapeMark)}


def _names(flow: Flow) -> list[list[str]]:
    return [[box.id for box in column.boxes] for column in flow.columns]


TREE = Flow(
    "f",
    (_column("root", head="会議"), _column("a", "b", head="部会"), _column("a1", "a2", "b1", "b2", head="分科会")),
    (("root", "a"), ("root", "b"), ("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")),
    "down",
    frames=(FlowFrame("A", "第一の組", ("a", "a1", "a2")), FlowFrame("B", "第二の組", ("b", "b1", "b2"))),
)


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_random_flows_keep_frames_apart_in_both_directions(first: int) -> None:
    for seed in range(first, first + often(20)):
        flow, style = random_framed_flow(seed), WIDE if seed % 4 > 1 else STYLE
        height = flow.laid(WIDTH, style).height
        if height < math.inf:
            slot = Box(30, 64, WIDTH, height + (0.0, 0.5, 80.0, 400.0)[seed // 2 % 4])
            marks = drawn_marks(flow, slot, style)
            assert faults(marks, slot) + frame_faults(flow, marks) == [], f"seed {seed}"


def test_most_random_flows_fit_the_width() -> None:
    assert sum(random_framed_flow(seed).laid(WIDTH, STYLE).height < math.inf for seed in range(1, 41, 2)) > 12


@pytest.mark.parametrize("direction", ["right", "down"])
def test_no_line_of_a_tree_runs_through_the_frame_of_another_branch(direction: str) -> None:
    for seed in range(often(15)):
        dice = random.Random(seed)
        branches = [f"b{n}" for n in range(dice.randint(2, 4))]
        leaves = [f"{branch}-{n}" for branch in branches for n in range(dice.randint(1, 3))]
        shown = dice.sample(leaves, len(leaves))
        links = [("root", branch) for branch in branches] + [(leaf.split("-")[0], leaf) for leaf in leaves]
        frames = tuple(
            FlowFrame(b, "組の名前", (b, *(leaf for leaf in leaves if leaf.startswith(f"{b}-")))) for b in branches
        )
        flow = Flow("f", (_column("root"), _column(*branches), _column(*shown)), tuple(links), frames=frames)
        flow = Flow(flow.id, flow.columns, flow.links, "down" if direction == "down" else "right", frames=frames)
        marks = _marks(flow, 430)
        places = {m.id: m for m in marks if isinstance(m, ShapeMark) and "/frame-" in m.id}
        for line in (mark for mark in marks if isinstance(mark, ConnectorMark)):
            held = {
                f"f/frame-{frame.id}"
                for frame in frames
                if {line.start.shape.removeprefix("f/"), line.end.shape.removeprefix("f/")} & set(frame.boxes)
            }
            met = {name for one, two in pairwise(line.points) for name in through(one, two, places)}
            assert met <= held, (seed, line.id)


@pytest.mark.parametrize("direction", ["right", "down"])
def test_a_link_past_several_layers_keeps_out_of_frames_and_off_the_edges_of_its_own(direction: str) -> None:
    columns = (_column("p"), _column("a", "b"), _column("a1", "b1"), _column("c"), _column("d"))
    links = (("p", "a"), ("p", "b"), ("a", "a1"), ("b", "b1"), ("a1", "c"), ("c", "d"), ("p", "c"), ("p", "d"))
    frames = (FlowFrame("A", "組の名前", ("a", "a1", "c")),)
    flow = Flow("f", columns, links, "down" if direction == "down" else "right", frames=frames)
    shapes = _shapes(flow, 400)
    frame = shapes["frame-A"].box
    past, into = shapes["p-channel-5"].box, shapes["p-channel-4"].box
    assert not frame.overlaps(past)
    side = (into.y, frame.y, frame.bottom) if direction == "right" else (into.x, frame.x, frame.right)
    assert min(abs(side[0] - edge) for edge in side[1:]) > 3


def test_a_frame_stands_close_around_its_boxes_with_its_title_above_them() -> None:
    for flow in (TREE, Flow("f", TREE.columns, TREE.links, frames=TREE.frames)):
        shapes = _shapes(flow)
        frame, boxes = shapes["frame-A"], [shapes[name].box for name in ("a", "a1", "a2")]
        assert frame.box.x == pytest.approx(min(box.x for box in boxes) - 6)
        assert frame.box.right == pytest.approx(max(box.right for box in boxes) + 6)
        assert frame.box.bottom == pytest.approx(max(box.bottom for box in boxes) + 6)
        assert frame.body is not None
        assert frame.body.paragraphs[0].runs[0].text == "第一の組"
        assert frame.box.y + frame.body.insets.top + frame.body.paragraphs[0].pitch <= min(b.y for b in boxes)


def test_the_title_of_a_frame_gives_way_to_a_line_that_comes_in_over_it() -> None:
    frames = (FlowFrame("A", "題名", ("a",)),)
    flow = Flow("f", (_column("p"), _column("a")), (("p", "a"),), "down", frames=frames)
    body = _shapes(flow)["frame-A"].body
    assert body is not None
    assert body.paragraphs[0].align == "left"
    wide = Flow("f", flow.columns, flow.links, "down", frames=(FlowFrame("A", "組の長い名前", ("a",)),))
    crossed = _shapes(wide)
    frame, line = crossed["frame-A"].box, next(m for m in _marks(wide) if isinstance(m, ConnectorMark))
    assert frame.x < line.points[-1][0] < frame.right


def test_a_frame_is_drawn_and_read_before_its_boxes_and_after_what_stands_before_it() -> None:
    for flow in (TREE, Flow("f", TREE.columns, TREE.links, frames=TREE.frames)):
        names = [mark.id.removeprefix("f/") for mark in _marks(flow) if isinstance(mark, ShapeMark)]
        assert [name for name in names if not name.startswith("head")] == [
            *("root", "frame-A", "a", "a1", "a2"),
            *("frame-B", "b", "b1", "b2"),
        ]


def test_boxes_of_a_frame_stand_together_whatever_the_content_order() -> None:
    mixed = Flow(
        "f",
        (_column("p"), _column("x", "a", "y", "b", "z")),
        tuple(("p", name) for name in "xaybz"),
        frames=(FlowFrame("A", "", ("a", "b")),),
    )
    order = sorted("xaybz", key=lambda name: _shapes(mixed)[name].box.y)
    assert abs(order.index("a") - order.index("b")) == 1


def test_heads_of_rows_stand_at_the_left_as_high_as_their_rows() -> None:
    flow = Flow("f", TREE.columns, TREE.links, "down", Heads("推進体制", fill="navy"))
    shapes = _shapes(flow)
    for number, name in enumerate(("root", "a", "a1"), start=1):
        head, box = shapes[f"head-{number}"].box, shapes[name].box
        assert [head.y, head.height] == pytest.approx([box.y, box.height])
        assert head.right < box.x
    title = shapes["title"].box
    assert (title.x, title.width) == (30, WIDTH)
    assert title.bottom < shapes["head-1"].box.y


def test_the_branches_of_a_tree_stand_in_the_middle_over_what_is_below_them() -> None:
    shapes = {name: mark.box for name, mark in _shapes(TREE).items()}
    middle = {name: box.x + box.width / 2 for name, box in shapes.items()}
    assert middle["a"] == pytest.approx((middle["a1"] + middle["a2"]) / 2, abs=0.5)
    assert middle["root"] == pytest.approx((middle["a"] + middle["b"]) / 2, abs=0.5)


def test_a_flow_downwards_is_parted_by_whole_branches_under_the_same_root() -> None:
    parts = parts_of(TREE, 1000, WIDTH, STYLE)
    assert parts is not None
    assert [_names(part) for part in parts] == [[["root"], ["a"], ["a1", "a2"]], [["root"], ["b"], ["b1", "b2"]]]
    assert [[frame.id for frame in part.frames] for part in parts] == [["A"], ["B"]]
    assert [[column.head for column in part.columns] for part in parts] == [["会議", "部会", "分科会"]] * 2


def test_a_frame_is_never_parted() -> None:
    flow = Flow("f", (_column("a", "b", "c"),), frames=(FlowFrame("A", "", ("b", "c")),))
    parts = parts_of(flow, 1000, WIDTH, STYLE)
    assert parts is not None
    assert [_names(part) for part in parts] == [[["a"]], [["b", "c"]]]
    whole = Flow("f", (_column("a", "b"),), frames=(FlowFrame("A", "", ("a", "b")),))
    assert whole.laid(WIDTH, STYLE).split(1000) is None


def test_rows_that_are_too_full_for_the_width_go_on_on_another_page() -> None:
    leaves = tuple(f"l{n}" for n in range(30))
    flow = Flow("f", (_column("root"), _column(*leaves)), tuple(("root", leaf) for leaf in leaves), "down")
    assert flow.laid(WIDTH, STYLE).height == math.inf
    parts = parts_of(flow, 400, WIDTH, STYLE)
    assert parts is not None
    assert parts[0].laid(WIDTH, STYLE).height < 400
    assert _names(parts[0])[0] == _names(parts[1])[0] == ["root"]


@pytest.mark.parametrize(
    ("frames", "words"),
    [
        ((FlowFrame("A", "", ("roo",)),), "holds 'roo', which is no box"),
        ((FlowFrame("A", "", ()),), "holds no box"),
        ((FlowFrame("A", "", ("a",)), FlowFrame("B", "", ("a", "b"))), "'a' stands in two frames, 'A' and 'B'"),
    ],
)
def test_a_frame_around_nothing_or_around_anothers_box_is_an_error(
    frames: tuple[FlowFrame, ...], words: str
) -> None:
    with pytest.raises(DocgenError, match=words) as caught:
        Flow("f", TREE.columns, TREE.links, "down", frames=frames).laid(WIDTH, STYLE)
    assert caught.value.where == "f"
