"""Parts of a package that are packed as soon as they are made, and put together to a file at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docgen.outside.package import CONTENT_TYPES_PART, Relationship
from docgen.write.package.archive import Entry, packed, zip_pieces
from docgen.write.package.content_types import types_xml
from docgen.write.package.part import NewPart, relationships_name, relationships_xml


class PackedPart(NamedTuple):
    """A part in as few bytes as it takes: its name, its content type, its entry and that of its relationships."""

    name: str
    content_type: str
    entries: tuple[Entry, ...]


def packed_part(part: NewPart) -> PackedPart:
    """A part, packed."""
    entry = packed(part.name[1:], part.data)
    return PackedPart(part.name, part.content_type, (entry, *_relationships(part.name, part.relationships)))


def package_pieces(parts: Sequence[PackedPart], roots: Mapping[str, Relationship]) -> Iterator[bytes]:
    """The bytes of a package, piece by piece: its parts in their order; ``roots`` are its own relationships."""
    types = types_xml({part.name: part.content_type for part in parts})
    head = (packed(CONTENT_TYPES_PART, types), *_relationships("/", roots))
    return zip_pieces((*head, *(entry for part in parts for entry in part.entries)))


def _relationships(part: str, references: Mapping[str, Relationship]) -> tuple[Entry, ...]:
    return (packed(relationships_name(part), relationships_xml(part, references)),) if references else ()
