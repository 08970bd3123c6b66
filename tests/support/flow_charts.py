"""Random charts for the tests of flows, and what must hold of the marks of any flow."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Literal

from docgen.blocks.flow.boxes import FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.flow import Flow
from docgen.placed import Box, ConnectorMark, Mark, ShapeMark
from docgen.placed.box import Coordinates

_TEXT = "国際共同研究を推進するための新たな基金の創設と、SICORP（戦略的国際共同研究プログラム）による支援の強化、2022年度からの取組の継続的な発信"


def random_flow(seed: int) -> Flow:
    """Up to 12 plan items, 30 measures and 15 budget lines with any links, budgets to plan items included."""
    dice = random.Random(seed)
    plans = [f"P{n}" for n in range(dice.randint(1, 12))]
    measures = [f"M{n}" for n in range(dice.randint(1, 30))]
    budgets = [f"B{n}" for n in range(dice.randint(0, 15))]
    links = {(dice.choice(plans), name) for name in measures for _ in range(dice.randint(0, 2))}
    links |= {(dice.choice(measures), name) for name in budgets for _ in range(dice.randint(0, 3))}
    links |= {(dice.choice(plans), name) for name in budgets if dice.random() < 0.2}
    columns = (
        FlowColumn(_boxes(plans, dice), "計画", 0.24),
        FlowColumn(_boxes(measures, dice), "施策", 0.42),
        FlowColumn(_boxes(budgets, dice, cells=("1,234", "56.7", "－")), "予算", 0.34),
    )
    return Flow("chart", columns, tuple(sorted(links)))


def random_framed_flow(seed: int) -> Flow:
    """Up to five layers of up to eight boxes in either direction, any links, some boxes in frames, some heads."""
    dice = random.Random(seed)
    names = [[f"b{layer}-{n}" for n in range(dice.randint(1, 8))] for layer in range(dice.randint(1, 5))]
    flat = [name for layer in names for name in layer]
    links = {
        (dice.choice(one), name) for one, two in pairwise(names) for name in two for _ in range(dice.randint(0, 2))
    }
    links |= {(one, two) for one, two in (dice.sample(flat, 2) for _ in range(2) if len(flat) > 1)}
    groups: dict[int, list[str]] = {}
    for name in flat:
        group = dice.randint(0, 5)
        if group < 3:
            groups.setdefault(group, []).append(name)
    frames = tuple(FlowFrame(f"g{group}", _TEXT[: dice.randint(0, 20)], tuple(held)) for group, held in groups.items())
    columns = tuple(
        FlowColumn(_boxes(layer, dice), f"段階{number}" if seed % 3 else "") for number, layer in enumerate(names)
    )
    direction: Literal["right", "down"] = "down" if seed % 2 else "right"
    return Flow("chart", columns, tuple(sorted(links)), direction, Heads("題名" if seed % 5 == 0 else "", 2), frames=frames)


def frame_faults(flow: Flow, marks: Sequence[Mark]) -> list[str]:
    """What is wrong with a flow's frames: boxes that are not theirs, boxes outside, frames over frames."""
    shapes = {mark.id: mark.box for mark in marks if isinstance(mark, ShapeMark)}
    places = {frame.id: shapes[f"{flow.id}/frame-{frame.id}"] for frame in flow.frames}
    found = [
        f"{one} overlaps {two}" for one, two in combinations(places, 2) if places[one].overlaps(places[two])
    ]
    for frame in flow.frames:
        for box in (box for column in flow.columns for box in column.boxes):
            place = shapes[f"{flow.id}/{box.id}"]
            if box.id in frame.boxes and not places[frame.id].contains(place):
                found.append(f"{box.id} is not inside {frame.id}")
            if box.id not in frame.boxes and places[frame.id].overlaps(place):
                found.append(f"{box.id} is in {frame.id}")
    return found


def _boxes(names: Sequence[str], dice: random.Random, cells: tuple[str, ...] = ()) -> tuple[FlowBox, ...]:
    return tuple(FlowBox(name, _TEXT[: dice.randint(4, 55)], cells=cells) for name in names)


def faults(marks: Sequence[Mark], slot: Box) -> list[str]:
    """What is wrong with a flow's marks: boxes over boxes, lines through boxes, loose ends, things outside, ids given twice."""
    ids = [mark.id for mark in marks]
    shapes = {mark.id: mark for mark in marks if isinstance(mark, ShapeMark) and "/frame-" not in mark.id}
    connectors = [mark for mark in marks if isinstance(mark, ConnectorMark)]
    found = [f"two marks are {name}" for name in set(ids) if ids.count(name) > 1]
    found += [
        f"{one.id} overlaps {two.id}"
        for one, two in combinations(shapes.values(), 2)
        if one.box.overlaps(two.box) and max(map(_thickness, (one.box, two.box))) > 1.5
    ]
    found += [
        f"{mark.id} is outside" for mark in marks if isinstance(mark, ShapeMark) and not slot.contains(mark.box)
    ]
    for connector in connectors:
        found += _connector_faults(connector, shapes, slot)
    return found


def _connector_faults(connector: ConnectorMark, shapes: dict[str, ShapeMark], slot: Box) -> list[str]:
    found: list[str] = []
    for glue, point in ((connector.start, connector.points[0]), (connector.end, connector.points[-1])):
        if glue.shape not in shapes or _distance(site(shapes[glue.shape], glue.site), point) > 0.02:
            found.append(f"{connector.id} is loose at {glue}")
    for x, y in connector.points:
        if not slot.contains(Box(x, y, 0, 0)):
            found.append(f"{connector.id} leaves the slot")
    for first, second in pairwise(connector.points):
        found += [f"{connector.id} runs through {name}" for name in through(first, second, shapes)]
    return found


def site(mark: ShapeMark, number: int) -> Coordinates:
    """A connection site of a rectangle: 0 top, 1 left, 2 bottom, 3 right, then its own."""
    box = mark.box
    if number > 3:
        return (box.x + mark.sites[number - 4][0], box.y + mark.sites[number - 4][1])
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    return ((middle[0], box.y), (box.x, middle[1]), (middle[0], box.bottom), (box.right, middle[1]))[number]


def through(first: Coordinates, second: Coordinates, shapes: dict[str, ShapeMark]) -> list[str]:
    """The boxes whose inside a segment meets (Liang and Barsky's clipping); a bar is a line, no box."""
    boxes = {name: mark.box for name, mark in shapes.items() if min(mark.box.width, mark.box.height) > 2}
    return [name for name, box in boxes.items() if _clipped(first, second, box)]


def _thickness(box: Box) -> float:
    """How thick a shape is: what is as thin as a line may cross another."""
    return min(box.width, box.height)


def _clipped(first: Coordinates, second: Coordinates, box: Box, tolerance: float = 0.02) -> bool:
    start, end = 0.0, 1.0
    for at, to, low, high in (
        (first[0], second[0], box.x + tolerance, box.right - tolerance),
        (first[1], second[1], box.y + tolerance, box.bottom - tolerance),
    ):
        if low >= high:
            return False
        if at == to:
            if not low < at < high:
                return False
            continue
        near, far = sorted(((low - at) / (to - at), (high - at) / (to - at)))
        start, end = max(start, near), min(end, far)
    return start < end


def _distance(one: Coordinates, two: Coordinates) -> float:
    return abs(one[0] - two[0]) + abs(one[1] - two[1])
