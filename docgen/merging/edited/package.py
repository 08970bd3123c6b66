"""A deck's package in memory: its parts, what they refer to, and how parts come over from another package."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.errors import DocgenError
from docgen.write.package.package import NewPart, Relationship, store, types_xml

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a part refers to: the kind's URI, and a part's name or, where ``external``, a URL."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of a deck by name ("/ppt/slides/slide1.xml"), their content types and references by id.

    The references of the package itself are those of the part "/". ``changed`` holds the XML of parts that
    are being changed, which goes before their bytes.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    references: dict[str, dict[str, Reference]]
    changed: dict[str, Any] = field(default_factory=dict)

    def xml(self, part: str) -> Any:
        """The root element of a part; what is changed in it is saved with the package."""
        if part not in self.changed:
            self.changed[part] = parsed(self.parts[part], part)
        return self.changed[part]

    def target(self, part: str, kind: str) -> str | None:
        """The first part that ``part`` refers to with the given kind of relationship."""
        found = (each.target for each in self.references.get(part, {}).values() if each.kind == kind)
        return next(found, None)

    def refer(self, part: str, reference: Reference) -> str:
        """The id by which ``part`` refers to ``reference``; an equal one is used again."""
        known = self.references.setdefault(part, {})
        for key, each in known.items():
            if each == reference:
                return key
        numbers = [int(found[0]) for key in known if (found := _NUMBER.search(key))]
        key = f"rId{max(numbers, default=0) + 1}"
        known[key] = reference
        return key

    def free_name(self, wanted: str) -> str:
        """``wanted``, or the next name like it that no part has."""
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
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            store(archive, _TYPES, types_xml({name: self.types[name] for name in parts}))
            for name in ("/", *parts):
                if name != "/":
                    store(archive, name[1:], self._bytes(name))
                if self.references.get(name):
                    store(archive, _references_name(name), self._references_xml(name))
        return stream.getvalue()

    def _reached(self) -> Iterator[str]:
        waiting, seen = ["/"], {"/"}
        while waiting:
            for reference in self.references.get(waiting.pop(), {}).values():
                if not reference.external and reference.target not in seen and reference.target in self.parts:
                    seen.add(reference.target)
                    waiting.append(reference.target)
                    yield reference.target

    def _bytes(self, name: str) -> bytes:
        if name not in self.changed:
            return self.parts[name]
        made: bytes = etree.tostring(
            self.changed[name], xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return made

    def _references_xml(self, part: str) -> bytes:
        root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
        for key, each in self.references[part].items():
            if not each.external and each.target not in self.parts:
                continue
            target = each.target if each.external else posixpath.relpath(each.target, posixpath.dirname(part))
            entry = etree.SubElement(
                root, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=each.kind, Target=target
            )
            if each.external:
                entry.set("TargetMode", "External")
        made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return made


def read_package(archive: zipfile.ZipFile, where: str) -> Package:
    """The package of an opened .pptx. Raises DocgenError, at ``where``, for one that is damaged."""
    names = archive.namelist()
    if len(set(names)) != len(names):
        raise DocgenError("two parts of the file have one name", where=where, expected="a whole .pptx file")
    try:
        parts = {f"/{info.filename}": archive.read(info) for info in archive.infolist() if not info.is_dir()}
        listed = parts.pop(f"/{_TYPES}")
        references: dict[str, dict[str, Reference]] = {}
        for name in [name for name in parts if "/_rels/" in name and name.endswith(".rels")]:
            folder, file = posixpath.split(name)
            part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            references[part] = _references(parts.pop(name), posixpath.dirname(folder), part)
        types = _types(listed, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise DocgenError("the file is damaged", where=where, expected="a whole .pptx file") from error
    except DocgenError as error:
        raise DocgenError(error.what, where=where, expected=error.expected) from error
    return Package(parts, types, references)


def new_package(parts: Sequence[NewPart], roots: Sequence[Relationship]) -> Package:
    """The package of parts that are not written yet, reached by ``roots``."""
    related = {"/": roots, **{part.name: part.relationships for part in parts if part.relationships}}
    return Package(
        {part.name: part.data for part in parts},
        {part.name: part.content_type for part in parts},
        {
            name: {
                each.key or f"rId{number}": Reference(each.uri, each.target, each.external)
                for number, each in enumerate(relationships, start=1)
            }
            for name, relationships in related.items()
        },
    )


def parsed(data: bytes, part: str) -> Any:
    """The root element of XML that comes from outside: no entities, no network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DocgenError(f"the part {part} is no XML: {error.msg}", expected="a whole .pptx file") from error


def _types(data: bytes, parts: dict[str, bytes]) -> dict[str, str]:
    root = parsed(data, _TYPES)
    by_extension = {
        each.get("Extension").lower(): each.get("ContentType") for each in root if each.get("Extension")
    }
    by_name = {each.get("PartName"): each.get("ContentType") for each in root if each.get("PartName")}
    return {
        name: by_name.get(name) or by_extension.get(name.rpartition(".")[2].lower(), "application/xml")
        for name in parts
    }


def _references(data: bytes, folder: str, part: str) -> dict[str, Reference]:
    found = {}
    for each in parsed(data, part):
        external = each.get("TargetMode") == "External"
        target = each.get("Target")
        path = target if external else posixpath.normpath(posixpath.join(folder, target))
        found[each.get("Id")] = Reference(each.get("Type"), path, external)
    return found


def _references_name(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels").lstrip("/")
