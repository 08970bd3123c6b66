"""The names of presets, against python-pptx's list of PowerPoint's gallery."""

from __future__ import annotations

from pptx.enum.dml import MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_AUTO_SHAPE_TYPE

from docgen.write.xml.presets import GEOMETRIES, PATTERNS


def test_the_preset_shapes_are_those_of_powerpoints_gallery_and_the_line() -> None:
    assert {str(kind.xml_value) for kind in MSO_AUTO_SHAPE_TYPE if kind.xml_value} | {"line"} == GEOMETRIES


def test_the_preset_patterns_are_those_of_powerpoint() -> None:
    assert {str(pattern.xml_value) for pattern in MSO_PATTERN_TYPE if pattern.xml_value} == PATTERNS
