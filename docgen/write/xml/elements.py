"""Elements that several parts share: the shape tree, pictures, graphic frames, rectangles, colour maps."""

from __future__ import annotations

from docgen.placed import Box
from docgen.write.xml.namespaces import SVG, SVG_PICTURE
from docgen.write.xml.units import transform

RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'

_TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)

# What the colours bg1, tx1 and so on mean: a master says it, a slide, layout or notes page takes it over.
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

# The paper behind a master's slides or notes pages.
BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def shape_tree(shapes: str) -> str:
    """The ``p:spTree`` around the shapes of a slide, layout, master or notes page; its own id is 1."""
    return f"<p:spTree>{_TREE_HEAD}{shapes}</p:spTree>"


def graphic_frame(name: str, box: Box, uri: str, content: str) -> str:
    """The ``p:graphicFrame`` of a table or a chart, the kind that ``uri`` names; ``name`` is its ``p:cNvPr``."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{name}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def svg_beside(key: str) -> str:
    """What in the ``a:blip`` of a picture names the SVG that programs which know SVG draw in its place."""
    return f'<a:extLst><a:ext uri="{SVG_PICTURE}"><asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{key}"/></a:ext></a:extLst>'


def picture_xml(box: Box, name: str, image: str, inside: str = "", properties: str = "<p:nvPr/>") -> str:
    """The ``p:pic`` of a picture with the relationship id ``image``; ``inside`` stands in its ``a:blip``."""
    return (
        f'<p:pic><p:nvPicPr>{name}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{properties}'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{image}">{inside}</a:blip>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform(box)}{RECTANGLE}</p:spPr></p:pic>"
    )
