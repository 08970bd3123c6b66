"""Rules on the shapes of a slide, layout, master or page of notes: ids, sizes, connectors, animations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.breach import Breach
from docgen.errors import repeated
from docgen.verifying.deck_file import A, P, XmlPart

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_PROPERTIES = (f"{P}cNvPr", f"{_P14}cNvPr")
_SIZED = {
    f"{A}ext": ("cx", "cy"), f"{A}chExt": ("cx", "cy"), f"{A}gridCol": ("w",), f"{A}tr": ("h",), f"{A}ln": ("w",),
    f"{P}sldSz": ("cx", "cy"), f"{P}notesSz": ("cx", "cy"),
}  # fmt: skip
_MOST = 2**31


def shape_ids_are_unique(part: XmlPart) -> Iterator[Breach]:
    """Every shape of a slide has an id of its own, below 2,147,483,648."""
    # What stands for an older program has the id of what it stands for, an object's own picture has 0, and LibreOffice
    # gives the id of the slide's tree again.
    tree = part.root.find(f"{P}cSld/{P}spTree/{P}nvGrpSpPr/{P}cNvPr")
    every = (each for each in part.root.iter(*_PROPERTIES) if each is not tree)
    shapes = [each for each in every if not _is_fallback(each) and each.get("id") != "0"]
    is_page = str(part.root.tag) in (f"{P}sld", f"{P}notes")
    for again, first in repeated(shapes, key=lambda each: _number(each.get("id", ""))):
        # LibreOffice numbers the placeholders of layouts and masters without regard to each other.
        if not is_page and _is_placeholder(again) and _is_placeholder(first):
            continue
        where = part.where(again.get("name", ""))
        yield Breach("shape-id.twice", where, id=again.get("id", ""), other=first.get("name", ""))
    for shape in shapes:
        if not 0 <= _number(shape.get("id", "")) < _MOST:
            yield Breach("shape-id.range", part.where(shape.get("name", "")), id=shape.get("id", ""))


def sizes_are_not_negative(part: XmlPart) -> Iterator[Breach]:
    """No width, height or line is smaller than 0."""
    for element in part.root.iter(*_SIZED):
        for name in _SIZED[element.tag]:
            if _number(element.get(name, "0")) < 0 and element.get(name, "").startswith("-"):
                what = f"{str(element.tag).rpartition('}')[2]} {name}"
                yield Breach("negative-size", part.where(shape_around(element)), what=what, size=element.get(name))


def connectors_are_glued(part: XmlPart) -> Iterator[Breach]:
    """A connector that is glued is glued to shapes of its slide."""
    ids = _ids(part)
    for element in part.root.iter(f"{A}stCxn", f"{A}endCxn"):
        glued = element.get("id", "")
        if _number(glued) not in ids:
            yield Breach("connector-unglued", part.where(shape_around(element)), id=glued)


def animations_move_shapes(part: XmlPart) -> Iterator[Breach]:
    """An animation is of a shape of its slide."""
    ids = _ids(part)
    named = (each.get("spid", "") for each in part.root.iter(f"{P}spTgt", f"{P}bldP", f"{P}bldDgm", f"{P}bldGraphic"))
    for shape in dict.fromkeys(named):
        if _number(shape) not in ids:
            yield Breach("animation-of-nothing", part.where(), id=shape)


def shape_around(element: Any) -> str:
    """The name of the shape in which an element stands; "" for none."""
    for above in (element, *element.iterancestors()):
        properties = next((each for each in above.iterfind(f"*/{P}cNvPr")), None)
        if properties is not None and above.tag != f"{P}spTree":
            return str(properties.get("name", ""))
    return ""


def _ids(part: XmlPart) -> frozenset[int]:
    return frozenset(_number(each.get("id", "")) for each in part.root.iter(*_PROPERTIES))


def _is_placeholder(properties: Any) -> bool:
    return properties.getparent().find(f"{P}nvPr/{P}ph") is not None


def _is_fallback(element: Any) -> bool:
    return next(element.iterancestors(_FALLBACK), None) is not None


def _number(text: str) -> int:
    """A number as XML has it; -1 for what is none."""
    digits = text.strip()
    return int(digits) if digits.lstrip("+-").isascii() and digits.lstrip("+-").isdecimal() and len(digits) < 20 else -1
