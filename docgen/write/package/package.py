"""The package: parts, their relationships and the zip that holds them, the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.opc.packuri import PACKAGE_URI, PackURI
from pptx.oxml import parse_xml
from pptx.package import Package

from docgen.write.xml import escape
from docgen.write.xml.namespaces import DECLARATION, RELATIONSHIPS

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

# The earliest date that a zip can state; the date of a build would differ from run to run.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

# Kinds of files whose content type follows from the extension alone.
_BY_EXTENSION = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the kind (its last word, or a whole URI) and a part's name or a URL.

    ``key`` is its id where the part's XML has one already; else ids are counted.
    """

    kind: str
    target: str
    external: bool = False
    key: str = ""

    @property
    def uri(self) -> str:
        """The whole URI of the kind."""
        return self.kind if ":" in self.kind else f"{RELATIONSHIPS}/{self.kind}"


@dataclass(frozen=True, slots=True)
class NewPart:
    """A part to be written: its name, content type, bytes and relationships (rId1, rId2, ...)."""

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


@dataclass(slots=True)
class References:
    """The relationships of one part while it is being spelled; equal ones share an id."""

    _ids: dict[Relationship, str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The relationship's id (rId1, rId2, ... in the order of first use)."""
        relationship = Relationship(kind, target, external)
        return self._ids.setdefault(relationship, f"rId{len(self._ids) + 1}")

    def all(self) -> tuple[Relationship, ...]:
        """All relationships so far, in the order of their ids."""
        return tuple(self._ids)


def xml_part(name: str, content_type: str, xml: str, relationships: Iterable[Relationship] = ()) -> NewPart:
    """A part of XML text, which gets its declaration here."""
    return NewPart(name, content_type, (DECLARATION + xml).encode("utf-8"), tuple(relationships))


def saved(parts: Sequence[NewPart], roots: Sequence[Relationship]) -> bytes:
    """The bytes of a package of the given parts, in their order; ``roots`` are the package's relationships.

    Raises KeyError for a relationship to a part that is not there, so that none dangles.
    """
    package = Package(io.BytesIO())
    held = {PackURI(part.name): _held(part, package) for part in parts}
    _relate(package, roots, held)
    for new, part in zip(parts, held.values(), strict=True):
        if new.relationships:
            part.load_rels_from_xml(_relationships(new.relationships, held), held)
    return _zipped(package, held.values())


def _held(part: NewPart, package: Package) -> Part:
    return Part(PackURI(part.name), part.content_type, package, part.data)


def _relate(package: Package, roots: Sequence[Relationship], parts: Mapping[PackURI, Part]) -> None:
    for root in roots:
        package.relate_to(parts[PackURI(root.target)], root.uri)


def _relationships(relationships: Iterable[Relationship], parts: Mapping[PackURI, Part]) -> CT_Relationships:
    entries = "".join(
        _entry(relationship.key or f"rId{number}", relationship, parts)
        for number, relationship in enumerate(relationships, 1)
    )
    xml = f'<Relationships xmlns="{_PACKAGE_RELATIONSHIPS}">{entries}</Relationships>'
    return parse_xml(xml.encode("utf-8"))  # type: ignore[no-any-return]


def _entry(key: str, relationship: Relationship, parts: Mapping[PackURI, Part]) -> str:
    if not relationship.external and relationship.target not in parts:
        raise KeyError(f"no part named {relationship.target}")
    mode = ' TargetMode="External"' if relationship.external else ""
    target = escape.attribute(relationship.target)
    return f'<Relationship Id="{key}" Type="{relationship.uri}" Target="{target}"{mode}/>'


def _zipped(package: Package, parts: Iterable[Part]) -> bytes:
    parts = tuple(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        store(archive, "[Content_Types].xml", types_xml({part.partname: part.content_type for part in parts}))
        store(archive, PACKAGE_URI.rels_uri.membername, package._rels.xml)
        for part in parts:
            store(archive, part.partname.membername, part.blob)
            if len(part.rels):
                store(archive, part.partname.rels_uri.membername, part.rels.xml)
    return stream.getvalue()


def store(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add an entry to a package's zip with a fixed date, the same bytes on every system."""
    entry = zipfile.ZipInfo(name, _ZIP_DATE)
    entry.compress_type = archive.compression
    # Otherwise the entry would name the operating system of the build.
    entry.create_system = 0
    archive.writestr(entry, data)


def types_xml(types: Mapping[str, str]) -> bytes:
    """The package's list of content types; ``types`` gives each part's by its name."""
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in _BY_EXTENSION.items()
    )
    overrides = "".join(
        f'<Override PartName="{escape.attribute(name)}" ContentType="{content_type}"/>'
        for name, content_type in types.items()
        if _BY_EXTENSION.get(name.rpartition(".")[2]) != content_type
    )
    return f'{DECLARATION}<Types xmlns="{_CONTENT_TYPES}">{defaults}{overrides}</Types>'.encode()
