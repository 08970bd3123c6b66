"""A shape of a slide: its name, where it lies, and its element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.fingerprint.soft_breaks import is_soft
from docgen.opened.parts import A, P, Parts
from docgen.value import value

_NEAR = 40 * 12_700  # EMU: 40 pt
_BREAK, _TEXT, _PARAGRAPH, _WORDED = f"{A}br", f"{A}t", f"{A}p", frozenset({f"{A}r", f"{A}fld"})
_BODY, _RUN, _FRAME = f"{P}txBody", f"{A}r", f"{P}graphicFrame"
_NAME, _PLACEHOLDER = f"{P}cNvPr", f"{P}nvPr/{P}ph"
_FRAME_AT, _SHAPE_AT, _OFFSET, _EXTENT = f"{P}xfrm", f"{P}spPr/{A}xfrm", f"{A}off", f"{A}ext"
_LEAVES = frozenset({f"{P}sp", _FRAME})
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# What a placeholder of a slide layout is placed by in the master, where the slide layout does not say.
_OF_MASTER = {"ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum", "title": "title"}


@value(frozen=True, slots=True)
class Box:
    """Where a shape lies, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def is_above(self, other: Box) -> bool:
        """Whether it lies right above another."""
        gap = other.top - (self.top + self.height)
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.top and -_NEAR < gap < _NEAR


@value(frozen=True, slots=True)
class Shape:
    """A shape that holds no other: ``placeholder`` is the type and index of its placeholder, None where it is none."""

    name: str
    element: Any
    placeholder: tuple[str, str] | None

    @property
    def is_title(self) -> bool:
        """Whether it is the title's placeholder."""
        return self.placeholder is not None and self.placeholder[1] == "0"

    @property
    def has_text(self) -> bool:
        """Whether it can hold a text."""
        return self.element.find(_BODY) is not None

    @property
    def points(self) -> float:
        """The size of its largest letters where it states one, in points; 0 where it does not."""
        sizes = [int(size) for size in self.element.xpath(".//*[local-name()='rPr' or local-name()='defRPr']/@sz")]
        return max(sizes, default=0) / 100

    @property
    def text(self) -> str:
        """All that it says, a line for each paragraph; "" for a shape without text."""
        return text_of(self.element.find(_BODY))

    @property
    def paragraphs(self) -> Iterator[str]:
        """The words of each paragraph that has any."""
        body = self.element.find(_BODY)
        for paragraph in () if body is None else body.iterchildren(_PARAGRAPH):
            text = "".join([run.findtext(_TEXT) or "" for run in paragraph.iterchildren(_RUN)])
            if text.strip():
                yield text

    def box(self, inherited: Mapping[str, Box]) -> Box | None:
        """Where it lies; ``inherited`` are the boxes of its slide layout's placeholders, by index."""
        own = _box(self.element)
        return own if own is not None or self.placeholder is None else inherited.get(self.placeholder[1])


def shapes_of(tree: Any) -> Iterator[Shape]:
    """The shapes of a tree of shapes, those within groups in their place."""
    for element in tree:
        if element.tag in _LEAVES:
            yield _shape(element)
        elif element.tag == f"{P}grpSp":
            yield from shapes_of(element)
        elif element.tag == _ALTERNATIVES:
            choice = element.find(_CHOICE)
            yield from shapes_of(choice) if choice is not None else ()


def text_of(body: Any) -> str:
    """What a text body says, a line for each paragraph; a line break within one is \\v."""
    if body is None:
        return ""
    return "\n".join("".join(map(_characters, paragraph)) for paragraph in body.iterchildren(_PARAGRAPH))


def layout_boxes(part: str, parts: Parts) -> Mapping[str, Box]:
    """Where the placeholders of a slide layout lie, by index; those that it leaves to its master as there."""
    master = parts.target(part, "slideMaster")
    of_master = {
        shape.placeholder[0]: box
        for shape in _placeholders(parts, master)
        if shape.placeholder is not None and (box := _box(shape.element)) is not None
    }
    boxes: dict[str, Box] = {}
    for shape in _placeholders(parts, part):
        kind, index = shape.placeholder or ("", "")
        box = _box(shape.element) or of_master.get(_OF_MASTER.get(kind, "body"))
        if box is not None:
            boxes.setdefault(index, box)
    return boxes


def _placeholders(parts: Parts, part: str) -> Iterator[Shape]:
    tree = parts.xml(part).find(f"{P}cSld/{P}spTree") if part else ()
    return (shape for shape in shapes_of(tree) if shape.placeholder is not None)


def _shape(element: Any) -> Shape:
    own = element[0]
    placeholder = own.find(_PLACEHOLDER)
    place = None if placeholder is None else (placeholder.get("type", "obj"), placeholder.get("idx", "0"))
    return Shape(own.find(_NAME).get("name", ""), element, place)


def _box(element: Any) -> Box | None:
    frame = element.find(_FRAME_AT if element.tag == _FRAME else _SHAPE_AT)
    offset, extent = (None, None) if frame is None else (frame.find(_OFFSET), frame.find(_EXTENT))
    if offset is None or extent is None:
        return None
    return Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))


def _characters(child: Any) -> str:
    if child.tag == _BREAK:
        return "" if is_soft(child) else "\v"
    return (child.findtext(_TEXT) or "") if child.tag in _WORDED else ""
