"""Pictures as ``p:pic``: a PNG, and an SVG beside it for the programs that draw one."""

from __future__ import annotations

from docgen.placed import Box, PictureMark
from docgen.write.xml.namespaces import SVG, SVG_PICTURE
from docgen.write.xml.units import transform


def picture(mark: PictureMark, name: str, png: str, svg: str | None) -> str:
    """A picture's XML; ``png`` and ``svg`` are relationship ids of the slide."""
    sharp = (
        f'<a:extLst><a:ext uri="{SVG_PICTURE}"><asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{svg}"/>'
        "</a:ext></a:extLst>"
        if svg is not None
        else ""
    )
    return picture_xml(mark.box, name, png, sharp)


def picture_xml(box: Box, name: str, png: str, inside: str = "", properties: str = "<p:nvPr/>") -> str:
    """The ``p:pic`` of a picture in a box; ``inside`` stands in its ``a:blip``."""
    return (
        f'<p:pic><p:nvPicPr>{name}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{properties}'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{png}">{inside}</a:blip>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
