"""Free outlines as ``a:custGeom``, which PowerPoint edits point by point."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.errors import DocgenError
from docgen.placed import Box
from docgen.write.units import EMU_PER_POINT, emu

Ring = Sequence[tuple[float, float]]


def outline(rings: Sequence[Ring], box: Box) -> str:
    """Closed rings as one path over the whole box; their points are in points from its left and top.

    Raises DocgenError for an outline without a ring, or a ring of fewer than two points.
    """
    if not rings or any(len(ring) < 2 for ring in rings):
        raise DocgenError("a free outline is not one", expected="rings of two points or more each")
    # A path without width or height has no scale.
    width, height = max(1, emu(box.width)), max(1, emu(box.height))
    drawn = "".join([_ring(ring) for ring in rings])
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


def _ring(ring: Ring) -> str:
    first, *others = [
        f'<a:pt x="{round(x * EMU_PER_POINT)}" y="{round(y * EMU_PER_POINT)}"/>' for x, y in ring
    ]
    lines = "".join([f"<a:lnTo>{point}</a:lnTo>" for point in others])
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"
