"""Free outlines in PowerPoint's XML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from docgen.errors import DocgenError
from docgen.placed import Box
from docgen.write.slide.shape import outline

_NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<x xmlns:a="{_NAMES["a"]}">{text}</x>')


def test_rings_are_closed_paths_in_the_units_of_the_box() -> None:
    rings = (((0.0, 0.0), (10.0, 0.0), (10.0, 5.0)), ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0)))
    found = parsed(outline(rings, Box(100, 100, 10, 5)))
    (path,) = found.findall(".//a:path", _NAMES)
    assert (path.get("w"), path.get("h")) == ("127000", "63500")
    assert [step.tag.partition("}")[2] for step in path] == ["moveTo", "lnTo", "lnTo", "close"] * 2
    assert [(point.get("x"), point.get("y")) for point in path.iter(f"{{{_NAMES['a']}}}pt")][:3] == [
        ("0", "0"),
        ("127000", "0"),
        ("127000", "63500"),
    ]


def test_a_straight_line_has_a_path_with_a_scale() -> None:
    (path,) = parsed(outline((((0.0, 0.0), (8.0, 0.0)),), Box(0, 0, 8, 0))).findall(".//a:path", _NAMES)
    assert path.get("h") == "1"


@pytest.mark.parametrize("rings", [(), (((0.0, 0.0),),)])
def test_an_outline_that_is_none_is_an_error(rings: tuple[tuple[tuple[float, float], ...], ...]) -> None:
    with pytest.raises(DocgenError, match="free outline"):
        outline(rings, Box(0, 0, 1, 1))


def test_sites_are_numbered_after_the_four_of_the_sides() -> None:
    shape = outline((((0.5, 0.0), (0.5, 40.0)),), Box(0, 0, 1, 40), ((0.5, 10.0), (0.5, 30.0)))
    places = [(pos.get("x"), pos.get("y")) for pos in parsed(shape).findall(".//a:cxnLst/a:cxn/a:pos", _NAMES)]
    assert places == [
        ("6350", "0"),
        ("0", "254000"),
        ("6350", "508000"),
        ("12700", "254000"),
        ("6350", "127000"),
        ("6350", "381000"),
    ]


def test_an_outline_without_sites_has_none() -> None:
    shape = outline((((0.0, 0.0), (8.0, 0.0)),), Box(0, 0, 8, 0))
    assert parsed(shape).findall(".//a:cxnLst/a:cxn", _NAMES) == []
