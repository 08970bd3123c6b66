"""A .pptx in memory: its parts, their content types, and what they refer to. The same parts give the same bytes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.outside.package import CONTENT_TYPES_PART, Relationship
from docgen.outside.xml import parsed, serialized
from docgen.write.package.archive import zipped
from docgen.write.package.content_types import types_xml
from docgen.write.package.part import NewPart, relationships_name, relationships_xml

_NUMBER = re.compile(r"\d+$")


@dataclass(slots=True)
class Package:
    """The parts of a deck by name, their content types, and their relationships by id.

    The relationships of the package itself are those of the part "/". ``changed`` holds the XML of parts
    that are being changed; it is saved in place of their bytes. ``where`` is the file that the package was read
    from; errors in its parts name it.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    references: dict[str, dict[str, Relationship]]
    changed: dict[str, Any] = field(default_factory=dict)
    where: str | None = None

    def xml(self, part: str) -> Any:
        """The root element of a part; what is changed in it is saved with the package."""
        if part not in self.changed:
            self.changed[part] = parsed(self.parts[part], part, self.where)
        return self.changed[part]

    def target(self, part: str, kind: str) -> str | None:
        """The first part that ``part`` refers to with a relationship of the URI ``kind``; None without one."""
        related = self.references.get(part, {}).values()
        return next((relationship.target for relationship in related if relationship.kind == kind), None)

    def refer(self, part: str, relationship: Relationship) -> str:
        """The id of a relationship of ``part``; an equal one that it has already is used again."""
        known = self.references.setdefault(part, {})
        for key, other in known.items():
            if other == relationship:
                return key
        numbers = [int(number[0]) for key in known if (number := _NUMBER.search(key))]
        key = f"rId{max(numbers, default=0) + 1}"
        known[key] = relationship
        return key

    def free_name(self, wanted: str) -> str:
        """``wanted``, or the next name like it that no part has: after slide3.xml, slide4.xml."""
        if wanted not in self.parts:
            return wanted
        stem, extension = posixpath.splitext(wanted)
        stem = _NUMBER.sub("", stem)
        number = 1
        while f"{stem}{number}{extension}" in self.parts:
            number += 1
        return f"{stem}{number}{extension}"

    def to_bytes(self) -> bytes:
        """The .pptx: the parts that are reached from its root, in their order, with fixed dates."""
        reached = set(self._reached())
        parts = [name for name in self.parts if name in reached]
        entries = [(CONTENT_TYPES_PART, types_xml({name: self.types[name] for name in parts}))]
        for name in ("/", *parts):
            if name != "/":
                entries.append((name[1:], self._bytes(name)))
            if self.references.get(name):
                entries.append((relationships_name(name), relationships_xml(name, self._stated(name))))
        return zipped(entries)

    def _reached(self) -> Iterator[str]:
        waiting, seen = ["/"], {"/"}
        while waiting:
            for reference in self.references.get(waiting.pop(), {}).values():
                if not reference.external and reference.target not in seen and reference.target in self.parts:
                    seen.add(reference.target)
                    waiting.append(reference.target)
                    yield reference.target

    def _bytes(self, name: str) -> bytes:
        return serialized(self.changed[name]) if name in self.changed else self.parts[name]

    def _stated(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part to what is there."""
        return {
            key: reference
            for key, reference in self.references[part].items()
            if reference.external or reference.target in self.parts
        }


def package_of(parts: Iterable[NewPart], roots: Mapping[str, Relationship]) -> Package:
    """The package of new parts, in their order; ``roots`` are the relationships of the package itself.

    Raises KeyError for a relationship to a part that is not there.
    """
    by_name = {part.name: part for part in parts}
    related = {"/": roots, **{part.name: part.relationships for part in by_name.values() if part.relationships}}
    for references in related.values():
        for reference in references.values():
            if not reference.external and reference.target not in by_name:
                raise KeyError(f"no part named {reference.target}")
    return Package(
        {name: part.data for name, part in by_name.items()},
        {name: part.content_type for name, part in by_name.items()},
        {name: dict(references) for name, references in related.items()},
    )
