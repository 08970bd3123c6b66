"""A package of Office's (ECMA-376 Part 2) from outside: its parts, their content types, and what each refers to.

A reference to a part that is not there is left out: what used it finds no such id.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import field

from docgen.errors import DocgenError, Where
from docgen.outside.part_kinds import MEANT_TYPES
from docgen.outside.xml import parsed, serialized
from docgen.outside.zips import damage_told
from docgen.value import value

CONTENT_TYPES_PART = "[Content_Types].xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PLAIN_XML = "application/xml"
_RELATIONSHIP_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@value(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the URI of its kind, and a part's name or, where ``external``, a URL."""

    kind: str
    target: str
    external: bool = False


@value(frozen=True, slots=True)
class OutsidePackage:
    """The parts of a package by name ("/ppt/presentation.xml"), their content types, their relationships by id.

    The relationships of the package itself are those of the part "/". ``dangling`` are the ids of each part that
    refer to nothing; ``declared`` are all content types that the package states, also of parts that it does not have.
    """

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    references: Mapping[str, Mapping[str, Relationship]]
    dangling: Mapping[str, frozenset[str]] = field(default_factory=dict)
    declared: frozenset[str] = frozenset()

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind (a whole URI) that ``part`` refers to; None without one."""
        related = self.references.get(part, {}).values()
        return next((one.target for one in related if one.kind == kind and not one.external), None)


def read_package(archive: zipfile.ZipFile, where: Where) -> OutsidePackage:
    """The package of an open zip, of which every entry is read.

    Raises DocgenError, at ``where``, for one that is damaged, and for relationships that say nothing or are two of one
    id.
    """
    with damage_told(where):
        parts = {f"/{info.filename}": archive.read(info) for info in archive.infolist() if not info.is_dir()}
    listed = parts.pop(f"/{CONTENT_TYPES_PART}", None)
    if listed is None:
        raise DocgenError("package-damaged", where=where)
    stated = {_owner(name): _references(parts[name], name, where) for name in parts if _is_references(name)}
    parts = {name: data for name, data in parts.items() if not _is_references(name)}
    references, dangling = {}, {}
    for name, related in stated.items():
        gone = frozenset(key for key, one in related.items() if not one.external and one.target not in parts)
        references[name] = {key: one for key, one in related.items() if key not in gone}
        if gone:
            dangling[name] = gone
    types, declared = _types(listed, parts, where)
    return OutsidePackage(parts, types, references, dangling, declared)


def _is_references(name: str) -> bool:
    return posixpath.basename(posixpath.dirname(name)) == "_rels" and name.endswith(".rels")


def _owner(name: str) -> str:
    """The part whose relationships a .rels file states; "/" for the package."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _references(data: bytes, name: str, where: Where) -> dict[str, Relationship]:
    folder = posixpath.dirname(posixpath.dirname(name))
    found: dict[str, Relationship] = {}
    for entry in parsed(data, name, where).iterfind("{*}Relationship"):
        key, kind, target = (entry.get(attribute) for attribute in ("Id", "Type", "Target"))
        if not key or not kind or target is None or key in found:
            raise DocgenError("relationship-unusable", where=where, part=name)
        external = entry.get("TargetMode") == "External"
        found[key] = Relationship(kind, target if external else _whole(folder, target), external)
    return found


def _whole(folder: str, target: str) -> str:
    """The name of the part that a target names from a folder; none leads above the root."""
    return posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0])).replace("//", "/")


def _types(data: bytes, names: Iterable[str], where: Where) -> tuple[dict[str, str], frozenset[str]]:
    """The content type of each part: its own, else that of its extension, else plain XML; and all that are stated."""
    by_extension: dict[str, str] = {}
    by_name: dict[str, str] = {}
    entries = list(parsed(data, CONTENT_TYPES_PART, where))
    for entry in entries:
        stated = entry.get("ContentType")
        if stated and entry.get("Extension"):
            by_extension[entry.get("Extension").lower()] = stated
        if stated and entry.get("PartName"):
            by_name[entry.get("PartName").lower()] = stated
    said = {
        name: by_name.get(name.lower()) or by_extension.get(name.rpartition(".")[2].lower(), _PLAIN_XML) for name in names
    }
    types = {name: MEANT_TYPES.get(stated, stated) for name, stated in said.items()}
    return types, frozenset(entry.get("ContentType", "") for entry in entries)


def package_bytes(package: OutsidePackage) -> bytes:
    """A package as the bytes of a zip, its parts not packed: it is read again at once."""
    from lxml import etree

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        types = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension="rels", ContentType=_RELATIONSHIP_TYPE)
        for name in package.parts:
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=package.types[name])
        archive.writestr(zipfile.ZipInfo(CONTENT_TYPES_PART), serialized(types))
        for name, data in package.parts.items():
            archive.writestr(zipfile.ZipInfo(name.lstrip("/")), data)
        for owner, related in package.references.items():
            root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
            for key, one in related.items():
                entry = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=key, Type=one.kind, Target=one.target)
                if one.external:
                    entry.set("TargetMode", "External")
            folder, file = posixpath.split(owner)
            listed = posixpath.join(folder, "_rels", f"{file}.rels").lstrip("/")
            archive.writestr(zipfile.ZipInfo(listed), serialized(root))
    return stream.getvalue()
