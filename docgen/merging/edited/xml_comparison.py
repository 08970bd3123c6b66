"""Whether two shapes are spelled alike, but for their numbers and what they refer to by number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.merging.edited.deck import EditedDeck, EditedShape
from docgen.merging.edited.shape import chart_part, identity_of, shape_elements
from docgen.merging.xml_names import P
from docgen.write.package.package import Package

_NUMBERS = re.compile(rb' (?:id|r:id|r:embed|xmlns:\w+|xmlns)="[^"]*"')


@dataclass(slots=True)
class Spelling:
    """Compares edited shapes with the new build's; ``parts`` are its slides' parts by id."""

    edited: EditedDeck
    target: Package
    parts: Mapping[str, str]
    elements: dict[str, dict[str, Any]] = field(default_factory=dict)

    def same(self, slide: str, name: str, now: EditedShape) -> bool:
        """Whether ``now`` is spelled as the shape ``name`` of the new build's slide."""
        part = self.parts[slide]
        if slide not in self.elements:
            shapes = shape_elements(self.target.xml(part))
            self.elements[slide] = {identity_of(each).get("name"): each for each in shapes}
        own = self.elements[slide].get(name)
        if own is None or _bare(own) != _bare(now.element):
            return False
        chart = chart_part(own, part, self.target)
        if chart is None:
            return True
        edited = chart_part(now.element, self._home(now), self.edited.package)
        return edited is not None and _plain(self.target, chart) == _plain(self.edited.package, edited)

    def _home(self, now: EditedShape) -> str:
        """The part of the edited slide that a shape stands on."""
        root = now.element.getroottree().getroot()
        return next((slide.part for slide in self.edited.slides if slide.root is root), "")


def _bare(element: Any) -> bytes:
    return _NUMBERS.sub(b"", etree.tostring(element, with_tail=False))


def _plain(package: Package, part: str) -> bytes:
    made: bytes = etree.tostring(package.xml(part), method="c14n")
    return made


def slide_parts(package: Package) -> dict[str, str]:
    """The parts of a build's slides by their ids."""
    parts = [name for name in package.parts if name.startswith("/ppt/slides/slide")]
    return {package.xml(name).find(f"{P}cSld").get("name"): name for name in parts}
