"""Parts of a package that are packed as soon as they are made, and put together to a file at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docgen.outside.package import CONTENT_TYPES_PART, Relationship
from docgen.write.package.archive import Entry, packed, packed_alike, zip_pieces
from docgen.write.package.content_types import types_xml
from docgen.write.package.part import NewPart, relationships_name, relationships_xml
from docgen.write.package.soundness import must_be_sound, must_be_whole


class PackedPart(NamedTuple):
    """A part in as few bytes as it takes: its name, its content type, its entry and that of its relationships.

    ``related`` are the relationships themselves.
    """

    name: str
    content_type: str
    entries: tuple[Entry, ...]
    related: Mapping[str, Relationship]


def packed_part(part: NewPart) -> PackedPart:
    """A part, packed. DocgenError, at the part, where PowerPoint would repair it."""
    must_be_sound(part)
    entry = packed(part.name[1:], part.data)
    entries = (entry, *_relationships(part.name, part.relationships))
    return PackedPart(part.name, part.content_type, entries, part.relationships)


def package_pieces(parts: Sequence[PackedPart], roots: Mapping[str, Relationship]) -> Iterator[bytes]:
    """The bytes of a package, piece by piece: its parts in their order; ``roots`` are its own relationships.

    DocgenError where the parts are not those that are referred to.
    """
    must_be_whole([(part.name, part.related) for part in parts], roots)
    types = types_xml({part.name: part.content_type for part in parts})
    head = (packed(CONTENT_TYPES_PART, types), *_relationships("/", roots))
    return zip_pieces((*head, *(entry for part in parts for entry in part.entries)))


def _relationships(part: str, references: Mapping[str, Relationship]) -> tuple[Entry, ...]:
    return (packed_alike(relationships_name(part), relationships_xml(part, references)),) if references else ()
