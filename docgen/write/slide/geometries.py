"""The names of DrawingML's preset shapes, as python-pptx lists them."""

from __future__ import annotations

from pptx.enum.shapes import MSO_AUTO_SHAPE_TYPE

# Its list holds PowerPoint's shape gallery, to which the plain line does not belong.
GEOMETRIES = frozenset({str(kind.xml_value) for kind in MSO_AUTO_SHAPE_TYPE if kind.xml_value} | {"line"})
