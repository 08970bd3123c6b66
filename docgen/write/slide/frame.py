"""The graphic frame: what holds a table or a chart on a slide."""

from __future__ import annotations

from docgen.placed import Box
from docgen.write.xml.namespaces import CHART
from docgen.write.xml.units import transform


def graphic_frame(name: str, box: Box, uri: str, content: str) -> str:
    """A ``p:graphicFrame`` around ``content``, of the kind that ``uri`` names."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{name}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def chart_frame(name: str, box: Box, key: str) -> str:
    """The frame of the chart that the slide's relationship ``key`` refers to."""
    return graphic_frame(name, box, CHART, f'<c:chart xmlns:c="{CHART}" r:id="{key}"/>')
