"""A deck's file as it stands: its entries, the content types and relationships that it states, also wrong ones.

Other readers of packages refuse or leave out what does not fit; this one keeps it, so that it can be told.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, Located, SlidePosition
from docgen.messages import Message
from docgen.outside.package import CONTENT_TYPES_PART
from docgen.outside.xml import parsed
from docgen.outside.zips import open_zip, read_entry
from docgen.verifying.relations import Relation, is_relations, owner_of, relations

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PRESENTATION = "/ppt/presentation.xml"
# ISO/IEC 29500 calls the same by other names in its strict form.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/drawingml/main": A,
    b"http://purl.oclc.org/ooxml/presentationml/main": P,
    b"http://purl.oclc.org/ooxml/drawingml/chart": C,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R,
}


@dataclass(frozen=True, slots=True)
class StatedType:
    """A content type as it is stated: for an extension ("png"), or for a part ("/ppt/presentation.xml")."""

    key: str
    content_type: str


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A file by its parts' names ("/ppt/slides/slide1.xml").

    ``types`` are as they stand, ``type_by_key`` the first of each key in lower case. ``relations``
    are those that each part states, ``listings`` the names of the parts that state them; ``unread`` says of each entry
    that is damaged, or is no XML where it must be, what is wrong. ``numbers`` are those of the slides in the
    presentation's list, from 1.
    """

    name: str
    parts: Mapping[str, bytes]
    types: tuple[StatedType, ...]
    type_by_key: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]
    listings: tuple[str, ...]
    unread: Mapping[str, Message]
    presentation: str
    numbers: Mapping[str, int] = field(default_factory=dict)

    def of_kind(self, part: str, kind: str) -> tuple[str, ...]:
        """The parts of a kind that ``part`` refers to."""
        return tuple(one.target for one in self.relations.get(part, ()) if one.kind == kind and not one.external)

    def relation(self, part: str, key: str) -> Relation | None:
        """The relationship of an id."""
        return next((one for one in self.relations.get(part, ()) if one.id == key), None)

    def type_of(self, part: str) -> str:
        """The content type of a part: its own, else that of its extension; "" where none is stated."""
        name = part.lower()
        return self.type_by_key.get(name) or self.type_by_key.get(name.rpartition(".")[2], "")

    def root(self, part: str) -> Any | None:
        """The root element of a part's XML; None where it is none."""
        return self.xml(part)[0]

    def xml(self, part: str) -> tuple[Any | None, Message | None]:
        """The root element of a part's XML, or what is wrong with it."""
        return _xml(_transitional(self.parts.get(part, b"")), part)

    def where(self, part: str, shape: str = "", row: int = 0, column: int = 0) -> Located:
        """The place of a part: a slide by its number, any other by its name."""
        if part in self.numbers:
            return SlidePosition(self.name, self.numbers[part], shape, row, column)
        return "!".join(word for word in (self.name, part, shape) if word)


@dataclass(frozen=True, slots=True)
class XmlPart:
    """A part of XML with its root element, as the rules on parts look at it."""

    deck: DeckFile
    name: str
    root: Any

    def where(self, shape: str = "", row: int = 0, column: int = 0) -> Located:
        """The place of the part, or of a shape in it."""
        return self.deck.where(self.name, shape, row, column)


def deck_file(path: Path) -> DeckFile:
    """The file of a deck. DocgenError where there is none, it is no package with a presentation, or is beyond the bounds.

    Two entries of one name are DocgenError("zip-entry-twice").
    """
    if not path.is_file():
        raise DocgenError("no-such-deck", where=str(path))
    no_deck = DocgenError("not-a-deck", where=str(path))
    with open_zip(path, str(path), no_deck) as archive:
        read = dict(_entries(archive))
    parts = {name: data for name, data in read.items() if isinstance(data, bytes)}
    unread = {name: said for name, said in read.items() if isinstance(said, Message)}
    listings = tuple(filter(is_relations, parts))
    stated = {}
    for name in listings:
        root, said = _xml(parts[name], name)
        if said is not None:
            unread[name] = said
        stated[owner_of(name)] = tuple(relations(root, owner_of(name))) if root is not None else ()
    listed, said = _xml(parts.get(f"/{CONTENT_TYPES_PART}", b""), f"/{CONTENT_TYPES_PART}")
    if said is not None:
        unread[f"/{CONTENT_TYPES_PART}"] = said
    plain = {name: data for name, data in parts.items() if name not in (*listings, f"/{CONTENT_TYPES_PART}")}
    start = next((one.target for one in stated.get("/", ()) if one.kind == "officeDocument"), PRESENTATION)
    if start not in plain and PRESENTATION not in plain:
        raise no_deck
    types = tuple(_types(listed)) if listed is not None else ()
    by_key = {one.key.lower(): one.content_type for one in reversed(types)}
    found = DeckFile(path.name, plain, types, by_key, _spelled(stated, plain), listings, unread, start)
    numbers = {part: number for number, part in reversed(list(enumerate(_slides(found), start=1)))}
    return replace(found, numbers=numbers)


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | Message]]:
    for entry in archive.infolist():
        if not entry.is_dir():
            try:
                yield f"/{entry.filename}", read_entry(archive, entry.filename, None)
            except DocgenError as error:
                yield f"/{entry.filename}", error.message


def _xml(data: bytes, part: str) -> tuple[Any | None, Message | None]:
    try:
        return parsed(data, part), None
    except DocgenError as error:
        return None, error.message


def _types(root: Any) -> Iterator[StatedType]:
    for entry in root.iterfind("{*}Default"):
        yield StatedType(entry.get("Extension", ""), entry.get("ContentType", ""))
    for entry in root.iterfind("{*}Override"):
        yield StatedType(entry.get("PartName", ""), entry.get("ContentType", ""))


def _spelled(
    stated: Mapping[str, tuple[Relation, ...]], parts: Mapping[str, bytes]
) -> Mapping[str, tuple[Relation, ...]]:
    """The relationships with the parts' names as the file spells them: upper and lower case make no difference."""
    names = {name.lower(): name for name in parts}
    return {
        names.get(owner.lower(), owner): tuple(
            one if one.external else Relation(one.id, one.kind, names.get(one.target.lower(), one.target), False)
            for one in of_owner
        )
        for owner, of_owner in stated.items()
    }


def _slides(deck: DeckFile) -> Iterator[str]:
    root = deck.root(deck.presentation)
    for entry in root.iterfind(f"{P}sldIdLst/{P}sldId") if root is not None else ():
        relation = deck.relation(deck.presentation, entry.get(f"{R}id", ""))
        if relation is not None and relation.kind == "slide":
            yield relation.target


def _transitional(data: bytes) -> bytes:
    if _STRICT in data:
        for strict, name in _TRANSITIONAL.items():
            data = data.replace(strict, name.strip("{}").encode())
    return data
