"""A part of a package, and its relationships: what it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.write.package.part_names import content_type
from docgen.write.xml.namespaces import DECLARATION, RELATIONSHIPS


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the URI of its kind, and a part's name or, where ``external``, a URL."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class References:
    """The relationships of one part while its XML is made; equal ones share an id."""

    _ids: dict[Relationship, str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The relationship's id (rId1, rId2, ... in the order of first use); ``kind`` is as in ``kind_uri``."""
        relationship = Relationship(kind_uri(kind), target, external)
        return self._ids.setdefault(relationship, f"rId{len(self._ids) + 1}")

    def by_id(self) -> dict[str, Relationship]:
        """All relationships so far, in the order of their ids."""
        return {key: relationship for relationship, key in self._ids.items()}


def kind_uri(kind: str) -> str:
    """The URI of a kind of relationship: ``slide`` is short for Office's; a whole URI stays as it is."""
    return kind if ":" in kind else f"{RELATIONSHIPS}/{kind}"


def relationships(*pairs: tuple[str, str]) -> dict[str, Relationship]:
    """Relationships by id, from pairs of a kind and a part's name: ``relationships(("slide", name))``."""
    references = References()
    for kind, target in pairs:
        references.add(kind, target)
    return references.by_id()


@dataclass(frozen=True, slots=True)
class NewPart:
    """A part to be written: its name ("/ppt/slides/slide1.xml"), content type, bytes and relationships by id."""

    name: str
    content_type: str
    data: bytes
    relationships: Mapping[str, Relationship] = field(default_factory=dict)


def xml_part(name: str, xml: str, references: Mapping[str, Relationship] | None = None) -> NewPart:
    """A part of XML text, which gets its declaration and its content type here."""
    return NewPart(name, content_type(name), (DECLARATION + xml).encode("utf-8"), references or {})
