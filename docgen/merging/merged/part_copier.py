"""What is copied from the edited deck's package into the new one: elements, and the parts that they need."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.merging.xml_names import COMMENTS, LAYOUT, NOTES_MASTER, SLIDE, A, R
from docgen.outside.package import Relationship
from docgen.outside.xml import parsed, serialized
from docgen.write.package.package import Package

_LINKS = (f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")


@dataclass(slots=True)
class PartCopier:
    """Copies elements and parts from ``source`` to ``target``; each part once.

    ``slides`` and ``layouts`` tell what the slides and slide layouts of the edited deck are called in the new
    package; ``notes_master`` is the new one's, None where it has none.
    """

    source: Package
    target: Package
    slides: Mapping[str, str]
    layouts: Mapping[str, str]
    notes_master: str | None
    _copied: dict[str, str] = field(default_factory=dict)

    @property
    def copied(self) -> tuple[str, ...]:
        """The names in the new package of the parts that were copied."""
        return tuple(self._copied.values())

    def copy_element(
        self, element: Any, source_part: str, target_part: str, without: Collection[str] = ()
    ) -> Any:
        """A copy of ``element`` that refers to parts of the new package; links to slides that are gone go.

        Children with a tag that it is to be ``without`` are left out.
        """
        made = copy.deepcopy(element)
        made.tail = None
        for child in [child for child in made if child.tag in without]:
            made.remove(child)
        known = self.source.references.get(source_part, {})
        for child in list(made.iter()):
            for name in [name for name in child.attrib if name.startswith(R)]:
                if not child.get(name):
                    continue
                old = known.get(child.get(name))
                new = self._relationship(old) if old is not None else None
                if new is not None:
                    child.set(name, self.target.refer(target_part, new))
                elif child.tag in _LINKS and child.getparent() is not None:
                    child.getparent().remove(child)
                    break
                else:
                    del child.attrib[name]
        return made

    def copy_part(self, name: str, wanted: str | None = None) -> str:
        """Copy a part with all that it refers to. Returns its name in the new package, ``wanted`` if that is free."""
        if name in self._copied:
            return self._copied[name]
        new_name = self.target.free_name(wanted or name)
        self._copied[name] = new_name
        self.target.parts[new_name] = self.source.parts[name]
        self.target.types[new_name] = self.source.types[name]
        old = self.source.references.get(name, {})
        new = {key: self._relationship(relationship) for key, relationship in old.items()}
        kept = {key: relationship for key, relationship in new.items() if relationship is not None}
        if kept:
            self.target.references[new_name] = kept
        if len(kept) < len(old):
            self.target.parts[new_name] = _without(self.source, name, old.keys() - kept.keys())
        return new_name

    def copy_related(self, source_part: str, target_part: str, kinds: Collection[str]) -> None:
        """Copy the parts that a part refers to with relationships of some kinds, and refer to them too."""
        for relationship in self.source.references.get(source_part, {}).values():
            if relationship.kind in kinds and relationship.target in self.source.parts:
                name = self.copy_part(relationship.target)
                self.target.refer(target_part, Relationship(relationship.kind, name))

    def copy_comments(self, source_part: str, target_part: str) -> None:
        """Copy a slide's comments."""
        self.copy_related(source_part, target_part, COMMENTS)

    def _relationship(self, relationship: Relationship) -> Relationship | None:
        """A relationship in the new package; None where what it refers to is not there."""
        kind, target = relationship.kind, relationship.target
        if relationship.external:
            return relationship
        if kind in (SLIDE, LAYOUT):
            name = (self.slides if kind == SLIDE else self.layouts).get(target)
            return Relationship(kind, name) if name is not None else None
        if kind == NOTES_MASTER and self.notes_master is not None:
            return Relationship(NOTES_MASTER, self.notes_master)
        return Relationship(kind, self.copy_part(target)) if target in self.source.parts else None


def _without(source: Package, part: str, keys: Collection[str]) -> bytes:
    """The XML of a part without some of its relationships: links go, other attributes are left out."""
    root = parsed(source.parts[part], part, source.where)
    for element in list(root.iter()):
        for name in [name for name in element.attrib if name.startswith(R) and element.get(name) in keys]:
            del element.attrib[name]
            if element.tag in _LINKS and element.getparent() is not None:
                element.getparent().remove(element)
    return serialized(root)
