"""Whether two shapes are spelled alike, but for their numbers and what they refer to by number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from docgen.merging.edited.deck import EditedDeck, EditedShape
from docgen.merging.edited.shape import chart_part, shapes_by_name
from docgen.merging.xml_names import P
from docgen.write.package.package import Package

_NUMBERS = re.compile(rb' (?:id|r:id|r:embed|xmlns:\w+|xmlns)="[^"]*"')


class XmlComparison:
    """Compares the XML of edited shapes with that of the new build, whose slides' ``parts`` are given by id."""

    def __init__(self, edited: EditedDeck, new: Package, parts: Mapping[str, str]) -> None:
        self._edited = edited
        self._new = new
        self._parts = parts
        self._homes = {slide.root: slide.part for slide in edited.slides}
        self._elements: dict[str, dict[str, Any]] = {}

    def same(self, slide: str, name: str, edited: EditedShape) -> bool:
        """Whether an edited shape is spelled as the shape ``name`` of the new build's slide; of a chart, its part too."""
        element = self._new_elements(slide).get(name)
        if element is None or _without_numbers(element) != _without_numbers(edited.element):
            return False
        new_chart = chart_part(element, self._parts[slide], self._new)
        if new_chart is None:
            return True
        home = self._homes[edited.element.getroottree().getroot()]
        edited_chart = chart_part(edited.element, home, self._edited.package)
        return edited_chart is not None and _canonical(self._new, new_chart) == _canonical(
            self._edited.package, edited_chart
        )

    def _new_elements(self, slide: str) -> Mapping[str, Any]:
        """The shapes of a slide of the new build by name; each slide is read once."""
        if slide not in self._elements:
            self._elements[slide] = shapes_by_name(self._new.xml(self._parts[slide]))
        return self._elements[slide]


def _without_numbers(element: Any) -> bytes:
    return _NUMBERS.sub(b"", etree.tostring(element, with_tail=False))


def _canonical(package: Package, part: str) -> bytes:
    made: bytes = etree.tostring(package.xml(part), method="c14n")
    return made


def slide_parts(package: Package) -> dict[str, str]:
    """The parts of a build's slides by their ids."""
    parts = [name for name in package.parts if name.startswith("/ppt/slides/slide")]
    return {package.xml(name).find(f"{P}cSld").get("name"): name for name in parts}
