"""How large the boxes of every row are and how far apart: one row leads, whose boxes fill the length evenly.

The leading row is the fullest. Its spare length goes into its boxes and gaps alike; borders between groups are
wider, and so are gaps beside which boxes of a neighbouring row could not else stand where they want to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import fsum

from docgen.blocks.flow.frame_room import with_room_in_frames
from docgen.blocks.flow.graph import Neighbours
from docgen.blocks.flow.rows import Gaps, Row, Sizes, Spaces
from docgen.value import value

# A box on a trunk snaps to the level of a box it connects to where that is nearer than this (points).
SNAP = 7.0
# Boxes are made level up to so many times the median extent of their row.
_LEVEL = 1.3
# A row as full as this part of the fullest may lead; one less full than this part of the length grows along.
_NEARLY = 0.8
_SLACK = 0.75
# At most so much is added to a gap so that boxes beside it stand at their wish: gaps stay even (points).
_MOST_WANTED = 10.0


@value(frozen=True, slots=True)
class Spread:
    """The items' sizes, the distances between neighbours in each row, and what the leading row takes.

    ``lead`` is the number of the leading row, ``starts`` are its items' first edges, ``used`` is its length.
    """

    sizes: Sizes
    gaps: Gaps
    lead: int
    starts: Mapping[int, float]
    used: float


def spread(
    rows: Sequence[Row], least: Sizes, before: Neighbours, after: Neighbours, spaces: Spaces, length: float
) -> Spread:
    """The rows spread over ``length``; ``least`` are the items' least sizes."""
    sizes = dict(least)
    for row in rows:
        sizes |= _levelled(row, sizes, length - row.length(sizes, spaces, spaces.gap))
    rows = with_room_in_frames(rows, sizes, spaces, length)
    lead = _leading(rows, sizes, spaces)
    sides = ((lead - 1, after), (lead + 1, before))
    beside = [(rows[number], links) for number, links in sides if 0 <= number < len(rows)]
    lead_gaps, share = _lead_gaps(rows[lead], beside, sizes, before, spaces, length)
    growth = share * spaces.stretch
    for number, row in enumerate(rows):
        boxes = row.boxes(sizes)
        # A row that does not lead grows along where that leaves it slack for its boxes' wishes.
        if number == lead or row.length(sizes, spaces, spaces.gap) + growth * len(boxes) <= _SLACK * length:
            sizes |= {box: sizes[box] + growth for box in boxes}
    gaps = [_gaps(row, sizes, before, spaces, length) for row in rows]
    gaps[lead] = lead_gaps[1:-1]
    used = fsum(lead_gaps) + rows[lead].extent(sizes)
    return Spread(sizes, gaps, lead, _stacked(rows[lead], sizes, lead_gaps), used)


def wish(linked: Sequence[int], starts: Mapping[int, float], sizes: Sizes) -> float | None:
    """The level that a box wants its centre on: the middle of what it connects to, or a box near there.

    None where nothing that it connects to has a place in ``starts``.
    """
    centres = [starts[node] + sizes[node] / 2 for node in linked if node in starts]
    if not centres:
        return None
    middle = (min(centres) + max(centres)) / 2
    nearest = min(centres, key=lambda centre: abs(centre - middle))
    return nearest if abs(nearest - middle) < SNAP else middle


