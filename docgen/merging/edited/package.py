"""The package of a .pptx that comes from outside: its parts in memory, with their types and relationships."""

from __future__ import annotations

import posixpath
import zipfile
import zlib

from docgen.errors import DocgenError
from docgen.write.package.package import CONTENT_TYPES_PART, Package, parsed
from docgen.write.package.part import Relationship


def read_package(archive: zipfile.ZipFile, where: str) -> Package:
    """The package of an opened .pptx. Raises DocgenError, at ``where``, for one that is damaged."""
    names = archive.namelist()
    if len(set(names)) != len(names):
        raise DocgenError("two-parts-of-one-name", where=where)
    try:
        parts = {f"/{info.filename}": archive.read(info) for info in archive.infolist() if not info.is_dir()}
        listed = parts.pop(f"/{CONTENT_TYPES_PART}")
        references: dict[str, dict[str, Relationship]] = {}
        for name in [name for name in parts if "/_rels/" in name and name.endswith(".rels")]:
            folder, file = posixpath.split(name)
            part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            references[part] = _references(parts.pop(name), posixpath.dirname(folder), part)
        types = _types(listed, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise DocgenError("package-damaged", where=where) from error
    except DocgenError as error:
        raise error.at(where) from error
    return Package(parts, types, references)


def _types(data: bytes, parts: dict[str, bytes]) -> dict[str, str]:
    """The content type of each part: its own, else that of its extension."""
    by_extension: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for entry in parsed(data, CONTENT_TYPES_PART):
        if entry.get("Extension"):
            by_extension[entry.get("Extension").lower()] = entry.get("ContentType")
        if entry.get("PartName"):
            by_name[entry.get("PartName")] = entry.get("ContentType")
    return {
        name: by_name.get(name) or by_extension.get(name.rpartition(".")[2].lower(), "application/xml")
        for name in parts
    }


def _references(data: bytes, folder: str, part: str) -> dict[str, Relationship]:
    references = {}
    for entry in parsed(data, part):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target")
        path = target if external else posixpath.normpath(posixpath.join(folder, target))
        references[entry.get("Id")] = Relationship(entry.get("Type"), path, external)
    return references
