"""Pictures as ``p:pic``: a PNG, and an SVG beside it for the programs that draw one."""

from __future__ import annotations

from docgen.placed import PictureMark
from docgen.write.namespaces import SVG, SVG_PICTURE
from docgen.write.units import transform


def picture(mark: PictureMark, name: str, png: str, svg: str | None) -> str:
    """A picture's XML; ``png`` and ``svg`` are relationship ids of the slide."""
    sharp = (
        f'<a:extLst><a:ext uri="{SVG_PICTURE}"><asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{svg}"/>'
        "</a:ext></a:extLst>"
        if svg is not None
        else ""
    )
    return (
        f'<p:pic><p:nvPicPr>{name}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{png}">{sharp}</a:blip>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform(mark.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
