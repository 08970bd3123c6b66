"""What a frame that stands in several rows asks of each: room for its boxes in all of them, and edges in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum

from docgen.blocks.flow.rows import Gaps, Row, Sizes, Spaces, edges_of_frame, joined_length, largest


def with_room_in_frames(rows: Sequence[Row], sizes: Sizes, spaces: Spaces, length: float) -> list[Row]:
    """The rows with every frame as long as its fullest row asks, its boxes in the middle, as far as length goes."""
    if not any(row.frames for row in rows):
        return list(rows)
    extents: list[dict[int, float]] = []
    for row in rows:
        lengths = row.chain(sizes, row.gaps(spaces, row.fitting_gap(sizes, spaces, length)))[1]
        extents.append({frame: fsum(lengths[first:last]) for frame, (first, last) in row.frames.items()})
    longest: dict[int, float] = {}
    for row_extents in extents:
        longest |= {frame: max(extent, longest.get(frame, 0.0)) for frame, extent in row_extents.items()}
    roomy: list[Row] = []
    for row, row_extents in zip(rows, extents, strict=True):
        more = {frame: longest[frame] - extent for frame, extent in row_extents.items()}
        wanted, room = fsum(more.values()), length - row.length(sizes, spaces, spaces.least)
        insides = list(row.insides)
        for frame, (first, last) in row.frames.items() if wanted > 0 else ():
            half = min(1.0, max(0.0, room) / wanted) * more[frame] / 2
            insides[first] += half
            insides[last - 1] += half
        roomy.append(replace(row, insides=tuple(insides)))
    return roomy


def fitting(
    rows: Sequence[Row], gaps: Gaps, sizes: Sizes, least: Sizes, spaces: Spaces, length: float
) -> tuple[Gaps, Sizes]:
    """The gaps and sizes, or less down to the least ones where frames leave the rows no room for them.

    In a frame, gaps beside its edges are the frame's own.
    """
    if not any(row.frames for row in rows):
        return gaps, sizes
    least_gaps = [row.gaps(spaces, spaces.least) for row in rows]

    def shared(share: float) -> tuple[Gaps, Sizes]:
        return (
            [
                [low if joint == "inside" else low + share * (gap - low) for joint, low, gap in zip(*row, strict=True)]
                for row in zip([row.joints for row in rows], least_gaps, gaps, strict=True)
            ],
            {item: size + share * (sizes[item] - size) for item, size in least.items()},
        )

    return shared(largest(lambda share: joined_length(rows, *shared(share)) <= length, 0.0, 1.0))


def edges_around(rows: Sequence[Row], starts: Mapping[int, float], sizes: Sizes) -> dict[int, float]:
    """The edges of frames close around their nodes; those of a frame without a node in these rows are left out."""
    edges: dict[int, float] = {}
    for row in rows:
        for frame, (first, last) in row.frames.items():
            if last > first + 1:
                edge, end = edges_of_frame(frame)
                node, final = row.items[first + 1], row.items[last - 1]
                low, high = starts[node] - row.insides[first], starts[final] + sizes[final] + row.insides[last - 1]
                edges |= {edge: min(low, edges.get(edge, low)), end: max(high, edges.get(end, high))}
    return edges
