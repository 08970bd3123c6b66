"""What comes over from the edited deck's package into the new one: elements, and the parts that they need."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.merging.xml_names import COMMENTS, LAYOUT, NOTES_MASTER, SLIDE, A, R
from docgen.write.package.package import Package, parsed
from docgen.write.package.part import Relationship

_LINKS = (f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")


@dataclass(slots=True)
class Carrier:
    """Brings elements and parts from ``source`` to ``target``.

    ``slides`` and ``layouts`` tell what the slides and slide layouts of the edited deck are called in the new
    package; ``notes_master`` is the new one's, None where it has none.
    """

    source: Package
    target: Package
    slides: Mapping[str, str]
    layouts: Mapping[str, str]
    notes_master: str | None
    carried: dict[str, str] = field(default_factory=dict)

    def element(self, element: Any, source_part: str, target_part: str) -> Any:
        """A copy of ``element`` that refers to parts of the new package; links to slides that are gone go."""
        made = copy.deepcopy(element)
        made.tail = None
        known = self.source.references.get(source_part, {})
        for each in list(made.iter()):
            for name in [name for name in each.attrib if name.startswith(R)]:
                if not each.get(name):
                    continue
                reference = known.get(each.get(name))
                carried = self.reference(reference) if reference is not None else None
                if carried is not None:
                    each.set(name, self.target.refer(target_part, carried))
                elif each.tag in _LINKS and each.getparent() is not None:
                    each.getparent().remove(each)
                    break
                else:
                    del each.attrib[name]
        return made

    def reference(self, reference: Relationship) -> Relationship | None:
        """The reference in the new package; None where what it refers to is not there."""
        if reference.external:
            return reference
        for kind, names in ((SLIDE, self.slides), (LAYOUT, self.layouts)):
            if reference.kind == kind:
                name = names.get(reference.target)
                return None if name is None else Relationship(kind, name)
        if reference.kind == NOTES_MASTER and self.notes_master is not None:
            return Relationship(NOTES_MASTER, self.notes_master)
        if reference.target not in self.source.parts:
            return None
        return Relationship(reference.kind, self.part(reference.target))

    def part(self, name: str, wanted: str | None = None) -> str:
        """The name, in the new package, of a part that comes over with all that it refers to."""
        if name in self.carried:
            return self.carried[name]
        new = self.target.free_name(wanted or name)
        self.carried[name] = new
        self.target.parts[new] = self.source.parts[name]
        self.target.types[new] = self.source.types[name]
        references = {
            key: carried
            for key, each in self.source.references.get(name, {}).items()
            if (carried := self.reference(each)) is not None
        }
        if references:
            self.target.references[new] = references
        gone = self.source.references.get(name, {}).keys() - references.keys()
        if gone:
            self.target.parts[new] = _without(self.source.parts[name], gone, name)
        return new

    def comments(self, source_part: str, target_part: str) -> None:
        """Bring a slide's comments over."""
        for reference in self.source.references.get(source_part, {}).values():
            if reference.kind in COMMENTS and reference.target in self.source.parts:
                self.target.refer(target_part, Relationship(reference.kind, self.part(reference.target)))


def _without(data: bytes, keys: Collection[str], part: str) -> bytes:
    """The XML of a part that refers to some parts no longer: links go, other attributes are left out."""
    root = parsed(data, part)
    for each in list(root.iter()):
        for name in [name for name in each.attrib if name.startswith(R) and each.get(name) in keys]:
            del each.attrib[name]
            if each.tag in _LINKS and each.getparent() is not None:
                each.getparent().remove(each)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
