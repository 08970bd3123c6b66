"""What PowerPoint would repair is not written: ids twice, sizes below zero, references to nothing, parts that are lost."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from docgen.errors import DocgenError
from docgen.outside.package import Relationship
from docgen.write.package.packed import package_pieces, packed_part
from docgen.write.package.part import NewPart

SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
IMAGE = Relationship("image", "/ppt/media/image1.png")


def part(name: str = "/ppt/slides/slide1.xml", xml: str = "<p/>", **related: Relationship) -> NewPart:
    return NewPart(name, SLIDE, xml.encode(), related)


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<p:cNvPr id="2" name="a"/><p:cNvPr id="3" name="b"/><p:cNvPr id="2" name="c"/>', "written-part-shape-twice"),
        ('<a:ext cx="9" cy="-1"/>', "written-part-size-negative"),
        ('<a:ext cx="-9" cy="1"/>', "written-part-size-negative"),
        ('<a:blip r:embed="rId1"/><a:blip r:embed="rId2"/>', "written-part-reference-unknown"),
        ('<a:hlinkClick r:id="rId9"/>', "written-part-reference-unknown"),
    ],
)
def test_a_part_that_would_be_repaired_is_not_packed(xml: str, code: str) -> None:
    with pytest.raises(DocgenError) as caught:
        packed_part(part(xml=xml, rId1=IMAGE))
    assert (caught.value.code, caught.value.where) == (code, "/ppt/slides/slide1.xml")


def test_a_part_that_is_sound_is_packed() -> None:
    xml = '<p:cNvPr id="2"/><a:off x="-9" y="-9"/><a:ext cx="9" cy="0"/><a:blip r:embed="rId1"/><a:hlinkClick r:id=""/>'
    assert packed_part(part(xml=xml, rId1=IMAGE)).related == {"rId1": IMAGE}


def refusal(*parts: NewPart, **roots: Relationship) -> tuple[str, object]:
    with pytest.raises(DocgenError) as caught:
        package_pieces([packed_part(one) for one in parts], roots)
    return caught.value.code, caught.value.where


def to(name: str) -> Mapping[str, Relationship]:
    return {"rId1": Relationship("slide", name)}


def test_the_parts_of_a_deck_are_those_that_are_referred_to() -> None:
    home = "/ppt/slides/slide1.xml"
    assert refusal(part(), part(), **to(home)) == ("written-part-twice", home)
    assert refusal(part(), part("/b.xml"), **to(home)) == ("written-part-unreached", "/b.xml")
    assert refusal(part(rId1=IMAGE), **to(home)) == ("written-part-missing", home)
    away = Relationship("hyperlink", "https://www.example.go.jp/", external=True)
    assert b"".join(package_pieces([packed_part(part(rId1=away))], to(home))).startswith(b"PK")
