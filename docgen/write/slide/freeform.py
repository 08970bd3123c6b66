"""Free outlines as ``a:custGeom``, which PowerPoint edits point by point."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from docgen.errors import DocgenError
from docgen.placed import Box
from docgen.write.xml.units import EMU_PER_POINT, emu

Ring = tuple[tuple[float, float], ...]

# Rings of so many outlines are remembered: an unchanged map is not spelled again.
_REMEMBERED = 1024


def outline(rings: Sequence[Ring], box: Box, sites: Ring = ()) -> str:
    """Closed rings as one path over the whole box; their points are in points from its left and top.

    The connection sites are the four of the box's sides, then ``sites``: LibreOffice takes the first four for
    those of the sides whatever is written there. Without ``sites`` there are none. Raises DocgenError for an
    outline without a ring, or a ring of fewer than two points.
    """
    if not rings or any(len(ring) < 2 for ring in rings):
        raise DocgenError("a free outline is not one", expected="rings of two points or more each")
    # A path without width or height has no scale.
    width, height = max(1, emu(box.width)), max(1, emu(box.height))
    drawn = "".join([_ring(ring) for ring in rings])
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{_sites(sites, box)}<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


def _sites(sites: Ring, box: Box) -> str:
    if not sites:
        return "<a:cxnLst/>"
    width, height = box.width, box.height
    sides = ((width / 2, 0.0), (0.0, height / 2), (width / 2, height), (width, height / 2))
    listed = "".join([f'<a:cxn ang="0"><a:pos {_place(point)}/></a:cxn>' for point in (*sides, *sites)])
    return f"<a:cxnLst>{listed}</a:cxnLst>"


@functools.lru_cache(_REMEMBERED)
def _ring(ring: Ring) -> str:
    first, *others = [f"<a:pt {_place(point)}/>" for point in ring]
    lines = "".join([f"<a:lnTo>{point}</a:lnTo>" for point in others])
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def _place(point: tuple[float, float]) -> str:
    return f'x="{round(point[0] * EMU_PER_POINT)}" y="{round(point[1] * EMU_PER_POINT)}"'