def _levelled(row: Row, sizes: Sizes, spare: float) -> dict[int, float]:
    """The boxes' extents with the smallest raised towards one level, as far as the spare length goes."""
    boxes = sorted(row.boxes(sizes), key=sizes.__getitem__)
    if len(boxes) < 2 or spare <= 0:
        return {}
    top = min(sizes[boxes[-1]], _LEVEL * sizes[boxes[len(boxes) // 2]])
    level = sizes[boxes[0]]
    for count, box in enumerate(boxes[1:], start=1):
        rise = min(sizes[box], top) - level
        if rise * count >= spare or sizes[box] >= top:
            level += max(0.0, min(rise, spare / count))
            break
        level += rise
        spare -= rise * count
    return {box: max(sizes[box], level) for box in boxes}


def _leading(rows: Sequence[Row], sizes: Sizes, spaces: Spaces) -> int:
    """The row to spread evenly: the one with most boxes among those that are nearly as full as the fullest."""
    lengths = [row.length(sizes, spaces, spaces.gap) for row in rows]
    full = [number for number, length in enumerate(lengths) if length >= _NEARLY * max(lengths)]
    return max(full, key=lambda number: (len(rows[number].boxes(sizes)), lengths[number]))


def _gaps(row: Row, sizes: Sizes, before: Neighbours, spaces: Spaces, length: float) -> list[float]:
    """The gaps of a row that does not lead, with borders between groups where the length has room for them."""
    gaps = row.gaps(spaces, row.fitting_gap(sizes, spaces, length))
    wider = [gap + spaces.group * border for gap, border in zip(gaps, _borders(row, before), strict=True)]
    return wider if fsum(wider) + row.extent(sizes) <= length else gaps


def _borders(row: Row, before: Neighbours) -> list[int]:
    """1 for each gap between boxes that share no box of the row before, where there is such a row."""
    sources = [set(before.get(item, ())) for item in row.items]
    if not any(sources):
        return [0] * len(row.joints)
    return [
        int(joint == "box" and min(pair) >= 0 and not shared)
        for joint, pair, shared in zip(
            row.joints, pairwise(row.items), (here & there for here, there in pairwise(sources)), strict=True
        )
    ]


def _lead_gaps(
    row: Row, beside: Sequence[tuple[Row, Neighbours]], sizes: Sizes, before: Neighbours, spaces: Spaces, length: float
) -> tuple[list[float], float]:
    """The leading row's gaps, with one before its first item and one after its last, and what share of their
    stretch its boxes take.

    The length goes to wished gaps first, then borders, then what rows ``beside`` want, then all alike.
    """
    gap = row.fitting_gap(sizes, spaces, length)
    spare = length - row.length(sizes, spaces, gap)
    joints, borders = ("", *row.joints, ""), [0, *_borders(row, before), 0]
    gaps, spare = _shared_out([0.0, *row.gaps(spaces, gap), 0.0], [spaces.group * border for border in borders], spare)
    # Only borders between groups give way, where there are groups; nothing does inside a frame.
    within = 0.0 if any(borders) else _MOST_WANTED
    most = [
        SNAP if joint == "" else 0.0 if joint == "inside" else _MOST_WANTED if border else within
        for joint, border in zip(joints, borders, strict=True)
    ]
    for other, links in beside:
        gaps, spare = _shared_out(gaps, _wanted(row, other, links, sizes, gaps, spaces, most), spare)
    more = [
        max(0.0, spaces.most + border * spaces.group_most - gap) if joint == "box" else 0.0
        for gap, border, joint in zip(gaps, borders, joints, strict=True)
    ]
    demand = fsum(more) + len(row.boxes(sizes)) * spaces.stretch
    share = min(1.0, max(0.0, spare) / demand) if demand else 0.0
    return [gap + share * add for gap, add in zip(gaps, more, strict=True)], share


def _shared_out(gaps: list[float], wanted: Sequence[float], spare: float) -> tuple[list[float], float]:
    """The gaps with what is wanted added, or the share of it that the spare length allows; what is left."""
    demand = fsum(wanted)
    if demand <= 0 or spare <= 0:
        return gaps, spare
    share = min(1.0, spare / demand)
    return [gap + share * want for gap, want in zip(gaps, wanted, strict=True)], spare - share * demand


def _wanted(
    row: Row,
    beside: Row,
    links: Neighbours,
    sizes: Sizes,
    gaps: Sequence[float],
    spaces: Spaces,
    most: Sequence[float],
) -> list[float]:
    """What to add to the leading row's gaps, ``most`` at each, so that a row beside it can stand at its wishes."""
    place = {item: number for number, item in enumerate(row.items)}
    wanted = [0.0] * len(gaps)
    shift, floor, last = 0.0, 0.0, -1
    starts = _stacked(row, sizes, gaps)
    for item, distance in zip(beside.items, [*beside.gaps(spaces, spaces.gap), 0.0], strict=False):
        linked = sorted(place[other] for other in links.get(item, ()) if other in place)
        level = wish([row.items[number] for number in linked], starts, sizes)
        top = floor if level is None else level + shift - sizes[item] / 2
        if top < floor and linked and linked[0] > last:
            more = min(floor - top, most[linked[0]] - wanted[linked[0]])
            wanted[linked[0]] += more
            shift += more
            top = floor
        last = max(last, linked[-1]) if linked else last
        floor = max(top, floor) + sizes[item] + distance
    end = fsum(gaps) + row.extent(sizes) + shift
    wanted[-1] = min(most[-1], max(0.0, floor - end))
    return wanted


def _stacked(row: Row, sizes: Sizes, gaps: Sequence[float]) -> dict[int, float]:
    """First edges from the gaps: one before the first item, then one between neighbours."""
    starts: dict[int, float] = {}
    reached = 0.0
    for gap, item in zip(gaps, row.items, strict=False):
        reached += gap
        starts[item] = reached
        reached += sizes[item]
    return starts
