"""The shape tree: the group that holds all shapes of a slide, layout, master or notes page."""

from __future__ import annotations

_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)

# A slide, layout or notes page takes its colours' meaning from its master.
MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def shape_tree(shapes: str) -> str:
    """The ``p:spTree`` around the given shapes, whose own id is 1."""
    return f"<p:spTree>{_HEAD}{shapes}</p:spTree>"
